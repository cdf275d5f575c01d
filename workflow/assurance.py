"""Gives the documents of a case what their audit reports prove on a day; reports are read from the stored texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from audits.model import AuditReport
from audits.read import read_audit
from documents.model import Document, DocumentKind
from scoring.assurance import assurances
from scoring.model import Source

AUDITS = (DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE)
KEPT_IN_MEMORY = 100


def with_assurance(sources: Sequence[Source], texts: Mapping[str, Document], *, on: date) -> tuple[Source, ...]:
    """Return the sources, those of audit documents with what they prove; `texts` are by document id.

    An audit document without a text was not read: it proves nothing, and nothing is said of it.
    """
    reports = {source.document_id: _report(texts, source) for source in sources if source.kind in AUDITS}
    found = assurances(reports, on=on)
    return tuple(replace(source, assurance=found.get(source.document_id)) for source in sources)


def _report(texts: Mapping[str, Document], source: Source) -> AuditReport | None:
    document = texts.get(source.document_id)
    return None if document is None else _read(document)


@lru_cache(maxsize=KEPT_IN_MEMORY)
def _read(document: Document) -> AuditReport | None:
    return read_audit(document)
