"""Assessments before and after in; what the new version did to each finding and to the score, out."""

from dataclasses import dataclass

from clauses.model import Outcome
from scoring.model import Assessment, CriterionResult
from scoring.wording import check_title


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What became of one criterion: points of the score before and after (of 100), and a sentence."""

    check_id: str
    title: str
    critical: bool
    before: float | None
    after: float | None
    sentence: str

    @property
    def change(self) -> float:
        """Return the points won or lost; 0 where one side could not be decided."""
        return 0.0 if self.before is None or self.after is None else self.after - self.before


def effects(before: Assessment, after: Assessment) -> tuple[Effect, ...]:
    """Return the criteria whose result changed, the greatest loss first; both assessments under the same policy."""
    old = {result.criterion.check_id: result for result in before.results}
    weights = sum(result.criterion.weight for result in after.results) or 1.0
    found = [
        _effect(old[result.criterion.check_id], result, weights)
        for result in after.results
        if result.criterion.check_id in old and _differs(old[result.criterion.check_id], result)
    ]
    return tuple(sorted(found, key=lambda effect: (effect.change, not effect.critical, effect.check_id)))


def _differs(before: CriterionResult, after: CriterionResult) -> bool:
    return (before.outcome, before.points, before.verdict, _numbers(before)) != (
        after.outcome,
        after.points,
        after.verdict,
        _numbers(after),
    )


def _numbers(result: CriterionResult) -> tuple[str, ...]:
    return tuple(value.words for value in result.best.values) if result.best else ()


def _effect(before: CriterionResult, after: CriterionResult, weights: float) -> Effect:
    first, last = (None if r.points is None else 100 * r.points / weights for r in (before, after))
    change = 0.0 if first is None or last is None else last - first
    return Effect(
        check_id=after.criterion.check_id,
        title=check_title(after),
        critical=after.criterion.critical,
        before=first,
        after=last,
        sentence=f"{_what(before, after)}: {change:+.1f}" if change else _what(before, after),
    )


def _what(before: CriterionResult, after: CriterionResult) -> str:
    title = check_title(after)
    was, now = (result.outcome in (Outcome.PRESENT, Outcome.CONFLICTING) for result in (before, after))
    if not was and now:
        return f"{title}: now found"
    if was and not now:
        return f"{title}: not found any more"
    old, new = _numbers(before), _numbers(after)
    if old != new and old and new:
        return f"{title}: went from {', '.join(old)} to {', '.join(new)}"
    if old != new:
        return f"{title}: {'the number is gone' if old else 'now with a number'}"
    return f"{title}: reworded"
