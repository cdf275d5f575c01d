"""`clausemark exposure`: a reported campaign replayed against vendors' published controls."""

import json
import math
from dataclasses import asdict
from typing import Any

import click

from cli.table import say
from vendors.exposure.assumptions import version
from vendors.exposure.model import Campaign, Controls, Replay
from vendors.exposure.simulate import REPLICATES, SEED
from vendors.exposure.words import NOTICE, arithmetic, dollars, lesson, origin, percent, sentences
from workflow.exposure import (
    assumed,
    changed_campaign,
    find_campaign,
    find_controls,
    known_campaigns,
    known_vendors,
    replay_vendors,
    what_matters,
)

MOST_SWINGS = 6


@click.command()
@click.argument("vendors", nargs=-1, metavar="VENDOR...")
@click.option("--campaign", "preset", default="june-2026", show_default=True, help="A reported campaign.")
@click.option("--queries", type=click.FloatRange(min=1), help="Queries wanted, in place of the campaign’s.")
@click.option("--accounts", type=click.IntRange(1, 2_000_000), help="Accounts used.")
@click.option("--days", type=click.FloatRange(min=0.1, max=3650), help="Days of the campaign.")
@click.option("--assume", multiple=True, metavar="NAME=NUMBER", help="Change an assumption; can be given again.")
@click.option("--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="Seed of the simulation.")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def exposure(
    vendors: tuple[str, ...], preset: str, assume: tuple[str, ...], seed: int, style: str, **own: float
) -> None:
    """Say what would have stopped a reported campaign at these vendors; without a name, list what is known.

    Per vendor: the limit that binds, the share stopped, what gets through, what an attacker who adapts would pay, and
    which control and which assumption matter most.
    """
    if not vendors:
        _list_known()
        return
    campaign = changed_campaign(find_campaign(preset), **own)
    values = assumed(dict(_assumption(text) for text in assume))
    controls = [find_controls(name) for name in dict.fromkeys(vendors)]
    replays = replay_vendors(controls, campaign, values, seed=seed, replicates=REPLICATES)
    if style == "json":
        click.echo(json.dumps(_printable([asdict(one) for one in replays]), indent=2, ensure_ascii=False))
        return
    say(campaign.title)
    say(origin(campaign), indent=2)
    say(arithmetic(campaign), indent=2)
    for one in replays:
        say()
        _print_replay(one, *what_matters(one.controls, campaign, values))
    say()
    say(f"{NOTICE} Assumptions of {version()}, seed {seed}, {REPLICATES} simulated runs.")


def _print_replay(one: Replay, swings: Any, levers: Any) -> None:
    say(one.controls.vendor)
    for sentence in sentences(one):
        say(sentence, indent=2, hang=2)
    if one.controls.permits_distillation:
        return
    say(lesson(one, levers), indent=2, hang=2)
    say("One control at a time: share stopped, and dollars per million queries on top of the tokens.", indent=2)
    for lever in levers:
        cost = dollars(lever.plan.extra) if lever.plan else "not reachable"
        click.echo(f"    {lever.name:<52}{percent(lever.stopped):>8}{cost:>14}")
    say("What the share stopped rests on: assumption, low and high value.", indent=2)
    for swing in swings[:MOST_SWINGS]:
        click.echo(f"    {swing.name:<62}{percent(swing.at_low):>6} to {percent(swing.at_high)}")


def _list_known() -> None:
    say("Vendors")
    for vendor in known_vendors():
        click.echo(f"  {vendor.id:<16}{_known(vendor)}")
    say("Campaigns")
    for campaign in known_campaigns():
        say(f"{campaign.id}: {campaign.title}. {_who(campaign)}", indent=2, hang=4)
    say("Assumptions")
    for name, value in assumed().values:
        click.echo(f"  {name:<18}{value:g}")


def _known(vendor: Controls) -> str:
    return f"{vendor.vendor}: {len(vendor.limits)} limits known, {len(vendor.unknown)} facts unknown"


def _who(campaign: Campaign) -> str:
    return origin(campaign).split(". ", maxsplit=1)[0] + "."


def _assumption(text: str) -> tuple[str, float]:
    name, _, number = text.partition("=")
    try:
        value = float(number)
    except ValueError:
        raise click.UsageError(f"“{text}” has no number. Write NAME=NUMBER, for example linkable=0.9.") from None
    if not math.isfinite(value) or value < 0:
        raise click.UsageError(f"“{text}” cannot be used. Give a number of 0 or more.")
    return name.strip(), value


def _printable(value: Any) -> Any:
    """Return a value for JSON: no number for what is infinite, dates as text."""
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(item) for item in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value if isinstance(value, str | int | float | bool | None) else str(value)
