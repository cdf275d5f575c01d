"""Documents that a vendor's contract makes part of itself: which are here, which are not, and what that leaves open."""

from dataclasses import dataclass

from documents.model import Document
from negotiation.missing import Named, named_documents, precedence
from scoring.model import Assessment
from workflow.case import load_case, load_texts
from workflow.folders import FolderScore
from workflow.policies import policy_in_use
from workflow.workspace import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Prevails:
    """A sentence that says which document prevails, and where it stands."""

    document: str
    page: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingDocuments:
    """The named documents, missing ones first, and what the contract says of their order."""

    named: tuple[Named, ...]
    prevails: tuple[Prevails, ...]

    @property
    def missing(self) -> tuple[Named, ...]:
        """Return those that are not here."""
        return tuple(each for each in self.named if not each.given)


def missing_of(ws: Workspace, vendor: str, assessment: Assessment) -> MissingDocuments:
    """Return the documents that a stored vendor's contract names."""
    case = load_case(ws, vendor)
    texts = load_texts(ws, [document.id for document in case.documents])
    return MissingDocuments(
        named=named_documents(case.findings, texts, assessment, policy_in_use(ws)), prevails=_prevails(texts)
    )


def missing_in(scored: FolderScore) -> MissingDocuments:
    """Return the documents that the contract of a vendor's folder names."""
    texts = {document.id: document for document in scored.documents.values()}
    findings = [finding for each in scored.readings if each.reading for finding in each.reading.analysis.findings]
    return MissingDocuments(
        named=named_documents(findings, texts, scored.assessment, scored.policy), prevails=_prevails(texts)
    )


def in_words(named: Named) -> str:
    """Return whether a named document is here and what hangs on it, in a sentence."""
    if named.given:
        return f"{named.title}: here, as {named.given}."
    hangs = f" {_checks(named.checks)}" if named.checks else ""
    return f"{named.title}: named in the contract, not uploaded.{hangs}"


def _checks(titles: tuple[str, ...]) -> str:
    shown = ", ".join(f"“{title}”" for title in titles[:3])
    more = f" and {len(titles) - 3} more" if len(titles) > 3 else ""
    return f"It may decide {shown}{more}."


def _prevails(texts: dict[str, Document]) -> tuple[Prevails, ...]:
    names = {document.id: document.name for document in texts.values()}
    return tuple(Prevails(document=names[i], page=page, words=words) for i, page, words in precedence(texts))
