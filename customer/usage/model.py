"""What the check of a query log gives: findings with their numbers, cohorts, and what could not be checked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

COLUMNS = (
    "ts", "account", "key_id", "model", "tokens_in", "tokens_out", "address", "head", "m0", "m1", "m2", "elicits",
    "slots", "status", "batch", "payment", "prompt", "request_id",
)  # fmt: skip
CHANNELS = ("head", "m0", "m1", "m2")


class Level(StrEnum):
    """How likely a vendor's detectors would take notice; low is a list to look at, no finding."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


LEVELS = (Level.LOW, Level.MEDIUM, Level.HIGH)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One number that decided, the threshold it was held against, and what it is called."""

    name: str
    value: float
    threshold: float
    holds: bool
    points: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A pattern that vendors look for: which detector saw it, in which accounts, by which numbers, and what to do.

    `accounts` are the first of `count`, by name. `explained` is what it may well be instead. `batch_tokens` are input
    and output tokens that could have gone at the batch price. `sketch` is a short fingerprint of a group's accounts,
    `named` what the buyer called it, "" for a group that nobody named or that has changed since.
    """

    detector: str
    level: Level
    title: str
    sentence: str
    accounts: tuple[str, ...]
    count: int
    rows: int
    reasons: tuple[Reason, ...]
    advice: str
    explained: str = ""
    hours: tuple[int, ...] = ()
    batch_tokens: tuple[int, int] = (0, 0)
    sketch: tuple[str, ...] = ()
    named: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reject:
    """A line that could not be read: its file, its number from 1, and why."""

    file: str
    line: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LogSummary:
    """What was read: rows, accounts, first and last time, and the columns that were there.

    `whole_days`: every time is a midnight, so that nothing can be said about the time of day.
    """

    rows: int
    accounts: int
    first: datetime | None
    last: datetime | None
    columns: tuple[str, ...]
    rejected: int
    rejects: tuple[Reject, ...]
    repeated: int
    files: tuple[tuple[str, str], ...]
    preset: str
    whole_days: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageResult:
    """The check of a log: findings, the highest level first; detectors that lacked a column; levels by account."""

    summary: LogSummary
    findings: tuple[Finding, ...]
    unchecked: tuple[tuple[str, str], ...]
    levels: dict[str, Level]
    by_day: tuple[tuple[str, int], ...]

    @property
    def flagged(self) -> tuple[Finding, ...]:
        """Return the findings above low."""
        return tuple(finding for finding in self.findings if finding.level is not Level.LOW)
