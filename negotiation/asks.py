"""Gaps become asks: an assessment, its policy and the playbook in, what to ask for and what it would be worth out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clauses.model import Evidence, Family
from clauses.registry import BY_ID
from negotiation.wording import Level, Play, playbook
from scoring.assess import gaps
from scoring.model import Assessment, CriterionResult, Policy, Verdict
from scoring.what_if import WouldBe, what_if


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One thing to ask for, with what the contract says now and the score that would follow.

    `now` is the quote that counts, None where nothing was found; then `searched` are the ids of the documents that
    were read for it. `gain` and `fallback_gain` are points of the score (of 100). `unreviewed`: it rests on a finding
    that waits for a second look.
    """

    check_id: str
    title: str
    family: Family
    critical: bool
    verdict: Verdict
    why: str
    now: Evidence | None
    searched: tuple[str, ...]
    play: Play
    gain: float
    fallback_gain: float
    would_be: WouldBe
    unreviewed: bool


def asks_of(assessment: Assessment, policy: Policy, *, plays: Mapping[str, Play] | None = None) -> tuple[Ask, ...]:
    """Return an ask for every gap, weak and undecided criterion that has a play, by points gained, most first."""
    known = playbook() if plays is None else plays
    lossy = {result.criterion.check_id: result for result in (*gaps(assessment), *_undecided(assessment))}
    found = [_ask(assessment, policy, result, known[check]) for check, result in lossy.items() if check in known]
    worth = [ask for ask in found if ask.gain > 0 or ask.verdict is Verdict.UNDECIDED]
    return tuple(sorted(worth, key=lambda ask: (-ask.gain, not ask.critical, ask.check_id)))


def accepted(assessment: Assessment, policy: Policy, asks: Sequence[Ask], levels: Mapping[str, Level]) -> WouldBe:
    """Return what the score would be with the asks named in `levels` (by check id) accepted."""
    strengths = {ask.check_id: ask.play.strength(levels[ask.check_id]) for ask in asks if ask.check_id in levels}
    return what_if(assessment, policy, strengths)


def _undecided(assessment: Assessment) -> tuple[CriterionResult, ...]:
    return tuple(result for result in assessment.results if result.verdict is Verdict.UNDECIDED)


def _ask(assessment: Assessment, policy: Policy, result: CriterionResult, play: Play) -> Ask:
    check_id = result.criterion.check_id
    full = what_if(assessment, policy, {check_id: play.strength(Level.PREFERRED)})
    less = what_if(assessment, policy, {check_id: play.strength(Level.ACCEPTABLE)})
    return Ask(
        check_id=check_id,
        title=result.title,
        family=result.family,
        critical=result.criterion.critical,
        verdict=result.verdict,
        why=BY_ID[check_id].why,
        now=result.best,
        searched=result.searched,
        play=play,
        gain=_gain(assessment, full),
        fallback_gain=_gain(assessment, less),
        would_be=full,
        unreviewed=result.open_review,
    )


def _gain(assessment: Assessment, would_be: WouldBe) -> float:
    return round((would_be.score or 0.0) - (assessment.score or 0.0), 1)
