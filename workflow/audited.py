"""What documents say as audit reports: read in a worker like everything of a file, and remembered."""

import logging
import threading
from collections import OrderedDict
from collections.abc import Iterable

from audits.model import AuditReport
from documents.isolation import Pool
from documents.model import Document
from workflow.settings import load_settings
from workflow.tasks import AUDITS, Audit, AuditTask, run_task

LOG = logging.getLogger(__name__)
KEPT_IN_MEMORY = 100

_lock = threading.Lock()
_known: OrderedDict[Document, AuditReport | None] = OrderedDict()


def audit_reports(documents: Iterable[Document]) -> dict[str, AuditReport | None]:
    """Return what each document says as an audit report, None when it is none, by document id.

    One whose reading had to be stopped says nothing.
    """
    asked = tuple(documents)
    with _lock:
        found = {document: _known[document] for document in asked if document in _known}
    unread = [document for document in asked if document not in found]
    if unread:
        found |= _read(unread)
    return {document.id: found[document] for document in asked}


def audit_reports_among(documents: Iterable[Document]) -> dict[str, AuditReport | None]:
    """Return what those of some documents say that are filed as audit documents, by id."""
    return audit_reports(document for document in documents if document.kind in AUDITS)


def remember(document: Document, report: AuditReport | None) -> None:
    """Keep what an audit document was found to say, so that it is not read again while the program runs."""
    if document.kind not in AUDITS:
        return
    with _lock:
        _known[document] = report
        _known.move_to_end(document)
        while len(_known) > KEPT_IN_MEMORY:
            _known.popitem(last=False)


def _read(documents: list[Document]) -> dict[Document, AuditReport | None]:
    found: dict[Document, AuditReport | None] = {}
    with Pool(run_task, limits=load_settings().limits, workers=1) as pool:
        jobs = [(each, pool.submit(AuditTask(document=each), name=each.name)) for each in documents]
        for document, job in jobs:
            result = job.result()
            if isinstance(result.value, Audit):
                remember(document, result.value.report)
                found[document] = result.value.report
            else:
                LOG.warning("%s was not read as an audit report: %s", document.name, result.problem)
                found[document] = None
    return found
