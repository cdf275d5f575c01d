"""The test of a suspect becomes one page for counsel: question, result, numbers, method, limits and hashes."""

from dataclasses import dataclass
from datetime import date

from customer.marks.judge import FEWEST_SITES, Suspicion
from customer.marks.trace import Trace
from reports.pdf import page_pdf
from reports.printable import printable
from reports.words import counted, percent, written_date

MOST_ROWS, MOST_FILES = 12, 8
SMALLEST = 1e-100
METHOD = (
    "Each copy got its own choice between wordings that mean the same, drawn by HMAC-SHA256 from a secret key before "
    "delivery. For a party that never had a copy, the choices in its file agree with that copy only by chance, "
    "whatever the text is. The score adds up agreements, each weighted by how unlikely it was (symmetric Tardos "
    "score); p is its exact probability (two binomial laws convolved, ties counted against the claim), multiplied by "
    "the number of recipients. The e-values of files that share no place may be multiplied."
)
LIMITS = (
    "It shows from which copy the wording comes, not who passed it on, when, or on purpose.",
    "No agreement does not show that the data was not used: rewriting removes marks.",
    "The key must have been fixed before delivery: lodge the manifest's hash with its date.",
    "Wording shows origin; a claim rests on contract, trade secret or copyright. This is information for counsel.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceRow:
    """One recipient: choices that agree, p, p for all recipients together, the e-value's power of ten."""

    recipient: str
    agrees: str
    p: str
    corrected: str
    e_value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TracePage:
    """The page for counsel; every field is a finished word or sentence."""

    title: str
    language: str
    date: str
    on: str
    question: str
    sentences: tuple[str, ...]
    rows: tuple[TraceRow, ...]
    further: str
    numbers: tuple[Line, ...]
    method: str
    limits: tuple[str, ...]
    hashes: tuple[Line, ...]


def build_trace(found: Trace, *, on: str) -> TracePage:
    """Return the page of a test that was made on a day (ISO date)."""
    judged = found.judged
    suspicions = judged.suspicions
    left = len(suspicions) - MOST_ROWS
    files = [Line(label=name, value=digest) for name, digest in found.files[:MOST_FILES]]
    page = TracePage(
        title=f"Marked data: {found.dataset}",
        language="en",
        date=written_date(date.fromisoformat(on)),
        on=on,
        question=f"Does {_files(found)} agree with a marked copy of the data set {found.dataset}?",
        sentences=found.sentences,
        rows=tuple(_row(one) for one in suspicions[:MOST_ROWS]),
        further=f"{counted(left, 'further recipient')} agree less well." if left > 0 else "",
        numbers=_numbers(found),
        method=METHOD,
        limits=LIMITS,
        hashes=(
            *files,
            *(Line(label=f"manifest of {name}", value=value) for name, value in found.manifests),
        ),
    )
    return printable(page)


def trace_pdf(page: TracePage) -> bytes:
    """Return the page as PDF; the same page always gives the same bytes on the same computer."""
    return page_pdf("trace.typ", page, on=page.on)


def probability(p: float) -> str:
    """Return a probability as it is printed: "0.31", "4.2e-09", "below 1e-100"."""
    if p < SMALLEST:
        return "below 1e-100"
    return f"{p:.2f}" if p >= 0.01 else f"{p:.1e}"


def _files(found: Trace) -> str:
    return found.files[0][0] if len(found.files) == 1 else counted(len(found.files), "file")


def _row(one: Suspicion) -> TraceRow:
    return TraceRow(
        recipient=one.recipient,
        agrees=f"{one.matches} of {one.tested}",
        p=probability(one.p),
        corrected=probability(one.corrected),
        e_value=f"10^{one.log10_e:.1f}" if one.log10_e > float("-inf") else "0",
    )


def _numbers(found: Trace) -> tuple[Line, ...]:
    survived = percent(found.read / found.known) if found.known else "none"
    canaries = [f"{one.found} of {one.of} for {one.recipient}" for one in found.canaries if one.found]
    return (
        Line(label="Places read", value=f"{found.read} of {found.known} in the marked data ({survived})"),
        Line(label="Needed for a claim", value=f"{FEWEST_SITES} places, and p for all at most {found.judged.alpha:g}"),
        Line(label="False accusation rate", value=f"{probability(found.judged.false_rate)}, all recipients together"),
        Line(label="Invented records found", value=", ".join(canaries) or "none"),
        Line(label="Files tested so far with this data set", value=str(found.tests)),
        Line(label="Key, table of wordings", value=f"{found.key_id}, {found.table}"),
    )
