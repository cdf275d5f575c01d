"""The words, signs and number formats of every report: one place, so that all formats speak the same language."""

import math
from collections.abc import Iterable, Sequence
from datetime import date

from clauses.model import ExceptionKind, Family, Force, Outcome, Party
from documents.model import DocumentKind
from reports.model import Mark
from scoring.model import Action, DecisionReason, Proof, Verdict

NOTHING = "–"
NOTICE = "Information for a lawyer’s review, not legal advice."

MARKS: dict[Verdict, Mark] = {
    Verdict.MEETS: Mark(key="meets", sign="●", word="Meets"),
    Verdict.PARTLY: Mark(key="partly", sign="◐", word="Partly"),
    Verdict.GAP: Mark(key="gap", sign="○", word="Gap"),
    Verdict.REVIEW: Mark(key="review", sign="?", word="Review"),
    Verdict.UNDECIDED: Mark(key="undecided", sign="–", word="Undecided"),
    Verdict.NOT_APPLICABLE: Mark(key="not_applicable", sign="·", word="Does not apply"),
}

OUTCOMES: dict[Outcome, str] = {
    Outcome.PRESENT: "Found",
    Outcome.ABSENT: "Not found",
    Outcome.CONFLICTING: "Conflicting",
    Outcome.NOT_APPLICABLE: "Does not apply",
    Outcome.NOT_READABLE: "Could not read",
    Outcome.ERROR: "Check failed",
}
# Of a clause that is not wanted.
UNWANTED = {Outcome.PRESENT: "Found, not wanted", Outcome.ABSENT: "Not found, as wanted"}
OTHER_WAY_ROUND = "Found, but the other way round"

FAMILIES: dict[Family, str] = {
    Family.ANTI_DISTILLATION: "Anti-distillation",
    Family.ACCESS_AND_QUOTAS: "Access and quotas",
    Family.DETECTION_AND_RESPONSE: "Detection and response",
    Family.TRACEABILITY: "Traceability",
    Family.YOUR_DATA: "Your data",
    Family.ASSURANCE: "Assurance",
    Family.REMEDIES: "Remedies",
    Family.COMMERCIAL_TERMS: "Commercial terms",
}

KINDS: dict[DocumentKind, str] = {
    DocumentKind.CONTRACT: "Contract",
    DocumentKind.POLICY: "Policy",
    DocumentKind.DPA: "Data-processing agreement",
    DocumentKind.ORDER_FORM: "Order form",
    DocumentKind.AUDIT_REPORT: "Audit report",
    DocumentKind.CERTIFICATE: "Certificate",
    DocumentKind.DOCUMENTATION: "Vendor documentation",
}

PROOFS: dict[Proof, str] = {
    Proof.AUDITED: "Audited",
    Proof.PROMISED: "Promised",
    Proof.STATED: "Stated",
    Proof.NONE: "None",
}

PARTIES: dict[Party, str] = {
    Party.CUSTOMER: "you",
    Party.VENDOR: "the vendor",
    Party.BOTH: "you and the vendor",
    Party.THIRD_PARTY: "a third party",
}

FORCES: dict[Force, str] = {
    Force.MUST: "must",
    Force.MUST_NOT: "must not",
    Force.EFFORTS: "only has to try",
    Force.MAY: "may",
    Force.DISCLAIMS: "disclaims",
}

EXCEPTIONS: dict[ExceptionKind, str] = {
    ExceptionKind.CONSENT: "with consent",
    ExceptionKind.LAW: "where the law says so",
    ExceptionKind.LISTED_USES: "for listed uses",
    ExceptionKind.PLAN: "by plan",
    ExceptionKind.OPT_OUT: "unless opted out",
}

ACTIONS: dict[Action, str] = {Action.ACCEPT: "Accepted", Action.REJECT: "Rejected", Action.EDIT: "Edited"}

REASONS: dict[DecisionReason, str] = {
    DecisionReason.WRONG_PASSAGE: "wrong passage",
    DecisionReason.WRONG_PARTY: "wrong party",
    DecisionReason.EXCEPTION_OVERLOOKED: "exception overlooked",
    DecisionReason.DOES_NOT_APPLY: "does not apply",
    DecisionReason.OTHER: "other reason",
}

LANGUAGES = {"zh": "Chinese", "de": "German", "fr": "French", "es": "Spanish", "ja": "Japanese", "ru": "Russian"}


def written_date(day: date) -> str:
    """Return a date as in running text: "24 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"


def short_date(day: date) -> str:
    """Return a date as in tables: "24 Nov 2026"."""
    return f"{day.day} {day:%b} {day.year}"


def whole(number: float) -> str:
    """Return a total without decimals, rounded down: 69.9 must not look like the 70 that the next band asks for."""
    return str(math.floor(number + 1e-9))


def number(value: float) -> str:
    """Return points or a factor with at most two decimals and no trailing zeros: "5.4", "10"."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def percent(share: float) -> str:
    """Return a share (0 to 1) as "92 %", rounded down."""
    return f"{whole(100 * share)}\N{NO-BREAK SPACE}%"


def counted(count: int, one: str, many: str = "") -> str:
    """Return "1 page" or "3 pages"."""
    return f"{count:,}\N{NO-BREAK SPACE}{one if count == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Return "a", "a and b" or "a, b and c"."""
    return parts[0] if len(parts) == 1 else " and ".join((", ".join(parts[:-1]), parts[-1])) if parts else ""


def page_list(pages: Iterable[int], word: str = "page") -> str:
    """Return pages (or what else `word` counts) as ranges: "page 3", "pages 3–5 and 9"."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    words = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    single = len(runs) == 1 and len(runs[0]) == 1
    return f"{word if single else word + 's'}\N{NO-BREAK SPACE}{listed(words)}"


def language_name(code: str) -> str:
    """Return the English name of an ISO 639-1 code, or the code itself."""
    return LANGUAGES.get(code, "an unknown language" if code == "und" else code)
