"""Vendors in folders, scored without the store: one folder a vendor, no decisions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from documents.model import Document
from negotiation.asks import asks_of
from negotiation.defined import contract_terms
from reports.model import ScorecardPage
from reports.scorecard import build_scorecard
from scoring.assess import assess
from scoring.model import Assessment, Policy, Source
from scoring.policy import PolicyError, load_policy, shipped_policies
from workflow.assurance import with_assurance
from workflow.audited import audit_reports_among
from workflow.bulk import FileReading, files_in, read_files
from workflow.case import likely_kind
from workflow.problems import NotScored
from workflow.samples import vendor_name
from workflow.settings import Settings
from workflow.version import TOOL_VERSION

Progress = Callable[[Iterator[FileReading], int], Iterable[FileReading]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderScore:
    """A vendor's assessment from the files of a folder, with what came of each file."""

    folder: Path
    assessment: Assessment
    policy: Policy
    readings: tuple[FileReading, ...]

    @property
    def documents(self) -> dict[str, Document]:
        """The documents that were read, by hash."""
        return {r.sha256: r.reading.document for r in self.readings if r.reading is not None}

    @property
    def terms(self) -> dict[str, str]:
        """The contract's own words; the name of a folder is the vendor's, that of a single file is not."""
        return contract_terms("" if self.folder.is_file() else self.assessment.vendor, self.documents.values())

    @property
    def page(self) -> ScorecardPage:
        """The scorecard's page data."""
        wanted = asks_of(self.assessment, self.policy)
        reports = audit_reports_among(self.documents.values())
        return build_scorecard(self.assessment, self.documents, wanted=wanted, reports=reports)


def score_folder(
    folder: Path, *, policy: Policy, on: date, settings: Settings, workers: int, progress: Progress
) -> FolderScore:
    """Read all files of a vendor's folder and return its assessment; raise NotScored when there is no file."""
    files = files_in([folder])
    if not files:
        raise NotScored(f"There is no file in {folder}. Put the vendor's documents there.")
    found = read_files(files, limits=settings.limits, workers=min(workers, len(files)))
    readings = _once(progress(found, len(files)))
    analyses = [r.reading.analysis for r in readings if r.reading is not None]
    assessment = assess(
        vendor_name(folder.resolve().name),
        findings=[finding for analysis in analyses for finding in analysis.findings],
        decisions=(),
        sources=_sources(readings, on=on),
        policy=policy,
        on=on,
        tool_version=TOOL_VERSION,
        rules_version=", ".join(sorted({analysis.rules_version for analysis in analyses})),
    )
    return FolderScore(folder=folder, assessment=assessment, policy=policy, readings=readings)


def find_policy(name: str | None) -> Policy:
    """Return a policy by the id of a shipped one or the path of a TOML file; the default one for None.

    Raises PolicyError.
    """
    shipped = shipped_policies()
    if name is None:
        return shipped[0]
    if Path(name).is_file():
        return load_policy(Path(name))
    found = next((policy for policy in shipped if policy.id == name), None)
    if found is None:
        ids = ", ".join(policy.id for policy in shipped)
        raise PolicyError((f"There is no policy “{name}”. Name a file, or one of: {ids}.",))
    return found


def _once(readings: Iterable[FileReading]) -> tuple[FileReading, ...]:
    """Return the readings, of files with the same bytes only the first."""
    seen: dict[str, FileReading] = {}
    for reading in readings:
        seen.setdefault(reading.sha256 or str(reading.path), reading)
    return tuple(seen.values())


def _sources(readings: Sequence[FileReading], *, on: date) -> tuple[Source, ...]:
    documents = [each.reading.document for each in readings if each.reading is not None]
    return with_assurance([_source(each) for each in readings], {each.id: each for each in documents}, on=on)


def _source(reading: FileReading) -> Source:
    if reading.reading is None:
        key = reading.sha256 or reading.path.name
        kind = likely_kind(reading.path.name)
        return Source(document_id=key, name=reading.path.name, kind=kind, page_count=0, complete=False, language="und")
    return source_of_document(reading.reading.document)


def source_of_document(document: Document) -> Source:
    """Return a document that was read, as scoring sees it."""
    return Source(
        document_id=document.id,
        name=document.name,
        kind=document.kind,
        page_count=document.page_count,
        complete=document.complete,
        unreadable_pages=document.unreadable_pages,
        language=document.language,
        foreign_pages=document.foreign_pages,
    )
