"""How long documents are kept and how much there is; nothing is removed without being asked for."""

from collections.abc import Sequence
from datetime import date, timedelta

from reports.words import counted
from store.records import DocumentRecord
from workflow.model import Removal
from workflow.upload import document_removal, documents, remove_document
from workflow.workspace import Workspace


def expired_documents(ws: Workspace, *, on: date) -> tuple[DocumentRecord, ...]:
    """Return the documents that were added more than the set number of days before a date, oldest first."""
    days = ws.settings.retention_days
    if not days:
        return ()
    last = on - timedelta(days=days)
    return tuple(d for d in reversed(documents(ws)) if d.added_at.astimezone().date() < last)


def remove_expired(ws: Workspace, document_ids: Sequence[str], *, by: str) -> Removal:
    """Remove documents with all findings and decisions and return what that was."""
    decisions = sum(document_removal(ws, document_id).decisions for document_id in document_ids)
    for document_id in document_ids:
        remove_document(ws, document_id, by=by)
    text = f"{counted(len(document_ids), 'document')} with their findings and {counted(decisions, 'decision')}"
    return Removal(documents=len(document_ids), decisions=decisions, assessments=0, text=text)


def data_size(ws: Workspace) -> tuple[int, int]:
    """Return how many documents' files the data folder holds, and their bytes."""
    sizes = [path.stat().st_size for path in ws.store.files]
    return len(sizes), sum(sizes)
