"""The audit trail in the store: lines are added and never changed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.records import TrailRecord
from store.tables import TrailRow


def add(session: Session, record: TrailRecord) -> None:
    """Add a line; its number is given by the store."""
    session.add(
        TrailRow(
            at=record.at,
            by=record.by,
            action=record.action,
            subject=record.subject,
            vendor=record.vendor,
            before=record.before,
            after=record.after,
        )
    )


def lines(session: Session, *, vendor: str | None, limit: int) -> tuple[TrailRecord, ...]:
    """Return the newest lines, of one vendor or of all."""
    query = select(TrailRow).order_by(TrailRow.id.desc()).limit(limit)
    if vendor is not None:
        query = query.where(TrailRow.vendor == vendor)
    return tuple(
        TrailRecord(
            id=row.id,
            at=row.at,
            by=row.by,
            action=row.action,
            subject=row.subject,
            vendor=row.vendor,
            before=row.before,
            after=row.after,
        )
        for row in session.scalars(query)
    )
