"""The options that both scoring commands share: policy, date, threshold and the files to write."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, get_args

import click

from workflow.exports import Format

FORMATS: tuple[Format, ...] = get_args(Format)
Command = Callable[..., Any]


def output_options(command: Command) -> Command:
    """Add --pdf, --html, --xlsx, --csv and --json, each with the file to write."""
    for style in reversed(FORMATS):
        kind = click.Path(path_type=Path, dir_okay=False)
        command = click.option(f"--{style}", f"{style}_file", type=kind, help=f"Write {style.upper()} to this file.")(
            command
        )
    return command


def scoring_options(command: Command) -> Command:
    """Add --policy, --on and --jobs."""
    command = click.option("--jobs", type=click.IntRange(1, 64), help="Files read at the same time.")(command)
    command = click.option(
        "--on", type=click.DateTime(["%Y-%m-%d"]), help="Date of the assessment, YYYY-MM-DD. [default: today]"
    )(command)
    return click.option("--policy", "policy_name", help="A shipped policy's id or a TOML file. [default: default]")(
        command
    )


def day(on: datetime | None) -> date:
    """Return the date that was given, or today's on this computer."""
    return on.date() if on else datetime.now().astimezone().date()


def write_files(files: Iterable[tuple[Path | None, Format]], make: Callable[[Format], bytes]) -> None:
    """Write each file that was asked for and say so on standard error; raise ClickException when one cannot be."""
    for path, style in files:
        if path is None:
            continue
        content = make(style)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise click.ClickException(f"{path} could not be written: {error.strerror or error}.") from error
        click.echo(f"{path} written", err=True)
