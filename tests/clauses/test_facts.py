"""What is read of a contract's name, parties, dates and law, and that every quote stands in the text."""

from datetime import date

import pytest

from clauses.engine import analyse
from clauses.facts import facts_of
from clauses.facts.dates import dates_in, later
from clauses.model import Fact
from documents.model import Block, BlockKind, Document, DocumentFormat, DocumentKind

PREAMBLE = (
    'This Model Supply Agreement (the "Agreement") is made as of March 4, 2021 by and between Northwind Models, Inc., '
    'a Delaware corporation ("Supplier"), and Alder Bank Limited, a company registered in England ("Customer").'
)


def document(*texts: str, kind: DocumentKind = DocumentKind.CONTRACT, language: str = "en") -> Document:
    blocks = tuple(Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(texts))
    return Document(
        id="d",
        name="d.txt",
        format=DocumentFormat.TEXT,
        kind=kind,
        title="",
        language=language,
        page_count=1,
        blocks=blocks,
    )


def facts(*texts: str) -> dict[str, Fact]:
    return {fact.name: fact for fact in facts_of(document(*texts))}


def value(name: str, *texts: str) -> str | None:
    found = facts(*texts).get(name)
    return found.value if found else None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("made on May 4, 2020", "2020-05-04"),
        ("this 1st day of October, 2019", "2019-10-01"),
        ("on the first day of July, 2017", "2017-07-01"),
        ("dated 4 May 2020", "2020-05-04"),
        ("dated 10/1/2019", "2019-10-01"),
        ("dated 29/3/18", "2018-03-29"),
        ("dated 2021-02-03", "2021-02-03"),
        ("signed Sept. 9, 1999", "1999-09-09"),
        ("Date: 3-14-18", "2018-03-14"),
        ("this 1s t day of October 2008", "2008-10-01"),
        ("effective as of _Dec. 8, 2005", "2005-12-08"),
        ("this 1st day of --- November, 2003", "2003-11-01"),
        ("this 20th day of Friday, March 2020", "2020-03-20"),
    ],
)
def test_date_is_read_as_contracts_write_it(words: str, day: str) -> None:
    assert [dated.day.isoformat() for dated in dates_in(words)] == [day]


@pytest.mark.parametrize(
    "words", ["this ____ day of ________, 2019", "February 30, 2020", "13/13/2020", "May __, 2020", "section 5/4"]
)
def test_blank_or_impossible_date_is_none(words: str) -> None:
    assert not list(dates_in(words))


def test_months_are_added_up_to_the_last_day_of_a_shorter_month() -> None:
    assert later(date(2020, 1, 31), months=1) == date(2020, 2, 29)
    assert later(date(2020, 12, 15), months=24) == date(2022, 12, 15)


def test_preamble_gives_name_parties_and_date() -> None:
    found = facts(PREAMBLE)
    assert found["document_name"].value == "Model Supply Agreement"
    assert found["parties"].value == "Northwind Models, Inc.; Alder Bank Limited"
    assert '("Supplier")' in found["parties"].quote
    assert found["agreement_date"].value == "2021-03-04"
    assert found["agreement_date"].quote == "March 4, 2021"


@pytest.mark.parametrize(
    ("opening", "names"),
    [
        (
            "between D2 Harbour, Inc. (“D2”) and 2205925 Ontario Limited (“Reseller”).",
            ["D2 Harbour", "2205925 Ontario"],
        ),
        (
            "between iLumen, Inc. (“iLumen”) and eQuarry Corporation (“Customer”).",
            ["iLumen, Inc.", "eQuarry Corporation"],
        ),
        ("between The Alder Press, a New York corporation, and Fir Ltd.", ["The Alder Press", "Fir Ltd."]),
        ("between Alder Works (Africa) Limited (“AW”) and Fir Ltd.", ["Alder Works (Africa) Limited", "Fir Ltd."]),
    ],
)
def test_company_is_named_as_it_writes_itself(opening: str, names: list[str]) -> None:
    found = value("parties", f"This Agreement is made {opening}") or ""
    assert [name for name in names if name not in found] == []


def test_party_of_the_next_paragraph_follows_an_and() -> None:
    found = value(
        "parties", "Agreement by and among", "Alder Bank Limited", "Fir Holdings Limited and", "Oak Trust, Inc."
    )
    assert found == "Alder Bank Limited; Fir Holdings Limited; Oak Trust, Inc."


