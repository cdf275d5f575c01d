"""The phrase language in which checks and the lexicon say what they look for.

A phrase is a row of elements, separated by spaces, matched word by word and without regard to case:

    train           the word "train"
    train|tune      either word
    train*          any word that begins with "train"
    model?          the word may be missing
    ..8             up to eight words (or marks) of any kind, within the sentence
    <model>         any wording of the shared set `model`, also one of several words

The shared sets stand in clauses/lexicon/. Words joined by a hyphen in a contract are one token with inner hyphens
split off ("fine-tune" -> fine, -, tune), so they are written with spaces. One phrase may stand for several token
rows, because a set may hold wordings of several words.
"""

import re
from dataclasses import dataclass
from itertools import product

from clauses.lexicon import SETS

ELEMENT = re.compile(r"^\.\.(\d+)$")


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a token row: the words that fit (a trailing * is a prefix), or a gap of up to `gap` tokens."""

    words: tuple[str, ...] = ()
    gap: int = 0
    optional: bool = False


def rows(phrase: str) -> tuple[tuple[Element, ...], ...]:
    """Return the token rows that a phrase stands for; raise ValueError for an unknown set or an empty phrase."""
    choices = [_alternatives(part) for part in phrase.lower().split()]
    if not choices:
        raise ValueError("A phrase needs at least one element.")
    return tuple(tuple(e for part in row for e in part) for row in product(*choices))


def _alternatives(part: str) -> list[tuple[Element, ...]]:
    gap = ELEMENT.match(part)
    if gap:
        return [(Element(gap=int(gap[1])),)]
    optional = len(part) > 1 and part.endswith("?")
    entries = _entries(part.rstrip("?") if optional else part)
    single = tuple(entry for entry in entries if " " not in entry)
    found: list[tuple[Element, ...]] = [(Element(words=single, optional=optional),)] if single else []
    found += [tuple(Element(words=(word,)) for word in entry.split()) for entry in entries if " " in entry]
    return found + ([()] if optional and not single else [])


def _entries(part: str) -> list[str]:
    entries: list[str] = []
    for name in part.split("|"):
        if name.startswith("<") and name.endswith(">"):
            if name[1:-1] not in SETS:
                raise ValueError(f"There is no word set called {name}.")
            entries += SETS[name[1:-1]].wordings
        else:
            entries.append(name)
    return entries
