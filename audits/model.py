"""The data types of an audit document that was read: facts with their words, tests of controls, signals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class AuditKind(StrEnum):
    """What kind of assurance a document gives; a self-assessment is no audit and counts as stated."""

    SOC1 = "soc1"
    SOC2 = "soc2"
    SOC3 = "soc3"
    ISO27001 = "iso27001"
    ISO27017 = "iso27017"
    ISO27018 = "iso27018"
    ISO27701 = "iso27701"
    ISO42001 = "iso42001"
    SOA = "soa"
    WEBTRUST = "webtrust"
    PENTEST = "pentest"
    AI_SPECIFIC = "ai_specific"
    BRIDGE_LETTER = "bridge_letter"
    SELF_ASSESSMENT = "self_assessment"


class Opinion(StrEnum):
    """What the auditor concludes in the auditor's own opinion paragraph."""

    UNMODIFIED = "unmodified"
    QUALIFIED = "qualified"
    ADVERSE = "adverse"
    DISCLAIMER = "disclaimer"


class TestResult(StrEnum):
    """What a test of a control found; `not_tested` is neither a pass nor an exception."""

    NO_EXCEPTION = "no_exception"
    EXCEPTION = "exception"
    NOT_TESTED = "not_tested"


class SignalKind(StrEnum):
    """Whether a signal speaks for the report or is something to ask about; none says that a report is false."""

    OK = "ok"
    CHECK_THIS = "check_this"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of the document, letter by letter: `text` is the block's text from `start` to `end`."""

    block: int
    page: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value read from the document (dates as YYYY-MM-DD) and the words it was read from."""

    value: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that the auditor's conclusion covers; `start` is None for a point in time."""

    start: date | None
    end: date
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTest:
    """One row of the auditor's tests: the control, what was done, and the result."""

    control_id: str
    control: str
    test: str
    result: TestResult
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlProof:
    """A protection that the report tested, with its test and the ids of other frameworks for it."""

    protection: str
    check: str
    test: ControlTest
    crosswalk: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something seen about how believable or current a report is, and what to ask the auditor or vendor."""

    id: str
    kind: SignalKind
    seen: str
    ask: str = ""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """The fields of a certificate; days as YYYY-MM-DD."""

    number: Fact | None = None
    body: Fact | None = None
    accreditation: Fact | None = None
    issued: Fact | None = None
    valid_until: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """Management's assertion of a SOC report: its days, its categories, and the parts that it does not assert."""

    period: Period | None
    missing: tuple[str, ...]
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Severity:
    """How many findings of one severity a penetration test counts."""

    name: str
    count: int
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class PenTestFinding:
    """One finding of a penetration test; `state` is its state after a retest in the report's word, "" when not said."""

    id: str
    title: str
    severity: str
    state: str
    quote: Quote

    @property
    def fixed(self) -> bool:
        """Whether the report says that it is fixed."""
        return self.state in ("fixed", "resolved", "remediated", "closed", "mitigated")


@dataclass(frozen=True, slots=True, kw_only=True)
class PenTest:
    """What a penetration-test report says of its test. `retest` is "all fixed", "2 of 5 fixed" or "mentioned"."""

    tester: Fact | None = None
    dates: Period | None = None
    scope: Fact | None = None
    method: Fact | None = None
    findings: tuple[PenTestFinding, ...] = ()
    severities: tuple[Severity, ...] = ()
    retest: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicability:
    """A statement of applicability: the controls that apply and those left out, by id, and its own version."""

    applied: tuple[str, ...]
    left_out: tuple[tuple[str, Quote], ...]
    version: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """What one audit document says. None and empty mean "not found", never "does not exist".

    `system` is what was examined, tested or certified, in the document's words. `api` is "yes" or "no" where a sentence
    takes the API service in or leaves it out; `method` is "carve_out" or "inclusive"; `customer_controls` are what the
    customer has to run; `certificate` is only read of certificates, `missing_sections` (of the auditor's letter) and
    `assertion` only of SOC 1 and SOC 2. `companies` are others that the assertion is made for, `named_once` subservice
    organisations that only the letter, or only the description, names.
    """

    document: str
    kind: AuditKind
    report_type: Fact | None = None
    auditor: Fact | None = None
    signed_at: Fact | None = None
    signed_on: Fact | None = None
    licence: Fact | None = None
    standard: Fact | None = None
    period: Period | None = None
    opinion: Opinion | None = None
    opinion_words: Quote | None = None
    basis: Fact | None = None
    matters: tuple[Quote, ...] = ()
    missing_sections: tuple[str, ...] = ()
    assertion: Assertion | None = None
    tests: tuple[ControlTest, ...] = ()
    api: Fact | None = None
    categories: tuple[str, ...] = ()
    subservice: tuple[Quote, ...] = ()
    method: Fact | None = None
    customer_controls: tuple[Quote, ...] = ()
    responses: tuple[Quote, ...] = ()
    certificate: Certificate | None = None
    applicability: Applicability | None = None
    pentest: PenTest | None = None
    company: Fact | None = None
    system: Fact | None = None
    companies: tuple[Fact, ...] = ()
    named_once: tuple[Quote, ...] = ()
    placeholders: tuple[Quote, ...] = ()
    unreadable_pages: tuple[int, ...] = ()
