"""The exact law of the test score, and what follows from it: p-value, false accusation rate, e-value."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binom

Numbers = NDArray[np.float64]
TIE = 1e-9  # scores closer than this are the same score; ties count against the claim
SILENCES = tuple(e / 10 for e in range(10))  # shares of re-drawn places over which the e-value is averaged


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """How many sites have which chance of agreeing by accident: chance -> sites."""

    chances: tuple[float, ...]
    sites: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ScoreLaw:
    """The score of a party without the copy: `scores` from the highest, `tails` the chance of at least that much."""

    classes: Classes
    scores: Numbers
    tails: Numbers

    def p(self, matches: tuple[int, ...]) -> float:
        """Return the chance that a party without the copy agrees at least as well; exact, ties counted."""
        at = np.searchsorted(-self.scores, -(score(self.classes, matches) - TIE), side="right")
        return min(1.0, float(self.tails[at - 1])) if at else 0.0

    def above(self, matches: tuple[int, ...]) -> float:
        """Return the chance of agreeing better."""
        at = np.searchsorted(-self.scores, -(score(self.classes, matches) + TIE), side="right")
        return min(1.0, float(self.tails[at - 1])) if at else 0.0

    def attained(self, level: float) -> float:
        """Return the chance that p is at most `level`: the rate of false accusations that the test really has."""
        ends = np.append(np.diff(self.scores) < -TIE, True)  # the last score ends its ties
        allowed = self.tails[ends & (self.tails <= level)]
        return float(allowed[-1]) if len(allowed) else 0.0


def score(classes: Classes, matches: tuple[int, ...]) -> float:
    """Return the symmetric Tardos score (Skoric et al. 2006): mean 0 and variance 1 a site without the copy."""
    total = 0.0
    for q, n, k in zip(classes.chances, classes.sites, matches, strict=True):
        total += k * math.sqrt((1 - q) / q) - (n - k) * math.sqrt(q / (1 - q))
    return total


def score_law(classes: Classes) -> ScoreLaw:
    """Return the exact law of the score: every count of matches in each class, with its chance."""
    scores, chances = np.zeros(1), np.ones(1)
    for q, n in zip(classes.chances, classes.sites, strict=True):
        k = np.arange(n + 1)
        own = k * math.sqrt((1 - q) / q) - (n - k) * math.sqrt(q / (1 - q))
        scores = np.add.outer(scores, own).ravel()
        chances = np.multiply.outer(chances, binom.pmf(k, n, q)).ravel()
    order = np.argsort(-scores, kind="stable")
    # From the highest score down, so that the smallest chances are added first and keep their precision.
    return ScoreLaw(classes=classes, scores=scores[order], tails=np.cumsum(chances[order]))


def log10_e_value(classes: Classes, matches: tuple[int, ...]) -> float:
    """Return the logarithm of the e-value; those of files without shared places may be added up."""
    logs = []
    for e in SILENCES:
        total = 0.0
        for q, n, k in zip(classes.chances, classes.sites, matches, strict=True):
            total += k * math.log10(((1 - e) + e * q) / q)
            if n > k:
                total += (n - k) * math.log10(e) if e else -math.inf
        logs.append(total)
    top = max(logs)
    return top + math.log10(sum(10 ** (one - top) for one in logs) / len(logs)) if top > -math.inf else -math.inf
