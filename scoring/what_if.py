"""What a score would be if criteria had another strength: an assessment and strengths in, score and band out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scoring.assess import band_of, figures, gate_failed
from scoring.model import Assessment, CriterionResult, Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class WouldBe:
    """A score, band and coverage that would be; score None and band "" as in an assessment."""

    score: float | None
    band: str
    coverage: float


def what_if(assessment: Assessment, policy: Policy, strengths: Mapping[str, float]) -> WouldBe:
    """Return the figures with the strengths given (0 to 1, by check id); a criterion never loses points by it."""
    results = [_with(result, strengths.get(result.criterion.check_id)) for result in assessment.results]
    score, _, _, coverage = figures(results)
    gates = [gate for gate in policy.gates if gate_failed(gate, results, assessment.sources)]
    return WouldBe(score=score, band=band_of(score, coverage, gates, policy), coverage=coverage)


def _with(result: CriterionResult, strength: float | None) -> CriterionResult:
    if strength is None:
        return result
    return replace(result, points=max(result.points or 0.0, strength * result.criterion.weight))
