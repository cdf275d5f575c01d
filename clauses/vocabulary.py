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
        self._sizes: list[int] = []
        self._numbers: dict[tuple[str, ...], int] = {}
        self._exact: dict[str, set[int]] = {}
        self._stems: dict[str, list[tuple[str, int]]] = {}  # by their first two letters
        self._fits: dict[str, frozenset[int]] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, words: tuple[str, ...]) -> int:
        """Return the number of a word list, registering it at first sight; a trailing * marks a prefix."""
        if words not in self._numbers:
            number = self._numbers[words] = len(self._numbers)
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

    def fits(self, word: str) -> frozenset[int]:
        """Return the numbers of the word lists that hold a lower-case word."""
        found = self._fits.get(word)
        if found is None:
            begins = ("", word[:1], word[:2])  # the bare "*" fits every word
            stems = {n for two in begins for stem, n in self._stems.get(two, ()) if word.startswith(stem)}
            found = self._fits[word] = frozenset(stems | self._exact.get(word, set()))
        return found


VOCABULARIES = Vocabularies()


class Words:
    """The words of a sentence and the word lists that they fit."""

    __slots__ = ("_fits", "_known", "words")

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self._fits: frozenset[int] = frozenset()
        self._known = -1

    def fits(self) -> frozenset[int]:
        """Return the numbers of all word lists of which some word of the sentence is."""
        if self._known != len(VOCABULARIES):
            self._fits = frozenset().union(*(VOCABULARIES.fits(word) for word in self.words))
            self._known = len(VOCABULARIES)
        return self._fits
