"""The audit trail: every change notes who did what to what, when, and how it was before and after."""

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from store import trail
from store.records import TrailRecord
from workflow.workspace import Workspace


def note(
    session: Session, action: str, subject: str, *, by: str, vendor: str = "", before: str = "", after: str = ""
) -> None:
    """Add a line to the trail, in the same transaction as the change that it speaks of."""
    trail.add(
        session,
        TrailRecord(
            at=datetime.now(UTC), by=by, action=action, subject=subject, vendor=vendor, before=before, after=after
        ),
    )


def audit_trail(ws: Workspace, *, vendor: str | None = None, limit: int = 200) -> tuple[TrailRecord, ...]:
    """Return the newest lines of the trail, of one vendor or of all."""
    with ws.store.read() as session:
        return trail.lines(session, vendor=vendor, limit=limit)
