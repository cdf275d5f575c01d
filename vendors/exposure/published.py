"""Reported campaigns and published controls as they are shipped: two TOML files in, campaigns and controls out."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from vendors.exposure.model import Campaign, Controls, Level, Limit, LimitKind

FOLDER = Path(__file__).resolve().parent
LEVELS = ("account_checks", "content_analysis", "usage_monitoring", "group_detection")


@cache
def campaigns() -> tuple[Campaign, ...]:
    """Return the reported cases, the best known first; each is alleged, with its date."""
    return tuple(Campaign(**entry) for entry in _entries("campaigns.toml", "campaign"))


@cache
def published_controls() -> tuple[Controls, ...]:
    """Return the controls of every vendor that the replay knows, in the order of the file."""
    return tuple(_controls(entry) for entry in _entries("controls.toml", "vendor"))


def _controls(entry: dict[str, Any]) -> Controls:
    known: dict[str, Any] = {name: Level(entry[name]) for name in LEVELS if name in entry}
    limits = tuple(Limit(**limit | {"kind": LimitKind(limit["kind"])}) for limit in entry.get("limits", []))
    return Controls(**entry | known | {"limits": limits, "sources": tuple(entry.get("sources", ()))})


def _entries(name: str, key: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))[key]
    return entries
