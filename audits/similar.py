"""Two reports' documents in, the share of their wording that is the same out: five words at a time, as sets."""

import re
from collections.abc import Iterable

from documents.model import Document

SHINGLE = 5  # words
# Reports of one standard share their set phrases; the invented and public ones compared stay well below.
ALIKE = 0.6


def shared_wording(one: Document, other: Document) -> float:
    """Return the Jaccard index of both texts' runs of five words, names and numbers left out; 0 for empty texts."""
    first, second = _shingles(one), _shingles(other)
    return len(first & second) / len(first | second) if first and second else 0.0


def most_alike(one: Document, others: Iterable[Document]) -> tuple[Document, float] | None:
    """Return the other document whose wording is nearest and how near, when it is nearly the same."""
    found = [(other, shared_wording(one, other)) for other in others if other.id != one.id]
    best = max(found, key=lambda each: each[1], default=None)
    return best if best and best[1] >= ALIKE else None


def _shingles(document: Document) -> set[tuple[str, ...]]:
    words = [w for block in document.blocks for w in re.findall(r"\b[a-z]+\b", block.text)]
    return {tuple(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1)}
