"""`clausemark policy validate`: whether a policy file can be used."""

from pathlib import Path

import click

from reports.words import counted, number
from scoring.policy import load_policy


@click.group()
def policy() -> None:
    """Work with policy files."""


@policy.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def validate(file: Path) -> None:
    """Say whether a policy file can be used, and if not, everything that is wrong with it (exit code 2)."""
    read = load_policy(file)
    weight = number(sum(criterion.weight for criterion in read.criteria))
    criteria = counted(len(read.criteria), "criterion", "criteria")
    gates = counted(len(read.gates), "gate")
    click.echo(f"{file} can be used: {read.title}, version {read.version}, {criteria}, weight {weight}, {gates}.")
