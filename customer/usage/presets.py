"""Known logs as data: which columns stand where, and which preset fits what a file shows."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from customer.usage.problems import UsageProblem

FILE = Path(__file__).with_name("presets.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """A known log: for each of our columns the paths or names under which it may stand, the first one counts."""

    name: str
    title: str
    sign: tuple[str, ...]
    columns: dict[str, tuple[str, ...]]


@cache
def presets() -> tuple[Preset, ...]:
    """Return the presets, the plain table last."""
    rows = tomllib.loads(FILE.read_text(encoding="utf-8"))["preset"]
    return tuple(
        Preset(
            name=row["name"],
            title=row["title"],
            sign=tuple(row["sign"]),
            columns={name: tuple(places) for name, places in row["columns"].items()},
        )
        for row in rows
    )


def preset_named(name: str) -> Preset:
    """Return a preset by its name; raise UsageProblem."""
    for preset in presets():
        if preset.name == name:
            return preset
    known = ", ".join(preset.name for preset in presets())
    raise UsageProblem(f"There is no preset “{name}”. There are: {known}.")


def guess_preset(names: Iterable[str]) -> Preset:
    """Return the preset whose sign is among the column names or JSON paths of a file."""
    known = {name.lower() for name in names}
    return next(preset for preset in presets() if all(sign.lower() in known for sign in preset.sign))


def places_of(preset: Preset, names: Iterable[str], own: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """Return for each of our columns the names under which it stands in a file; `own` choices win."""
    known = {name.lower(): name for name in names}
    found = {
        column: tuple(known[place.lower()] for place in places if place.lower() in known)
        for column, places in preset.columns.items()
    }
    chosen = {column: (known[place.lower()],) for column, place in own.items() if place.lower() in known}
    if missing := [place for place in own.values() if place.lower() not in known]:
        raise UsageProblem(f"There is no column “{missing[0]}” in the log. There are: {', '.join(sorted(known)[:30])}.")
    return {column: places for column, places in (found | chosen).items() if places}
