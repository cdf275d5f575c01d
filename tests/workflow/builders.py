"""Documents put into a workspace as if a worker had read them."""

from dataclasses import replace
from datetime import UTC, datetime

from clauses.model import Analysis, Evidence, Finding, Force, Party
from documents.isolation import Result
from documents.model import Document, DocumentKind, Problem
from store import jobs as stored_jobs
from store.records import DocumentRecord, JobRecord
from tests.builders import build_document, build_finding
from workflow.reading import keep
from workflow.tasks import Reading
from workflow.upload import add_file, find_document
from workflow.vendors import add_vendor
from workflow.workspace import Workspace

BAN = "Customer shall not use Output to train a model that competes with the Services."
NOTICE = "Provider shall notify Customer of an incident within 72 hours."


def claimed(ws: Workspace) -> JobRecord:
    """The next job, taken as a worker would."""
    with ws.store.write() as session:
        job = stored_jobs.claim(session, ws.jobs.owner, datetime.now(UTC))
    assert job is not None
    return job


def quote(text: str, block: int, document_id: str, *, confidence: float = 0.9) -> Evidence:
    """Evidence whose quote is a whole block."""
    return Evidence(
        document_id=document_id,
        block=block,
        start=0,
        end=len(text),
        quote=text,
        page=1,
        bound=Party.CUSTOMER,
        force=Force.MUST_NOT,
        confidence=confidence,
    )


def findings_of(document: Document, *, confidence: float = 0.9) -> tuple[Finding, ...]:
    """The ban where its words stand, and checks that found nothing."""
    hits = [quote(b.text, b.number, document.id, confidence=confidence) for b in document.blocks if b.text == BAN]
    return (
        build_finding("output_training_ban", *hits, document_id=document.id),
        build_finding("incident_notice", document_id=document.id),
        build_finding("survival", document_id=document.id),
    )


def add_read(
    ws: Workspace,
    *texts: str,
    vendor: str = "Northwind Models",
    name: str = "terms.txt",
    kind: DocumentKind = DocumentKind.CONTRACT,
    confidence: float = 0.9,
) -> DocumentRecord:
    """A text document of a vendor, added, read and checked."""
    texts = texts or (BAN, "The agreement is governed by the laws of Ireland.")
    added = add_file(
        ws, vendor=add_vendor(ws, vendor, by="Ada").slug, name=name, data="\n\n".join(texts).encode(), by="Ada"
    )
    assert added.document is not None, added.message
    document = replace(build_document(*texts, kind=kind, document_id=added.document.id), name=name)
    analysis = Analysis(
        document_id=document.id, findings=findings_of(document, confidence=confidence), rules_version="1.0"
    )
    keep(ws.store, claimed(ws), added.document, Result(value=Reading(document=document, analysis=analysis)))
    record = find_document(ws, document.id)
    assert record is not None
    return record


def add_failed(
    ws: Workspace, problem: Problem, *, vendor: str = "Northwind Models", name: str = "b.pdf"
) -> DocumentRecord:
    """A document that could not be read."""
    added = add_file(
        ws, vendor=add_vendor(ws, vendor, by="Ada").slug, name=name, data=b"%PDF-1.7 " + name.encode(), by="Ada"
    )
    assert added.document is not None, added.message
    keep(ws.store, claimed(ws), added.document, Result(problem=problem))
    record = find_document(ws, added.document.id)
    assert record is not None
    return record


def plain(text: str) -> str:
    """A sentence with ordinary spaces where reports keep a number and its word on one line."""
    return text.replace("\N{NO-BREAK SPACE}", " ")
