"""The lexicon: every word list that reading a sentence rests on, from three tables, each entry with its example.

sets.toml holds the word sets of the phrase language, words.toml the single words that the readers of context and
parties ask for, context.toml the wordings that forbid, allow, oblige, decline, end or limit (its head says what the
columns are). A table with an unknown or missing key is refused with a ValueError that names it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

HERE = Path(__file__).resolve().parent


class Direction(StrEnum):
    """Which side of a wording it governs."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordSet:
    """A set of wordings that mean the same; a trailing * marks the beginning of a word."""

    name: str
    meaning: str
    wordings: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """What is the same for all wordings of a kind; the columns are explained in context.toml."""

    name: str
    means: str
    direction: Direction
    reads_as: str = ""
    ended_by: tuple[str, ...] = ()
    reach_back: int = 0
    ended_back_by: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    void_if: tuple[str, ...] = ()
    longest: bool = False
    under: Mapping[str, str] = field(default_factory=dict)
    exception: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One wording of a kind, as a phrase; its example stars the words that it governs."""

    kind: str
    phrase: str
    example: str


Row = TypeVar("Row", WordSet, Kind, Entry)


def _row(shape: type[Row], where: str, written: Mapping[str, Any]) -> Row:
    known = {each.name: each.default is each.default_factory is MISSING for each in fields(shape)}
    unknown, missing = set(written) - set(known), {name for name, needed in known.items() if needed} - set(written)
    if unknown or missing:
        what = f"unknown {', '.join(sorted(unknown))}" if unknown else f"missing {', '.join(sorted(missing))}"
        raise ValueError(f"{where}: {what}; an entry has {', '.join(known)}.")
    row: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in written.items()}
    return shape(**row)


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def read_sets(name: str) -> dict[str, WordSet]:
    """Return the word sets of a file by name."""
    return {key: _row(WordSet, f"{name}, {key}", {"name": key, **row}) for key, row in _table(name).items()}


def read_context(table: Mapping[str, Any]) -> tuple[dict[str, Kind], tuple[Entry, ...]]:
    """Return the kinds by name and the entries in the order of the file; raise ValueError for a name without a kind."""
    written = dict(table)
    kinds = {
        name: _row(Kind, f"kind {name}", {"name": name, **row, "direction": Direction(row.get("direction", ""))})
        for name, row in written.pop("kinds", {}).items()
    }
    named = set(written).union(*({*kind.ended_by, *kind.ended_back_by, *kind.yields_to} for kind in kinds.values()))
    if named - set(kinds):
        raise ValueError(f"context.toml: there is no [kinds.{min(named - set(kinds))}].")
    entries = [_row(Entry, f"{kind}", {"kind": kind, **row}) for kind, rows in written.items() for row in rows]
    return kinds, tuple(entries)


WORDS = read_sets("words.toml")
SETS = {**read_sets("sets.toml"), **WORDS}
KINDS, ENTRIES = read_context(_table("context.toml"))


def words(name: str) -> frozenset[str]:
    """Return a list of single words."""
    return frozenset(WORDS[name].wordings)


def stems(name: str) -> tuple[str, ...]:
    """Return a list of beginnings, for str.startswith."""
    return tuple(word.removesuffix("*") for word in WORDS[name].wordings)


@cache
def phrases(*kinds: str) -> tuple[str, ...]:
    """Return the phrases of kinds, in the order of the table."""
    return tuple(entry.phrase for kind in kinds for entry in ENTRIES if entry.kind == kind)
