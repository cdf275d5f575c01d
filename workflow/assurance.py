"""Gives the documents of a case what their audit reports prove on a day; reports are read from the stored texts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from documents.model import Document
from scoring.assurance import assurances
from scoring.model import Source
from workflow.audited import audit_reports
from workflow.tasks import AUDITS


def with_assurance(sources: Sequence[Source], texts: Mapping[str, Document], *, on: date) -> tuple[Source, ...]:
    """Return the sources, those of audit documents with what they prove; `texts` are by document id.

    An audit document without a text was not read: it proves nothing, and nothing is said of it.
    """
    wanted = [source.document_id for source in sources if source.kind in AUDITS]
    reports = dict.fromkeys(wanted) | audit_reports(texts[each] for each in wanted if each in texts)
    found = assurances(reports, on=on)
    return tuple(replace(source, assurance=found.get(source.document_id)) for source in sources)
