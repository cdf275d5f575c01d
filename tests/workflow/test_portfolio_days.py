"""Reminders of key days and reviews that are due, on the portfolio."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clauses.model import Analysis, Fact
from tests.workflow.builders import add_read
from workflow.case import Case
from workflow.portfolio import portfolio
from workflow.workspace import Workspace

TODAY = datetime.now(UTC).date()


@pytest.fixture
def ends_in_thirty_days(monkeypatch: pytest.MonkeyPatch) -> date:
    """Every document ends in thirty days."""
    end = TODAY + timedelta(days=30)
    fact = Fact(name="expiration_date", value=end.isoformat(), quote="Ends.", page=1, block=0, start=0, end=5)
    monkeypatch.setattr(
        Case,
        "analyses",
        property(lambda case: (Analysis(document_id="d", findings=(), facts=(fact,), rules_version="1"),)),
    )
    return end


def test_a_key_day_that_comes_soon_is_a_reminder(ws: Workspace, ends_in_thirty_days: date) -> None:
    add_read(ws)
    (row,) = portfolio(ws, on=TODAY).rows
    assert [(day.id, day.day) for day in row.reminders] == [("end", ends_in_thirty_days)]


@pytest.mark.parametrize("days", [-100, 31])
def test_a_key_day_far_off_or_past_is_none(ws: Workspace, ends_in_thirty_days: date, days: int) -> None:
    add_read(ws)
    (row,) = portfolio(ws, on=TODAY + timedelta(days=days)).rows
    assert row.reminders == ()


@pytest.mark.parametrize(("days", "due"), [(0, False), (180, False), (181, True)])
def test_a_vendor_is_due_for_review_after_the_set_days(ws: Workspace, days: int, due: bool) -> None:
    add_read(ws)
    (row,) = portfolio(ws, on=TODAY + timedelta(days=days)).rows
    assert row.review_due is due
