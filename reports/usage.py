"""The check of a log becomes an appeal pack: what was read, what a vendor would see, what it may be, and hashes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from customer.usage.contract import ClauseAnswer
from customer.usage.model import Finding, Level, Reason, UsageResult
from reports.pdf import page_pdf
from reports.printable import printable
from reports.words import counted, written_date

MOST_FINDINGS, MOST_DAYS = 20, 62
LEVELS = {Level.HIGH: "High", Level.MEDIUM: "Medium", Level.LOW: "Low"}
METHOD = (
    "Prompts were turned into fingerprints when they were read (a hash of the first words, and min-hashes of runs of "
    "three words), and not kept. Accounts are set beside each other by the fingerprints that they share: a group is "
    "named when its accounts use prompts at eight times the rate of everyone else, and its level follows from the "
    "facts listed with it. Other patterns are counts over one account or key. Each number has its threshold. The "
    "thresholds were set on made-up traffic; real traffic will differ."
)
LIMITS = (
    "A log shows patterns, not purposes: nothing here says that a model was copied, or that a clause was broken.",
    "A vendor sees more than this log: other customers, payments, and what its own detectors look for.",
    "This is information for a lawyer’s review.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLine:
    """One number that decided, with its threshold, and whether it was reached."""

    name: str
    value: str
    threshold: str
    reached: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRow:
    """One pattern: its level in a word, what was seen, what it may be, what to do, and the numbers."""

    level: str
    title: str
    sentence: str
    explained: str
    advice: str
    numbers: tuple[NumberLine, ...]
    hours: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """One clause of the contract and what the log shows of it."""

    title: str
    kept: str
    because: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A file that was read and its SHA-256."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayBar:
    """The rows of one day, and their share of the busiest day's."""

    day: str
    rows: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UsagePage:
    """The appeal pack; every field is a finished word, sentence or number."""

    title: str
    language: str
    date: str
    on: str
    answer: str
    read: str
    patterns: tuple[PatternRow, ...]
    clauses: tuple[ClauseRow, ...]
    unchecked: tuple[str, ...]
    days: tuple[DayBar, ...]
    method: str
    limits: tuple[str, ...]
    files: tuple[FileRow, ...]


def build_usage(result: UsageResult, kept: Sequence[ClauseAnswer], *, on: str, saving: str = "") -> UsagePage:
    """Return the pack of a check made on a day (ISO date); `saving` says what the batch price would have saved."""
    most = max((rows for _, rows in result.by_day), default=1)
    page = UsagePage(
        title="Check of query logs",
        language="en",
        date=written_date(date.fromisoformat(on)),
        on=on,
        answer=answer(result),
        read=f"{read_words(result)} {saving}".strip(),
        patterns=tuple(_pattern(finding) for finding in result.findings[:MOST_FINDINGS]),
        clauses=tuple(
            ClauseRow(title=each.title, kept=each.kept.value, because=each.because, words=each.evidence.quote)
            for each in kept
        ),
        unchecked=tuple(f"{title}: the log has no {column}." for title, column in result.unchecked),
        days=tuple(DayBar(day=day, rows=f"{rows:,}", share=rows / most) for day, rows in result.by_day[-MOST_DAYS:]),
        method=METHOD,
        limits=LIMITS,
        files=tuple(FileRow(name=name, sha256=digest) for name, digest in result.summary.files),
    )
    return printable(page)


def usage_pdf(page: UsagePage) -> bytes:
    """Return the pack as PDF; the same page always gives the same bytes on the same computer."""
    return page_pdf("usage.typ", page, on=page.on)


def answer(result: UsageResult) -> str:
    """Return whether a vendor's detectors would take notice, in a sentence."""
    flagged = result.flagged
    if flagged:
        return f"{counted(len(flagged), 'pattern')} that vendors look for."
    low = sum(not finding.named for finding in result.findings)
    also = f" {counted(low, 'pattern')} to know of." if low else ""
    return f"Looks like normal use.{also}"


def read_words(result: UsageResult) -> str:
    """Return what was read, what was left out and why, in sentences."""
    summary = result.summary
    days = (
        f" from {written_date(summary.first.date())} to {written_date(summary.last.date())}"
        if summary.first and summary.last
        else ""
    )
    parts = [f"{summary.rows:,} requests of {counted(summary.accounts, 'account')}{days}, read as: {summary.preset}."]
    if summary.rejected:
        parts.append(f"{counted(summary.rejected, 'line')} could not be read.")
    if summary.repeated:
        parts.append(f"{counted(summary.repeated, 'row')} stood in it twice.")
    return " ".join(parts)


def _pattern(finding: Finding) -> PatternRow:
    most = max(finding.hours, default=0) or 1
    return PatternRow(
        level=LEVELS[finding.level],
        title=f"{finding.title} ({finding.named})" if finding.named else finding.title,
        sentence=finding.sentence,
        explained=finding.explained,
        advice=finding.advice,
        numbers=tuple(number_line(reason) for reason in finding.reasons),
        hours=tuple(count / most for count in finding.hours),
    )


def number_line(reason: Reason) -> NumberLine:
    """Return one number with its threshold in words."""
    return NumberLine(
        name=reason.name,
        value=f"{reason.value:,.2f}".rstrip("0").rstrip("."),
        threshold=f"{reason.threshold:,.2f}".rstrip("0").rstrip("."),
        reached="yes" if reason.holds else "no",
    )
