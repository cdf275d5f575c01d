"""`clausemark doctor`: whether this installation is well."""

import json
import sys
from dataclasses import asdict

import click

from cli.table import say
from workflow.doctor import look_over
from workflow.settings import load_settings

WRONG = 1


@click.command()
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def doctor(style: str) -> None:
    """Look over the sandbox, telemetry, rights, database, versions and free space; nothing is changed.

    Exit code 0: all is well; 1: something is wrong, and its sentence says what to do.
    """
    conditions = look_over(load_settings())
    if style == "json":
        click.echo(json.dumps([asdict(condition) for condition in conditions], indent=2, ensure_ascii=False))
    else:
        for condition in conditions:
            say(f"{'well' if condition.well else 'WRONG':7}{condition.name:12}{condition.text}", hang=19)
    sys.exit(0 if all(condition.well for condition in conditions) else WRONG)
