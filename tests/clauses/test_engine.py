"""The engine: quotes, outcomes, conflicts, nearest passages, values."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.engine import analyse
from clauses.model import Finding, Outcome, Unit
from clauses.registry import BY_ID, CHECKS
from documents.model import Document, DocumentKind
from tests.builders import build_document

BAN = "You may not use Output to train AI models."


def find(check_id: str, document: Document) -> Finding:
    return next(f for f in analyse(document).findings if f.check_id == check_id)


def test_every_check_answers_once_in_the_registry_s_order() -> None:
    findings = analyse(build_document(BAN)).findings
    assert [finding.check_id for finding in findings] == [check.id for check in CHECKS]


def test_quote_stands_in_its_block_letter_by_letter() -> None:
    document = build_document("First. " + BAN + " Last sentence.", "We may audit Customer once a year.")
    evidence = [e for finding in analyse(document).findings for e in finding.evidence]
    assert evidence
    assert all(e.quote == document.blocks[e.block].text[e.start : e.end] for e in evidence)


@given(
    st.lists(
        st.sampled_from([BAN, "We", "may", "“scrape”", "(a)", "not;", "7", "x.", "\u200b", "é", "opt out"]), max_size=30
    )
)
def test_any_text_gives_quotes_that_stand_in_it(words: list[str]) -> None:
    document = build_document(" ".join(words))
    for finding in analyse(document, [BY_ID["output_training_ban"], BY_ID["scraping_ban"]]).findings:
        for e in (*finding.evidence, *finding.nearest):
            assert e.quote == document.blocks[e.block].text[e.start : e.end]


def test_same_document_gives_the_same_analysis() -> None:
    document = build_document(BAN, "You may not scrape the Site.")
    assert analyse(document) == analyse(document)


def test_silence_of_a_complete_document_is_absent() -> None:
    assert find("output_training_ban", build_document("Fees are due monthly.")).outcome is Outcome.ABSENT


def test_silence_of_a_document_with_unread_pages_is_not_readable() -> None:
    document = replace(build_document("Fees are due monthly."), unreadable_pages=(2,))
    assert find("output_training_ban", document).outcome is Outcome.NOT_READABLE


def test_document_in_another_language_is_not_readable() -> None:
    document = replace(build_document(BAN), language="de")
    assert {f.outcome for f in analyse(document).findings} == {Outcome.NOT_READABLE}


def test_silence_of_a_kind_that_the_check_does_not_apply_to_is_not_applicable() -> None:
    document = build_document("Fees are due monthly.", kind=DocumentKind.ORDER_FORM)
    assert find("output_training_ban", document).outcome is Outcome.NOT_APPLICABLE


def test_clause_is_found_even_where_the_check_does_not_expect_it() -> None:
    assert find("output_training_ban", build_document(BAN, kind=DocumentKind.ORDER_FORM)).outcome is Outcome.PRESENT


def test_report_on_others_controls_holds_no_clause() -> None:
    document = build_document(BAN, kind=DocumentKind.AUDIT_REPORT)
    assert find("output_training_ban", document).outcome is Outcome.NOT_APPLICABLE


def test_two_firm_clauses_that_cannot_both_hold_are_conflicting() -> None:
    document = build_document(
        "We will not use your content to train our models.", "We may use your content to train our models."
    )
    ban, right = find("customer_data_training_ban", document), find("customer_data_training_right", document)
    assert ban.outcome is right.outcome is Outcome.CONFLICTING
    assert "We may use" in ban.message


@pytest.mark.parametrize(
    "second",
    [
        "Unless you opt out, we may use your content to train our models.",
        "On the free plan we may use your content to train our models.",
    ],
    ids=["opt-out", "plan"],
)
def test_clause_with_an_exception_conflicts_with_nothing(second: str) -> None:
    document = build_document("We will not use your content to train our models.", second)
    assert find("customer_data_training_ban", document).outcome is Outcome.PRESENT


def test_absent_check_names_the_passages_that_came_nearest_and_why_they_do_not_count() -> None:
    document = build_document("You may use Output to train AI models.", "Why may I not train a model on Output?")
    finding = find("output_training_ban", document)
    assert finding.outcome is Outcome.ABSENT
    reasons = [reason.what for near in finding.nearest for reason in near.reasons]
    assert any("read as right" in what for what in reasons)
    assert "a question" in reasons
    assert all(near.confidence == 0 for near in finding.nearest)


def test_at_most_three_nearest_passages_are_kept() -> None:
    document = build_document(*["You may use Output to train AI models."] * 5)
    assert len(find("output_training_ban", document).nearest) == 3


def test_evidence_explains_what_matched_and_how_it_was_read() -> None:
    evidence = find("output_training_ban", build_document(BAN)).evidence[0]
    assert evidence.reasons[0].words in BAN
    assert evidence.reasons[1].what == "read as ban"
    assert evidence.reasons[1].words == "may not"


def test_values_are_read_for_checks_that_ask_for_them() -> None:
    document = build_document("Provider shall notify Customer of a data breach within 72 hours.")
    value = find("incident_notice", document).evidence[0].values[0]
    assert (value.unit, value.number) == (Unit.HOURS, 72)
    assert document.blocks[0].text[value.start : value.end] == value.words


def test_summary_that_the_document_calls_not_binding_promises_nothing() -> None:
    base = build_document("The summaries in this document are not legally binding.", BAN)
    under = replace(base.blocks[1], heading_path=("Short summary",))
    document = replace(base, blocks=(base.blocks[0], under))
    assert find("output_training_ban", document).outcome is Outcome.ABSENT


def with_foreign(*texts: str, foreign: int) -> Document:
    """A document of which one paragraph is in German."""
    document = build_document(*texts)
    blocks = (replace(b, language="de") if b.number == foreign else b for b in document.blocks)
    return replace(document, blocks=tuple(blocks))


def test_clause_stands_only_in_passages_that_are_read() -> None:
    assert find("output_training_ban", with_foreign(BAN, "Der Rest.", foreign=1)).outcome is Outcome.PRESENT
    assert find("output_training_ban", with_foreign("Fees are due.", BAN, foreign=1)).outcome is Outcome.NOT_READABLE


def test_english_annex_of_a_foreign_document_is_read() -> None:
    document = build_document("Der Hauptteil.", BAN)
    annex = replace(document.blocks[1], language="en")
    document = replace(document, language="de", blocks=(document.blocks[0], annex))
    assert find("output_training_ban", document).outcome is Outcome.PRESENT
    assert find("scraping_ban", document).outcome is Outcome.NOT_READABLE


def test_facts_come_only_from_passages_that_are_read() -> None:
    law = "This Agreement is governed by the laws of the State of New York."
    facts = [{f.name for f in analyse(with_foreign(BAN, law, foreign=n), ()).facts} for n in (0, 1)]
    assert ["governing_law" in names for names in facts] == [True, False]
