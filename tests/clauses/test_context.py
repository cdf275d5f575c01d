"""Polarity, party, force, exceptions and reach, sentence by sentence."""

import pytest

from clauses import context
from clauses.matcher import phrase
from clauses.model import ExceptionKind, Force, Party, Polarity
from clauses.parties import Names, names_of
from clauses.scope import not_operative, part
from clauses.sentences import Sentence, sentences
from documents.model import Block, BlockKind

NOBODY = Names()


def build_sentence(text: str, lead_in: str = "", heading: str = "") -> Sentence:
    block = Block(
        number=0,
        kind=BlockKind.ITEM if lead_in else BlockKind.PARAGRAPH,
        text=text,
        lead_in=lead_in,
        heading_path=(heading,) if heading else (),
    )
    return sentences(block)[-1]


def read(text: str, word: str, *, lead_in: str = "", heading: str = "", names: Names = NOBODY) -> context.Reading:
    sentence = build_sentence(text, lead_in, heading)
    return context.read(sentence, phrase(word).spans(sentence.doc, sentence.words)[-1], names)


@pytest.mark.parametrize(
    ("text", "word", "polarity"),
    [
        ("You may not scrape.", "scrape", Polarity.BAN),
        ("You cannot scrape.", "scrape", Polarity.BAN),
        ("Scraping is prohibited.", "scraping", Polarity.BAN),
        ("It is forbidden to scrape.", "scrape", Polarity.BAN),
        ("Scraping is not prohibited.", "scraping", Polarity.RIGHT),
        ("Nothing herein prevents you from scraping.", "scraping", Polarity.RIGHT),
        ("You may scrape.", "scrape", Polarity.RIGHT),
        ("You must scrape.", "scrape", Polarity.DUTY),
        ("We scrape.", "scrape", Polarity.ANY),
        ("You may not resell, but you may scrape.", "scrape", Polarity.RIGHT),
        ("You may resell, but you must not scrape.", "scrape", Polarity.BAN),
        ("You may not resell content that may offend or scrape.", "scrape", Polarity.BAN),
        ("If you do not agree, you may scrape.", "scrape", Polarity.RIGHT),
        ("We cannot guarantee that nobody will scrape.", "scrape", Polarity.ANY),
        ("You may not represent that you scrape.", "scrape", Polarity.BAN),
        ("You may not, except as permitted by law, scrape.", "scrape", Polarity.BAN),
    ],
)
def test_polarity_is_that_of_the_operator_that_governs(text: str, word: str, polarity: Polarity) -> None:
    assert read(text, word).polarity is polarity


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("You may not scrape.", Party.CUSTOMER),
        ("We will not scrape.", Party.VENDOR),
        ("Neither party may scrape.", Party.BOTH),
        ("No third party may scrape.", Party.THIRD_PARTY),
        ("Licensor shall not, and Licensee shall, scrape.", Party.CUSTOMER),
        ("We allow you to log in, and you may not scrape.", Party.CUSTOMER),
        ("Our bots do not scrape.", Party.VENDOR),
        ("You grant us the right to scrape.", Party.VENDOR),
        ("We grant you a licence to scrape.", Party.CUSTOMER),
        ("Content may not be touched by Provider to scrape.", Party.VENDOR),
        ("Your data will not be used to scrape.", Party.VENDOR),
        ("We prohibit any attempt to scrape.", Party.CUSTOMER),
    ],
)
def test_bound_party_is_who_acts_under_the_operator(text: str, party: Party) -> None:
    assert read(text, "scrape").bound is party


def test_lead_in_governs_its_item() -> None:
    assert read("scrape", "scrape", lead_in="You must not:").polarity is Polarity.BAN
    assert read("scrape", "scrape", lead_in="You may:").polarity is Polarity.RIGHT


def test_heading_makes_a_bare_item_a_ban() -> None:
    assert read("scraping content", "scraping", heading="Prohibited conduct").polarity is Polarity.BAN


def test_bare_item_without_lead_in_is_only_assumed_to_be_a_ban() -> None:
    assert read("scraping content", "scraping").assumed


def test_head_governs_each_enumerated_part_and_no_part_another() -> None:
    text = "You may not (i) resell what we may list, or (ii) scrape."
    assert read(text, "scrape").polarity is Polarity.BAN
    assert read("You (i) may not resell and (ii) may scrape.", "scrape").polarity is Polarity.RIGHT


def test_part_ends_where_the_next_one_begins() -> None:
    sentence = build_sentence("You may not (i) resell or (ii) scrape.")
    hit = phrase("resell").spans(sentence.doc, sentence.words)[0]
    head, (start, end) = part(sentence, hit)
    assert sentence.doc[:head].text == "You may not"
    assert sentence.doc[start:end].text == "(i) resell or"


def test_number_in_brackets_after_its_word_begins_no_part() -> None:
    sentence = build_sentence("Within thirty (30) days you must scrape.")
    assert part(sentence, (0, 1)) == (0, (0, len(sentence.doc)))


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("You may not scrape.", Force.MUST_NOT),
        ("You must scrape.", Force.MUST),
        ("You may scrape.", Force.MAY),
        ("We will use reasonable efforts not to scrape.", Force.EFFORTS),
        ("We are not obliged to scrape.", Force.DISCLAIMS),
        ("We scrape.", None),
    ],
)
def test_force_follows_the_operator(text: str, force: Force | None) -> None:
    assert read(text, "scrape").force is force


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("You may not scrape without our prior written consent.", {ExceptionKind.CONSENT}),
        ("You may not scrape, except to the extent permitted by law.", {ExceptionKind.LAW}),
        ("You may not scrape except as set out in the Documentation.", {ExceptionKind.LISTED_USES}),
        ("You may opt out of scraping.", {ExceptionKind.OPT_OUT}),
        ("Users of a paid plan may scrape.", {ExceptionKind.PLAN}),
        ("You may not scrape.", set()),
    ],
)
def test_exceptions_are_named(text: str, kinds: set[ExceptionKind]) -> None:
    assert set(context.exceptions(build_sentence(text))) == kinds


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("May I scrape?", "a question"),
        ("“Scraping” means copying by machine.", "a definition"),
        ("Their policy states: “you may not scrape.”", "another party's words"),
        ("No Scraping Allowed", "a heading"),
        ("You may not scrape.", ""),
        ("YOU MAY NOT SCRAPE.", ""),
    ],
)
def test_sentence_that_promises_nothing_is_told(text: str, why: str) -> None:
    assert not_operative(build_sentence(text)) == why


@pytest.mark.parametrize(
    ("text", "word", "party"),
    [
        ("Tarn Labs, Inc. (“Tarn”, “we”) and you agree.", "tarn", Party.VENDOR),
        ("Sorrel GmbH (the “Company”, “us”) sells.", "company", Party.VENDOR),
        ("The buyer (“you” or the “Company”) pays.", "company", Party.CUSTOMER),
        ("Brightfern may change the fees.", "brightfern", Party.VENDOR),
        ("Contoso (“Licensee”) signs.", "licensee", Party.CUSTOMER),
        ("Services may change.", "services", None),
    ],
)
def test_names_come_from_definitions_and_from_who_acts(text: str, word: str, party: Party | None) -> None:
    names = names_of([Block(number=0, kind=BlockKind.PARAGRAPH, text=text)])
    assert names.party(word) is party
