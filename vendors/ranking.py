"""Ranks assessed vendors under one policy with the reader's own stress on families: weights in, an order out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clauses.model import Family
from scoring.model import Assessment


class MixedPolicies(ValueError):
    """Assessments under different policies cannot stand in one ranking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A vendor's place. `score` is of 100, None where nothing could be decided; equal scores share a place."""

    place: int | None
    vendor: str
    score: float | None


def rank(assessments: Sequence[Assessment], stress: Mapping[Family, float]) -> tuple[Ranked, ...]:
    """Return the vendors by score, the highest first, ties by name; what cannot be ranked stands last.

    A family's points and weight count `stress` times (1 where not given): with all at 1 the score is the policy's.
    Raises MixedPolicies when the assessments are not of the same version of one policy.
    """
    if len({(one.policy_id, one.policy_version) for one in assessments}) > 1:
        raise MixedPolicies("These vendors were scored with different policies. Score them again with one.")
    scores = {one.vendor: _score(one, stress) for one in assessments}
    order = sorted(scores, key=lambda name: (scores[name] is None, -(scores[name] or 0.0), name))
    return tuple(Ranked(place=_place(scores, name), vendor=name, score=scores[name]) for name in order)


def _score(assessment: Assessment, stress: Mapping[Family, float]) -> float | None:
    decided = sum(row.decided * stress.get(row.family, 1.0) for row in assessment.families)
    points = sum(row.points * stress.get(row.family, 1.0) for row in assessment.families)
    return 100 * points / decided if decided > 0 else None


def _place(scores: Mapping[str, float | None], name: str) -> int | None:
    own = scores[name]
    if own is None:
        return None
    return 1 + sum(score is not None and score > own + 1e-9 for score in scores.values())
