"""Documents and what the checks say of them, in the store; the bytes are in store/files.py."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from clauses.model import Analysis
from documents.model import Document, DocumentFormat, DocumentKind, Problem
from store.records import DocumentRecord
from store.tables import AnalysisRow, DocumentRow

_DOCUMENT = TypeAdapter(Document)
_ANALYSIS = TypeAdapter(Analysis)
_PROBLEMS = TypeAdapter(tuple[Problem, ...])


def documents(session: Session, vendor: str | None = None) -> tuple[DocumentRecord, ...]:
    """Return the documents of a vendor, or all of them, newest first."""
    query = select(DocumentRow, AnalysisRow.rules_version).outerjoin(AnalysisRow)
    if vendor is not None:
        query = query.where(DocumentRow.vendor == vendor)
    rows = session.execute(query.order_by(DocumentRow.added_at.desc(), DocumentRow.id)).all()
    return tuple(_record(row, version) for row, version in rows)


def document(session: Session, document_id: str) -> DocumentRecord | None:
    """Return the document of this hash."""
    query = select(DocumentRow, AnalysisRow.rules_version).outerjoin(AnalysisRow).where(DocumentRow.id == document_id)
    row = session.execute(query).one_or_none()
    return None if row is None else _record(row[0], row[1])


def add(session: Session, record: DocumentRecord) -> None:
    """Add a file that was not read yet."""
    session.add(
        DocumentRow(
            id=record.id,
            vendor=record.vendor,
            name=record.name,
            size=record.size,
            added_at=record.added_at,
            added_by=record.added_by,
            kind=record.kind,
        )
    )
    session.flush()


def keep_reading(session: Session, document_id: str, read: Document, analysis: Analysis, at: datetime) -> None:
    """Keep what was read of a document and what the checks say of it, in place of what was kept before.

    A kind that a reviewer set stays. Nothing happens when the document was removed meanwhile.
    """
    row = session.get(DocumentRow, document_id)
    if row is None:
        return
    if row.kind in (None, row.guessed_kind):
        row.kind = read.kind
    row.guessed_kind, row.format, row.page_count, row.language = read.kind, read.format, read.page_count, read.language
    row.complete, row.unreadable_pages = read.complete, list(read.unreadable_pages)
    row.problems = _PROBLEMS.dump_json(read.problems).decode()
    row.content = _DOCUMENT.dump_json(read).decode()
    content = _ANALYSIS.dump_json(analysis).decode()
    session.merge(
        AnalysisRow(document_id=document_id, rules_version=analysis.rules_version, made_at=at, content=content)
    )


def keep_failure(session: Session, document_id: str, problems: Sequence[Problem]) -> None:
    """Keep why nothing of a document could be read; an earlier reading of the same bytes stays."""
    row = session.get(DocumentRow, document_id)
    if row is not None and row.content is None:
        row.problems = _PROBLEMS.dump_json(tuple(problems)).decode()


def text(session: Session, document_id: str) -> Document | None:
    """Return the document as it was read, with its blocks and the name and kind that hold now."""
    row = session.get(DocumentRow, document_id)
    if row is None or row.content is None:
        return None
    read = _DOCUMENT.validate_json(row.content)
    return replace(read, kind=DocumentKind(row.kind or read.kind))


def analyses(session: Session, document_ids: Sequence[str]) -> tuple[Analysis, ...]:
    """Return the analyses of these documents, in the order given; documents without one are left out."""
    rows = session.scalars(select(AnalysisRow).where(AnalysisRow.document_id.in_(document_ids))).all()
    by_id = {row.document_id: row.content for row in rows}
    return tuple(_ANALYSIS.validate_json(by_id[document_id]) for document_id in document_ids if document_id in by_id)


def analysed_at(session: Session, document_ids: Sequence[str]) -> dict[str, datetime]:
    """Return when each of these documents was analysed last."""
    query = select(AnalysisRow.document_id, AnalysisRow.made_at).where(AnalysisRow.document_id.in_(document_ids))
    return {row.document_id: row.made_at for row in session.execute(query)}


def set_kind(session: Session, document_id: str, kind: DocumentKind) -> None:
    """Set the kind that a reviewer says."""
    session.execute(update(DocumentRow).where(DocumentRow.id == document_id).values(kind=kind.value))


def move(session: Session, document_ids: Sequence[str], vendor: str) -> None:
    """Give documents to another vendor, with their findings and decisions."""
    session.execute(update(DocumentRow).where(DocumentRow.id.in_(document_ids)).values(vendor=vendor))


def remove(session: Session, document_ids: Sequence[str]) -> None:
    """Remove documents with their findings, decisions and jobs (not their bytes)."""
    session.execute(delete(DocumentRow).where(DocumentRow.id.in_(document_ids)))


def _record(row: DocumentRow, rules_version: str | None) -> DocumentRecord:
    return DocumentRecord(
        id=row.id,
        vendor=row.vendor,
        name=row.name,
        size=row.size,
        added_at=row.added_at,
        added_by=row.added_by,
        kind=DocumentKind(row.kind) if row.kind else None,
        guessed_kind=DocumentKind(row.guessed_kind) if row.guessed_kind else None,
        format=DocumentFormat(row.format) if row.format else None,
        page_count=row.page_count,
        language=row.language,
        complete=row.complete,
        unreadable_pages=tuple(row.unreadable_pages),
        problems=_PROBLEMS.validate_json(row.problems),
        rules_version=rules_version or "",
    )
