"""Fits calibration and thresholds on the vendors held out, and writes what the product reads beside the weights.

    python -m training.calibrate --model FOLDER --out clauses/scorer/weights/calibration.json

Per label: Platt scaling of the logit (two numbers, shrunk towards the common fit), and the lowest probability from
which on the scorer may add evidence alone. Needs scikit-learn.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

WANTED_PRECISION = 0.8  # of what the scorer adds by itself, on vendors that it has not seen
LEAST_ADDED = 5  # fewer positives held out give no threshold of their own


def logit(probability: np.ndarray) -> np.ndarray:
    """Return the log odds of probabilities, kept finite."""
    inside = np.clip(probability, 1e-6, 1 - 1e-6)
    return np.log(inside / (1 - inside))


def fit(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept of a logistic fit of the truth on log odds."""
    model = LogisticRegression(C=1.0).fit(logit(scores)[:, None], truth)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def threshold(probability: np.ndarray, truth: np.ndarray) -> float:
    """Return the lowest probability above which the wanted precision holds, at least 0.6 and at most 0.97."""
    order = np.argsort(-probability)
    right = np.cumsum(truth[order])
    precision = right / np.arange(1, len(order) + 1)
    good = np.nonzero((precision >= WANTED_PRECISION) & (right >= LEAST_ADDED))[0]
    return float(np.clip(probability[order][good[-1]], 0.6, 0.97)) if len(good) else 0.97


def main() -> None:
    """Fit and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--model", type=Path, required=True)
    asks.add_argument("--out", type=Path, required=True)
    args = asks.parse_args()
    labels = json.loads((args.model / "labels.json").read_text(encoding="utf-8"))
    held = np.load(args.model / "held_out.npz")
    scores, truth = held["probability"], held["truth"]
    common = fit(scores.ravel(), truth.ravel())
    rows, table = {}, {}
    for n, label in enumerate(labels):
        own = fit(scores[:, n], truth[:, n]) if truth[:, n].sum() >= LEAST_ADDED else common
        share = truth[:, n].sum() / (truth[:, n].sum() + 20)
        slope, intercept = (share * a + (1 - share) * b for a, b in zip(own, common, strict=True))
        probability = 1 / (1 + np.exp(-(slope * logit(scores[:, n]) + intercept)))
        edge = threshold(probability, truth[:, n])
        rows[label] = {
            "slope": round(float(slope), 4),
            "intercept": round(float(intercept), 4),
            "threshold": round(edge, 3),
        }
        said = probability >= edge
        hit = float((truth[:, n] * said).sum())
        table[label] = (hit / max(1, said.sum()), hit / max(1, truth[:, n].sum()), int(truth[:, n].sum()))
    args.out.write_text(json.dumps({"labels": labels, "calibration": rows}, indent=1) + "\n", encoding="utf-8")
    for label, (precision, recall, number) in table.items():
        print(f"{label:30} {number:4d} P {precision:.2f} R {recall:.2f}")


if __name__ == "__main__":
    main()
