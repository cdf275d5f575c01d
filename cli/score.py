"""`clausemark score`: a vendor's scorecard from the files of one folder."""

import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.outputs import FORMATS, day, output_options, scoring_options, write_files
from cli.progress import with_progress
from cli.table import say
from reports.model import ScorecardPage
from workflow.bulk import FileReading
from workflow.exports import scorecard_file
from workflow.folders import FolderScore, find_policy, score_folder
from workflow.settings import load_settings

BELOW = 3


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False), metavar="VENDOR-FOLDER")
@scoring_options
@output_options
@click.option("--fail-under", type=click.FloatRange(0, 100), help="Exit with 3 when the score is lower, or not known.")
def score(
    folder: Path,
    policy_name: str | None,
    on: datetime | None,
    jobs: int | None,
    fail_under: float | None,
    **files: Path | None,
) -> None:
    """Score the vendor whose documents lie in a folder.

    Exit code 1: a file gave no result; 3: below --fail-under; 4: some pages were not read.
    """
    settings = load_settings()
    scored = score_folder(
        folder,
        policy=find_policy(policy_name),
        on=day(on),
        settings=settings,
        workers=jobs or settings.workers,
        progress=reading_progress,
    )
    print_score(scored.page)
    print_problems(scored)
    made = scored.assessment
    write_files(
        [(files[f"{style}_file"], style) for style in FORMATS], lambda style: scorecard_file(scored.page, made, style)
    )
    code = exit_code(scored.readings)
    if code != 1 and fail_under is not None and (made.score is None or made.score < fail_under):
        code = BELOW
    sys.exit(code)


def reading_progress(readings: Iterator[FileReading], total: int) -> Iterable[FileReading]:
    """Show the progress of reading a folder's files."""
    return with_progress(readings, total=total, what="files")


def print_score(page: ScorecardPage) -> None:
    """Print the answer, why, and what to ask for."""
    say(page.vendor)
    answer = page.answer
    for sentence in (answer.sentence, answer.coverage, answer.extent, answer.basis, answer.remark):
        if sentence:
            say(sentence, indent=2)
    for gate in page.gates:
        say(f"{gate.effect}. {gate.why}", indent=2, hang=2)
    for heading, lines in (
        ("Gaps", [f"{gap.mark.sign} {gap.name}: {gap.found} ({gap.cost})" for gap in page.gaps]),
        ("Could not decide", [f"{line.name}: {line.waits_for}" for line in page.undecided]),
        ("Please review", [f"{line.name}: {line.reason}" for line in page.reviews]),
    ):
        if lines:
            say()
            say(heading, indent=2)
            for line in lines:
                say(line, indent=4, hang=2)


def print_problems(scored: FolderScore) -> None:
    """Print what could not be read, and other notes on the files, on standard error."""
    for reading in scored.readings:
        for problem in reading.problems:
            click.echo(problem.text, err=True)
