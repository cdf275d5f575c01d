"""Reads every row the way the program does: rows that come from outside may be of the right type and say nonsense."""

from collections.abc import Callable, Iterator
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from store import assessments, decisions, documents, jobs, policies, trail, vendors
from store.files import HASH
from store.tables import AssessmentRow, DocumentRow

MANY = 10_000_000  # more than any table has


def unreadable(session: Session) -> Iterator[str]:
    """Yield a name for each thing in the store that cannot be read: "documents", "decision abc"."""
    ids = tuple(session.scalars(select(DocumentRow.id).order_by(DocumentRow.id)))
    listed: dict[str, Callable[[], object]] = {
        "the vendors": partial(vendors.all_vendors, session),
        "the list of documents": partial(documents.documents, session),
        "the policies": partial(policies.newest, session),
        "the jobs": partial(jobs.jobs, session, None, limit=MANY),
        "the trail": partial(trail.lines, session, vendor=None, limit=MANY),
    }
    for name, read in listed.items():
        yield from _tried(name, read)
    for document_id in ids:
        if not HASH.fullmatch(document_id):
            yield f"document “{document_id[:16]}”"
        yield from _tried(f"document {document_id[:16]}", partial(documents.text, session, document_id))
        yield from _tried(f"findings of {document_id[:16]}", partial(documents.analyses, session, [document_id]))
        yield from _tried(f"decisions on {document_id[:16]}", partial(decisions.latest, session, [document_id]))
    for number in session.scalars(select(AssessmentRow.id)).all():
        yield from _tried(f"assessment {number}", partial(assessments.content, session, number))
        yield from _tried(f"assessment {number}", partial(assessments.assessment, session, number))


def _tried(name: str, read: Callable[[], object]) -> Iterator[str]:
    try:
        read()
    except (ValueError, TypeError, KeyError, RecursionError):
        yield name
