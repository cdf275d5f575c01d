"""`clausemark backup` and `clausemark restore`: everything in one file, and back."""

from pathlib import Path

import click

from workflow.backup import write_backup
from workflow.restore import restore_backup
from workflow.settings import load_settings
from workflow.start import new_workspace


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the database and all documents into FILE, a zip; the app may run meanwhile."""
    settings = load_settings()
    workspace = new_workspace(settings, work=False)
    try:
        report = write_backup(workspace, file, by=settings.default_reviewer)
    finally:
        workspace.close()
    click.echo(f"{report.path} written: {report.text}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask.")
def restore(file: Path, *, yes: bool) -> None:
    """Put the backup in FILE in place of the data folder; stop the app first.

    All hashes are verified before anything is touched. The data from before is kept beside the data folder.
    """
    settings = load_settings()
    if not yes:
        click.confirm(f"Replace the data in {settings.data_folder} by the backup {file}?", abort=True)
    report = restore_backup(settings, file, by=settings.default_reviewer)
    click.echo(f"{report.text}.")
