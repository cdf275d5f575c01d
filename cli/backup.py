"""`clausemark backup` and `clausemark restore`: everything in one file, and back."""

import sys
from pathlib import Path

import click

from workflow.backup import write_backup
from workflow.restore import restore_backup
from workflow.settings import load_settings
from workflow.start import new_workspace


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write the database and all documents into FILE, a zip; the app may run meanwhile.

    Every stored file is held against its hash. Those that are gone or rotten are named and left out; the rest is
    written, and the exit code is 1.
    """
    settings = load_settings()
    workspace = new_workspace(settings, work=False)
    try:
        report = write_backup(workspace, file, by=settings.default_reviewer)
    finally:
        workspace.close()
    click.echo(f"{report.path} written: {report.text}.")
    for fault in report.faults:
        click.echo(fault, err=True)
    sys.exit(1 if report.faults else 0)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option(
    "--without",
    multiple=True,
    metavar="DOCUMENT",
    help="Leave out the file of this document, because it is damaged: its name, or the first digits of its hash. "
    "What was read of it stays. Can be given more than once.",
)
def restore(file: Path, *, yes: bool, without: tuple[str, ...]) -> None:
    """Put the backup in FILE in place of the data folder; stop the app first.

    All hashes are verified before anything is touched. The data from before is kept beside the data folder.
    """
    settings = load_settings()
    if not yes:
        click.confirm(f"Replace the data in {settings.data_folder} by the backup {file}?", abort=True)
    report = restore_backup(settings, file, by=settings.default_reviewer, without=without)
    click.echo(f"{report.text}.")
