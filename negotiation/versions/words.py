"""Two texts in; what stayed, what was taken out and what was put in, word by word, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
MOST = 4_000_000  # comparisons of one pair: beyond, the whole text counts as replaced


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed (`mark` ""), were put in ("+") or taken out ("-")."""

    mark: str
    words: str


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return a text's change in reading order; joined without "+" it is the old text, without "-" the new one."""
    left, right = TOKEN.findall(old), TOKEN.findall(new)
    if len(left) * len(right) > MOST:
        return tuple(piece for piece in (Piece("-", old), Piece("+", new)) if piece.words)
    found: list[Piece] = []
    for operation, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if operation == "equal":
            found.append(Piece("", "".join(left[i:j])))
        else:
            found += [p for p in (Piece("-", "".join(left[i:j])), Piece("+", "".join(right[k:m]))) if p.words]
    return tuple(_joined(found))


def _joined(found: Sequence[Piece]) -> Iterator[Piece]:
    """Join changes that only a space parts: two words changed in a row read as one change."""
    waiting: list[Piece] = []
    for at, piece in enumerate(found):
        between = piece.mark == "" and piece.words.isspace() and waiting and at + 1 < len(found)
        if piece.mark or between:
            waiting.append(piece)
            continue
        yield from _both(waiting)
        waiting = []
        yield piece
    yield from _both(waiting)


def _both(waiting: Sequence[Piece]) -> Iterator[Piece]:
    for mark in ("-", "+"):
        words = "".join(piece.words for piece in waiting if piece.mark in ("", mark))
        if words:
            yield Piece(mark, words)
