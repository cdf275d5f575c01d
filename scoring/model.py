"""The data types of a policy, a reviewer's decision and an assessment."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clauses.model import Evidence, ExceptionKind, Family, Finding, Force, Outcome, Party, Unit
from documents.model import ENGLISH, DocumentKind


class Verdict(StrEnum):
    """What the policy makes of an outcome; only a verdict has a colour."""

    MEETS = "meets"
    PARTLY = "partly"
    GAP = "gap"
    REVIEW = "review"
    UNDECIDED = "undecided"
    NOT_APPLICABLE = "not_applicable"


class Proof(StrEnum):
    """How a protection is shown: by an audit report, by the contract, by the vendor's documentation."""

    AUDITED = "audited"
    PROMISED = "promised"
    STATED = "stated"
    NONE = "none"


class Action(StrEnum):
    """What a reviewer did with a finding."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"


class DecisionReason(StrEnum):
    """The closed list of reasons for a rejection or an edit."""

    WRONG_PASSAGE = "wrong_passage"
    WRONG_PARTY = "wrong_party"
    EXCEPTION_OVERLOOKED = "exception_overlooked"
    DOES_NOT_APPLY = "does_not_apply"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a reviewer put in place of the tool's answer; None keeps the tool's.

    `evidence` is a passage that the reviewer marked ("This is it"), already checked letter by letter.
    """

    outcome: Outcome | None = None
    bound: Party | None = None
    force: Force | None = None
    exceptions: tuple[ExceptionKind, ...] | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A reviewer's decision on one quote (or on a finding without quote), known by `finding_key`."""

    key: str
    check_id: str
    document_id: str
    action: Action
    reason: DecisionReason | None = None
    note: str = ""
    by: str = ""
    at: datetime | None = None
    edit: Edit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assurance:
    """What an audit document proves on a day: `tested` and `excepted` name checks whose protection its auditor tested.

    Where it does not count, `because` says why, and what it says is no more than stated.
    """

    counts: bool
    because: str = ""
    tested: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document as scoring sees it: no text, only what decides whether an absence counts, and what an audit proves.

    `foreign_pages` hold passages in another language than English, which were not read while others were.
    `assurance` is None for a document that is no audit report, and where reports were not looked at.
    """

    document_id: str
    name: str
    kind: DocumentKind
    page_count: int
    complete: bool
    unreadable_pages: tuple[int, ...] = ()
    language: str = "en"
    foreign_pages: tuple[int, ...] = ()
    assurance: Assurance | None = None

    @property
    def analysable(self) -> bool:
        """True when the document has passages in English."""
        return self.language == ENGLISH or bool(self.foreign_pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One factor of a criterion's strength: its name, its number, why, and the words it rests on."""

    name: str
    value: float
    because: str
    words: str = ""


class Wanted(StrEnum):
    """What a policy wants of a check's finding."""

    PRESENT = "present"
    ABSENT = "absent"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordTier:
    """A value that a factor takes when the quote holds one of the words (lower case, anywhere in it)."""

    name: str
    value: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordFactor:
    """A factor that is read off the words of the quote; the first tier that fits counts, else `otherwise`."""

    name: str
    tiers: tuple[WordTier, ...]
    otherwise: float
    otherwise_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTier:
    """The value for a number of at most `up_to` of this unit; other units never fit."""

    up_to: float
    unit: Unit
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Specificity:
    """How a number in the quote counts: the first tier that fits, else `other`; `none` where there is no number."""

    tiers: tuple[NumberTier, ...]
    other: float
    none: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolerance:
    """What an unwanted clause keeps of its strength under an exception or with these words."""

    value: float
    because: str
    exception: ExceptionKind | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """What a policy wants of one check.

    `kinds` are the kinds of document that may hold the clause: an absence counts only when they were read, and
    is undecided where the contract makes such a document part of itself that was not given. `found` and `not_found`
    are the sentences of a clause that is not wanted (scoring/wording.py).
    """

    check_id: str
    wanted: Wanted
    weight: float
    critical: bool = False
    party: Party | None = None
    kinds: tuple[DocumentKind, ...] = ()
    factors: tuple[str, ...] = ()
    tolerances: tuple[Tolerance, ...] = ()
    found: str = ""
    not_found: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """A failed gate caps the band.

    `cap` is a band letter, or "" for no band at all; `lifts` says what lifts it. With a `check_id` the gate
    fails when that criterion was found to have no strength; without one, when the main contract was not read.
    """

    id: str
    check_id: str
    cap: str
    text: str
    lifts: str
    below: float = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A letter and the score from which it is given."""

    letter: str
    from_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A buyer's wishes: every number of the scoring. `source` is the TOML text that it was read from."""

    id: str
    version: int
    title: str
    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]
    gates: tuple[Gate, ...]
    minimum_coverage: float
    review_below: float
    partly_below: float
    force: tuple[tuple[Force, float], ...]
    exceptions: tuple[tuple[ExceptionKind, float], ...]
    proof: tuple[tuple[Proof, float], ...]
    word_factors: tuple[WordFactor, ...]
    specificity: tuple[tuple[str, Specificity], ...]
    incorporated: tuple[tuple[DocumentKind, tuple[str, ...]], ...]
    stale_days: int
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionResult:
    """How one criterion came out. `points` is None where nothing could be decided.

    `low` and `high` are the points if an open review of it went either way; `searched` are the ids of the documents
    that may hold it and were read completely, `unread` those that were not. `waits_for` says what would decide it.
    `title` reads right beside the verdict (scoring/wording.py).
    """

    criterion: Criterion
    family: Family
    title: str
    outcome: Outcome
    verdict: Verdict
    proof: Proof
    points: float | None
    low: float
    high: float
    factors: tuple[Factor, ...] = ()
    findings: tuple[Finding, ...] = ()
    best: Evidence | None = None
    decisions: tuple[Decision, ...] = ()
    searched: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    verified: bool = False
    open_review: bool = False
    message: str = ""
    waits_for: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyResult:
    """Points of a family out of the weight that could be decided."""

    family: Family
    points: float
    decided: float
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlProof:
    """One protection with its three kinds of proof, each a quote or nothing."""

    control: str
    title: str
    check_id: str
    promised: tuple[Evidence, ...] = ()
    audited: tuple[Evidence, ...] = ()
    stated: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """A vendor's result under one policy version; pure data, reopened exactly as it was."""

    vendor: str
    on: date
    policy_id: str
    policy_version: int
    policy_title: str
    tool_version: str
    rules_version: str
    score: float | None
    low: float
    high: float
    band: str
    coverage: float
    minimum_coverage: float
    results: tuple[CriterionResult, ...]
    families: tuple[FamilyResult, ...]
    gates: tuple[Gate, ...]
    controls: tuple[ControlProof, ...]
    sources: tuple[Source, ...]
    bands: tuple[Band, ...]
    to_review: int
    message: str = ""
