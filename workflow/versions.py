"""Two versions of a vendor's document: from the store or from files, clause by clause and in points."""

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from documents.model import Document, DocumentFormat
from negotiation.versions.align import Change, ChangeKind, align
from negotiation.versions.effects import Effect, effects
from reports.words import counted, listed
from scoring.assess import assess
from scoring.model import Assessment, Policy, Source
from store.records import DocumentRecord
from workflow.assess import score_case
from workflow.assurance import with_assurance
from workflow.bulk import FileReading, read_files
from workflow.case import Case, load_case, load_texts
from workflow.folders import source_of_document
from workflow.policies import policy_in_use
from workflow.problems import WorkflowProblem
from workflow.settings import Settings
from workflow.version import TOOL_VERSION
from workflow.workspace import Workspace

ALIKE = 0.3  # share of clauses in common from which a document is an earlier version of another
WORDS = {
    ChangeKind.REWORDED: "reworded",
    ChangeKind.ADDED: "added",
    ChangeKind.REMOVED: "removed",
    ChangeKind.MOVED: "moved",
    ChangeKind.SAME: "the same",
}


class CannotCompare(WorkflowProblem):
    """Two versions cannot be set side by side; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """What changed from one version to the next, and what it did to findings and score."""

    old: Document
    new: Document
    changes: tuple[Change, ...]
    effects: tuple[Effect, ...]
    before: Assessment
    after: Assessment

    @property
    def summary(self) -> str:
        """Return "12 clauses reworded, 3 added, 140 the same" in a fixed order."""
        kinds = [change.kind for change in self.changes]
        numbers = {kind: kinds.count(kind) for kind in WORDS}
        shown = [(WORDS[kind], number) for kind, number in numbers.items() if number]
        first = [f"{counted(number, 'clause')} {word}" for word, number in shown[:1]]
        return listed([*first, *(f"{number} {word}" for word, number in shown[1:])]) + "."

    @property
    def score_sentence(self) -> str:
        """Return what the new version did to the score."""
        old, new = self.before.score, self.after.score
        if old is None or new is None:
            return "One of the versions could not be scored."
        change = new - old
        bands = f", band {self.before.band} to {self.after.band}" if self.before.band != self.after.band else ""
        return f"The score went from {old:.1f} to {new:.1f} ({change:+.1f}){bands}."


def compare_stored(ws: Workspace, vendor: str, old_id: str, new_id: str, *, on: date) -> Versions:
    """Set two stored documents of a vendor side by side; its other documents count on both sides.

    Raises CannotCompare when one of them was not read.
    """
    case, texts = load_case(ws, vendor), load_texts(ws, [old_id, new_id])
    if old_id == new_id or len(texts) < 2:
        raise CannotCompare("Choose two documents that were read.")
    policy = policy_in_use(ws)
    before, after = (score_case(_without(case, left_out), policy, on=on) for left_out in (new_id, old_id))
    return _versions(texts[old_id], texts[new_id], before, after)


def compare_upload(ws: Workspace, vendor: str, name: str, data: bytes, new_id: str, *, on: date) -> Versions:
    """Set bytes that are not kept, as the earlier version, beside a stored document. Raises CannotCompare."""
    case, texts = load_case(ws, vendor), load_texts(ws, [new_id])
    if new_id not in texts:
        raise CannotCompare("Choose a document that was read.")
    with tempfile.TemporaryDirectory() as folder:
        # Of the upload's name only the ending is used: it hints at the format.
        path = Path(folder) / f"earlier{Path(name).suffix.lower()[:9]}"
        path.write_bytes(data)
        (reading,) = read_files([path], limits=ws.settings.limits, workers=1)
    if reading.reading is None:
        raise CannotCompare(f"{name}: {reading.problems[0].text}")
    policy, others = policy_in_use(ws), _without(case, new_id)
    old = replace(reading.reading.document, kind=texts[new_id].kind, name=name)
    before = assess(
        case.vendor.name,
        findings=[*others.findings, *reading.reading.analysis.findings],
        decisions=others.decisions,
        sources=with_assurance([*others.sources, source_of_document(old)], others.audit_texts | {old.id: old}, on=on),
        policy=policy,
        on=on,
        tool_version=TOOL_VERSION,
        rules_version=case.rules_version,
    )
    return _versions(old, texts[new_id], before, score_case(case, policy, on=on))


def earlier_version(ws: Workspace, vendor: str, new_id: str) -> DocumentRecord | None:
    """Return the document that is most likely an earlier version: of the same kind, added before, most alike."""
    documents = {each.id: each for each in load_case(ws, vendor).documents if each.read}
    new = documents.get(new_id)
    if new is None:
        return None
    before = [each for each in documents.values() if each.added_at < new.added_at and each.kind is new.kind]
    texts = load_texts(ws, [new_id, *(each.id for each in before)])
    shares = [(_alike(texts[each.id], texts[new_id]), each.id) for each in before if each.id in texts]
    share, identity = max(shares, default=(0.0, ""))
    return documents[identity] if share >= ALIKE else None


def compare_files(old: Path, new: Path, *, policy: Policy, on: date, settings: Settings) -> Versions:
    """Read two files and set them side by side, each as a vendor's only document. Raises CannotCompare."""
    if not old.exists() or not new.exists():
        raise CannotCompare(f"There is nothing at {old if not old.exists() else new}.")
    readings = list(read_files([old, new], limits=settings.limits, workers=min(2, settings.workers)))
    for reading in readings:
        if reading.reading is None:
            raise CannotCompare(f"{reading.path.name}: {reading.problems[0].text}")
    return _compared(readings, policy, on=on)


