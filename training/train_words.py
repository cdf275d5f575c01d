"""Trains the word scorer on CUAD v1 and writes its weights, calibration and thresholds as plain data.

    python -m training.train_words --data DATA

Of the contracts below DATA/cuad/text, every third (bench/cuad.py, `held_out`) is neither trained nor tuned on.
Thresholds and calibration come from predictions for contracts that the predicting model has not seen.
"""

import argparse
import csv
import json
from dataclasses import dataclass, field
from hashlib import md5
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from bench.cuad import CLAUSES, held_out, labelled_passages, name_key
from bench.placing import exact_places, letters
from clauses.engine import matched
from clauses.parties import names_of
from clauses.registry import BY_ID
from clauses.scorer.words import RULE, WEIGHTS, Group, Numbers, Weighable, features, scaled
from clauses.word_layer import weighables
from documents.read import read_document

LEAST_CONTRACTS = 4  # a feature stands in so many contracts
MOST_FEATURES = 45_000
FOLDS = 4
STRENGTH = 8.0  # inverse of the regularisation
POSITIVE = 3  # weight of a labelled sentence beside one without a label
CUTS = [0.05, 0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7]


@dataclass(slots=True)
class Contract:
    """A contract's sentences with the checks whose labelled passages they belong to."""

    name: str
    sentences: list[Weighable]
    labels: list[frozenset[str]]
    places: list[tuple[int, int]]
    passages: dict[str, list[tuple[int, int]]] = field(default_factory=dict)


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
    checks = [BY_ID[check] for check in CLAUSES]
    read = matched(document, checks, names_of(document.blocks))
    sentences, weighed = [sentence for sentence, _ in read], weighables(read, checks)
    passages: dict[str, list[tuple[int, int]]] = {}
    for check, columns in CLAUSES.items():
        wanted = [p for column in columns for p in labelled_passages(row.get(column, ""))]
        passages[check] = [(at, at + len(p)) for p in wanted if (at := text.find(p)) >= 0]
    contract = Contract(path.stem, weighed, [], [], passages)
    cursor = 0
    for sentence in sentences:
        quote = letters(sentence.text)
        at = text.find(quote, cursor) if len(quote) >= 8 else -1
        if at < 0:
            at = next((start for start, _ in exact_places(text, quote)), -1)
        cursor = max(cursor, at)
        place = (at, at + len(quote)) if at >= 0 else (0, 0)
        contract.places.append(place)
        contract.labels.append(frozenset(check for check, spans in passages.items() if _belongs(place, spans)))
    return contract


def _belongs(place: tuple[int, int], spans: list[tuple[int, int]]) -> bool:
    """Half of the sentence is labelled, or the sentence holds half of a labelled passage."""
    start, end = place
    shared = [max(0, min(end, stop) - max(start, begin)) for begin, stop in spans]
    of_passage = [each / (stop - begin) for each, (begin, stop) in zip(shared, spans, strict=True)]
    return end > start and (sum(shared) >= 0.5 * (end - start) or max(of_passage, default=0) >= 0.5)


@dataclass(slots=True)
class Table:
    """The features of all sentences: the vocabulary, the rarity of each entry, and the values per sentence."""

    names: list[str]
    rarity: Numbers
    values: csr_matrix


def table(contracts: list[Contract], names: list[str] | None = None) -> Table:
    """Return the table over the given vocabulary, or over all features that stand in enough contracts."""
    found = [list(features(contract.sentences)) for contract in contracts]
    if names is None:
        names = _frequent(found)
    rows = {name: row for row, name in enumerate(names)}
    counts = np.ones(len(names), dtype=np.float64)
    lists: list[list[tuple[Group, list[int]]]] = []
    for sentence in (each for document in found for each in document):
        known = [(group, [rows[group.mark + n] for n in some if group.mark + n in rows]) for group, some in sentence]
        lists.append(known)
        for _, some in known:
            counts[some] += 1
    rarity = (np.log((1 + len(lists)) / counts) + 1).astype(np.float32)
    columns = [row for known in lists for _, some in known for row in some]
    values = [v for known in lists for group, some in known if some for v in scaled(rarity[some], group)]
    ends = np.cumsum([0, *(sum(len(some) for _, some in known) for known in lists)])
    return Table(names, rarity, csr_matrix((values, columns, ends), shape=(len(lists), len(names)), dtype=np.float32))


def _frequent(found: list[list[list[tuple[Group, list[str]]]]]) -> list[str]:
    counts: dict[str, int] = {}
    for document in found:
        for name in {group.mark + n for sentence in document for group, some in sentence for n in some}:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= LEAST_CONTRACTS or name.startswith(RULE.mark))


