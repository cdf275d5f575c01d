"""Weighs each sentence of a contract for the commercial terms: by its words, what stands around it, which rules fired.

One logistic regression a check. Its features are the words, pairs and triples of words of the sentence and of the
sentence before, the words and pairs of the heading, and the patterns of the rules that fired on the sentence. Trained
by training/train_words.py on two thirds of the contracts of CUAD v1 (The Atticus Project, CC BY 4.0); the weights are
plain numbers, and the same sentences always give the same probabilities.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

WEIGHTS = Path(__file__).resolve().parent / "weights"
Numbers = npt.NDArray[np.float32]
WORD = re.compile(r"[a-z0]+")
FIGURES = re.compile(r"\d+")
MOST_HEADING = 300  # characters of heading and lead-in that count, from their end
MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Weighable:
    """A sentence as the scorer sees it; `fired` names the patterns of the rules as "check:pattern"."""

    text: str
    heading: str
    fired: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """One kind of feature: its mark in the vocabulary and how much it counts beside the others."""

    mark: str
    share: float


TEXT, BEFORE, HEADING, RULE = Group("", 1.0), Group("<", 0.3), Group("#", 0.5), Group("!", 0.5)


def phrases(text: str, longest: int) -> list[str]:
    """Return the words of a text and their runs up to `longest` words, each once; every number is one "0"."""
    words = WORD.findall(FIGURES.sub("0", text.lower()))
    runs = (" ".join(words[at : at + size]) for size in range(1, longest + 1) for at in range(len(words) - size + 1))
    return list(dict.fromkeys(runs))


def features(sentences: Sequence[Weighable]) -> Iterator[list[tuple[Group, list[str]]]]:
    """Yield for each sentence of a document, in reading order, the names of its features by group."""
    before: list[str] = []
    for sentence in sentences:
        own = phrases(sentence.text, 3)
        heading = phrases(sentence.heading[-MOST_HEADING:], 2)
        yield [(TEXT, own), (BEFORE, before), (HEADING, heading), (RULE, list(sentence.fired))]
        before = own


class WordScorer:
    """The trained weights; reads a document's sentences in one go."""

    def __init__(self, weights: Path = WEIGHTS) -> None:
        about = json.loads((weights / "words.json").read_text(encoding="utf-8"))
        with np.load(weights / "words.npz", allow_pickle=False) as arrays:
            self._weights: Numbers = arrays["weights"].astype(np.float32)
            self._rarity: Numbers = arrays["rarity"].astype(np.float32)
            names = bytes(arrays["names"]).decode("utf-8").split("\n")
        self._rows = {name: row for row, name in enumerate(names)}
        self.checks: tuple[str, ...] = tuple(about["checks"])
        self._intercept = np.array(about["intercept"], dtype=np.float32)
        self._slope = np.array(about["slope"], dtype=np.float32)
        self._shift = np.array(about["shift"], dtype=np.float32)
        self.thresholds: Mapping[str, float] = dict(zip(self.checks, about["thresholds"], strict=True))

    def score(self, sentences: Sequence[Weighable]) -> Numbers:
        """Return the calibrated probabilities [sentences, checks] that a sentence belongs to a check's clause."""
        odds = np.zeros((len(sentences), len(self.checks)), dtype=np.float32)
        for number, groups in enumerate(features(sentences)):
            rows, values = self._values(groups)
            odds[number] = values @ self._weights[rows] if rows else 0.0
        calibrated = self._slope * (odds + self._intercept) + self._shift
        return (1 / (1 + np.exp(-calibrated))).astype(np.float32)

    def words(self, sentence: Weighable, check_id: str) -> tuple[str, ...]:
        """Return the runs of words of the sentence that speak most for the check, the strongest first."""
        column = self.checks.index(check_id)
        rows = [(row, name) for name in phrases(sentence.text, 3) if (row := self._rows.get(name)) is not None]
        weighed = sorted(((float(self._weights[row, column] * self._rarity[row]), name) for row, name in rows))
        return tuple(name for weight, name in reversed(weighed[-MOST_SHOWN:]) if weight > 0)

    def _values(self, groups: list[tuple[Group, list[str]]]) -> tuple[list[int], Numbers]:
        rows: list[int] = []
        values: list[Numbers] = []
        for group, names in groups:
            known = [row for name in names if (row := self._rows.get(group.mark + name)) is not None]
            if known:
                rows += known
                values.append(scaled(self._rarity[known], group))
        return rows, np.concatenate(values) if values else np.zeros(0, dtype=np.float32)


def scaled(rarity: Numbers, group: Group) -> Numbers:
    """Return the values of one group's features: by rarity and to length one, except rules, which count as they are."""
    if group is RULE:
        return np.full(len(rarity), group.share, dtype=np.float32)
    length = float(np.sqrt((rarity * rarity).sum()))
    return np.asarray(group.share / length * rarity, dtype=np.float32)


@lru_cache(maxsize=1)
def load_word_scorer() -> WordScorer:
    """Return the scorer of this process; loaded at first use."""
    return WordScorer()
