"""Assessments in the store, each with the text of the policy that it was made under."""

from collections.abc import Sequence
from datetime import date

from pydantic import TypeAdapter
from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.orm import Session

from scoring.model import Assessment
from store.records import AssessmentRecord
from store.tables import AssessmentRow

_ASSESSMENT = TypeAdapter(Assessment)


def assessments(session: Session, vendor: str) -> tuple[AssessmentRecord, ...]:
    """Return a vendor's assessments, newest first."""
    query = select(AssessmentRow).where(AssessmentRow.vendor == vendor)
    return tuple(_record(row) for row in session.scalars(query.order_by(AssessmentRow.id.desc())))


def assessment(session: Session, assessment_id: int) -> AssessmentRecord | None:
    """Return what is known of an assessment beside its content."""
    row = session.get(AssessmentRow, assessment_id)
    return None if row is None else _record(row)


def content(session: Session, assessment_id: int) -> tuple[Assessment, str]:
    """Return an assessment exactly as it was made, and the text of its policy."""
    row = session.get_one(AssessmentRow, assessment_id)
    return _ASSESSMENT.validate_json(row.content), row.policy_text


def current(session: Session, vendor: str, on: date, inputs: str) -> AssessmentRecord | None:
    """Return the newest assessment that was made on this date from these inputs."""
    query = select(AssessmentRow).where(
        AssessmentRow.vendor == vendor, AssessmentRow.on == on, AssessmentRow.inputs == inputs
    )
    row = session.scalars(query.order_by(AssessmentRow.id.desc()).limit(1)).first()
    return None if row is None else _record(row)


def latest_on(session: Session, vendor: str, on: date, policy_id: str | None) -> AssessmentRecord | None:
    """Return the newest assessment of this date, under one policy or any."""
    query = select(AssessmentRow).where(AssessmentRow.vendor == vendor, AssessmentRow.on == on)
    if policy_id is not None:
        query = query.where(AssessmentRow.policy_id == policy_id)
    row = session.scalars(query.order_by(AssessmentRow.id.desc()).limit(1)).first()
    return None if row is None else _record(row)


def add(session: Session, record: AssessmentRecord, made: Assessment, *, policy_text: str, inputs: str) -> int:
    """Keep an assessment and return its number.

    It takes the place of those that nobody exported and that are of the same day, or say the same of another day.
    """
    session.execute(
        delete(AssessmentRow).where(
            AssessmentRow.vendor == record.vendor,
            or_(AssessmentRow.on == record.on, AssessmentRow.inputs == inputs),
            AssessmentRow.policy_id == record.policy_id,
            AssessmentRow.policy_version == record.policy_version,
            AssessmentRow.kept.is_(False),
        )
    )
    row = AssessmentRow(
        vendor=record.vendor,
        on=record.on,
        policy_id=record.policy_id,
        policy_version=record.policy_version,
        policy_text=policy_text,
        inputs=inputs,
        score=record.score,
        band=record.band,
        coverage=record.coverage,
        kept=record.kept,
        made_at=record.made_at,
        made_by=record.made_by,
        content=_ASSESSMENT.dump_json(made).decode(),
    )
    session.add(row)
    session.flush()
    return row.id


def keep(session: Session, assessment_id: int) -> None:
    """Mark an assessment as exported: it is never replaced from now on."""
    session.execute(update(AssessmentRow).where(AssessmentRow.id == assessment_id).values(kept=True))


def move(session: Session, vendor: str, into: str) -> None:
    """Give a vendor's assessments to another one, each still saying what it said."""
    session.execute(update(AssessmentRow).where(AssessmentRow.vendor == vendor).values(vendor=into))


def count(session: Session, vendors: Sequence[str]) -> int:
    """Return how many assessments these vendors have."""
    query = select(func.count()).select_from(AssessmentRow).where(AssessmentRow.vendor.in_(vendors))
    return session.scalar(query) or 0


def _record(row: AssessmentRow) -> AssessmentRecord:
    return AssessmentRecord(
        id=row.id,
        vendor=row.vendor,
        on=row.on,
        policy_id=row.policy_id,
        policy_version=row.policy_version,
        inputs=row.inputs,
        score=row.score,
        band=row.band,
        coverage=row.coverage,
        kept=row.kept,
        made_at=row.made_at,
        made_by=row.made_by,
    )