def fit(values: csr_matrix, truth: np.ndarray) -> tuple[np.ndarray, float]:
    """Return weights and intercept of one check."""
    if truth.sum() < 2:
        return np.zeros(values.shape[1]), -9.0
    model = LogisticRegression(
        C=STRENGTH, max_iter=300, solver="liblinear", random_state=0, class_weight={0: 1, 1: POSITIVE}
    )
    model.fit(values, truth)
    return model.coef_[0], float(model.intercept_[0])


def train(contracts: list[Contract], out: Path) -> None:
    """Train on all contracts, tune on predictions for contracts not seen, and write the weights."""
    checks = list(CLAUSES)
    truth = np.array([[check in labels for check in checks] for c in contracts for labels in c.labels])
    of = np.repeat(np.arange(len(contracts)), [len(c.sentences) for c in contracts])
    wide = table(contracts)
    first = np.stack([fit(wide.values, truth[:, k])[0] for k in range(len(checks))])
    strength = np.abs(first).max(0) * wide.rarity
    kept = sorted(np.argsort(-strength)[:MOST_FEATURES])
    narrow = table(contracts, [wide.names[row] for row in kept])
    fold = np.array([_fold(contract.name) for contract in contracts])[of]
    odds = np.zeros(truth.shape)
    weights, intercepts, slopes, shifts, thresholds = [], [], [], [], []
    for k, check in enumerate(checks):
        for part in range(FOLDS):
            w, b = fit(narrow.values[fold != part], truth[fold != part, k])
            odds[fold == part, k] = narrow.values[fold == part] @ w + b
        calibration = LogisticRegression(C=1e6).fit(odds[:, [k]], truth[:, k])
        slopes.append(float(calibration.coef_[0, 0]))
        shifts.append(float(calibration.intercept_[0]))
        sure = 1 / (1 + np.exp(-(slopes[-1] * odds[:, k] + shifts[-1])))
        thresholds.append(_threshold(contracts, of, sure, check))
        w, b = fit(narrow.values, truth[:, k])
        weights.append(w)
        intercepts.append(b)
        print(f"{check}: {int(truth[:, k].sum())} sentences, threshold {thresholds[-1]}", flush=True)
    about = {
        "checks": checks,
        "intercept": [round(b, 4) for b in intercepts],
        "slope": [round(s, 4) for s in slopes],
        "shift": [round(s, 4) for s in shifts],
        "thresholds": thresholds,
        "trained_on": f"{len({c.name for c in contracts})} contracts of CUAD v1 (CC BY 4.0)",
    }
    _write(out, about, np.stack(weights, axis=1), narrow)


def _write(out: Path, about: dict[str, object], weights: np.ndarray, vocabulary: Table) -> None:
    (out / "words.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    np.savez_compressed(
        out / "words.npz",
        weights=weights.astype(np.float16),
        rarity=vocabulary.rarity.astype(np.float16),
        names=np.frombuffer("\n".join(vocabulary.names).encode(), dtype=np.uint8),
    )


def _fold(name: str) -> int:
    """Return the fold of a contract; its text and its PDF share it."""
    return int(md5(name.encode(), usedforsecurity=False).hexdigest(), 16) // 3 % FOLDS


def _threshold(contracts: list[Contract], of: np.ndarray, sure: np.ndarray, check: str) -> float:
    """Return the probability from which on a sentence counts, best for presence and for passages together."""
    scores = [(sum(_figures(contracts, of, sure >= cut, check)), -cut) for cut in CUTS]
    return -max(scores)[1]


def _figures(contracts: list[Contract], of: np.ndarray, chosen: np.ndarray, check: str) -> tuple[float, float]:
    """Return F1 of presence and of passages, counted as in bench/cuad.py."""
    seen = right = wanted = quotes = touching = passages = covered = 0
    for number, contract in enumerate(contracts):
        spans = contract.passages[check]
        places = [place for place, yes in zip(contract.places, chosen[of == number], strict=True) if yes]
        seen, wanted, right = seen + bool(places), wanted + bool(spans), right + bool(places and spans)
        quotes += len(places)
        touching += sum(any(a < stop and b > begin for begin, stop in spans) for a, b in places)
        passages += len(spans)
        for begin, stop in spans:
            covered += sum(max(0, min(b, stop) - max(a, begin)) for a, b in places) >= 0.5 * (stop - begin)
    return _f1(right, seen, right, wanted), _f1(touching, quotes, covered, passages)


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
