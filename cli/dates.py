"""`clausemark dates`: the days that follow from a vendor's documents, as a list, a calendar or CSV."""

import sys
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.outputs import day
from cli.table import say
from workflow.bulk import files_in, read_files
from workflow.duties import days_csv, days_ics, days_of, in_words
from workflow.samples import vendor_name
from workflow.settings import load_settings


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True), metavar="VENDOR-FOLDER")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day from which is counted. [default: today]")
@click.option("--country", default="", help="Whose public holidays count for business days: DE, GB, US, ...")
@click.option("--ics", type=click.Path(path_type=Path, dir_okay=False), help="Write a calendar file.")
@click.option("--csv", "csv_file", type=click.Path(path_type=Path, dir_okay=False), help="Write CSV.")
def dates(folder: Path, on: datetime | None, country: str, ics: Path | None, csv_file: Path | None) -> None:
    """List the days that follow from a vendor's documents: the end, the last day for notice, deletion, audits.

    Exit code 1: a file gave no result; 4: some pages were not read.
    """
    settings = load_settings()
    readings = tuple(read_files(list(files_in([folder])), limits=settings.limits, workers=settings.workers))
    for read in readings:
        for problem in read.problems:
            click.echo(f"{read.path}: {problem.text}", err=True)
    found = days_of([read.reading.analysis for read in readings if read.reading is not None], country=country)
    if not found:
        say("No day follows from these documents: none states when it ends, or for how long it runs.")
    for each in found:
        say(f"{in_words(each, on=day(on))}: {each.what}")
        say(each.how, indent=4)
        for quote, page in each.rests_on:
            say(f"“{quote}”, page {page}", indent=4, hang=2)
    for path, content in (
        (ics, days_ics(vendor_name(folder.resolve().name), found, on=day(on))),
        (csv_file, days_csv(found)),
    ):
        if path is not None:
            _write(path, content)
    sys.exit(exit_code(readings))


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}.") from None
    click.echo(f"{path} written", err=True)
