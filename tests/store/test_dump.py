from datetime import date
from pathlib import Path

from sqlalchemy import delete, select

from store import jobs, trail
from store.database import Store, open_store
from store.dump import TABLES, dump, load
from store.records import TrailRecord
from store.tables import AssessmentRow, Base
from tests.store.conftest import NOON


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.read() as session:
        return {name: [tuple(row) for row in session.execute(select(Base.metadata.tables[name]))] for name in TABLES}


def test_every_row_comes_back_with_its_types(store: Store, tmp_path: Path) -> None:
    with store.write() as session:
        jobs.queue(session, "d1", by="Ada", at=NOON)
        trail.add(session, TrailRecord(at=NOON, by="Zoë", action="add", subject="“terms” \u202e"))
        session.add(
            AssessmentRow(
                vendor="northwind", on=date(2026, 11, 25), policy_id="default", policy_version=1, policy_text="",
                inputs="", score=61.5, band="C", coverage=92.0, made_at=NOON, made_by="Ada", content="{}",
            )
        )  # fmt: skip
    other = open_store(f"sqlite:///{tmp_path / 'other.sqlite3'}", tmp_path / "other")
    with store.read() as source, other.write() as target:
        for table in TABLES:
            load(target, table, dump(source, table))
    assert rows(other) == rows(store)


def test_new_rows_are_numbered_after_those_that_were_loaded(store: Store, tmp_path: Path) -> None:
    with store.write() as session:
        first = jobs.queue(session, "d1", by="Ada", at=NOON)
        lines = [line.replace(f'"id": {first}', '"id": 41') for line in dump(session, "jobs")]
        session.execute(delete(Base.metadata.tables["jobs"]))
        load(session, "jobs", lines)
        jobs.cancel(session, [41], NOON)
        assert jobs.queue(session, "d1", by="Ada", at=NOON) == 42
