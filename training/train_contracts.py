"""Trains the linear classifier of contracts on CUAD v1: weights, calibration and thresholds as plain data.

    python -m training.train_contracts --data DATA

Of the contracts below DATA/cuad/text, every third (bench/cuad.py, `held_out`) is neither trained nor tuned on.
Thresholds and calibration come from predictions for contracts that the predicting weights have not seen.
"""

import argparse
import csv
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import md5
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bench.cuad import CLAUSES, held_out, labelled_passages, name_key
from bench.placing import exact_places, letters
from clauses.candidates import passages
from clauses.classifier import Candidate, Unit
from clauses.classifier.linear import WEIGHTS
from clauses.engine import matched
from clauses.parties import names_of
from clauses.registry import CHECKS
from documents.read import read_document
from training.bank import bank_rows
from training.linear import (
    NO_FOLD,
    Calibration,
    Fitted,
    Odds,
    Recipe,
    calibrated,
    fit,
    found_features,
    narrowed,
    table,
    unseen_odds,
    vocabulary,
    write,
)

NAME = "contracts"
RECIPE = Recipe(
    shares={"": 1.0, ">": 0.5, "#": 0.4, "<": 0.3, "!": 0.4}, least=4, strength=8.0, positive=3.0, most=50_000
)
FOLDS = 4
CUTS = np.array([0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7])
Place = tuple[int, int]


