"""Pieces of text with their places on a page: running headers out, disorder found, reading order by geometry."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line of text as the page draws it. Places are in points from the page's left and top edge.

    `base` is the base line from the top; `size` the font size.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False

    @property
    def top(self) -> float:
        """The upper edge, near enough."""
        return self.base - 0.8 * self.size


PAGE_NUMBER = re.compile(
    r"^(?:page|p\.|seite)?\s*[-–—(\[]?\s*(?:[a-z]{1,2}-?)?(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—)\]]?(?:\s*(?:/|of|von)\s*\d{1,4})?$",
    re.IGNORECASE,
)
DIGITS = re.compile(r"\d+")
# So many lines at the top and at the bottom of a page may be running headers and footers.
BAND = 3
# Jumps upwards per line above which a page's words count as stored out of order; healthy pages have below 0.015.
DISORDER = 0.06
FEWEST_JUMPS = 3


def band_of(pieces: Sequence[Piece], lines: int = BAND) -> set[int]:
    """Return the positions of the pieces that are among the top or bottom `lines` of a page."""
    order = sorted(range(len(pieces)), key=lambda index: (pieces[index].base, pieces[index].left))
    return set(order[:lines]) | set(order[-lines:])


def running_lines(pages: Sequence[Sequence[Piece]]) -> frozenset[str]:
    """Return the lines, with digits masked, that stand in the band of a large part of the pages."""
    counts: Counter[str] = Counter()
    for pieces in pages:
        counts.update({masked(pieces[index].text) for index in band_of(pieces)})
    count = sum(bool(pieces) for pieces in pages)
    least = max(2, min(3, count), 0.4 * count)
    return frozenset(text for text, count in counts.items() if count >= least and text)


def masked(text: str) -> str:
    """Return a line without its numbers and spaces, so that "Page 3 of 9" is the same on each page."""
    return DIGITS.sub("#", re.sub(r"\s+", "", text)).lower()


def without_running_lines(
    pieces: Sequence[Piece], running: frozenset[str], *, pages: int
) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of a page's own text, and those that are running headers, footers or page numbers.

    A page that would lose all its words keeps them: pages with one line each are no headers.
    """
    band, edge = band_of(pieces), band_of(pieces, 1)
    own: list[Piece] = []
    furniture: list[Piece] = []
    for index, piece in enumerate(pieces):
        text = piece.text.strip()
        number = index in edge and PAGE_NUMBER.match(text) and (pages > 1 or text.lower().startswith("page"))
        runs = number or (index in band and masked(piece.text) in running)
        (furniture if runs else own).append(piece)
    if not own and not all(PAGE_NUMBER.match(piece.text.strip()) for piece in furniture):
        return list(pieces), []
    return own, furniture


def disordered(pieces: Sequence[Piece]) -> bool:
    """Return whether the words of a page jump upwards within a column too often to be in reading order."""
    jumps = 0
    for before, after in pairwise(pieces):
        overlap = min(before.right, after.right) - max(before.left, after.left)
        narrow = min(before.right - before.left, after.right - after.left)
        jumps += after.base < before.base - 1.5 * before.size and overlap > 0.3 * max(narrow, 1)
    return jumps >= FEWEST_JUMPS and jumps > DISORDER * len(pieces)


def in_reading_order(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces sorted by cutting the page at its widest white gaps, rows first unless columns are clearer."""
    ordered: list[Piece] = []
    stack: list[list[Piece]] = [list(pieces)]
    while stack:
        group = stack.pop()
        parts = _cut(group)
        if len(parts) == 1:
            ordered += sorted(group, key=lambda piece: (round(piece.base / 3), piece.left))
        else:
            stack += reversed(parts)
    return joined_rows(ordered)


def _cut(group: list[Piece]) -> list[list[Piece]]:
    if len(group) < 2:
        return [group]
    size = median(piece.size for piece in group)
    columns = _parts(group, [(piece.left, piece.right) for piece in group], least=0.9 * size)
    if len(columns) > 1 and all(len(part) > 2 for part in columns):
        return columns
    rows = _parts(group, [(piece.top, piece.top + piece.size) for piece in group], least=0.35 * size)
    if len(rows) == 1 and len(columns) > 1:
        return columns if len(group) > 3 else [group]
    return _rows_between_columns(rows, size)


def _rows_between_columns(rows: list[list[Piece]], size: float) -> list[list[Piece]]:
    """Join neighbouring rows that share a column gap, so that columns are read downwards and not row by row."""
    joined: list[list[Piece]] = []
    for row in rows:
        if joined and _has_columns(joined[-1] + row, size) and _has_columns(row, size):
            joined[-1] += row
        else:
            joined.append(list(row))
    return joined


def _has_columns(group: list[Piece], size: float) -> bool:
    return len(_parts(group, [(piece.left, piece.right) for piece in group], least=0.9 * size)) > 1


def _parts(group: list[Piece], spans: list[tuple[float, float]], *, least: float) -> list[list[Piece]]:
    order = sorted(range(len(group)), key=lambda index: spans[index])
    parts: list[list[Piece]] = []
    edge = float("-inf")
    for index in order:
        start, end = spans[index]
        if not parts or start - edge > least:
            parts.append([])
        parts[-1].append(group[index])
        edge = max(edge, end)
    return parts


def joined_rows(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with those that follow each other on one base line joined to one line."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is not None and abs(last.base - piece.base) < 0.5 * piece.size and piece.left > last.right - piece.size:
            joined[-1] = replace(
                last, text=f"{last.text} {piece.text}", right=piece.right, bold=last.bold and piece.bold
            )
        else:
            joined.append(piece)
    return joined
