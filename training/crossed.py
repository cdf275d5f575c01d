"""Measures the linear classifier on companies that it has not seen, and how much more labels would bring.

    python -m training.crossed --data DATA --unseen UNSEEN.npz

Thresholds are chosen on the other folds each time. Counts like bench/terms.py: a passage that counts is right when a
block
that it covers carries the label; recall counts labelled blocks. Only documents that the first rules were not written
with count. Writes `training/figures.json`, which the accuracy page shows.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.figures import Figures, micro, ratio
from training.corpus import IN_VIEW, LABELS, labelled
from training.examples import LabelledDocument, load_documents
from training.linear import Odds, Truth, fit, found_features, table, vocabulary
from training.train_terms import RECIPE, truth_of, tuned

FIGURES = Path(__file__).resolve().parent / "figures.json"
CURVE_FOLD = 4  # asked about in the learning curve
CURVE_CUT = -0.7  # log odds from which on a passage counts there, for all sizes and labels alike
SIZES = (25, 50, 100, 200, 1000)  # labelled documents; the last stands for all there are


def said(odds: Odds, truth: Truth, folds: npt.NDArray[np.int64], fresh: Truth) -> Truth:
    """Return what counts [examples, labels], with calibration and threshold chosen on the other folds."""
    counts = np.zeros_like(truth)
    for fold in np.unique(folds):
        here, others = folds == fold, (folds != fold) & fresh
        for k in range(truth.shape[1]):
            calibration = tuned(odds[others, k], truth[others, k])
            counts[here, k] = calibration.probabilities(odds[here, k]) >= calibration.threshold
    return counts


def counted(documents: Sequence[LabelledDocument], counts: Truth) -> tuple[dict[str, Figures], float]:
    """Return the figures of each label, and the share of documents and labels whose present or absent is right."""
    rows = {label: Figures() for label in LABELS}
    right = at = 0
    for document in documents:
        here = counts[at : at + len(document.examples)]
        at += len(document.examples)
        for k, label in enumerate(LABELS):
            gold = {number for number, names in document.labels.items() if label in names}
            hits = [each.covers & gold for each, yes in zip(document.examples, here[:, k], strict=True) if yes]
            row = rows[label]
            row.right += sum(bool(each) for each in hits)
            row.wrong += sum(not each for each in hits)
            row.hit += len(set().union(*hits))
            row.total += len(gold)
            right += bool(gold) == bool(hits)
    return rows, ratio(right, len(documents) * len(LABELS))


def learning_curve(documents: Sequence[LabelledDocument]) -> list[list[float]]:
    """Return micro-F1 on the companies of one fold by words alone, for growing numbers of labelled documents."""
    recipe = replace(RECIPE, shares={"": 1.0})
    others = sorted(
        (d for d in documents if d.source.fold != CURVE_FOLD and d.source.part not in IN_VIEW),
        key=lambda d: sha256(d.source.name.encode()).hexdigest(),
    )
    asked = [d for d in documents if d.source.fold == CURVE_FOLD and d.source.part not in IN_VIEW]
    points = []
    for size in SIZES:
        used = others[:size]
        both = [*used, *asked]
        found = found_features([each.candidate for d in both for each in d.examples], recipe)
        sources = [d.source.company for d in both for _ in d.examples]
        known = sum(len(d.examples) for d in used)
        cells = table(found, vocabulary(found[:known], sources[:known], recipe), recipe).values
        truth = truth_of(both)
        fitted = [fit(cells[:known], truth[:known, k], recipe) for k in range(len(LABELS))]
        odds = np.stack([cells[known:] @ weights + intercept for weights, intercept in fitted], axis=1)
        counts = odds >= CURVE_CUT
        rows, _ = counted(asked, counts)
        points.append([len(used), round(micro(rows).f1, 4)])
        print(points[-1], flush=True)
    return points


def main() -> None:
    """Read the arguments, measure and write."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--unseen", type=Path, required=True)
    args = asks.parse_args()
    documents = list(load_documents(each for each in labelled(args.data) if not each.is_test))
    with np.load(args.unseen) as unseen:
        fresh = unseen["fresh"]
        counts = said(unseen["odds"], unseen["truth"], unseen["folds"], fresh)[fresh]
    shown = [d for d in documents if d.source.part not in IN_VIEW]
    rows, verdicts = counted(shown, counts)
    figures = {
        "documents": len(shown),
        "micro_f1": round(micro(rows).f1, 4),
        "macro_f1": round(float(np.mean([row.f1 for row in rows.values()])), 4),
        "verdicts": round(verdicts, 4),
        "checks": {label: round(row.f1, 3) for label, row in rows.items()},
        "curve": learning_curve(documents),
    }
    FIGURES.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
