"""Asks and the addendum for a vendor: from its current assessment, under the policy in use."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from negotiation.addendum import Addendum, build_addendum
from negotiation.asks import Ask, accepted, asks_of
from negotiation.defined import contract_terms
from negotiation.wording import Level, PlaybookError
from reports.addendum import addendum_docx, addendum_markdown, addendum_pdf
from scoring.model import Assessment, Policy
from scoring.what_if import WouldBe
from workflow.case import load_case, load_texts
from workflow.model import Download
from workflow.playbook import plays_in_use
from workflow.policies import policy_in_use
from workflow.problems import WorkflowProblem
from workflow.settings import load_settings
from workflow.trail import note
from workflow.vendors import slug_of
from workflow.workspace import Workspace

MIMES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
}


class CannotAsk(WorkflowProblem):
    """A number is out of its bounds or a file type is not known; the message says which and what to do."""


def asks(ws: Workspace, assessment: Assessment) -> tuple[Ask, ...]:
    """Return what to ask of an assessed vendor, most points first."""
    return asks_of(assessment, policy_in_use(ws), plays=plays_in_use(ws.settings))


def would_be(ws: Workspace, assessment: Assessment, chosen: Sequence[Ask], levels: Mapping[str, Level]) -> WouldBe:
    """Return the score that would follow from the asks named in `levels`."""
    return accepted(assessment, policy_in_use(ws), chosen, levels)


def terms_of(ws: Workspace, slug: str) -> dict[str, str]:
    """Return the words that a stored vendor's contract uses."""
    case = load_case(ws, slug)
    texts = load_texts(ws, [document.id for document in case.documents])
    return contract_terms(case.vendor.name, texts.values())


def make_addendum(
    chosen: Sequence[Ask],
    levels: Mapping[str, Level],
    *,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
) -> Addendum:
    """Return the addendum; raise CannotAsk for a number out of its bounds."""
    try:
        return build_addendum(chosen, levels, terms=terms, numbers=numbers)
    except PlaybookError as error:
        raise CannotAsk(str(error)) from None


def addendum_file(addendum: Addendum, path: Path, *, on: date) -> bytes:
    """Return the addendum for a path that ends in .docx, .pdf or .md; raise CannotAsk for another end."""
    if path.suffix.lower() == ".pdf":
        return addendum_pdf(addendum, on=on)
    if path.suffix.lower() == ".docx":
        return addendum_docx(addendum)
    if path.suffix.lower() == ".md":
        return addendum_markdown(addendum).encode()
    raise CannotAsk(f"An addendum is written as .docx, .pdf or .md, not as “{path.suffix}”.")


def download_addendum(ws: Workspace, addendum: Addendum, vendor: str, style: str, *, on: date, by: str) -> Download:
    """Return the addendum as a file and note it in the trail."""
    name = f"{slug_of(vendor)}_addendum_{on.isoformat()}.{style}"
    content = addendum_file(addendum, Path(name), on=on)
    with ws.store.write() as session:
        note(session, "export addendum", name, by=by, vendor=slug_of(vendor), after=f"{len(addendum.clauses)} clauses")
    return Download(name=name, content=content, mime=MIMES[style])


def folder_asks(assessment: Assessment, policy: Policy) -> tuple[Ask, ...]:
    """Return what to ask for an assessment that is in no store."""
    return asks_of(assessment, policy, plays=plays_in_use(load_settings()))
