"""The vendor's own Word file with chosen asks as tracked changes: from the store or from a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.limits import Limits
from documents.model import DocumentFormat
from negotiation.asks import Ask
from negotiation.redline import proposals
from negotiation.wording import Level, PlaybookError
from scoring.model import Policy
from store.records import DocumentRecord
from workflow.bulk import run_once
from workflow.case import load_case
from workflow.model import Download
from workflow.negotiate import MIMES
from workflow.policies import policy_in_use
from workflow.problems import WorkflowProblem
from workflow.tasks import RedlineTask
from workflow.trail import note
from workflow.vendors import slug_of
from workflow.workspace import Workspace


class NoRedline(WorkflowProblem):
    """A file cannot be redlined; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFile:
    """A Word file to be redlined: where it lies, its name in sentences, the document's id, and what it may cost."""

    path: Path
    name: str
    id: str
    limits: Limits


def redlined(
    file: WordFile,
    asks: Sequence[Ask],
    levels: Mapping[str, Level],
    policy: Policy,
    *,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
    by: tuple[str, date],
) -> bytes:
    """Return a Word file with the asks named in `levels` as tracked changes by an author on a day; raise NoRedline.

    The file is read and written in a worker.
    """
    try:
        proposed = proposals(asks, levels, policy, document_id=file.id, terms=terms, numbers=numbers)
    except PlaybookError as error:
        raise NoRedline(str(error)) from None
    task = RedlineTask(name=file.name, limits=file.limits, proposals=tuple(proposed), author=by[0], on=by[1])
    done = run_once(task, file.path, file.name, file.limits)
    if not isinstance(done.value, bytes):
        raise NoRedline(done.problem.text if done.problem else f"{file.name} could not be redlined.")
    return done.value


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
    path = ws.store.files.path(document.id)
    file = WordFile(path=path, name=document.name, id=document.id, limits=ws.settings.limits)
    content = redlined(file, asks, levels, policy_in_use(ws), terms=terms, numbers=numbers, by=by)
    name = f"{slug_of(document.name.rsplit('.', 1)[0])}_redline_{by[1].isoformat()}.docx"
    with ws.store.write() as session:
        note(session, "export redline", name, by=by[0], vendor=document.vendor, after=f"{len(levels)} asks")
    return Download(name=name, content=content, mime=MIMES["docx"])
