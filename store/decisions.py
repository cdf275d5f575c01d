"""Reviewers' decisions in the store: a history per finding, in which nobody can overwrite an entry unseen."""

from collections.abc import Sequence

from pydantic import TypeAdapter
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from scoring.model import Decision
from store.problems import RevisionTaken
from store.records import DecisionRecord
from store.tables import DecisionRow

_DECISION = TypeAdapter(Decision)


def latest(session: Session, document_ids: Sequence[str]) -> dict[str, DecisionRecord]:
    """Return by key the entry that holds now, for all findings of these documents."""
    rows = session.scalars(
        select(DecisionRow).where(DecisionRow.document_id.in_(document_ids)).order_by(DecisionRow.revision)
    )
    return {row.key: _record(row) for row in rows}


def history(session: Session, key: str) -> tuple[DecisionRecord, ...]:
    """Return all entries of one finding, oldest first."""
    rows = session.scalars(select(DecisionRow).where(DecisionRow.key == key).order_by(DecisionRow.revision))
    return tuple(_record(row) for row in rows)


def add(session: Session, record: DecisionRecord) -> None:
    """Add an entry; raise RevisionTaken when somebody else wrote this revision, or another one after it, first."""
    newest = session.scalar(select(func.max(DecisionRow.revision)).where(DecisionRow.key == record.key)) or 0
    if newest != record.revision - 1:
        raise RevisionTaken
    session.add(
        DecisionRow(
            key=record.key,
            revision=record.revision,
            document_id=record.document_id,
            check_id=record.check_id,
            action=record.decision.action if record.decision else None,
            content=_DECISION.dump_json(record.decision).decode() if record.decision else None,
            by=record.by,
            at=record.at,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise RevisionTaken from error


def count(session: Session, document_ids: Sequence[str]) -> int:
    """Return how many entries there are for these documents."""
    query = select(func.count()).select_from(DecisionRow).where(DecisionRow.document_id.in_(document_ids))
    return session.scalar(query) or 0


def _record(row: DecisionRow) -> DecisionRecord:
    return DecisionRecord(
        key=row.key,
        revision=row.revision,
        document_id=row.document_id,
        check_id=row.check_id,
        by=row.by,
        at=row.at,
        decision=_DECISION.validate_json(row.content) if row.content else None,
    )
