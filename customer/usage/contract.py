"""Findings of a log and of a contract in; for each clause whether use looks as if it kept to it, out.

Nothing here says that a clause was broken: a log shows patterns, not purposes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from clauses.model import Evidence, Outcome
from clauses.model import Finding as ClauseFinding
from clauses.registry import BY_ID
from customer.usage.model import Level, UsageResult

# Which detectors see what a clause is about, by the check that finds the clause.
SEEN_BY: dict[str, tuple[str, ...]] = {
    "output_training_ban": ("D11", "D3"),
    "permitted_training_uses": ("D11", "D3"),
    "model_extraction_ban": ("D3", "D5"),
    "reasoning_extraction_ban": ("D5",),
    "scraping_ban": ("D10", "D3"),
    "limit_circumvention_ban": ("D9", "D3"),
    "usage_limits": ("D9",),
    "account_integrity": ("D8", "D3"),
    "resale_ban": ("D8", "D3"),
    "access_eligibility": ("D8",),
    "batch_interface": ("D4",),
}
NAMES = {
    "D3": "Accounts that act as one",
    "D4": "Loops with equal gaps",
    "D5": "Asks for the model’s reasoning",
    "D8": "Keys used from many places",
    "D10": "Walks through a list",
    "D9": "Near the vendor’s limits",
    "D11": "Asks for training data",
}


class Kept(StrEnum):
    """What the log shows of a clause."""

    NOTHING = "nothing seen"
    LOOKS_LIKE = "looks like it"
    UNCHECKED = "could not be checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseAnswer:
    """One clause: what the log shows, by which detectors, and the contract's words."""

    check_id: str
    title: str
    kept: Kept
    because: str
    evidence: Evidence


def answers(result: UsageResult, findings: Iterable[ClauseFinding]) -> tuple[ClauseAnswer, ...]:
    """Return an answer for each clause of the contract that a log can speak to, what looks like it first."""
    order = (Kept.LOOKS_LIKE, Kept.UNCHECKED, Kept.NOTHING)
    found: dict[str, ClauseAnswer] = {}
    for finding in findings:
        if finding.check_id in SEEN_BY and finding.outcome is Outcome.PRESENT and finding.check_id not in found:
            found[finding.check_id] = _answer(result, finding)
    return tuple(sorted(found.values(), key=lambda each: (order.index(each.kept), each.check_id)))


def _answer(result: UsageResult, finding: ClauseFinding) -> ClauseAnswer:
    detectors = SEEN_BY[finding.check_id]
    seen = [each for each in result.findings if each.detector in detectors and _counts(each.level, each.detector)]
    lacking = {title for title, _ in result.unchecked}
    blind = [name for name in (NAMES[each] for each in detectors) if name in lacking]
    if seen:
        kept, because = Kept.LOOKS_LIKE, "; ".join(dict.fromkeys(each.title for each in seen))
    elif len(blind) == len(detectors):
        kept, because = Kept.UNCHECKED, _lacks(result, blind)
    else:
        kept, because = Kept.NOTHING, f"looked for: {', '.join(NAMES[each] for each in detectors)}"
    return ClauseAnswer(
        check_id=finding.check_id,
        title=BY_ID[finding.check_id].title,
        kept=kept,
        because=because,
        evidence=finding.evidence[0],
    )


def _counts(level: Level, detector: str) -> bool:
    """A group that looks like one application is no sign; a loop, a walk or a request for training data is one."""
    return level is not Level.LOW or detector in ("D4", "D10", "D11")


def _lacks(result: UsageResult, blind: Sequence[str]) -> str:
    columns = [column for title, column in result.unchecked if title in blind]
    return f"the log has no {', '.join(dict.fromkeys(columns))}"
