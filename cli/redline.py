"""`clausemark redline`: a vendor's Word file with asks as tracked changes and comments."""

import sys
from datetime import datetime
from pathlib import Path

import click

from cli.analyze import exit_code
from cli.asks import chosen_levels, folder_asks_of, own_words
from cli.outputs import day, scoring_options
from reports.words import counted
from workflow.redline import WordFile, redlined
from workflow.settings import load_settings


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE.docx")
@click.option("--folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help="The vendor's documents.")
@scoring_options
@click.option("--ask", "chosen", multiple=True, help="Check to ask for; may be repeated. [default: all]")
@click.option("--acceptable", multiple=True, help="Check to ask for in the acceptable wording; may be repeated.")
@click.option("--number", multiple=True, metavar="CHECK.NAME=N", help="A number of the wording; may be repeated.")
@click.option("--term", multiple=True, metavar="NAME=WORDS", help="What the contract calls something.")
@click.option("--author", default="Clausemark", show_default=True, help="Whose changes they are.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="The file to write.")
def redline(
    file: Path,
    folder: Path | None,
    policy_name: str | None,
    on: datetime | None,
    jobs: int | None,
    author: str,
    out: Path,
    **own: tuple[str, ...],
) -> None:
    """Put asks into a vendor's Word file as tracked changes, with the reason as comment; the file itself stays.

    Without --folder the file is taken as the vendor's only document.
    """
    scored, found = folder_asks_of(folder or file, policy_name, on, jobs)
    levels = chosen_levels(found, own["chosen"], own["acceptable"])
    terms, numbers = own_words(scored, own["term"], own["number"])
    reading = next((r for r in scored.readings if r.path.resolve() == file.resolve()), None)
    if reading is None or reading.reading is None:
        raise click.ClickException(f"{file.name} was not read with the documents of the vendor.")
    word = WordFile(path=file, name=file.name, id=reading.sha256, limits=load_settings().limits)
    content = redlined(word, found, levels, scored.policy, terms=terms, numbers=numbers, by=(author, day(on)))
    try:
        out.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{out} could not be written: {error.strerror}.") from None
    click.echo(f"{out} written with {counted(len(levels), 'ask')}. Have a lawyer read it.", err=True)
    sys.exit(exit_code(scored.readings))
