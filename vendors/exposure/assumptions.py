"""The assumptions of the replay, each with a low, a central and a high value, unit and source: assumptions.toml in."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "assumptions.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumption:
    """One input that nobody publishes. `basis` says whether the value has a source or is our own assumption."""

    id: str
    name: str
    unit: str
    low: float
    central: float
    high: float
    basis: str
    source: str
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """A value for every assumption; `values` are (id, value) in the order of the file."""

    values: tuple[tuple[str, float], ...]

    def __getitem__(self, key: str) -> float:
        """Return the value of an assumption by its id."""
        return dict(self.values)[key]

    def changed(self, values: Mapping[str, float]) -> "Assumptions":
        """Return the same with some values changed."""
        return Assumptions(values=tuple((key, float(values.get(key, value))) for key, value in self.values))

    @property
    def list_price(self) -> float:
        """Dollars a query at list price."""
        return (self["tokens_in"] * self["price_in"] + self["tokens_out"] * self["price_out"]) / 1e6


@cache
def assumptions() -> tuple[Assumption, ...]:
    """Return all assumptions in the order in which pages show them."""
    return tuple(Assumption(**entry) for entry in _file()["assumption"])


@cache
def central() -> Assumptions:
    """Return the central value of every assumption."""
    return Assumptions(values=tuple((one.id, float(one.central)) for one in assumptions()))


@cache
def version() -> str:
    """Return the date of the defaults, which stands beside every result."""
    return str(_file()["version"])


@cache
def reference_levels() -> dict[str, dict[str, float]]:
    """Return the reference numbers of the levels of detection other than “stated”, which is the central values."""
    levels: dict[str, dict[str, float]] = _file()["levels"]
    return levels


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
