"""`clausemark compare`: several vendors side by side, each from the files of its folder."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

import click

from cli.analyze import exit_code
from cli.outputs import FORMATS, day, output_options, scoring_options, write_files
from cli.score import print_problems, reading_progress
from cli.table import say
from reports.comparison import build_comparison
from reports.model import ComparisonPage
from workflow.catalogue import catalogue, sides
from workflow.comparing import Choices
from workflow.exports import comparison_file
from workflow.folders import find_policy, score_folder
from workflow.model import Comparison
from workflow.settings import load_settings


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="FOLDER...",
)
@scoring_options
@click.option("--published", multiple=True, metavar="VENDOR", help="Id of a vendor of the catalogue; may be repeated.")
@click.option("--input-tokens", type=click.FloatRange(0, 1e6), help="Million input tokens a month. [default: 500]")
@click.option("--output-tokens", type=click.FloatRange(0, 1e6), help="Million output tokens a month. [default: 100]")
@click.option("--batch", type=click.FloatRange(0, 100), default=0, show_default=True, help="Percent sent as batch.")
@click.option("--notes", type=click.File(encoding="utf-8"), help="A text file with notes for the files.")
@output_options
def compare(
    folders: tuple[Path, ...],
    policy_name: str | None,
    on: datetime | None,
    jobs: int | None,
    published: tuple[str, ...],
    notes: TextIO | None,
    **more: Any,
) -> None:
    """Score two or more vendors under one policy and show them side by side; one folder a vendor.

    Exit code 1: a file gave no result; 4: some pages were not read.
    """
    if len(set(folders)) + len(set(published)) < 2:
        raise click.UsageError("Name at least two vendors, each with its folder or as --published.")
    known = {vendor.id for vendor in catalogue()}
    if unknown := sorted(set(published) - known):
        raise click.UsageError(f"There is no vendor “{unknown[0]}”. There are: {', '.join(sorted(known))}.")
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
    compared = sides(None, made, tuple(dict.fromkeys(published)))
    page = build_comparison(made, documents, published=[side.name for side in compared[len(made) :]], on=day(on))
    found = Comparison(assessments=tuple(made), documents=documents, page=page, sides=compared)
    print_comparison(page)
    for one in scored:
        print_problems(one)
    chosen, text = _choices(more), notes.read() if notes else ""
    write_files(
        [(more[f"{style}_file"], style) for style in FORMATS],
        lambda style: comparison_file(found, style, chosen, notes=text),
    )
    sys.exit(exit_code(reading for one in scored for reading in one.readings))


def _choices(more: dict[str, Any]) -> Choices:
    given = {"input_millions": more["input_tokens"], "output_millions": more["output_tokens"]}
    return Choices(batch_share=more["batch"] / 100, **{name: n for name, n in given.items() if n is not None})


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
