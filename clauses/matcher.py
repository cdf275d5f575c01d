"""Finds phrases in a sentence of spaCy tokens, behind a cheap test of which words are there at all.

A document is checked against hundreds of phrases; nearly all of them lack one of their words in a given sentence
and are ruled out by their vocabularies. A phrase is matched in runs of neighbouring words, found by where the words
of each list stand, which are then joined by their distance.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, groupby, product

import spacy
from spacy.tokens import Doc

from clauses.phrases import Element, rows
from clauses.vocabulary import VOCABULARIES, Run, Words

NLP = spacy.blank("en")
MOST_SPANS = 40  # of one phrase in one sentence; more say nothing new
Span = tuple[int, int]


# Phrases are written with straight marks; characters without width part no words.
PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "‑": "-", **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad")}
)
# "Section;(x)reverse" lost its spaces.
GLUED = re.compile(
    r"(?<=[;:])(?=[^\s\d/])|(?<=\([a-z]\))(?=\w)|(?<=\([ivx][ivx]\))(?=\w)|(?<=\w)(?=\([a-z]{1,3}\) ?\w)"
)


def tokenise(text: str) -> Doc:
    """Return the text as spaCy tokens, its marks made plain and parted from words; they serve matching only."""
    return NLP.make_doc(GLUED.sub(" ", text.translate(PLAIN)))


def words_of(doc: Doc) -> Words:
    """Return the lower-case words of a sentence, for the cheap test."""
    return Words(token.lower_ for token in doc)


class Phrase:
    """A compiled phrase; `spans(doc, words)` gives the token spans it covers, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._rows = [_Row(row) for row in rows(text)]

    @property
    def keys(self) -> frozenset[int]:
        """The vocabularies of which a sentence must hold at least one for the phrase to stand in it."""
        return frozenset(row.key for row in self._rows)

    def spans(self, doc: Doc, words: Words) -> list[Span]:  # noqa: ARG002 - callers hold a sentence by both
        """Return the token spans (start, end) that the phrase covers in the sentence, in order."""
        found = words.phrases.get(self.text)
        if found is None:
            fits = words.fits()
            fitting = [row for row in self._rows if row.required <= fits]
            found = sorted({span for row in fitting for span in row.spans(words)}) if fitting else []
            words.phrases[self.text] = found
        return found


class _Row:
    """One token row: runs of neighbouring elements, and the gap allowed before each run but the first."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        if not any(e.words and not e.optional for e in elements):
            raise ValueError("A phrase needs a word that must be there.")
        self.required = frozenset(VOCABULARIES.number(e.words) for e in elements if e.words and not e.optional)
        # The shortest list is taken for the rarest; every row has a word that must be there.
        self.key = min(
            (VOCABULARIES.number(e.words) for e in elements if e.words and not e.optional),
            key=lambda number: (VOCABULARIES.size(number), number),
        )
        self._runs: list[tuple[int, Run]] = []
        gap = 0
        for is_gap, group in groupby(elements, key=lambda element: element.gap > 0):
            members = tuple(group)
            if is_gap:
                gap = sum(member.gap for member in members)
            else:
                self._runs.append((gap, _run(members)))
                gap = 0

    def spans(self, words: Words) -> list[Span]:
        """Return the spans of this row: from each start to the nearest end that the gaps allow."""
        joined = words.runs(self._runs[0][1])
        for gap, run in self._runs[1:]:
            if not joined:
                return []
            joined = _join(joined, words.runs(run), gap)
        return list(dict(reversed(joined)).items())[::-1][:MOST_SPANS]


def _run(elements: tuple[Element, ...]) -> Run:
    """Return neighbouring elements as word lists, once with and once without each that may be missing."""
    choices = [[(VOCABULARIES.number(e.words),), *([()] if e.optional else [])] for e in elements]
    wordings = (tuple(chain.from_iterable(choice)) for choice in product(*choices))
    return tuple(dict.fromkeys(wording for wording in wordings if wording))


def _join(before: list[Span], after: list[Span], gap: int) -> list[Span]:
    """Return each start with each end in reach, in order: what stands nearest may be a dead end."""
    starts = [begin for begin, _ in after]
    joined: dict[Span, None] = {}
    for start, end in before:
        for _, stop in after[bisect_left(starts, end) : bisect_right(starts, end + gap)]:
            joined[start, stop] = None
        if len(joined) > MOST_SPANS * 4:
            break
    return list(joined)


@lru_cache(maxsize=16384)
def phrase(text: str) -> Phrase:
    """Return the compiled phrase; compiled once a process."""
    return Phrase(text)


def prepare(phrases: Iterable[str]) -> None:
    """Compile phrases ahead: a word list that turns up late makes every word's lists be looked up anew."""
    for text in phrases:
        phrase(text)


def any_of(phrases: Iterable[str], doc: Doc, words: Words) -> list[Span]:
    """Return the spans of all the phrases in the sentence."""
    return [span for text in phrases for span in phrase(text).spans(doc, words)]
