"""`clausemark compare`: several vendors side by side, each from the files of its folder."""

import sys
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.outputs import FORMATS, day, output_options, scoring_options, write_files
from cli.score import print_problems, reading_progress
from cli.table import say
from reports.comparison import build_comparison
from reports.model import ComparisonPage
from workflow.exports import comparison_file
from workflow.folders import find_policy, score_folder
from workflow.settings import load_settings


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER...",
)
@scoring_options
@output_options
def compare(
    folders: tuple[Path, ...], policy_name: str | None, on: datetime | None, jobs: int | None, **files: Path | None
) -> None:
    """Score two or more vendors under one policy and show them side by side; one folder a vendor.

    Exit code 1: a file gave no result; 4: some pages were not read.
    """
    if len(set(folders)) < 2:
        raise click.UsageError("Name at least two folders, one for each vendor.")
    settings, policy = load_settings(), find_policy(policy_name)
    scored = [
        score_folder(
            folder,
            policy=policy,
            on=day(on),
            settings=settings,
            workers=jobs or settings.workers,
            progress=reading_progress,
        )
        for folder in dict.fromkeys(folders)
    ]
    documents = {key: document for one in scored for key, document in one.documents.items()}
    made = [one.assessment for one in scored]
    page = build_comparison(made, documents)
    print_comparison(page)
    for one in scored:
        print_problems(one)
    write_files(
        [(files[f"{style}_file"], style) for style in FORMATS], lambda style: comparison_file(page, made, style)
    )
    sys.exit(exit_code(reading for one in scored for reading in one.readings))


def print_comparison(page: ComparisonPage) -> None:
    """Print the answer, each vendor's figures, and the criteria in which they differ."""
    say(page.title)
    say(page.answer, indent=2)
    for column in page.columns:
        say()
        say(f"{column.vendor}: {column.score}, band {column.band}. Coverage {column.coverage}.", indent=2, hang=2)
        say(f"Critical gaps: {column.critical_gaps}. {column.gate}", indent=4)
    names = [column.vendor for column in page.columns]
    for family in page.families:
        say()
        say(f"{family.heading}: " + ", ".join(f"{n} {s}" for n, s in zip(names, family.shares, strict=True)), indent=2)
        for row in family.rows:
            if row.differs:
                cells = ", ".join(f"{n} {c.mark.sign} {c.mark.word}" for n, c in zip(names, row.cells, strict=True))
                say(f"{row.name}: {cells}", indent=4, hang=2)
