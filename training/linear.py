"""Fits linear classifiers: the table of features, one logistic regression a check, the written weights."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from clauses.classifier.features import FIRED, GROUPS, Group, features
from clauses.classifier.linear import values
from clauses.classifier.model import Candidate, Numbers, Unit

Truth = npt.NDArray[np.bool_]
Odds = npt.NDArray[np.float64]
NO_FOLD = -1
ROUNDS = 300  # of the solver, at most


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """How a classifier is fitted. `shares` says how much each group of features counts, by its mark.

    A feature stands at `least` sources (companies or contracts); `strength` is the inverse of the regularisation,
    `positive` the weight of a labelled passage beside one without the label, `most` the size of the vocabulary.
    """

    shares: Mapping[str, float]
    least: int = 3
    strength: float = 6.0
    positive: float = 2.0
    most: int = 60_000

    def share(self, group: Group) -> float:
        """Return how much a group counts."""
        return self.shares.get(group.mark, 0.0)


Found = list[dict[Group, list[str]]]


@dataclass(slots=True)
class Table:
    """The vocabulary, the rarity of each entry, and the values [candidates, entries]."""

    names: list[str]
    rarity: Numbers
    values: csr_matrix


def found_features(candidates: Sequence[Candidate], recipe: Recipe) -> Found:
    """Return the features of each candidate, of the groups that count."""
    return [{g: names for g, names in features(each).items() if recipe.share(g)} for each in candidates]


def vocabulary(found: Found, sources: Sequence[str], recipe: Recipe) -> list[str]:
    """Return the features that stand at enough sources; every fired frame is one."""
    at: dict[str, set[str]] = defaultdict(set)
    for each, source in zip(found, sources, strict=True):
        for group, names in each.items():
            for name in names:
                at[group.mark + name].add(source)
    return sorted(n for n, where in at.items() if len(where) >= recipe.least or n.startswith(FIRED.mark))


def table(found: Found, names: list[str], recipe: Recipe) -> Table:
    """Return the table of candidates over a vocabulary."""
    rows = {name: row for row, name in enumerate(names)}
    counts = np.ones(len(names))
    lists: list[list[tuple[Group, list[int]]]] = []
    for each in found:
        known = [
            (group, [rows[group.mark + n] for n in some if group.mark + n in rows]) for group, some in each.items()
        ]
        lists.append(known)
        for _, some in known:
            counts[some] += 1
    rarity = (np.log((1 + len(lists)) / counts) + 1).astype(np.float32)
    cells: list[Numbers] = []
    columns: list[int] = []
    ends = [0]
    for known in lists:
        for group, some in known:
            if some:
                cells.append(values(rarity[some], group, recipe.share(group)))
                columns += some
        ends.append(len(columns))
    flat = np.concatenate(cells) if cells else np.zeros(0, dtype=np.float32)
    return Table(names, rarity, csr_matrix((flat, columns, ends), shape=(len(lists), len(names)), dtype=np.float32))


def fit(cells: csr_matrix, truth: Truth, recipe: Recipe) -> tuple[Odds, float]:
    """Return weights and intercept of one check; a check without two labelled passages is never found."""
    if truth.sum() < 2:
        return np.zeros(cells.shape[1]), -9.0
    model = LogisticRegression(
        C=recipe.strength, max_iter=ROUNDS, solver="liblinear", random_state=0, class_weight={0: 1, 1: recipe.positive}
    )
    model.fit(cells, truth)
    return model.coef_[0], float(model.intercept_[0])


def narrowed(wide: Table, truth: Truth, told: Truth, recipe: Recipe) -> list[str]:
    """Return the entries of a vocabulary that weigh most in a first fit, in their order."""
    if len(wide.names) <= recipe.most:
        return wide.names
    first = np.stack([fit(wide.values[told[:, k]], truth[told[:, k], k], recipe)[0] for k in range(truth.shape[1])])
    strongest = np.argsort(-(np.abs(first).max(0) * wide.rarity))[: recipe.most]
    frames = [row for row, name in enumerate(wide.names) if name.startswith(FIRED.mark)]
    return [wide.names[row] for row in sorted({*strongest.tolist(), *frames})]


def unseen_odds(cells: csr_matrix, truth: Truth, told: Truth, folds: npt.NDArray[np.int64], recipe: Recipe) -> Odds:
    """Return log odds [candidates, checks] of each candidate by weights that have not seen its fold.

    Candidates of NO_FOLD are always fitted on and get no odds; `told` says of which checks a candidate tells.
    """
    odds = np.zeros(truth.shape)
    for fold in np.unique(folds[folds != NO_FOLD]):
        here = folds == fold
        for k in range(truth.shape[1]):
            seen = ~here & told[:, k]
            weights, intercept = fit(cells[seen], truth[seen, k], recipe)
            odds[here, k] = cells[here] @ weights + intercept
    return odds


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Slope and shift that turn log odds into probabilities, and the probability from which on a passage counts."""

    slope: float
    shift: float
    threshold: float = 0.5

    def probabilities(self, odds: Odds) -> Odds:
        """Return the probabilities of log odds."""
        return np.asarray(1 / (1 + np.exp(-(self.slope * odds + self.shift))))


def calibrated(odds: Odds, truth: Truth) -> Calibration:
    """Return Platt's scaling of the log odds of passages that were not seen."""
    if truth.sum() < 2:
        return Calibration(slope=1.0, shift=0.0)
    model = LogisticRegression(C=1e6).fit(odds[:, None], truth)
    return Calibration(slope=float(model.coef_[0, 0]), shift=float(model.intercept_[0]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """All that is written of a classifier; weights and calibrations in the order of `checks`."""

    name: str
    unit: Unit
    checks: Sequence[str]
    recipe: Recipe
    table: Table
    weights: Sequence[tuple[Odds, float]]
    calibrations: Sequence[Calibration]
    trained_on: str


def write(fitted: Fitted, folder: Path) -> None:
    """Write a classifier as JSON for people and npz for numbers; the same input gives the same bytes."""
    about = {
        "unit": fitted.unit.value,
        "checks": list(fitted.checks),
        "shares": {group.mark: fitted.recipe.share(group) for group in GROUPS if fitted.recipe.share(group)},
        "intercept": [round(intercept, 4) for _, intercept in fitted.weights],
        "slope": [round(each.slope, 4) for each in fitted.calibrations],
        "shift": [round(each.shift, 4) for each in fitted.calibrations],
        "thresholds": [round(each.threshold, 4) for each in fitted.calibrations],
        "trained_on": fitted.trained_on,
    }
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{fitted.name}.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    np.savez_compressed(
        folder / f"{fitted.name}.npz",
        weights=np.stack([each for each, _ in fitted.weights], axis=1).astype(np.float16),
        rarity=fitted.table.rarity.astype(np.float16),
        names=np.frombuffer("\n".join(fitted.table.names).encode(), dtype=np.uint8),
    )
