"""`clausemark playbook`: a copy of the wording of asks that is yours to edit, and whether it can be used."""

import click

from reports.words import counted
from workflow.playbook import copy_playbook, own_folder, plays_in_use
from workflow.settings import load_settings


@click.group()
def playbook() -> None:
    """Work with the playbook: the wording that asks start from."""


@playbook.command()
def copy() -> None:
    """Copy the shipped files into the data folder, where yours come before them; none of yours is replaced."""
    settings = load_settings()
    number = copy_playbook(settings)
    click.echo(f"{counted(number, 'file')} copied to {own_folder(settings)}.")


@playbook.command()
def validate() -> None:
    """Say whether the playbook can be used, and if not, which file is wrong and why (exit code 1)."""
    plays = plays_in_use(load_settings())
    click.echo(f"The playbook can be used: {counted(len(plays), 'play')}.")
