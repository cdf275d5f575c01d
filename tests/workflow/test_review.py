from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from clauses.model import Analysis, Outcome
from documents.isolation import Result
from scoring.model import Action, DecisionReason, Edit
from tests.builders import build_document
from tests.workflow.builders import BAN, add_read, claimed, findings_of
from workflow.assess import current_assessment
from workflow.model import ReviewItem
from workflow.passages import find_passage
from workflow.problems import DecidedByAnother, QuoteNotInDocument, ReasonNeeded
from workflow.reading import keep
from workflow.review import decide, duties, history, review_items, undo
from workflow.tasks import Reading
from workflow.trail import audit_trail
from workflow.upload import read_again
from workflow.workspace import Workspace

VENDOR = "northwind-models"
TODAY = date(2026, 11, 25)


def item_of(ws: Workspace, check_id: str) -> ReviewItem:
    return next(item for item in review_items(ws, VENDOR) if item.check.id == check_id)


def to_review(ws: Workspace) -> int:
    stored = current_assessment(ws, VENDOR, on=TODAY)
    assert stored is not None
    return stored.assessment.to_review


def test_every_quote_and_every_finding_without_one_is_an_item(ws: Workspace) -> None:
    add_read(ws, BAN, "Another paragraph.")
    items = review_items(ws, VENDOR)
    assert [(i.check.id, i.evidence is None) for i in items] == [
        ("output_training_ban", False),
        ("incident_notice", True),
        ("survival", True),
    ]


def test_as_many_items_are_open_as_the_assessment_counts(ws: Workspace) -> None:
    add_read(ws)
    assert sum(item.open for item in review_items(ws, VENDOR)) == to_review(ws) == 1


def test_an_accepted_item_is_not_open_any_more(ws: Workspace) -> None:
    add_read(ws)
    decide(ws, item_of(ws, "output_training_ban"), Action.ACCEPT, by="Ada")
    assert to_review(ws) == 0
    assert not any(item.open for item in review_items(ws, VENDOR))


def test_a_decision_survives_a_new_analysis_with_other_blocks(ws: Workspace) -> None:
    record = add_read(ws)
    decide(ws, item_of(ws, "output_training_ban"), Action.ACCEPT, by="Ada", note="read twice")
    read_again(ws, record.id, by="Ada")
    document = build_document("A new heading.", BAN, document_id=record.id)
    analysis = Analysis(document_id=record.id, findings=findings_of(document), rules_version="2.0")
    keep(ws.store, claimed(ws), record, Result(value=Reading(document=document, analysis=analysis)))
    item = item_of(ws, "output_training_ban")
    assert item.evidence is not None
    assert item.evidence.block == 1
    assert item.decision is not None
    assert (item.decision.by, item.decision.note) == ("Ada", "read twice")


def test_a_rejected_quote_counts_as_not_found(ws: Workspace) -> None:
    add_read(ws)
    decide(ws, item_of(ws, "output_training_ban"), Action.REJECT, by="Ada", reason=DecisionReason.WRONG_PASSAGE)
    stored = current_assessment(ws, VENDOR, on=TODAY)
    assert stored is not None
    result = next(r for r in stored.assessment.results if r.criterion.check_id == "output_training_ban")
    assert result.outcome is Outcome.ABSENT


@pytest.mark.parametrize("action", [Action.REJECT, Action.EDIT])
def test_a_critical_check_needs_a_reason(ws: Workspace, action: Action) -> None:
    add_read(ws)
    with pytest.raises(ReasonNeeded):
        decide(ws, item_of(ws, "output_training_ban"), action, by="Ada")


def test_who_is_slower_is_told_who_decided_what(ws: Workspace) -> None:
    add_read(ws)
    seen = item_of(ws, "output_training_ban")
    decide(ws, seen, Action.ACCEPT, by="Ada")
    with pytest.raises(DecidedByAnother, match=r"Ada decided this finding at \d\d:\d\d \(accepted\)"):
        decide(ws, seen, Action.REJECT, by="Ben", reason=DecisionReason.OTHER)
    assert [entry.by for entry in history(ws, seen.key)] == ["Ada"]


