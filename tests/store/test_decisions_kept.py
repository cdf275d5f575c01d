from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from scoring.model import Action, Decision, DecisionReason
from store import decisions, documents
from store.database import Store
from store.problems import RevisionTaken
from store.records import DecisionRecord

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def entry(revision: int, action: Action | None, *, by: str = "Ada") -> DecisionRecord:
    decision = Decision(
        key="k1",
        check_id="survival",
        document_id="d1",
        action=action or Action.ACCEPT,
        reason=DecisionReason.OTHER,
        note="“why”",
        by=by,
        at=NOON,
    )
    return DecisionRecord(
        key="k1",
        revision=revision,
        document_id="d1",
        check_id="survival",
        by=by,
        at=NOON,
        decision=decision if action else None,
    )


def test_a_decision_comes_back_as_it_went_in(store: Store) -> None:
    with store.write() as session:
        decisions.add(session, entry(1, Action.REJECT))
    with store.read() as session:
        assert decisions.history(session, "k1") == (entry(1, Action.REJECT),)


def test_the_newest_entry_holds_and_the_history_stays(store: Store) -> None:
    with store.write() as session:
        decisions.add(session, entry(1, Action.ACCEPT))
        decisions.add(session, entry(2, None))
    with store.read() as session:
        assert decisions.latest(session, ["d1"])["k1"].decision is None
        assert len(decisions.history(session, "k1")) == 2


@pytest.mark.parametrize("revision", [1, 3], ids=["one that is taken", "one that leaves a gap"])
def test_a_revision_that_does_not_follow_the_last_is_refused(store: Store, revision: int) -> None:
    with store.write() as session:
        decisions.add(session, entry(1, Action.ACCEPT))
    with pytest.raises(RevisionTaken), store.write() as session:
        decisions.add(session, entry(revision, Action.REJECT))


def test_of_reviewers_who_decide_at_once_exactly_one_wins(store: Store) -> None:
    def try_it(number: int) -> bool:
        try:
            with store.write() as session:
                decisions.add(session, entry(1, Action.ACCEPT, by=f"reviewer {number}"))
        except RevisionTaken:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(try_it, range(8))) == [False] * 7 + [True]


def test_decisions_go_with_their_document(store: Store) -> None:
    with store.write() as session:
        decisions.add(session, entry(1, Action.ACCEPT))
        documents.remove(session, ["d1"])
    with store.read() as session:
        assert decisions.history(session, "k1") == ()
