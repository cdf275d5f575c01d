"""Reads every block with the linear classifier, and those that it is unsure of with the transformer as well.

A logistic regression a check over the two log odds says what they mean together; it was fitted on companies that
neither
was fitted on (training/blend.py). `reads` says from which linear probability on, and up to which, a check is unsure.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from clauses.classifier.linear import WEIGHTS, LinearClassifier, load_linear
from clauses.classifier.model import Candidate, Numbers, Unit
from clauses.classifier.transformer import Transformer, load_transformer
from clauses.model import Party

# A linear probability from which on it stands, and below which it speaks against; what is left for a person to see
# (the default policy asks to review findings below 0.7).
SURE, AGAINST, FOR_A_PERSON = 0.8, 0.35, 0.65


class Blend:
    """Two readers of blocks as one classifier."""

    def __init__(self, linear: LinearClassifier, transformer: Transformer, weights: Path = WEIGHTS) -> None:
        about = json.loads((weights / "blend.json").read_text(encoding="utf-8"))
        if tuple(about["checks"]) != linear.checks:
            raise ValueError("The weights of the blend are of other checks than those of the linear classifier.")
        self._linear, self._transformer = linear, transformer
        self._low, self._high = about["reads"]
        rows = [about["blend"][check] for check in linear.checks]
        self._of_linear, self._of_network, self._shift, thresholds = (
            np.array([row[name] for row in rows], dtype=np.float32)
            for name in ("linear", "transformer", "shift", "threshold")
        )
        self.unit = Unit.BLOCK
        self.checks = linear.checks
        self.thresholds: Mapping[str, float] = dict(zip(self.checks, map(float, thresholds), strict=True))

    def probabilities(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return the calibrated probabilities [candidates, checks]."""
        odds = self._linear.odds(candidates)
        sure = self._linear.calibrated(odds)
        unsure = self.unsure(sure)
        if unsure.any():
            network = self._transformer.odds([each for each, yes in zip(candidates, unsure, strict=True) if yes])
            both = self._of_linear * odds[unsure] + self._of_network * network + self._shift
            sure[unsure] = _settled(np.asarray(1 / (1 + np.exp(-both)), dtype=np.float32), sure[unsure])
        return sure

    def unsure(self, probabilities: Numbers) -> npt.NDArray[np.bool_]:
        """Return which candidates are worth the costly reader: those with a check that is neither there nor far off."""
        between = (probabilities > self._low) & (probabilities < self._high)
        return np.asarray(between.any(axis=1))

    def words(self, candidate: Candidate, check_id: str) -> tuple[str, ...]:
        """Return the runs of words that speak most for the check, as the linear classifier weighs them."""
        return self._linear.words(candidate, check_id)

    def party(self, candidate: Candidate, check_id: str) -> Party | None:
        """Return who is bound or owns, as the linear classifier takes it."""
        return self._linear.party(candidate, check_id)


def _settled(both: Numbers, linear: Numbers) -> Numbers:
    """Return what both readers together give, with regard to where they are far apart.

    The linear classifier knows operators and parties, the network does not: what the first is sure of stands, and what
    the second says against it is never more than a case for a person.
    """
    standing = np.where(linear >= SURE, np.maximum(both, linear), both)
    return np.where(linear < AGAINST, np.minimum(standing, FOR_A_PERSON), standing)


@lru_cache(maxsize=1)
def load_blend() -> Blend:
    """Return the classifier of terms of this process; loaded at first use."""
    return Blend(load_linear("terms"), load_transformer())
