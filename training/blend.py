"""Fits what linear classifier and transformer mean together, on companies that neither was fitted on.

    python -m training.blend --unseen UNSEEN.npz --network NETWORK.npz

UNSEEN.npz is written by training/train_terms.py, NETWORK.npz by training/train_transformer.py: log odds of the same
examples in the same order. Both coefficients are shared by all checks, because one held-out fold is small; each check
has its shift, drawn towards the common one. Writes `weights/blend.json`.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from clauses.classifier.linear import WEIGHTS
from training.corpus import LABELS
from training.linear import Odds, Truth

# The transformer reads a block on which some check is between these linear probabilities: a wider range reads twice as
# many blocks for 0.004 of F1 on the companies held out.
READS = (0.08, 0.95)
# A check's own shift counts fully from so many labelled blocks on.
FULL_COUNT = 60
CUTS = np.arange(0.2, 0.7, 0.02)
# So many labelled blocks' worth of the common threshold stand in each check's own.
PRIOR = 40


def common(linear: Odds, network: Odds, truth: Truth) -> tuple[float, float, float]:
    """Return the coefficients of both log odds and the shift, shared by all checks."""
    model = LogisticRegression(C=1.0).fit(np.c_[linear.ravel(), network.ravel()], truth.ravel())
    return float(model.coef_[0, 0]), float(model.coef_[0, 1]), float(model.intercept_[0])


def own_shift(odds: Odds, truth: Truth) -> float:
    """Return what is added to the log odds of one check so that they promise as many as there are, drawn to zero."""
    count = float(truth.sum())
    if count == 0:
        return 0.0
    low, high = -3.0, 3.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if (1 / (1 + np.exp(-(odds + middle)))).sum() < count else (low, middle)
    return float((low + high) / 2 * min(1.0, count / FULL_COUNT))


def f1_by_cut(probabilities: Odds, truth: Truth) -> npt.NDArray[np.float64]:
    """Return F1 over passages at each cut."""
    said = probabilities[:, None] >= CUTS[None, :]
    right = (said & truth[:, None]).sum(0)
    return np.asarray(2 * right / np.maximum(1, said.sum(0) + truth.sum()))


def thresholds(probabilities: Odds, truth: Truth) -> list[float]:
    """Return the threshold of each check: the best cut of its own and of all checks together, weighed by its labels."""
    together = f1_by_cut(probabilities.ravel(), truth.ravel())
    found = []
    for k in range(truth.shape[1]):
        count = truth[:, k].sum()
        score = count * f1_by_cut(probabilities[:, k], truth[:, k]) + PRIOR * together
        found.append(float(CUTS[int(score.argmax())]))
    return found


def blended(linear: Odds, network: Odds, truth: Truth) -> tuple[dict[str, dict[str, float]], Odds]:
    """Return the numbers of each check, and the probabilities of the examples that they were fitted on."""
    of_linear, of_network, shift = common(linear, network, truth)
    odds = of_linear * linear + of_network * network + shift
    shifts = [own_shift(odds[:, k], truth[:, k]) for k in range(truth.shape[1])]
    probabilities = 1 / (1 + np.exp(-(odds + np.array(shifts))))
    rows = {
        label: {
            "linear": round(of_linear, 4),
            "transformer": round(of_network, 4),
            "shift": round(shift + own, 4),
            "threshold": round(cut, 3),
        }
        for label, own, cut in zip(LABELS, shifts, thresholds(probabilities, truth), strict=True)
    }
    return rows, probabilities


def main() -> None:
    """Read the arguments, fit and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--unseen", type=Path, required=True)
    asks.add_argument("--network", type=Path, required=True)
    asks.add_argument("--out", type=Path, default=WEIGHTS)
    args = asks.parse_args()
    with np.load(args.unseen) as linear, np.load(args.network) as network:
        held = network["held"] & linear["fresh"]
        rows, _ = blended(linear["odds"][held], network["odds"][held], linear["truth"][held])
    about = {"checks": list(LABELS), "reads": list(READS), "blend": rows}
    (args.out / "blend.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