def test_of_many_at_once_exactly_one_decides(ws: Workspace) -> None:
    add_read(ws)
    seen = item_of(ws, "output_training_ban")

    def try_it(number: int) -> bool:
        try:
            decide(ws, seen, Action.ACCEPT, by=f"reviewer {number}")
        except DecidedByAnother:
            return False
        return True

    with ThreadPoolExecutor(6) as threads:
        assert sum(threads.map(try_it, range(6))) == 1


def test_undo_takes_a_decision_back_and_keeps_the_history(ws: Workspace) -> None:
    add_read(ws)
    decide(ws, item_of(ws, "output_training_ban"), Action.ACCEPT, by="Ada")
    decided = item_of(ws, "output_training_ban")
    undo(ws, decided.key, seen=decided.revision, by="Ada")
    item = item_of(ws, "output_training_ban")
    assert item.decision is None
    assert item.open
    assert [entry.decision is None for entry in history(ws, item.key)] == [False, True]


def test_decisions_stand_in_the_audit_trail_with_before_and_after(ws: Workspace) -> None:
    add_read(ws)
    decide(ws, item_of(ws, "output_training_ban"), Action.ACCEPT, by="Ada")
    again = item_of(ws, "output_training_ban")
    decide(ws, again, Action.REJECT, by="Ben", reason=DecisionReason.WRONG_PARTY, note="it binds us")
    line = audit_trail(ws, vendor=VENDOR)[0]
    assert (line.by, line.action, line.before, line.after) == (
        "Ben",
        "reject",
        "accept",
        "reject; wrong party; it binds us",
    )


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("governed by the laws of Ireland", id="as written"),
        pytest.param("Governed  by the\nlaws of\tireland", id="other spaces and capitals"),
        pytest.param("“governed by the laws of Ireland”", id="in quotation marks"),
    ],
)
def test_a_marked_passage_is_given_as_the_document_writes_it(ws: Workspace, words: str) -> None:
    record = add_read(ws)
    evidence = find_passage(ws, record.id, words)
    assert evidence.quote == "governed by the laws of Ireland"
    assert evidence.block == 1


@pytest.mark.parametrize(
    "words", ["governed by the laws of Iceland", "laws", "Services. The agreement is governed"],
    ids=["other word", "too few letters", "across two paragraphs"],
)  # fmt: skip
def test_words_that_are_not_in_the_document_are_refused(ws: Workspace, words: str) -> None:
    record = add_read(ws)
    with pytest.raises(QuoteNotInDocument):
        find_passage(ws, record.id, words)


def test_a_marked_passage_makes_an_absent_finding_present(ws: Workspace) -> None:
    record = add_read(ws)
    evidence = find_passage(ws, record.id, "governed by the laws of Ireland")
    decide(ws, item_of(ws, "survival"), Action.EDIT, by="Ada", edit=Edit(outcome=Outcome.PRESENT, evidence=evidence))
    stored = current_assessment(ws, VENDOR, on=TODAY)
    assert stored is not None
    result = next(r for r in stored.assessment.results if r.criterion.check_id == "survival")
    assert result.best is not None
    assert result.best.quote == "governed by the laws of Ireland"


def test_an_edit_with_invented_words_is_refused(ws: Workspace) -> None:
    record = add_read(ws)
    evidence = replace(find_passage(ws, record.id, "governed by the laws of Ireland"), quote="something else")
    with pytest.raises(QuoteNotInDocument):
        decide(ws, item_of(ws, "survival"), Action.EDIT, by="Ada", edit=Edit(evidence=evidence))


@pytest.mark.parametrize(
    ("prepare", "count"),
    [
        pytest.param(lambda _: None, 1, id="the ban as found"),
        pytest.param(
            lambda ws: decide(
                ws, item_of(ws, "output_training_ban"), Action.REJECT, by="Ada", reason=DecisionReason.OTHER
            ),
            0,
            id="the ban rejected",
        ),
    ],
)
def test_duties_are_the_bans_that_hold_for_you(
    ws: Workspace, prepare: Callable[[Workspace], object], count: int
) -> None:
    add_read(ws)
    prepare(ws)
    assert len(duties(ws, VENDOR)) == count
