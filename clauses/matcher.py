"""Finds phrases in a sentence: spaCy token patterns behind a cheap test of which words are there at all.

A document is checked against hundreds of phrases; nearly all of them lack one of their words in a given
sentence. Each sentence therefore gets the set of vocabulary entries it holds, and spaCy sees only the
phrases whose every required element is among them.
"""

from collections.abc import Iterable
from functools import lru_cache

import spacy
from spacy.matcher import Matcher
from spacy.tokens import Doc

from clauses.phrases import Element, rows

NLP = spacy.blank("en")
Span = tuple[int, int]


def tokenise(text: str) -> Doc:
    """Return the text as spaCy tokens; characters are unchanged."""
    return NLP.make_doc(text)


def words_of(doc: Doc) -> frozenset[str]:
    """Return the lower-case words of a sentence, for the cheap test."""
    return frozenset(token.lower_ for token in doc)


class Phrase:
    """A compiled phrase; `spans(doc, words)` gives the token spans it covers, first and longest first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._rows = [_Row(row) for row in rows(text)]

    def spans(self, doc: Doc, words: frozenset[str]) -> list[Span]:
        """Return the token spans (start, end) that the phrase covers in the sentence, in order."""
        found = {span for row in self._rows if row.possible(words) for span in row.spans(doc)}
        return sorted(found, key=lambda span: (span[0], -span[1]))


class _Row:
    """One token row with its spaCy matcher, made at first use."""

    def __init__(self, elements: tuple[Element, ...]) -> None:
        self._elements = elements
        self._required = [_vocabulary(e.words) for e in elements if e.words and not e.optional]
        self._matcher: Matcher | None = None

    def possible(self, words: frozenset[str]) -> bool:
        """Say whether every required element has a word in the sentence."""
        return all(_any_fits(vocabulary, words) for vocabulary in self._required)

    def spans(self, doc: Doc) -> list[Span]:
        """Return the token spans of this row."""
        if self._matcher is None:
            self._matcher = Matcher(NLP.vocab)
            self._matcher.add("row", [[_token(e) for e in self._elements]], greedy="FIRST")
        return [(start, end) for _, start, end in self._matcher(doc)]


@lru_cache(maxsize=4096)
def _vocabulary(words: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    exact = frozenset(word for word in words if not word.endswith("*"))
    return exact, tuple(word[:-1] for word in words if word.endswith("*"))


@lru_cache(maxsize=200_000)
def _any_fits(vocabulary: tuple[frozenset[str], tuple[str, ...]], words: frozenset[str]) -> bool:
    exact, stems = vocabulary
    return not exact.isdisjoint(words) or (bool(stems) and any(word.startswith(stems) for word in words))


def _token(element: Element) -> dict[str, object]:
    if element.gap:
        return {"OP": f"{{0,{element.gap}}}"}
    exact, stems = _vocabulary(element.words)
    if stems:
        either = [*(f"{_escape(word)}$" for word in sorted(exact)), *map(_escape, stems)]
        token: dict[str, object] = {"LOWER": {"REGEX": f"^(?:{'|'.join(either)})"}}
    else:
        token = {"LOWER": {"IN": sorted(exact)}}
    if element.optional:
        token["OP"] = "?"
    return token


def _escape(word: str) -> str:
    return "".join(f"\\{c}" if not c.isalnum() else c for c in word)


@lru_cache(maxsize=8192)
def phrase(text: str) -> Phrase:
    """Return the compiled phrase; compiled once a process."""
    return Phrase(text)


def any_of(phrases: Iterable[str], doc: Doc, words: frozenset[str]) -> list[Span]:
    """Return the spans of all the phrases in the sentence."""
    return [span for text in phrases for span in phrase(text).spans(doc, words)]
