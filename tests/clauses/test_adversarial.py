"""Invented sentences made to mislead: both polarities, swapped parties, look-alikes, noise."""

from pathlib import Path

import pytest
import yaml

from clauses.model import Outcome
from tests.clauses.examples import Example, find

TABLE = Path(__file__).with_name("adversarial.yaml")
REVIEWED = 0.7
ROWS = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


def every_row() -> list[object]:
    rows = []
    for number, row in enumerate(ROWS):
        marks = (
            [pytest.mark.xfail(strict=True, reason=row["because"])] if row["expect"] in ("todo", "false_alarm") else []
        )
        rows.append(pytest.param(row, id=f"{number}-{row['check']}-{row['expect']}", marks=marks))
    return rows


@pytest.mark.parametrize("row", every_row())
def test_misleading_sentence_is_read_rightly(row: dict[str, str]) -> None:
    check_id, exceptions = row["check"], row.get("exceptions")
    kept = {key: value for key, value in row.items() if key not in ("check", "exceptions")}
    finding = find(check_id, Example(**kept))
    if row["expect"] in ("none", "false_alarm"):
        # What waits for a person is no verdict: the policies ask to review what is less sure than REVIEWED.
        sure = [e for e in finding.evidence if e.confidence >= REVIEWED]
        assert not sure, [(e.quote, e.confidence, e.reasons) for e in sure]
        return
    assert finding.outcome is Outcome.PRESENT, [(e.quote, e.reasons) for e in finding.nearest]
    if "party" in row:
        assert row["party"] in [e.bound for e in finding.evidence]
    if "force" in row:
        assert row["force"] in [e.force for e in finding.evidence]
    if exceptions:
        assert exceptions in [kind for e in finding.evidence for kind in e.exceptions]


def test_table_holds_at_least_150_sentences_that_differ() -> None:
    assert (
        len({(row["check"], row["text"], row.get("lead_in"), row.get("heading")) for row in ROWS}) == len(ROWS) >= 150
    )
