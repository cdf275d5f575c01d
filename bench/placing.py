"""Finds where a quote stands in a text by letters and digits alone, so that marks and line breaks do not matter."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

Run = tuple[int, int]
# Marks and spaces, also the curly quotes and dashes of print: one source of a contract has them, another has not.
DROPPED = re.compile(r"[^0-9a-z\u0080-\u1fff\u2060-\uffff]+")
SENTENCE_END = re.compile(r"(?<=[.;:!?])\s+|\n+")
SHORTEST_QUOTE = 8
SHORTEST_PIECE = 25
MOST_PLACES = 20


def letters(text: str) -> str:
    """Return the text's letters and digits in lower case; ligatures are spelt out."""
    plain = text.lower().replace("\u00ad", "").replace("\ufb01", "fi").replace("\ufb02", "fl")
    return DROPPED.sub("", plain)


def exact_places(text: str, quote: str) -> list[Run]:
    """Return where the whole quote (already letters only) stands in the text, twenty places at most."""
    found: list[Run] = []
    at = text.find(quote) if len(quote) >= SHORTEST_QUOTE else -1
    while at >= 0 and len(found) < MOST_PLACES:
        found.append((at, at + len(quote)))
        at = text.find(quote, at + len(quote))
    return found


def places(text: str, quote: str) -> list[list[Run]]:
    """Return the places of a quote; one that is not there as a whole is placed by its sentences.

    Sentences count when they cover at least 60 % of the quote; a quote that is not there gives no place.
    """
    whole = letters(quote)
    exact = exact_places(text, whole)
    if exact or len(whole) < SHORTEST_QUOTE:
        return [[run] for run in exact]
    runs = sentence_runs(text, quote)
    covered = sum(end - start for start, end in runs)
    return [runs] if covered >= 0.6 * len(whole) else []


def sentence_runs(text: str, quote: str) -> list[Run]:
    """Return where the longer sentences of a quote stand."""
    pieces = (letters(piece) for piece in SENTENCE_END.split(quote))
    found = ((text.find(piece), len(piece)) for piece in pieces if len(piece) >= SHORTEST_PIECE)
    return [(at, at + size) for at, size in found if at >= 0]


class BlockMap:
    """The blocks of a document as one row of letters, with the way back to their numbers."""

    def __init__(self, blocks: Sequence[str]) -> None:
        squeezed = [letters(block) for block in blocks]
        self.text = "".join(squeezed)
        self._sizes = [len(block) for block in squeezed]
        self._starts = [0, *accumulate(self._sizes)][:-1]

    def covered(self, runs: Sequence[Run]) -> set[int]:
        """Return the blocks of which the runs hold half, or that hold half of a run."""
        hit = set()
        for start, end in runs:
            number = bisect_right(self._starts, start) - 1
            while number < len(self._starts) and self._starts[number] < end:
                size = self._sizes[number]
                shared = min(end, self._starts[number] + size) - max(start, self._starts[number])
                if size and shared >= min(size, end - start) / 2:
                    hit.add(number)
                number += 1
        return hit
