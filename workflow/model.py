"""What the workflow hands to the command line and the pages, where the store's records are not enough."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from clauses.model import ClauseCheck, Evidence, Finding
from customer.duties import KeyDay
from documents.model import Document
from reports.model import ComparisonPage
from scoring.model import Assessment, Decision, Policy, Verdict
from store.records import AssessmentRecord, DocumentRecord, JobRecord, VendorRecord
from vendors.comparison import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one added file. `document` is None when it was refused, and `message` says why.

    `job` is None when nothing had to be read. `duplicate` means that the same bytes were here already.
    """

    name: str
    document: DocumentRecord | None
    job: JobRecord | None
    message: str = ""
    duplicate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a set of jobs stands: files done of all, and the seconds left, None while nobody can tell."""

    done: int
    total: int
    seconds_left: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewItem:
    """One thing to review: a quote of a finding, or a finding without a quote (`evidence` None).

    `title` names the criterion beside its verdict. `finding` and `evidence` are the tool's, `decision` the reviewer's
    that holds now, `revision` the number of the last entry in its history (0: none), to be given back to `decide`.
    `open` is true while it waits for a person.
    """

    key: str
    title: str
    check: ClauseCheck
    finding: Finding
    evidence: Evidence | None
    document: DocumentRecord
    verdict: Verdict
    decision: Decision | None
    revision: int
    critical: bool
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Removal:
    """What is, or would be, removed with a vendor or document; `text` says it in a sentence."""

    documents: int
    decisions: int
    assessments: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredAssessment:
    """An assessment as it was stored. `outdated` says in a sentence why it should be made again, or is empty.

    `policy` is None when the text that was kept cannot be read by this version of the program any more.
    """

    record: AssessmentRecord
    assessment: Assessment
    policy: Policy | None
    outdated: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioRow:
    """One vendor of the portfolio; `assessment` is None until something of it was read.

    `review_due` says that its last review, or without one its newest document, is older than the set number of days;
    `reminders` are the key days within the set number of days from now.
    """

    vendor: VendorRecord
    assessment: Assessment | None
    assessment_id: int | None
    critical_gaps: int
    to_review: int
    held_by: tuple[str, ...]
    documents: int
    unread_documents: int
    open_jobs: int
    jobs: int
    last_review: datetime | None
    review_due: bool
    reminders: tuple[KeyDay, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All vendors under the policy in use; `newest_document` is when the last file was added."""

    rows: tuple[PortfolioRow, ...]
    policy: Policy
    on: date
    newest_document: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two or more vendors; those with documents under one policy, of which `note` says which."""

    assessments: tuple[Assessment, ...]
    documents: Mapping[str, Document]
    page: ComparisonPage
    sides: tuple[Side, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A file to hand out."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page in fractions of its width and height, from the top left."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChoice:
    """A policy that can be chosen: a shipped one (read-only) or a copy of the buyer's own."""

    policy: Policy
    shipped: bool
    in_use: bool
    saved_by: str = ""
    saved_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyEffect:
    """What a changed policy would do to one vendor; scores are None where nothing could be decided."""

    vendor: VendorRecord
    score_before: float | None
    band_before: str
    score_after: float | None
    band_after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckExample:
    """An invented example of a check: its words and, where it must not be found, why not."""

    text: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckPage:
    """All that is shown of one check; `measured` says how often it was right on public documents, or is empty.

    `recall` and `precision` are the same figures as shares; None where a check was not measured.
    """

    check: ClauseCheck
    weight: float | None
    wanted: str
    factors: tuple[str, ...]
    found: tuple[CheckExample, ...]
    not_found: tuple[CheckExample, ...]
    known_gaps: tuple[CheckExample, ...]
    measured: str = ""
    recall: float | None = None
    precision: float | None = None
