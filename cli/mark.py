"""`clausemark mark`, `challenge` and `trace`: mark a data set for its recipients, and test what a copy came from."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from cli.outputs import day
from cli.table import say
from customer.marks.deliver import Delivery
from customer.marks.judge import ALPHA
from customer.marks.plan import Options, Planned
from customer.marks.trace import Trace
from reports.trace import probability
from reports.words import counted, percent
from workflow.marks import (
    counsel_pdf,
    dry_run,
    key_at,
    mark_data,
    order,
    prompts,
    templates_of,
    trace_answers,
    trace_suspects,
)

THERE = click.Path(path_type=Path, exists=True)
FILE = click.Path(path_type=Path, dir_okay=False)
KEY = click.option("--key", "key_file", type=FILE, required=True, help="The key file; only you may read it.")
MANIFESTS = click.option(
    "--manifest", "manifests", type=click.Path(path_type=Path, exists=True, dir_okay=False), multiple=True,
    required=True, help="A manifest of the data set; may be repeated.",
)  # fmt: skip


@click.command()
@click.argument("source", type=THERE, metavar="DATA")
@click.option("--dataset", required=True, help="Name of the data set; a second delivery needs a new one.")
@click.option("--for", "recipients", multiple=True, required=True, help="A recipient; may be repeated.")
@KEY
@click.option("--new-key", is_flag=True, help="Make the key file first.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="New folder for copies.")
@click.option("--field", "fields", multiple=True, help="A field to mark. [default: those with running text]")
@click.option("--never", multiple=True, help="A field that is never touched; may be repeated.")
@click.option("--share", type=click.FloatRange(0, 1, min_open=True), default=1.0, help="Share of the places used.")
@click.option("--canaries", type=click.IntRange(0, 10_000), default=50, show_default=True, help="Invented records.")
@click.option("--templates", type=FILE, help="Your own templates for invented records, one a line.")
@click.option("--dry-run", is_flag=True, help="Show what would change, write nothing.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day that stands in the manifests. [default: today]")
def mark(
    source: Path,
    dataset: str,
    recipients: tuple[str, ...],
    key_file: Path,
    out: Path,
    on: datetime | None,
    **choices: object,
) -> None:
    """Write one marked copy of a data set (JSONL, CSV, Parquet, texts) per recipient; the original is only read."""
    if choices["new_key"]:
        click.echo(f"{key_file} written, key {key_at(key_file, make=True).id}. Keep a second copy of it.", err=True)
    at = datetime.combine(day(on), datetime.min.time())
    what = order(
        source, out, key_file, dataset=dataset, recipients=recipients, options=_options(choices, recipients), at=at
    )
    if choices["dry_run"]:
        _print_plan(*dry_run(what))
        return
    made, deliveries = mark_data(what, _progress)
    for one in deliveries:
        _print_delivery(one, made)
    if made.warning:
        click.echo(made.warning, err=True)
    click.echo("Lodge the manifests before you deliver, and keep the key and the private file beside it.", err=True)


@click.command()
@KEY
@MANIFESTS
@click.option("--out", type=FILE, required=True, help="Where the prompts go, as JSON lines.")
def challenge(key_file: Path, manifests: tuple[Path, ...], out: Path) -> None:
    """Write prompts that ask a model for what only a marked copy holds; half of them nobody ever got."""
    content = prompts(key_file, manifests)
    _write(out, content)
    say("Note the model, its settings and the day before you ask; ask each prompt once, with temperature 0.")


@click.command()
@click.argument("suspects", type=THERE, nargs=-1, metavar="[FILE|FOLDER]...")
@KEY
@MANIFESTS
@click.option("--answers", type=FILE, help="A model's answers to the prompts of `clausemark challenge`.")
@click.option("--alpha", type=click.FloatRange(0, 0.05, min_open=True), default=ALPHA, show_default=True)
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the test, for the PDF. [default: today]")
@click.option("--pdf", type=FILE, help="Write one page for counsel.")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def trace(
    suspects: tuple[Path, ...],
    key_file: Path,
    manifests: tuple[Path, ...],
    answers: Path | None,
    alpha: float,
    on: datetime | None,
    pdf: Path | None,
    style: str,
) -> None:
    """Say which recipient's copy some files, or a model's answers, agree with, and how likely that is by chance."""
    if bool(suspects) == bool(answers):
        raise click.UsageError("Give files to test, or --answers.")
    if answers:
        said = trace_answers(answers, key_file, manifests, alpha=alpha)
        if style == "json":
            click.echo(json.dumps(asdict(said), indent=2, ensure_ascii=False))
            return
        for sentence in said.sentences:
            say(sentence)
        say(f"{said.answered} answers used, {said.unusable} lines without one.")
        return
    found = trace_suspects(suspects, key_file, manifests, alpha=alpha)
    if style == "json":
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False, default=str))
    else:
        _print_trace(found)
    if pdf:
        _write(pdf, counsel_pdf(found, on=day(on).isoformat()))


def _options(choices: dict[str, object], recipients: tuple[str, ...]) -> Options:
    own = choices["templates"]
    templates = {"templates": templates_of(own)} if isinstance(own, Path) else {}
    return Options(
        fields=choices["fields"],  # type: ignore[arg-type]  # click gives a tuple of words
        never=choices["never"],  # type: ignore[arg-type]
        share=choices["share"],  # type: ignore[arg-type]
        canaries=choices["canaries"],  # type: ignore[arg-type]
        team=2 if len(recipients) < 3 else 4,
        **templates,
    )


def _print_plan(made: Planned, changed: tuple[tuple[str, str], ...]) -> None:
    fields = ", ".join(made.fields)
    say(
        f"{counted(made.records, 'record')}, fields {fields}: {made.places} places, {made.distinct} distinct. "
        f"{counted(made.unread, 'record')} could not be read."
    )
    if made.warning:
        say(made.warning)
    for old, new in changed:
        say(f"- {old}", indent=2, hang=2)
        say(f"+ {new}", indent=2, hang=2)
    say("Nothing was written.")


def _print_delivery(one: Delivery, made: Planned) -> None:
    say(
        f"{one.recipient}: {one.folder}, {counted(one.copied.records, 'record')}, {one.changed} wordings changed "
        f"({percent(one.changed_words / max(1, made.words))} of the words), manifest {one.manifest.name}"
    )
    if one.copied.left_alone:
        say(f"{counted(one.copied.left_alone, 'record')} could not be read and went through as they are.", indent=2)


def _print_trace(found: Trace) -> None:
    for sentence in found.sentences:
        say(sentence)
    say(f"{found.read} of {found.known} places read. Files tested so far with this data set: {found.tests}.")
    for one in found.judged.suspicions:
        say(
            f"{one.recipient}: {one.matches} of {one.tested} choices agree, p {probability(one.p)}, "
            f"for all recipients {probability(one.corrected)}",
            indent=2,
        )


def _progress(records: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{records:,} records read", nl=False, err=True)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}.") from None
    click.echo(f"{path} written", err=True)