@dataclass(slots=True)
class Contract:
    """A contract's sentences with the checks whose labelled passages they belong to."""

    name: str
    sentences: list[Candidate] = field(default_factory=list)
    labels: list[frozenset[str]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    passages: dict[str, list[Place]] = field(default_factory=dict)


def load(cuad: Path) -> list[Contract]:
    """Return the contracts that may be trained on, as the product reads them: the texts, and those there as PDF."""
    with (cuad / "clauses.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        rows = {name_key(row["Filename"]): row for row in csv.DictReader(file)}
    paths = sorted((cuad / "text").glob("*.txt"))
    paths += sorted(p for p in (cuad / "contracts").rglob("*") if p.suffix.lower() == ".pdf")
    paths = [path for path in paths if name_key(path.name) in rows and not held_out(path.name)]
    return [_contract(path, cuad / "text" / f"{path.stem}.txt", rows[name_key(path.name)]) for path in paths]


def _contract(path: Path, labelled: Path, row: dict[str, str]) -> Contract:
    text = letters(labelled.read_text(encoding="utf-8", errors="replace"))
    document = read_document(path.read_bytes(), path.name)
    names = names_of(document.blocks)
    contract = Contract(path.stem)
    for check, columns in CLAUSES.items():
        wanted = [p for column in columns for p in labelled_passages(row.get(column, ""))]
        contract.passages[check] = [(at, at + len(p)) for p in wanted if (at := text.find(p)) >= 0]
    cursor = 0
    for passage in passages(matched(document, CHECKS, names), CHECKS, names, Unit.SENTENCE):
        quote = letters(passage.candidate.text)
        at = text.find(quote, cursor) if len(quote) >= 8 else -1
        if at < 0:
            at = next((start for start, _ in exact_places(text, quote)), -1)
        cursor = max(cursor, at)
        place = (at, at + len(quote)) if at >= 0 else (0, 0)
        contract.sentences.append(passage.candidate)
        contract.places.append(place)
        contract.labels.append(frozenset(check for check, spans in contract.passages.items() if _belongs(place, spans)))
    return contract


def _belongs(place: Place, spans: list[Place]) -> bool:
    """Half of the sentence is labelled, or the sentence holds half of a labelled passage."""
    start, end = place
    shared = [max(0, min(end, stop) - max(start, begin)) for begin, stop in spans]
    of_passage = [each / (stop - begin) for each, (begin, stop) in zip(shared, spans, strict=True)]
    return end > start and (sum(shared) >= 0.5 * (end - start) or max(of_passage, default=0) >= 0.5)


def train(contracts: Sequence[Contract], out: Path) -> None:
    """Train on all contracts, tune on predictions for contracts not seen, and write the weights."""
    checks = list(CLAUSES)
    rows = bank_rows(checks, Unit.SENTENCE)
    of = np.repeat(np.arange(len(contracts)), [len(c.sentences) for c in contracts])
    corpus = len(of)
    labelled = np.array([[check in labels for check in checks] for c in contracts for labels in c.labels])
    truth = np.concatenate([labelled, np.array([[row.carries] * len(checks) for row in rows])])
    ours = np.array([[row.check == check for check in checks] for row in rows])
    told = np.concatenate([np.ones_like(labelled), ours])
    found = found_features([each for c in contracts for each in c.sentences] + [row.candidate for row in rows], RECIPE)
    sources = [contracts[n].name for n in of] + ["ours"] * len(rows)
    wide = table(found, vocabulary(found, sources, RECIPE), RECIPE)
    narrow = table(found, narrowed(wide, truth, told, RECIPE), RECIPE)
    folds = np.array([_fold(contract.name) for contract in contracts])[of]
    folds = np.concatenate([folds, np.full(len(rows), NO_FOLD)])
    odds = unseen_odds(narrow.values, truth, told, folds, RECIPE)[:corpus]
    calibrations = [_tuned(contracts, of, odds[:, k], labelled[:, k], check) for k, check in enumerate(checks)]
    fitted = Fitted(
        name=NAME,
        unit=Unit.SENTENCE,
        checks=checks,
        recipe=RECIPE,
        table=narrow,
        weights=[fit(narrow.values[told[:, k]], truth[told[:, k], k], RECIPE) for k in range(len(checks))],
        calibrations=calibrations,
        trained_on=f"{len({c.name for c in contracts})} contracts of CUAD v1 (CC BY 4.0)",
    )
    write(fitted, out)


def _fold(name: str) -> int:
    """Return the fold of a contract; its text and its PDF share it."""
    return int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16) // 3 % FOLDS


def _tuned(
    contracts: Sequence[Contract], of: npt.NDArray[np.int64], odds: Odds, truth: npt.NDArray[np.bool_], check: str
) -> Calibration:
    """Return the calibration with the threshold that is best for presence and for passages together."""
    plain = calibrated(odds, truth)
    sure = plain.probabilities(odds)
    figures = [(*_figures(contracts, of, sure >= cut, check), cut) for cut in CUTS]
    best = max(figures, key=lambda each: (each[0] + each[1], -each[2]))
    print(f"{check}: threshold {best[2]}, unseen presence {best[0]:.3f}, spans {best[1]:.3f}")
    return replace(plain, threshold=float(best[2]))


def _figures(
    contracts: Sequence[Contract], of: npt.NDArray[np.int64], chosen: npt.NDArray[np.bool_], check: str
) -> tuple[float, float]:
    """Return F1 of presence and of passages, counted as in bench/cuad.py."""
    seen = right = wanted = quotes = touching = passages_ = covered = 0
    for number, contract in enumerate(contracts):
        spans = contract.passages[check]
        places = [place for place, yes in zip(contract.places, chosen[of == number], strict=True) if yes]
        seen, wanted, right = seen + bool(places), wanted + bool(spans), right + bool(places and spans)
        quotes += len(places)
        touching += sum(any(a < stop and b > begin for begin, stop in spans) for a, b in places)
        passages_ += len(spans)
        for begin, stop in spans:
            covered += sum(max(0, min(b, stop) - max(a, begin)) for a, b in places) >= 0.5 * (stop - begin)
    return _f1(right, seen, right, wanted), _f1(touching, quotes, covered, passages_)


def _f1(right: int, found: int, hit: int, total: int) -> float:
    precision, recall = right / found if found else 0.0, hit / total if total else 0.0
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def main() -> None:
    """Read the arguments and train."""
    asks = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asks.add_argument("--data", type=Path, required=True)
    asks.add_argument("--out", type=Path, default=WEIGHTS)
    args = asks.parse_args()
    train(load(args.data / "cuad"), args.out)


if __name__ == "__main__":
    main()
