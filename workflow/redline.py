"""The vendor's own Word file with chosen asks as tracked changes: from the store or from a file."""

from collections.abc import Mapping, Sequence
from datetime import date

from documents.model import DocumentFormat
from negotiation.asks import Ask
from negotiation.redline import proposals
from negotiation.wording import Level, PlaybookError
from reports.redline import CannotRedline, redline
from scoring.model import Policy
from store.records import DocumentRecord
from workflow.case import load_case
from workflow.model import Download
from workflow.negotiate import MIMES
from workflow.policies import policy_in_use
from workflow.problems import WorkflowProblem
from workflow.trail import note
from workflow.vendors import slug_of
from workflow.workspace import Workspace


class NoRedline(WorkflowProblem):
    """A file cannot be redlined; the message says why and what to do."""


def redlined(
    data: bytes,
    document_id: str,
    asks: Sequence[Ask],
    levels: Mapping[str, Level],
    policy: Policy,
    *,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
    by: tuple[str, date],
) -> bytes:
    """Return a Word file with the asks named in `levels` as tracked changes by an author on a day; raise NoRedline."""
    try:
        proposed = proposals(asks, levels, policy, document_id=document_id, terms=terms, numbers=numbers)
        return redline(data, proposed, author=by[0], on=by[1])
    except (CannotRedline, PlaybookError) as error:
        raise NoRedline(str(error)) from None


def word_files(ws: Workspace, vendor: str) -> tuple[DocumentRecord, ...]:
    """Return a vendor's Word files that were read."""
    documents = load_case(ws, vendor).documents
    return tuple(each for each in documents if each.read and each.format is DocumentFormat.DOCX)


def download_redline(
    ws: Workspace,
    document: DocumentRecord,
    asks: Sequence[Ask],
    levels: Mapping[str, Level],
    *,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
    by: tuple[str, date],
) -> Download:
    """Return a stored Word file with the asks in it, and note it in the trail. Raises NoRedline."""
    data = ws.store.files.path(document.id).read_bytes()
    content = redlined(data, document.id, asks, levels, policy_in_use(ws), terms=terms, numbers=numbers, by=by)
    name = f"{slug_of(document.name.rsplit('.', 1)[0])}_redline_{by[1].isoformat()}.docx"
    with ws.store.write() as session:
        note(session, "export redline", name, by=by[0], vendor=document.vendor, after=f"{len(levels)} asks")
    return Download(name=name, content=content, mime=MIMES["docx"])
