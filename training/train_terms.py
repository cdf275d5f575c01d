"""Trains the linear classifier of terms on the labelled blocks of the work folds: weights, calibration, thresholds.

    python -m training.train_terms --data DATA [--unseen FILE]

The documents of the test fold are neither read nor used. Thresholds and calibration come from predictions for companies
that the predicting weights have not seen; calibration leaves out the documents that the rules were written with, whose
frames are surer than elsewhere. `--unseen` also writes these predictions, for training/blend.py and the figures.
"""

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from clauses.classifier import Unit
from clauses.classifier.linear import WEIGHTS
from training.bank import Row, bank_rows
from training.corpus import IN_VIEW, LABELS, labelled
from training.examples import LabelledDocument, load_documents
from training.linear import (
    NO_FOLD,
    Calibration,
    Fitted,
    Odds,
    Recipe,
    Truth,
    calibrated,
    fit,
    found_features,
    narrowed,
    table,
    unseen_odds,
    vocabulary,
    write,
)  # fmt: skip

NAME = "terms"
RECIPE = Recipe(shares={"": 1.0, ">": 0.7, "!": 0.35})
OURS = "ours"
# The one check whose party only the words tell: who owns.
OWNED, OWNED_BY = "output_ownership", "output_ownership:customer"
CUTS = np.arange(0.1, 0.9, 0.02)


def truth_of(documents: Sequence[LabelledDocument]) -> Truth:
    """Return which labels each example carries [examples, labels]."""
    return np.array([[label in each.labels for label in LABELS] for d in documents for each in d.examples])


def threshold(probabilities: Odds, truth: Truth) -> float:
    """Return the probability from which on F1 over passages is best; of equals the higher."""
    scores = []
    for cut in CUTS:
        said = probabilities >= cut
        scores.append((2 * (said & truth).sum() / max(1, said.sum() + truth.sum()), cut))
    return float(max(scores)[1])


def tuned(odds: Odds, truth: Truth) -> Calibration:
    """Return calibration and threshold of one label."""
    plain = calibrated(odds, truth)
    return replace(plain, threshold=threshold(plain.probabilities(odds), truth))


def train(documents: Sequence[LabelledDocument], out: Path, unseen: Path | None) -> None:
    """Fit, tune on unseen companies, and write."""
    of = np.repeat(np.arange(len(documents)), [len(d.examples) for d in documents])
    rows = bank_rows(LABELS)
    corpus = len(of)
    truth = np.concatenate([truth_of(documents), np.array([[row.carries] * len(LABELS) for row in rows])])
    told = _told(corpus, rows)
    candidates = [each.candidate for d in documents for each in d.examples] + [row.candidate for row in rows]
    found = found_features(candidates, RECIPE)
    sources = [documents[n].source.company for n in of] + [OURS] * len(rows)
    wide = table(found, vocabulary(found, sources, RECIPE), RECIPE)
    narrow = table(found, narrowed(wide, truth, told, RECIPE), RECIPE)
    folds: npt.NDArray[np.int64] = np.concatenate(
        [np.array([d.source.fold for d in documents])[of], np.full(len(rows), NO_FOLD)]
    )
    fresh = np.array([d.source.part not in IN_VIEW for d in documents])[of]
    odds = unseen_odds(narrow.values, truth, told, folds, RECIPE)[:corpus]
    calibrations = [tuned(odds[fresh, k], truth[:corpus][fresh, k]) for k in range(len(LABELS))]
    owned = truth[:corpus, LABELS.index(OWNED)]
    owners = np.array([OWNED_BY in each.parties for d in documents for each in d.examples])
    fitted = Fitted(
        name=NAME,
        unit=Unit.BLOCK,
        checks=[*LABELS, f"{OWNED}:{OWNED_BY.partition(':')[2]}"],
        recipe=RECIPE,
        table=narrow,
        weights=[
            *(fit(narrow.values[told[:, k]], truth[told[:, k], k], RECIPE) for k in range(len(LABELS))),
            fit(narrow.values[:corpus][owned], owners[owned], RECIPE),
        ],
        calibrations=[*calibrations, Calibration(slope=1.0, shift=0.0)],
        trained_on=f"{len(documents)} labelled documents of the work folds and {len(rows)} sentences of our own",
    )
    write(fitted, out)
    if unseen is not None:
        np.savez_compressed(unseen, odds=odds, truth=truth[:corpus], folds=folds[:corpus], fresh=fresh, document=of)


def _told(corpus: int, rows: Sequence[Row]) -> Truth:
    """Return of which labels each example tells [examples, labels]: a sentence of ours of its own alone."""
    ours = np.array([[row.check == label for label in LABELS] for row in rows])
    return np.concatenate([np.ones((corpus, len(LABELS)), dtype=bool), ours])


def main() -> None:
    """Read the arguments and train."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--out", type=Path, default=WEIGHTS)
    asks.add_argument("--unseen", type=Path)
    args = asks.parse_args()
    documents = list(load_documents(each for each in labelled(args.data) if not each.is_test))
    train(documents, args.out, args.unseen)


if __name__ == "__main__":
    main()