def compare_tracked(path: Path, *, policy: Policy, on: date, settings: Settings) -> Versions:
    """Set a Word file without its tracked changes beside the same file with them. Raises CannotCompare."""
    (new,) = read_files([path], limits=settings.limits, workers=1)
    if new.reading is None:
        raise CannotCompare(f"{path.name}: {new.problems[0].text}")
    if new.reading.document.format is not DocumentFormat.DOCX:
        raise CannotCompare(f"{path.name} is no Word file: only those have tracked changes. Give two files.")
    (old,) = read_files([path], limits=settings.limits, workers=1, before_changes=True)
    if old.reading is None:
        raise CannotCompare(f"{path.name} has no text without its tracked changes.")
    return _compared([old, new], policy, on=on)


def _compared(readings: Sequence[FileReading], policy: Policy, *, on: date) -> Versions:
    old, new = (reading.reading.document for reading in readings if reading.reading is not None)
    # Both are versions of one document: the kind of the new one holds for the other too.
    before, after = (
        _scored(reading, policy, on=on, kind_of=new) for reading in readings if reading.reading is not None
    )
    return _versions(old, new, before, after)


def _scored(reading: FileReading, policy: Policy, *, on: date, kind_of: Document) -> Assessment:
    assert reading.reading is not None  # noqa: S101 - the caller looked
    document = replace(reading.reading.document, kind=kind_of.kind)
    sources: Sequence[Source] = with_assurance([source_of_document(document)], {document.id: document}, on=on)
    return assess(
        document.name,
        findings=reading.reading.analysis.findings,
        decisions=(),
        sources=sources,
        policy=policy,
        on=on,
        tool_version=TOOL_VERSION,
        rules_version=reading.reading.analysis.rules_version,
    )


def _versions(old: Document, new: Document, before: Assessment, after: Assessment) -> Versions:
    return Versions(
        old=old,
        new=new,
        changes=align(old.blocks, new.blocks),
        effects=effects(before, after),
        before=before,
        after=after,
    )


def _without(case: Case, document_id: str) -> Case:
    made_at: Mapping[str, object] = case.made_at
    kept = {identity: case.made_at[identity] for identity in made_at if identity != document_id}
    documents = tuple(each for each in case.documents if each.id != document_id)
    return replace(case, documents=documents, made_at=kept)


def _alike(old: Document, new: Document) -> float:
    left, right = ({block.text for block in document.blocks} for document in (old, new))
    return 2 * len(left & right) / ((len(left) + len(right)) or 1)
