"""Knows which words of a sentence fit which elements of phrases, so that most phrases are ruled out at once.

Each different word list of an element is a vocabulary with a number. A word's vocabularies are worked out once
and kept; a sentence holds the union over its words.
"""

from collections.abc import Iterable


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set: long lists read best as text."""
    return frozenset(words.split())


class Vocabularies:
    """All word lists that phrases use; a word list is known by its number."""

    def __init__(self) -> None:
        self.known = 0
        self._sizes: list[int] = []
        self._lists: list[tuple[frozenset[str], tuple[str, ...]]] = []  # exact words, stems
        self._numbers: dict[tuple[str, ...], int] = {}
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, list[tuple[str, int]]] = {}  # by their first two letters
        self._fits: dict[str, frozenset[int]] = {}

    def number(self, words: tuple[str, ...]) -> int:
        """Return the number of a word list, registering it at first sight; a trailing * marks a prefix."""
        if words not in self._numbers:
            number = self._numbers[words] = self.known
            self.known += 1
            exact = frozenset(word for word in words if not word.endswith("*"))
            self._lists.append((exact, tuple(word[:-1] for word in words if word.endswith("*"))))
            self._sizes.append(10_000 if "*" in words else len(words))  # "*" fits every word: the commonest of all
            for word in words:
                if word.endswith("*"):
                    self._stems.setdefault(word[:-1][:2], []).append((word[:-1], number))
                else:
                    self._exact.setdefault(word, set()).add(number)
            self._fits.clear()
        return self._numbers[words]

    def size(self, number: int) -> int:
        """Return how many words a list has."""
        return self._sizes[number]

    def among(self, number: int, words: frozenset[str]) -> set[str]:
        """Return which of the words a list holds."""
        exact, stems = self._lists[number]
        found = set(words & exact)
        if stems:
            found.update(word for word in words if word.startswith(stems))
        return found

    def fits(self, word: str) -> frozenset[int]:
        """Return the numbers of the word lists that hold a lower-case word."""
        found = self._fits.get(word)
        if found is None:
            begins = ("", word[:1], word[:2])  # the bare "*" fits every word
            stems = {n for two in begins for stem, n in self._stems.get(two, ()) if word.startswith(stem)}
            found = self._fits[word] = frozenset(stems | self._exact.get(word, set()))
        return found


VOCABULARIES = Vocabularies()


# A run of neighbouring words: its wordings, each a row of word lists (more than one where a word may be missing).
Run = tuple[tuple[int, ...], ...]


class Words:
    """The words of a sentence in their order, and where those stand that are of a word list."""

    __slots__ = ("_fits", "_known", "_places", "_runs", "phrases", "row", "words")

    def __init__(self, row: Iterable[str]) -> None:
        self.row = tuple(row)
        self.words = frozenset(self.row)
        self._fits: frozenset[int] = frozenset()
        self._places: dict[int, list[int]] = {}
        self._runs: dict[Run, list[tuple[int, int]]] = {}
        self._known = -1
        # What clauses/matcher.py has found so far: many patterns ask for the same phrases.
        self.phrases: dict[str, list[tuple[int, int]]] = {}

    def fits(self) -> frozenset[int]:
        """Return the numbers of all word lists of which some word of the sentence is."""
        if self._known != VOCABULARIES.known:
            self._fits = frozenset().union(*(VOCABULARIES.fits(word) for word in self.words))
            self._known = VOCABULARIES.known
        return self._fits

    def places(self, number: int) -> list[int]:
        """Return where words of a list stand."""
        found = self._places.get(number)
        if found is None:
            fitting = VOCABULARIES.among(number, self.words)
            found = self._places[number] = [at for at, word in enumerate(self.row) if word in fitting]
        return found

    def runs(self, run: Run) -> list[tuple[int, int]]:
        """Return where a run stands, in order; where two overlap the first wins, then the longest."""
        found = self._runs.get(run)
        if found is None:
            found = self._runs[run] = self._apart({span for lists in run for span in self._in_a_row(lists)})
        return found

    def _in_a_row(self, lists: tuple[int, ...]) -> list[tuple[int, int]]:
        starts = self.places(lists[0])
        for ahead, number in enumerate(lists[1:], start=1):
            following = self.places(number) if starts else []
            starts = [at for at in starts if at + ahead in following]
        return [(at, at + len(lists)) for at in starts]

    def _apart(self, spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
        kept, free = [], 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= free:
                kept.append((start, end))
                free = end
        return kept
