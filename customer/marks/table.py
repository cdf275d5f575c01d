"""The table of wordings that mean the same: numbered pairs, each of a group."""

import tomllib
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

FILE = Path(__file__).with_name("variants.toml")
BOTH_WAYS, ONE_WAY = " <-> ", " -> "
COMMA = "comma"  # the group of the one pair that is found by the shape of a list, not by its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two forms of the same; `forms[0]` is the left one. A one-way pair never changes right to left."""

    number: int
    group: str
    forms: tuple[str, str]
    one_way: bool

    @property
    def label(self) -> str:
        """Return both forms as they enter a place's identity."""
        return f"{self.forms[0]}|{self.forms[1]}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """All pairs in their order; `stop` are the words that are no part of a place's context."""

    id: str
    sha256: str
    pairs: tuple[Pair, ...]
    stop: frozenset[str]


@cache
def load_table() -> Table:
    """Return the table that comes with the program."""
    content = FILE.read_bytes()
    raw = tomllib.loads(content.decode("utf-8"))
    lines: dict[str, list[str]] = {group: list(pairs) for group, pairs in raw["groups"].items()}
    endings = raw["spelling"]["endings"]
    lines["spelling"] += [
        f"{stem}s{end}{BOTH_WAYS}{stem}z{end}" for stem in raw["spelling"]["stems"] for end in endings
    ]
    pairs = [
        _pair(number, *entry) for number, entry in enumerate((g, line) for g, part in lines.items() for line in part)
    ]
    forms = " ".join(form for pair in pairs for form in pair.forms)
    words = {"".join(c for c in word if c.isalpha()) for word in forms.replace("-", " ").replace("'", " ").split()}
    return Table(
        id=raw["id"],
        sha256=sha256(content).hexdigest(),
        pairs=tuple(pairs),
        stop=frozenset(words | set(raw["stop"].split())),
    )


def _pair(number: int, group: str, line: str) -> Pair:
    one_way = BOTH_WAYS not in line
    left, right = line.split(ONE_WAY if one_way else BOTH_WAYS, maxsplit=1)
    return Pair(number=number, group=group, forms=(left, right), one_way=one_way)
