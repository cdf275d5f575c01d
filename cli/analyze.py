"""`clausemark analyze`: what the checks say of files, as a table or for machines."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from cli.progress import with_progress
from cli.table import print_reading
from reports.sarif import to_sarif
from workflow.answers import answer
from workflow.bulk import FileReading, files_in, read_files
from workflow.settings import load_settings
from workflow.version import TOOL_VERSION

NO_RESULT, PAGES_UNREAD = 1, 4


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|FOLDER...")
@click.option(
    "--format", "style", type=click.Choice(["table", "json", "jsonl", "sarif"]), default="table", show_default=True
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Files read at the same time. [default: the setting workers]")
def analyze(paths: tuple[Path, ...], style: str, jobs: int | None) -> None:
    """Say what each file promises and allows, with the exact quotes. Nothing is stored.

    A file that gave no result still has its line, with the reason. Exit code 1: a file gave no result; 4: some pages
    were not read.
    """
    settings = load_settings()
    files = files_in(paths)
    if not files:
        raise click.UsageError("There is no file in these folders.")
    found = read_files(files, limits=settings.limits, workers=min(jobs or settings.workers, len(files)))
    shown = with_progress(found, total=len(files), what="files")
    sys.exit(exit_code({"table": _table, "json": _json, "jsonl": _lines, "sarif": _sarif}[style](shown)))


def exit_code(readings: Iterable[FileReading]) -> int:
    """Return 1 when a file gave no result, 4 when some pages were not read, else 0."""
    codes = {NO_RESULT if r.reading is None else (0 if r.complete else PAGES_UNREAD) for r in readings}
    return next((code for code in (NO_RESULT, PAGES_UNREAD) if code in codes), 0)


def _table(readings: Iterator[FileReading]) -> Iterator[FileReading]:
    for read in readings:
        print_reading(read)
        yield read


def _lines(readings: Iterator[FileReading]) -> Iterator[FileReading]:
    for read in readings:
        click.echo(json.dumps(answer(read)))
        yield read


def _json(readings: Iterator[FileReading]) -> Iterator[FileReading]:
    kept = list(readings)
    click.echo(json.dumps([answer(read) for read in kept], indent=2))
    yield from kept


def _sarif(readings: Iterator[FileReading]) -> Iterator[FileReading]:
    kept = list(readings)
    done = [read.reading for read in kept if read.reading is not None]
    documents = {reading.document.id: reading.document for reading in done}
    analyses = {reading.document.id: reading.analysis for reading in done}
    click.echo(to_sarif(list(analyses.values()), documents, tool_version=TOOL_VERSION), nl=False)
    for read in kept:
        for problem in read.problems if read.reading is None else ():
            click.echo(problem.text, err=True)
    yield from kept
