"""Fits calibration and thresholds on the vendors held out, and writes what the product reads beside the weights.

    python -m training.calibrate --data DATA --labels FOLDER/labels.json --hold-out 0

Run it after scorer.onnx was copied to clauses/scorer/weights: the int8 model that the product runs is calibrated, and
calibration.json is written beside it. Per label: Platt scaling of the log odds (two numbers, shrunk towards the common
fit), and the lowest probability from which on the scorer may add evidence alone. The printed figures are those of the
vendors that the calibration was fitted on, so they flatter. Needs scikit-learn.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from clauses.scorer.model import WEIGHTS, TrainedScorer
from clauses.second_layer import Passage
from training.examples import load_examples

WANTED_PRECISION = 0.8  # of what the scorer adds by itself, on vendors that it has not seen
LEAST_ADDED = 5  # fewer positives held out give no threshold of their own


def fit(scores: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept of a logistic fit of the truth on the model's log odds."""
    model = LogisticRegression(C=1.0).fit(scores[:, None], truth)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def threshold(probability: np.ndarray, truth: np.ndarray) -> float:
    """Return the lowest probability above which the wanted precision holds, at least 0.6 and at most 0.97."""
    order = np.argsort(-probability)
    right = np.cumsum(truth[order])
    precision = right / np.arange(1, len(order) + 1)
    good = np.nonzero((precision >= WANTED_PRECISION) & (right >= LEAST_ADDED))[0]
    return float(np.clip(probability[order][good[-1]], 0.6, 0.97)) if len(good) else 0.97


def write(labels: list[str], rows: dict[str, dict[str, float]]) -> None:
    """Write calibration.json beside the weights."""
    text = json.dumps({"labels": labels, "calibration": rows}, indent=1)
    (WEIGHTS / "calibration.json").write_text(text + "\n", encoding="utf-8")


def main() -> None:
    """Fit and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--labels", type=Path, required=True, help="labels.json of the training")
    asks.add_argument("--hold-out", type=int, required=True, help="the fold of vendors that was not trained on")
    args = asks.parse_args()
    labels = json.loads(args.labels.read_text(encoding="utf-8"))
    plain = {label: {"slope": 1.0, "intercept": 0.0, "threshold": 0.97} for label in labels}
    write(labels, plain)
    held = [example for example in load_examples(args.data) if example.fold == args.hold_out]
    scores = TrainedScorer().logits([Passage(example.context, example.text) for example in held])
    truth = np.array([[float(label in example.labels) for label in labels] for example in held])
    common = fit(scores.ravel(), truth.ravel())
    rows, table = {}, {}
    for n, label in enumerate(labels):
        own = fit(scores[:, n], truth[:, n]) if truth[:, n].sum() >= LEAST_ADDED else common
        share = truth[:, n].sum() / (truth[:, n].sum() + 20)
        slope, intercept = (share * a + (1 - share) * b for a, b in zip(own, common, strict=True))
        probability = 1 / (1 + np.exp(-(slope * scores[:, n] + intercept)))
        edge = threshold(probability, truth[:, n])
        rows[label] = {
            "slope": round(float(slope), 4),
            "intercept": round(float(intercept), 4),
            "threshold": round(edge, 3),
        }
        said = probability >= edge
        hit = float((truth[:, n] * said).sum())
        table[label] = (hit / max(1, said.sum()), hit / max(1, truth[:, n].sum()), int(truth[:, n].sum()))
    write(labels, rows)
    for label, (precision, recall, number) in table.items():
        print(f"{label:30} {number:4d} P {precision:.2f} R {recall:.2f}")


if __name__ == "__main__":
    main()
