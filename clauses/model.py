"""The data types of a check and of what it says about a document."""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from documents.model import DocumentKind


class Family(StrEnum):
    """The eight families of checks, in the order of every page and report."""

    ANTI_DISTILLATION = "anti_distillation"
    ACCESS_AND_QUOTAS = "access_and_quotas"
    DETECTION_AND_RESPONSE = "detection_and_response"
    TRACEABILITY = "traceability"
    YOUR_DATA = "your_data"
    ASSURANCE = "assurance"
    REMEDIES = "remedies"
    COMMERCIAL_TERMS = "commercial_terms"


class Outcome(StrEnum):
    """What a check found; "not there" and "could not look" never share a value."""

    PRESENT = "present"
    ABSENT = "absent"
    CONFLICTING = "conflicting"
    NOT_APPLICABLE = "not_applicable"
    NOT_READABLE = "not_readable"
    ERROR = "error"


class Party(StrEnum):
    """Who is bound (for output_ownership: who owns)."""

    CUSTOMER = "customer"
    VENDOR = "vendor"
    BOTH = "both"
    THIRD_PARTY = "third_party"


class Force(StrEnum):
    """How firmly a clause binds."""

    MUST = "must"
    MUST_NOT = "must_not"
    EFFORTS = "efforts"
    MAY = "may"
    DISCLAIMS = "disclaims"


class ExceptionKind(StrEnum):
    """What a clause leaves open."""

    CONSENT = "consent"
    LAW = "law"
    LISTED_USES = "listed_uses"
    PLAN = "plan"
    OPT_OUT = "opt_out"


class Layer(StrEnum):
    """Which layer found a piece of evidence."""

    RULES = "rules"
    SCORER = "scorer"
    SECOND_OPINION = "second_opinion"


class Reach(StrEnum):
    """How far the classifiers read beside the frames: not at all, the linear ones alone, or the transformer as well."""

    OFF = "off"
    FAST = "fast"
    FULL = "full"


class Unit(StrEnum):
    """The unit of a value; business days are never converted."""

    HOURS = "hours"
    DAYS = "days"
    BUSINESS_DAYS = "business_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    PER_YEAR = "per_year"
    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A number as written, with its unit. `start` and `end` count characters of the block's text.

    `per` names the scope or rate as written, normalised: "minute", "organisation", "minute/organisation";
    `currency` is an ISO 4217 code for money. A range gives two numbers: `number` to `upper`.
    """

    words: str
    start: int
    end: int
    unit: Unit
    number: float | None
    upper: float | None = None
    per: str = ""
    currency: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One step of the explanation: what fired or changed the confidence, on which words, by how much."""

    what: str
    words: str = ""
    change: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """An exact quote and what it says. Invariant: `quote == block.text[start:end]`."""

    document_id: str
    block: int
    start: int
    end: int
    quote: str
    page: int
    bound: Party | None = None
    force: Force | None = None
    exceptions: tuple[ExceptionKind, ...] = ()
    values: tuple[Value, ...] = ()
    confidence: float = 1.0
    layers: tuple[Layer, ...] = (Layer.RULES,)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check says of one document. `nearest` holds passages that were considered and not counted."""

    check_id: str
    check_version: str | int  # a number in analyses that were stored before versions were hashes
    document_id: str
    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    nearest: tuple[Evidence, ...] = ()
    message: str = ""


def finding_key(check_id: str, document_id: str, quote: str | None) -> str:
    """Return the key under which a reviewer's decision on one quote is kept.

    Built from the quote's letters and digits, so that a decision survives a new analysis whose blocks are
    cut or numbered in another way. `quote` is None for a finding without evidence.
    """
    letters = "".join(c for c in (quote or "").lower() if c.isalnum())
    return sha256(f"{check_id}|{document_id}|{letters}".encode()).hexdigest()[:24]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One fact of a contract: a normalised string (dates ISO, parties joined by "; ") and its words."""

    name: str
    value: str
    quote: str
    block: int
    start: int
    end: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that the checks say of one document; the same bytes and versions always give the same analysis."""

    document_id: str
    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...] = ()
    rules_version: str = ""


class Polarity(StrEnum):
    """What the sentence around a frame must be for the frame to count."""

    ANY = "any"
    BAN = "ban"
    DUTY = "duty"
    RIGHT = "right"
    NOT_BAN = "not_ban"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way of saying what a check looks for: slots over the lexicon (clauses/checks.py says what each is).

    `words` holds act, object and purpose, `operator` and `agent` what the sentence makes of them; `bound` and `force`
    set
    what the context cannot tell. `assumed` lets a list item that lost its lead-in count as a ban; `opens` asks that the
    match begins the sentence. `support` counts the companies at which the frame is right; 0 where no labels tell.
    """

    id: str
    words: str
    operator: Polarity = Polarity.ANY
    confidence: float = 0.9
    agent: Party | None = None
    not_agent: Party | None = None
    named: bool = False
    assumed: bool = True
    opens: bool = False
    needs: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    bound: Party | None = None
    force: Force | None = None
    support: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """Words that look like a check's and are none: a match that overlaps them does not count."""

    id: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCheck:
    """One named thing to look for: data only, read from its file. `version` is a hash of that file."""

    id: str
    version: str
    family: Family
    title: str
    question: str
    why: str
    ask_for: str
    applies_to: tuple[DocumentKind, ...]
    frames: tuple[Frame, ...]
    look_alikes: tuple[LookAlike, ...] = ()
    bound_default: Party | None = None
    reads: tuple[Unit, ...] = ()
    references: tuple[str, ...] = ()
    crosswalk: tuple[str, ...] = ()
