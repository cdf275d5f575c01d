"""A logistic regression a check over the features of a candidate; its weights are plain numbers and names.

Fitted by training/train_linear.py; `weights/<name>.json` holds what can be read by people (checks, shares of the
groups, calibration, thresholds), `weights/<name>.npz` the vocabulary and the weights.
"""

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np

from clauses.classifier.features import FIRED, GROUPS, HEADING, WORDS, Group, features
from clauses.classifier.model import Candidate, Numbers, Unit
from clauses.model import Party

WEIGHTS = Path(__file__).resolve().parent / "weights"
MOST_SHOWN = 3


class LinearClassifier:
    """Trained weights; reads the candidates of a document in one go."""

    def __init__(self, name: str, weights: Path = WEIGHTS) -> None:
        about = json.loads((weights / f"{name}.json").read_text(encoding="utf-8"))
        with np.load(weights / f"{name}.npz", allow_pickle=False) as arrays:
            self._weights: Numbers = arrays["weights"].astype(np.float32)
            self._rarity: Numbers = arrays["rarity"].astype(np.float32)
            names = bytes(arrays["names"]).decode("utf-8").split("\n")
        self._rows = {each: row for row, each in enumerate(names)}
        self._shares: dict[Group, float] = {group: about["shares"].get(group.mark, 0.0) for group in GROUPS}
        columns = list(about["checks"])
        # "output_ownership:customer" says, where the check counts, whether the party is that one or the vendor.
        self._parties = {
            name.partition(":")[0]: (at, name.partition(":")[2]) for at, name in enumerate(columns) if ":" in name
        }
        self._intercept = np.array(about["intercept"], dtype=np.float32)
        self._slope = np.array(about["slope"], dtype=np.float32)
        self._shift = np.array(about["shift"], dtype=np.float32)
        self.unit = Unit(about["unit"])
        self.checks: tuple[str, ...] = tuple(name for name in columns if ":" not in name)
        self.thresholds: Mapping[str, float] = dict(zip(self.checks, about["thresholds"], strict=False))

    def probabilities(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return the calibrated probabilities [candidates, checks]."""
        return self.calibrated(self.odds(candidates))

    def calibrated(self, odds: Numbers) -> Numbers:
        """Return the probabilities of log odds [candidates, checks]."""
        known = len(self.checks)
        return np.asarray(1 / (1 + np.exp(-(self._slope[:known] * odds + self._shift[:known]))), dtype=np.float32)

    def odds(self, candidates: Sequence[Candidate]) -> Numbers:
        """Return the log odds [candidates, checks] before calibration."""
        return self._odds(candidates)[:, : len(self.checks)]

    def party(self, candidate: Candidate, check_id: str) -> Party | None:
        """Return who is the party of a candidate that counts; None for checks without such weights."""
        if check_id not in self._parties:
            return None
        column, party = self._parties[check_id]
        return Party(party) if self._odds([candidate])[0, column] >= 0 else Party.VENDOR

    def _odds(self, candidates: Sequence[Candidate]) -> Numbers:
        odds = np.zeros((len(candidates), len(self._intercept)), dtype=np.float32)
        for number, candidate in enumerate(candidates):
            for group, names in features(candidate).items():
                rows = [row for name in names if (row := self._rows.get(group.mark + name)) is not None]
                if rows and self._shares[group]:
                    odds[number] += values(self._rarity[rows], group, self._shares[group]) @ self._weights[rows]
        return odds + self._intercept

    def words(self, candidate: Candidate, check_id: str) -> tuple[str, ...]:
        """Return the runs of words of the candidate that speak most for the check, the strongest first."""
        column = self.checks.index(check_id)
        found = features(candidate)
        rows = [
            (row, name)
            for group in (WORDS, HEADING, FIRED)
            if self._shares[group]
            for name in found[group]
            if (row := self._rows.get(group.mark + name)) is not None
        ]
        weighed = sorted((float(self._weights[row, column] * self._rarity[row]), name) for row, name in rows)
        return tuple(name for weight, name in reversed(weighed[-MOST_SHOWN:]) if weight > 0)


def values(rarity: Numbers, group: Group, share: float) -> Numbers:
    """Return the values of one group's features: by rarity and to length `share`; plain groups count `share` each."""
    if group.plain:
        return np.full(len(rarity), share, dtype=np.float32)
    length = float(np.sqrt((rarity * rarity).sum()))
    return np.asarray(share / length * rarity, dtype=np.float32)


@lru_cache(maxsize=4)
def load_linear(name: str) -> LinearClassifier:
    """Return a classifier of this process; loaded at first use."""
    return LinearClassifier(name)
