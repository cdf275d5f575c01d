"""Files come in: checked by size and first bytes, kept at once, read in the background."""

from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy.orm import Session

from documents.formats import format_of
from documents.limits import Limits
from documents.model import Document, DocumentKind, UnreadableDocument
from documents.problems import empty, shown, too_large
from reports.words import KINDS, counted, written_date
from scoring.assess import missing_kinds
from store import decisions as stored_decisions
from store import documents as stored
from store import jobs as stored_jobs
from store.records import DocumentRecord, JobRecord, JobStep
from workflow.case import load_case, load_texts
from workflow.model import Added, Removal
from workflow.policies import policy_in_use
from workflow.problems import UnknownDocument
from workflow.trail import note
from workflow.vendors import forget_bytes, known
from workflow.workspace import Workspace

HEAD = 4096  # bytes that tell the format; the rest is for the worker


def add_file(ws: Workspace, *, vendor: str, name: str, data: bytes, by: str) -> Added:
    """Keep a file for a vendor and queue its reading; a refusal or a duplicate comes back as the message.

    `name` is shown and never used as a path. Raises UnknownVendor.
    """
    name = shown(name)
    refusal = refused(data, name, ws.settings.limits)
    if refusal:
        return Added(name=name, document=None, job=None, message=refusal)
    with ws.store.write() as session:
        known(session, vendor)
        twin = stored.document(session, sha256(data).hexdigest())
        if twin is not None:
            ws.store.files.put(data)  # in case they were lost or have rotted
            return Added(name=name, document=twin, job=None, message=_twin(session, name, twin, vendor), duplicate=True)
        now = datetime.now(UTC)
        record = DocumentRecord(
            id=ws.store.files.put(data), vendor=vendor, name=name, size=len(data), added_at=now, added_by=by
        )
        stored.add(session, record)
        job = stored_jobs.job(session, stored_jobs.queue(session, record.id, by=by, at=now))
        note(session, "add document", name, by=by, vendor=vendor, after=record.id)
    ws.jobs.wake()
    return Added(name=name, document=record, job=job)


def refused(data: bytes, name: str, limits: Limits) -> str:
    """Return why a file is not taken, from its size and first bytes alone; "" when the worker may try it."""
    try:
        if not data:
            raise empty(name)
        if len(data) > limits.file_bytes:
            raise too_large(name, len(data), limits.file_bytes)
        # An archive is looked into by the worker: it may be a Word file.
        if not data.startswith(b"PK"):
            format_of(data[:HEAD], name)
    except UnreadableDocument as error:
        return error.problem.text
    return ""


def documents(ws: Workspace, vendor: str | None = None) -> tuple[DocumentRecord, ...]:
    """Return the documents of a vendor, or all, newest first."""
    with ws.store.read() as session:
        return stored.documents(session, vendor)


def find_document(ws: Workspace, document_id: str) -> DocumentRecord | None:
    """Return the document of this hash."""
    with ws.store.read() as session:
        return stored.document(session, document_id)


def document_text(ws: Workspace, document_id: str) -> Document | None:
    """Return what was read of a document, with its blocks; None until it was read."""
    return load_texts(ws, [document_id]).get(document_id)


def set_kind(ws: Workspace, document_id: str, kind: DocumentKind, *, by: str) -> DocumentRecord:
    """Correct what a document is for; the guess stays known beside it.

    Which checks apply depends on the kind, so a document that was read is checked again in the background.
    """
    with ws.store.write() as session:
        before = present(session, document_id)
        if kind is before.kind:
            return before
        stored.set_kind(session, document_id, kind)
        if before.read:
            stored_jobs.queue(session, document_id, by=by, at=datetime.now(UTC), step=JobStep.CHECKS)
        note(
            session,
            "correct kind",
            before.name,
            by=by,
            vendor=before.vendor,
            before=KINDS[before.kind] if before.kind else "",
            after=KINDS[kind],
        )
    ws.jobs.wake()
    return find_document(ws, document_id) or before


def move_document(ws: Workspace, document_id: str, *, vendor: str, by: str) -> DocumentRecord:
    """Give a document, with its findings and decisions, to another vendor."""
    with ws.store.write() as session:
        before, target = present(session, document_id), known(session, vendor)
        stored.move(session, [document_id], vendor)
        note(
            session,
            "move document",
            before.name,
            by=by,
            vendor=vendor,
            before=known(session, before.vendor).name,
            after=target.name,
        )
    return find_document(ws, document_id) or before


def document_removal(ws: Workspace, document_id: str) -> Removal:
    """Return what would be removed with a document, for the question that is asked before."""
    with ws.store.read() as session:
        return _removal(session, present(session, document_id))


def remove_document(ws: Workspace, document_id: str, *, by: str) -> Removal:
    """Remove a document with its bytes, findings and decisions; assessments stay as they were made."""
    with ws.store.write() as session:
        document = present(session, document_id)
        removal = _removal(session, document)
        stored.remove(session, [document_id])
        note(session, "remove document", document.name, by=by, vendor=document.vendor, before=removal.text)
    forget_bytes(ws, document_id)
    return removal


def read_again(ws: Workspace, document_id: str, *, by: str) -> JobRecord:
    """Queue the reading of a document once more; decisions are kept."""
    with ws.store.write() as session:
        document = present(session, document_id)
        job = stored_jobs.job(session, stored_jobs.queue(session, document_id, by=by, at=datetime.now(UTC)))
        note(session, "read again", document.name, by=by, vendor=document.vendor)
    ws.jobs.wake()
    if job is None:
        raise UnknownDocument("This file was removed meanwhile.")
    return job


def missing_documents(ws: Workspace, vendor: str) -> tuple[str, ...]:
    """Return a sentence for each document that the contract makes part of itself and that is not here."""
    case = load_case(ws, vendor)
    kinds = missing_kinds(case.findings, case.sources, policy_in_use(ws))
    names = [KINDS[kind][0].lower() + KINDS[kind][1:] for kind in kinds]
    return tuple(
        f"The contract refers to {'an' if name[0] in 'aeiou' else 'a'} {name} that is not here. Add it."
        for name in names
    )


def present(session: Session, document_id: str) -> DocumentRecord:
    """Return the document of this hash; raise UnknownDocument."""
    document = stored.document(session, document_id)
    if document is None:
        raise UnknownDocument("This document is not here any more: it was removed.")
    return document


def _twin(session: Session, name: str, twin: DocumentRecord, vendor: str) -> str:
    whose = "" if twin.vendor == vendor else f" for {known(session, twin.vendor).name}"
    day = written_date(twin.added_at.astimezone().date())
    return f"{name} is the same file as {twin.name}, added on {day}{whose}. It was not added twice."


def _removal(session: Session, document: DocumentRecord) -> Removal:
    decisions = stored_decisions.count(session, [document.id])
    text = f"{document.name} with its findings and {counted(decisions, 'decision')}"
    return Removal(documents=1, decisions=decisions, assessments=0, text=text)
