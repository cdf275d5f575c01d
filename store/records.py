"""What the store hands out: one frozen record a row, without a session behind it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from documents.model import DocumentFormat, DocumentKind, Problem, ProblemCode
from scoring.model import Decision


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    WORKING = "working"
    DONE = "done"
    PARTLY = "partly"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def open(self) -> bool:
        """True while something may still happen."""
        return self in (JobState.QUEUED, JobState.WORKING)


class JobStep(StrEnum):
    """What a working job is doing."""

    READING = "reading"
    CHECKS = "checks"


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorRecord:
    """A vendor: `slug` is its name in addresses and folders, `name` the one that people read."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A file that was added. What was read of it (format to problems) is None or empty until its job is done.

    `kind` is the guessed kind or the one that a reviewer set; `guessed_kind` what the tool said.
    """

    id: str
    vendor: str
    name: str
    size: int
    added_at: datetime
    added_by: str
    kind: DocumentKind | None = None
    guessed_kind: DocumentKind | None = None
    format: DocumentFormat | None = None
    page_count: int | None = None
    language: str = ""
    complete: bool = False
    unreadable_pages: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
    rules_version: str = ""

    @property
    def read(self) -> bool:
        """True when something of the file was read and checked."""
        return self.format is not None

    @property
    def foreign_pages(self) -> tuple[int, ...]:
        """The pages with passages in another language than English, which were not read while others were."""
        found = {page for each in self.problems if each.code is ProblemCode.FOREIGN_PASSAGES for page in each.pages}
        return tuple(sorted(found))


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRecord:
    """Reading and checking one file in the background. `done` of `total` count pages while reading, else checks.

    `owner` names the process that works on it.
    """

    id: int
    document_id: str
    document_name: str
    vendor: str
    state: JobState
    queued_at: datetime
    by: str
    step: JobStep | None = None
    done: int = 0
    total: int = 0
    message: str = ""
    owner: str = ""
    started_at: datetime | None = None
    finished_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRecord:
    """One entry of a finding's history. `decision` is None where a reviewer took the last one back.

    `revision` counts from 1; the entry with the highest one holds.
    """

    key: str
    revision: int
    document_id: str
    check_id: str
    by: str
    at: datetime
    decision: Decision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecord:
    """A stored assessment without its content: enough for a list. A kept one was exported and is never replaced."""

    id: int
    vendor: str
    on: date
    policy_id: str
    policy_version: int
    score: float | None
    band: str
    coverage: float
    kept: bool
    inputs: str
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRecord:
    """A version of a policy of the buyer's own, with its TOML text."""

    id: str
    version: int
    title: str
    text: str
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailRecord:
    """One line of the audit trail: who did what to what, when, and how it was before and after."""

    id: int = 0
    at: datetime
    by: str
    action: str
    subject: str
    vendor: str = ""
    before: str = ""
    after: str = ""
