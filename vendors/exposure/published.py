"""Reported campaigns as they are shipped, and the catalogue's facts as controls that the replay can use.

A limit counts where its unit is one that the replay knows. Levels are the catalogue's: "stated" by the vendor, "none"
where it was looked for in vain, unknown where no fact says either.
"""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from vendors.catalogue.model import CatalogueVendor, Fact, Shown
from vendors.catalogue.read import controls, shipped
from vendors.exposure.model import Campaign, Controls, Level, Limit, LimitKind

FOLDER = Path(__file__).resolve().parent
UNITS = {kind.value: kind for kind in LimitKind}


@cache
def campaigns() -> tuple[Campaign, ...]:
    """Return the reported cases, the best known first; each is alleged, with its date."""
    entries = tomllib.loads((FOLDER / "campaigns.toml").read_text(encoding="utf-8"))["campaign"]
    return tuple(Campaign(**entry) for entry in entries)


@cache
def published_controls() -> tuple[Controls, ...]:
    """Return the controls of every vendor of the shipped catalogue, in its order."""
    return tuple(controls_from(vendor) for vendor in shipped())


def controls_from(vendor: CatalogueVendor) -> Controls:
    """Return what a vendor's facts say of its controls."""
    response = next((f.number for f in vendor.of("response_time") if f.unit == "days"), None)
    return Controls(
        id=vendor.id,
        vendor=vendor.name,
        limits=tuple(_limits(vendor.facts)),
        account_checks=_level(vendor, "identity_verification", "payment_check"),
        content_analysis=_level(vendor, "behaviour_analysis"),
        usage_monitoring=_level(vendor, "usage_monitoring"),
        group_detection=_level(vendor, "linked_accounts"),
        response_days=response,
        permits_distillation=any(fact.permits for fact in vendor.of("distillation_stance")),
        note=vendor.note,
        sources=tuple(dict.fromkeys(f"{f.source}, {f.as_of.isoformat()}" for f in vendor.facts if f.level)),
    )


def _level(vendor: CatalogueVendor, *ids: str) -> Level:
    shown = {fact.level for name in ids for fact in vendor.of(name)}
    if Shown.STATED in shown:
        return Level.STATED
    return Level.NONE if Shown.NONE in shown else Level.UNKNOWN


def _limits(facts: Iterable[Fact]) -> Iterable[Limit]:
    titles = {control.id: control.title for control in controls()}
    for fact in facts:
        kind = UNITS.get(fact.unit)
        if kind is not None and fact.number:
            yield Limit(
                name=", ".join(filter(None, [titles[fact.control].lower(), fact.tier, fact.model])),
                kind=kind,
                value=fact.number,
                scope=fact.scope or "account",
                source=fact.source,
                as_of=fact.as_of,
                confidence=fact.confidence.value,
                deposit=fact.deposit,
                days=fact.days,
                note=fact.note,
            )