def test_what_all_parties_are_called_stands_after_their_names() -> None:
    found = value(
        "parties", "Made between Fir Ltd. (“Fir”) and Oak, Inc. (“Oak”) (each a “Party”, together the “Parties”)."
    )
    assert found == "Fir Ltd.; Oak, Inc. — each a “Party”, together the “Parties”"


def test_contract_with_everybody_names_you_as_the_other_party() -> None:
    assert value("parties", "These Terms are between Fir Labs, Inc. and you.") == "Fir Labs, Inc.; You"


def test_two_plain_names_are_the_parties_when_nothing_else_shows_them() -> None:
    assert (
        value("parties", "This is a hosting agreement between Alderworks and Fir Systems.") == "Alderworks; Fir Systems"
    )


def test_who_signs_is_a_party_when_the_opening_names_nobody() -> None:
    texts = ["Joint filing statement", "The undersigned agree to file together.", "FIR HOLDINGS LIMITED By: /s/ J. Fir"]
    assert value("parties", *texts) == "FIR HOLDINGS LIMITED"


def test_number_of_a_contract_is_not_its_name() -> None:
    assert value("document_name", "Contract No. 7-2020", "Hosting Services Agreement") == "Hosting Services Agreement"


def test_law_of_this_contract_goes_before_the_law_of_other_papers() -> None:
    notes = "Notes issued under the trust are governed by the laws of Ohio under their own terms."
    assert value("governing_law", notes, "This Agreement is governed by the laws of Utah.") == "Utah"


def test_table_of_contents_does_not_hide_the_opening() -> None:
    contents = [f"{n}. Section {n} .......... {n}" for n in range(1, 400)]
    assert value("parties", "Supply Agreement", *contents, PREAMBLE) == "Northwind Models, Inc.; Alder Bank Limited"


def test_line_with_nothing_but_a_date_dates_the_contract() -> None:
    other = "The Bank acts under the Trust Agreement dated May 3, 2001."
    assert value("agreement_date", "AGENCY AGREEMENT", "May 14, 2014", other) == "2014-05-14"


def test_date_under_the_heading_effective_date_is_that_date() -> None:
    found = facts("Service Agreement", "EFFECTIVE DATE", "June 1, 1998", "Signed for Fir. Date: May 5, 1998")
    assert found["effective_date"].value == "1998-06-01"


def test_heading_before_the_sentence_does_not_hide_the_term() -> None:
    text = "3. Term and Renewal The term of this Agreement continues for a period of five (5) years."
    assert value("expiration_date", PREAMBLE, text) == "2026-03-04"


def test_words_about_this_contract_go_before_the_date_of_another() -> None:
    first = "Amendment No. 1 to the Services Agreement dated March 9, 2015."
    assert value("agreement_date", first, "This Amendment is entered into on January 6, 2016.") == "2016-01-06"


def test_line_of_an_electronic_filing_is_no_date_of_the_contract() -> None:
    signed = "Signed: J. Fir. Date: March 14, 2018"
    assert value("agreement_date", "Sponsorship Agreement", "Source: FIR, INC., 8-K, 3/16/2018", signed) == "2018-03-14"


def test_latest_signature_dates_a_contract_without_a_date() -> None:
    signed = "For Fir: Date: March 14, 2018. For Alder: Date: March 7, 2018"
    assert value("agreement_date", "Sponsorship Agreement", signed) == "2018-03-14"


def test_title_on_its_own_line_is_the_name() -> None:
    assert value("document_name", "MASTER SERVICES AGREEMENT", PREAMBLE) == "MASTER SERVICES AGREEMENT"


