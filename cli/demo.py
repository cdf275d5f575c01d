"""`clausemark demo`: a sample vendor from its files to the scorecard as PDF."""

from datetime import datetime
from pathlib import Path

import click

from cli.outputs import day
from cli.score import print_problems, print_score, reading_progress
from workflow.exports import scorecard_file
from workflow.folders import find_policy, score_folder
from workflow.samples import sample_folders
from workflow.settings import load_settings


@click.command()
@click.option(
    "--pdf",
    "pdf_file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("clausemark-demo.pdf"),
    show_default=True,
    help="Where to write the scorecard.",
)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="Date of the assessment. [default: today]")
def demo(pdf_file: Path, on: datetime | None) -> None:
    """Read the documents of an invented vendor, score it and write the scorecard."""
    folders = sample_folders()
    if not folders:
        raise click.ClickException("The sample documents are not here. Install Clausemark again.")
    settings = load_settings()
    scored = score_folder(
        folders[0],
        policy=find_policy(None),
        on=day(on),
        settings=settings,
        workers=settings.workers,
        progress=reading_progress,
    )
    for reading in scored.readings:
        click.echo(f"Read {reading.path.name}")
    print_score(scored.page)
    print_problems(scored)
    try:
        pdf_file.write_bytes(scorecard_file(scored.page, scored.assessment, "pdf"))
    except OSError as error:
        raise click.ClickException(f"{pdf_file} could not be written: {error.strerror or error}.") from error
    click.echo(f"The scorecard is in {pdf_file}")
