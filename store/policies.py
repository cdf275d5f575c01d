"""The buyer's own policies in the store, every version kept."""

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from store.problems import RevisionTaken
from store.records import PolicyRecord
from store.tables import PolicyRow


def newest(session: Session) -> tuple[PolicyRecord, ...]:
    """Return the newest version of each policy, by title."""
    last = select(PolicyRow.id, func.max(PolicyRow.version).label("version")).group_by(PolicyRow.id).subquery()
    query = select(PolicyRow).join(last, (PolicyRow.id == last.c.id) & (PolicyRow.version == last.c.version))
    return tuple(_record(row) for row in session.scalars(query.order_by(PolicyRow.title, PolicyRow.id)))


def policy(session: Session, policy_id: str, version: int | None = None) -> PolicyRecord | None:
    """Return one version of a policy, the newest unless told."""
    query = select(PolicyRow).where(PolicyRow.id == policy_id)
    if version is not None:
        query = query.where(PolicyRow.version == version)
    row = session.scalars(query.order_by(PolicyRow.version.desc()).limit(1)).first()
    return None if row is None else _record(row)


def add(session: Session, record: PolicyRecord) -> None:
    """Add a version; raise RevisionTaken when somebody else wrote it first."""
    latest = policy(session, record.id)
    if record.version != (latest.version if latest else 0) + 1:
        raise RevisionTaken
    session.add(
        PolicyRow(
            id=record.id,
            version=record.version,
            title=record.title,
            text=record.text,
            saved_at=record.saved_at,
            saved_by=record.saved_by,
        )
    )
    try:
        session.flush()
    except IntegrityError as error:
        raise RevisionTaken from error


def _record(row: PolicyRow) -> PolicyRecord:
    return PolicyRecord(
        id=row.id,
        version=row.version,
        title=row.title,
        text=row.text,
        saved_at=row.saved_at,
        saved_by=row.saved_by,
    )
