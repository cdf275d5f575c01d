"""Groups that the buyer has named stay quiet: accounts in, a short fingerprint out, and the name found again by it.

Only groups below medium can be named. A named group is heard again when it grows more suspicious: a higher level, or a
fact that did not hold when it was named.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from hashlib import sha256

from pydantic import BaseModel, ConfigDict, Field

from customer.usage.model import Finding, Level, UsageResult

SIZE = 128  # hashes of a sketch: two groups that share half of their accounts differ from 0.5 by some 0.04
ALIKE = 0.5
COHORT = "D3"


class NamedGroup(BaseModel):
    """A group that the buyer named: the name, its sketch, and the facts that held then; no account stands in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1, max_length=80)
    sketch: tuple[str, ...] = Field(min_length=1, max_length=SIZE)
    held: tuple[str, ...] = ()


def sketch_of(accounts: Iterable[str]) -> tuple[str, ...]:
    """Return the smallest hashes of the accounts: those of another log of the same group are mostly the same."""
    return tuple(sorted(sha256(f"account\n{account}".encode()).hexdigest()[:16] for account in accounts)[:SIZE])


def name_group(finding: Finding, name: str) -> NamedGroup:
    """Return a group with the name that it is known by from now on."""
    return NamedGroup(name=name.strip(), sketch=finding.sketch, held=_held(finding))


def can_be_named(finding: Finding) -> bool:
    """Tell whether a finding is a group that is not named yet and below medium."""
    return finding.detector == COHORT and finding.level is Level.LOW and bool(finding.sketch) and not finding.named


def with_names(result: UsageResult, named: Sequence[NamedGroup]) -> UsageResult:
    """Return the result with the names of the groups that were named and have not changed since, those last."""
    findings = [replace(each, named=_name(each, named)) for each in result.findings]
    return replace(result, findings=tuple(sorted(findings, key=lambda each: bool(each.named))))


def _name(finding: Finding, named: Sequence[NamedGroup]) -> str:
    if finding.detector != COHORT or finding.level is not Level.LOW or not finding.sketch:
        return ""
    known = [each for each in named if _alike(finding.sketch, each.sketch) >= ALIKE]
    best = max(known, key=lambda each: _alike(finding.sketch, each.sketch), default=None)
    return best.name if best and set(_held(finding)) <= set(best.held) else ""


def _alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return about how many accounts of two groups are the same, 0 to 1, from their sketches (bottom-k)."""
    union = sorted(set(one) | set(other))[:SIZE]
    both = set(one) & set(other)
    return sum(each in both for each in union) / len(union) if union else 0.0


def _held(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted(reason.name for reason in finding.reasons if reason.holds))