def test_address_is_no_party() -> None:
    text = (
        'Contract between Northwind Models, Inc., 5 Quay Street, Suite 200, Austin, TX 70001 ("Vendor"), '
        'and Alder Bank Limited ("Customer").'
    )
    assert value("parties", text) == "Northwind Models, Inc.; Alder Bank Limited"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('The effective date is May 1, 2021 (the "Effective Date").', "2021-05-01"),
        ("This Agreement shall commence on June 2, 2021.", "2021-06-02"),
        ("Payment falls due on July 3, 2021.", "2021-03-04"),
    ],
    ids=["defined", "commences", "none-said"],
)
def test_effective_date_is_the_one_stated_else_the_day_of_the_contract(text: str, day: str) -> None:
    assert value("effective_date", PREAMBLE, text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("This Agreement continues until December 31, 2024.", "2024-12-31"),
        ("The term of this Agreement shall be for a period of three (3) years.", "2024-03-04"),
        ("The initial term of this Agreement is 18 months.", "2022-09-04"),
        ("This Agreement shall remain in effect until the second anniversary of its date.", "2023-03-04"),
        (
            "The Term starts today and, unless earlier terminated or extended as set out, ends December 31, 2024.",
            "2024-12-31",
        ),
        ("This Agreement continues until the four (4) year anniversary of its date.", "2025-03-04"),
        ("“Contract Period” means the time from April 1, 2021 through June 30, 2024.", "2024-06-30"),
        ("The duties of confidentiality survive for five years after the term.", None),
        ("During the term of this Agreement and for two years, Supplier keeps records.", None),
    ],
    ids=["stated", "years", "months", "anniversary", "unless", "four-years", "defined", "survival", "records"],
)
def test_end_is_stated_or_counted_from_the_first_day(text: str, day: str | None) -> None:
    assert value("expiration_date", PREAMBLE, text) == day


@pytest.mark.parametrize(
    ("text", "law"),
    [
        (
            "This Agreement is governed by the laws of the State of New York, without regard to conflicts of law.",
            "New York",
        ),
        ("THIS CONTRACT SHALL BE GOVERNED BY THE LAWS OF THE STATE OF TEXAS.", "Texas"),
        ("This Agreement is governed by and construed under the laws of England and Wales.", "England and Wales"),
        ("This Agreement is governed by Delaware law.", "Delaware"),
        ("This Agreement is governed by English law.", "England"),
        ("This Agreement is governed by the laws of the PRC.", "People's Republic of China"),
        ("This Agreement is governed by the laws of the United States and the State of Ohio.", "Ohio"),
        ("This Agreement is made in the State of Utah and construed under the laws of that State.", "Utah"),
        ("Northwind is a company organized under the laws of Nevada.", None),
        ("This Agreement is governed by the laws of [***].", None),
    ],
    ids=[
        "state",
        "capitals",
        "two-countries",
        "short",
        "adjective",
        "initials",
        "federal",
        "that-state",
        "seat",
        "blank",
    ],
)
def test_governing_law_is_named_shortly(text: str, law: str | None) -> None:
    assert value("governing_law", text) == law


def test_end_of_a_quarter_is_not_the_end_of_the_contract() -> None:
    quarter = "“Quarter” means three months; the first one of the term ends on June 30, 2021."
    assert value("expiration_date", PREAMBLE, quarter, "This Agreement lasts for a term of two years.") == "2023-03-04"


def test_blank_in_the_opening_gives_no_date() -> None:
    found = facts(
        'This Agreement is made this ___ day of ______, 2020 between Northwind Models, Inc. ("Vendor") and you.'
    )
    assert "agreement_date" not in found
    assert "effective_date" not in found


def test_quotes_stand_in_the_text() -> None:
    read = document(
        "ORDER TERMS AGREEMENT",
        PREAMBLE,
        "The term of this Agreement is two (2) years.",
        "Texas law governs this Agreement.",
    )
    for fact in facts_of(read):
        assert fact.quote
        assert fact.quote == read.blocks[fact.block].text[fact.start : fact.end]


def test_audit_report_has_no_facts_of_a_contract() -> None:
    assert facts_of(document(PREAMBLE, kind=DocumentKind.AUDIT_REPORT)) == ()


@pytest.mark.parametrize(("language", "some"), [("en", True), ("de", False)])
def test_analysis_carries_facts_only_of_a_language_it_understands(language: str, some: bool) -> None:
    assert bool(analyse(document(PREAMBLE, language=language), ()).facts) is some


def test_hostile_text_does_not_make_the_reading_slow() -> None:
    text = "AGREEMENT between " + "A-/ and " * 20_000 + "term " * 20_000 + "law of " * 5_000
    assert facts_of(document(text)) is not None
