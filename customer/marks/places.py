"""Where a text could read otherwise: each place with its pair, its present form and the words around it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from customer.marks.table import COMMA, Pair, Table

WINDOW = 200  # characters before and after
WORDS, SHORTEST = 2, 4  # words of context on each side, and the letters that a word needs
FEWEST = WORDS + 1  # words of context in all: with fewer there is no place
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
_TOUCHING = r"\w'’\-‐‑"
_SPELT = {" ": r"\s+", "'": "['’]", "-": "[-‐‑]"}
# The fourth or a later item of a list: what precedes is "..., item, item".
_LIST = re.compile(r"(?<=[a-z]), [a-z]+(?: [a-z]+)?, [a-z]+(?: [a-z]+)?(?P<place>,? (?:and|or))(?= [a-z])")


@dataclass(frozen=True, slots=True)
class Place:
    """A span of a text that holds one form of a pair: `state` 0 for the left form, 1 for the right one.

    `left` and `right` are up to two words of context, the nearest last on the left and first on the right.
    """

    start: int
    end: int
    pair: int
    state: int
    left: tuple[str, ...]
    right: tuple[str, ...]


class Finder:
    """Finds the places of the enabled pairs of a table."""

    def __init__(self, table: Table, enabled: Iterable[int] | None = None) -> None:
        numbers = range(len(table.pairs)) if enabled is None else enabled
        self._stop = table.stop
        self._forms: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._comma: int | None = None
        for pair in (table.pairs[number] for number in numbers):
            if pair.group == COMMA:
                self._comma = pair.number
                continue
            for state, form in enumerate(pair.forms):
                self._forms[form].append((pair.number, state))
        self._pattern = _pattern(table)

    def find(self, text: str) -> Iterator[Place]:
        """Yield the places in the order of the text; one form may be a place of several pairs."""
        lower = lowered(text)
        for start, end, pair, state in self._spans(lower):
            left, right = self._context(lower, start, end)
            if len(left) + len(right) >= FEWEST:
                yield Place(start, end, pair, state, left, right)

    def _spans(self, lower: str) -> list[tuple[int, int, int, int]]:
        spans = [
            (match.start(), match.end(), pair, state)
            for match in self._pattern.finditer(lower)
            for pair, state in self._forms.get(spelt(match[0]), ())
        ]
        if self._comma is not None:
            for match in _LIST.finditer(lower):
                state = 0 if match["place"].startswith(",") else 1
                spans.append((match.start("place"), match.end("place"), self._comma, state))
            spans.sort()
        return spans

    def _context(self, lower: str, start: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        before = self._words(lower[max(0, start - WINDOW) : start])
        after = self._words(lower[end : end + WINDOW])
        return before[-WORDS:], after[:WORDS]

    def _words(self, window: str) -> tuple[str, ...]:
        return tuple(word for word in _WORD.findall(_folded(window)) if word not in self._stop)


def lowered(text: str) -> str:
    """Return a text in lower case with every character at its place; one that would grow stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def spelt(form: str) -> str:
    """Return a form as the table spells it: one space, straight apostrophe, plain hyphen."""
    return re.sub(r"[‐‑]", "-", re.sub(r"\s+", " ", form.replace("’", "'")))


def _folded(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()


@cache
def _pattern(table: Table) -> re.Pattern[str]:
    """Return one expression for all forms, the longest first: a tree of letters, ten times faster than a list."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]  # a tree of trees
    for pair in table.pairs:
        for form in pair.forms if pair.group != COMMA else ():
            node = tree
            for letter in form:
                node = node.setdefault(letter, {})
            node[""] = {}
    return re.compile(rf"(?<![{_TOUCHING}])(?:{_branches(tree)})(?![{_TOUCHING}])")


def _branches(node: dict[str, dict]) -> str:  # type: ignore[type-arg]
    longer = [_SPELT.get(c, re.escape(c)) + _branches(below) for c, below in sorted(node.items()) if c]
    if not longer:
        return ""
    return f"(?:{'|'.join([*longer, ''] if '' in node else longer)})"


def other_form(pair: Pair, old: str, state: int) -> str:
    """Return the pair's other form in place of the one that stands there, with its capital."""
    if pair.group == COMMA:
        return f", {old.strip()}" if state else f" {old.lstrip(', ')}"
    new = pair.forms[1 - state]
    return new[0].upper() + new[1:] if old[0].isupper() else new
