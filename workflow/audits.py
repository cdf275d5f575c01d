"""Audit reports of a vendor, or of files: what each says, how believable and current it is, and what it tested."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from audits.controls import cover
from audits.model import AuditKind, AuditReport, ControlProof, Signal, SignalKind
from audits.signals import covered_until, in_date, judge
from audits.similar import most_alike
from documents.limits import Limits
from documents.model import Document, DocumentKind
from workflow.audited import audit_reports
from workflow.bulk import FileReading, read_files
from workflow.case import load_case, load_texts
from workflow.vendors import list_vendors
from workflow.workspace import Workspace

KINDS = (DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditView:
    """An audit document as it is shown on a day. `until` is the last day it speaks for, None where that is not said.

    `report` is None for a document filed as an audit report that gives no assurance of a known kind. `proofs` are the
    compared protections that it tested. `current` says whether it counts as proof now.
    """

    name: str
    document_id: str
    report: AuditReport | None
    signals: tuple[Signal, ...] = ()
    proofs: tuple[ControlProof, ...] = ()
    until: date | None = None
    current: bool = False

    @property
    def to_check(self) -> int:
        """How many signals ask for a closer look."""
        return sum(signal.kind is SignalKind.CHECK_THIS for signal in self.signals)


def audits_of(ws: Workspace, slug: str, *, on: date) -> tuple[AuditView, ...]:
    """Return a vendor's audit documents as of a day, in the order in which they were added."""
    own = _texts(ws, slug)
    others = [text for vendor in list_vendors(ws) if vendor.slug != slug for text in _texts(ws, vendor.slug)]
    return _views(own, on=on, others=others)


def audit_files(
    paths: Sequence[Path], *, on: date, limits: Limits, workers: int = 1
) -> tuple[tuple[AuditView, ...], tuple[FileReading, ...]]:
    """Return what files say as audit documents, whatever kind they were taken for, and how each was read."""
    readings = tuple(read_files(list(paths), limits=limits, workers=workers))
    documents = [_as_audit(read.reading.document) for read in readings if read.reading is not None]
    return _views(documents, on=on, others=()), readings


def _texts(ws: Workspace, slug: str) -> list[Document]:
    records = [record for record in load_case(ws, slug).documents if record.kind in KINDS]
    texts = load_texts(ws, [record.id for record in records])
    return [texts[record.id] for record in records if record.id in texts]


def _views(documents: Sequence[Document], *, on: date, others: Sequence[Document]) -> tuple[AuditView, ...]:
    reports = audit_reports(documents)
    bridges = [each for each in reports.values() if each is not None and each.kind is AuditKind.BRIDGE_LETTER]
    return tuple(
        _view(document, reports[document.id], on=on, bridges=bridges, others=(*documents, *others))
        for document in documents
    )


def _view(
    document: Document,
    report: AuditReport | None,
    *,
    on: date,
    bridges: Sequence[AuditReport],
    others: Sequence[Document],
) -> AuditView:
    if report is None:
        return AuditView(name=document.name, document_id=document.id, report=None)
    return AuditView(
        name=document.name,
        document_id=document.id,
        report=report,
        signals=(*judge(report, on=on, bridges=bridges), *_alike(document, others)),
        proofs=cover(report),
        until=covered_until(report, bridges),
        current=in_date(report, on=on, bridges=bridges) and report.kind is not AuditKind.SELF_ASSESSMENT,
    )


def _alike(document: Document, others: Sequence[Document]) -> tuple[Signal, ...]:
    found = most_alike(document, others)
    if found is None:
        return ()
    other, share = found
    seen = f"{100 * share:.0f} % of its wording is the same as in {other.name}."
    ask = "Which parts were written for this report, and from which tests?"
    return (Signal(id="alike", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask),)


def _as_audit(document: Document) -> Document:
    return document if document.kind in KINDS else replace(document, kind=DocumentKind.AUDIT_REPORT)
