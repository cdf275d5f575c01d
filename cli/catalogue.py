"""`clausemark catalogue`: the dated facts about vendors: list, show, check and export."""

from datetime import date, datetime
from pathlib import Path

import click

from cli.outputs import day
from cli.table import say
from vendors.catalogue.model import CatalogueVendor, Fact
from vendors.comparison import fact_words, source_line
from workflow.catalogue import all_controls, check_facts, export_facts, shipped_facts
from workflow.catalogue import catalogue as known_vendors


@click.group()
def catalogue() -> None:
    """Show the dated facts about vendors that comparisons and the campaign replay rest on."""


@catalogue.command("list")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Facts are old as of this day (default: today).")
def list_vendors(on: datetime | None) -> None:
    """List the vendors, how many facts are known, and how many of them are old."""
    for vendor in known_vendors():
        old = sum(fact.old(day(on)) for fact in vendor.facts)
        click.echo(f"{vendor.id:<18}{vendor.name:<22}{len(vendor.facts):>4} facts{old:>4} old")


@catalogue.command()
@click.argument("vendor")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Facts are old as of this day (default: today).")
def show(vendor: str, on: datetime | None) -> None:
    """Show a vendor's facts by control, with source and date; what is not known says so."""
    found = next((one for one in known_vendors() if vendor.casefold() in (one.id, one.name.casefold())), None)
    if found is None:
        raise click.UsageError(f"There is no vendor “{vendor}”. Known are: {', '.join(v.id for v in known_vendors())}.")
    say(found.name)
    if found.note:
        say(found.note, indent=2)
    for control in all_controls():
        _print(control.title, found, control.id, day(on))


@catalogue.command()
@click.option("--format", "style", type=click.Choice(["csv", "yaml"]), default="csv", show_default=True)
def export(style: str) -> None:
    """Write the shipped facts to standard output; the form in which facts of your own are imported."""
    click.echo(export_facts(shipped_facts(), style), nl=False)


@catalogue.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def check(file: Path) -> None:
    """Say whether a CSV or YAML file of your own facts can be imported."""
    say(f"{check_facts(file.read_bytes(), file.name)} facts can be imported.")


def _print(title: str, vendor: CatalogueVendor, control: str, on: date) -> None:
    facts = vendor.of(control)
    if not facts:
        click.echo(f"  {title}: not published")
        return
    click.echo(f"  {title}: {'; '.join(fact_words(fact) for fact in facts)}")
    for fact in facts:
        say(f"{_old(fact, on)}{source_line(fact)}", indent=4, hang=2)


def _old(fact: Fact, on: date) -> str:
    return "(old) " if fact.old(on) else ""
