"""`clausemark usage`: what a vendor would see in a query log, and whether use keeps to what was signed."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from cli.outputs import day
from cli.table import say
from customer.usage.caps import Cap, Release
from customer.usage.contract import ClauseAnswer
from customer.usage.model import COLUMNS, Level, UsageResult
from customer.usage.named import can_be_named, name_group, with_names
from documents.limits import Limits
from reports.usage import answer, number_line, read_words
from reports.words import counted
from workflow.bulk import files_in, read_files
from workflow.catalogue import catalogue
from workflow.settings import load_settings
from workflow.usage import (
    appeal_pdf,
    caps_of,
    contract_answers,
    found_logs,
    names_json,
    parse_names,
    preset_names,
    rejects_csv,
    saving_words,
)
from workflow.usage_job import RunningCheck, UsageTask

FILE = click.Path(path_type=Path, dir_okay=False)
MOST = 12
LARGE = Limits(seconds=24 * 3600, most_seconds=24 * 3600, memory_bytes=16 * 1024**3)


@click.command()
@click.argument("logs", type=click.Path(path_type=Path, exists=True), nargs=-1, required=True, metavar="LOG...")
@click.option("--preset", type=click.Choice(preset_names()), help="How the log is read. [default: guessed]")
@click.option("--map", "mapping", multiple=True, metavar="OURS=THEIRS", help=f"A column: {', '.join(COLUMNS[:8])}, ...")
@click.option("--vendor", default="", help="Vendor of the catalogue whose limits apply.")
@click.option(
    "--cap", "own_caps", multiple=True, metavar="requests/minute=60", help="A limit of yours; may be repeated."
)
@click.option("--release", "releases", multiple=True, metavar="MODEL=DAY", help="A release, for bursts after it.")
@click.option("--contract", type=click.Path(path_type=Path, exists=True), help="The contract, or the vendor's folder.")
@click.option("--names", type=FILE, help="File with the groups of accounts that you named; they stay quiet.")
@click.option("--name", "new_names", multiple=True, metavar="N=NAME", help="Name the Nth pattern in the --names file.")
@click.option("--rejects", type=FILE, help="Write the lines that could not be read.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day of the check, for the PDF. [default: today]")
@click.option("--pdf", type=FILE, help="Write the appeal pack.")
@click.option("--format", "style", type=click.Choice(["table", "json"]), default="table", show_default=True)
def usage(
    logs: tuple[Path, ...], preset: str | None, contract: Path | None, on: datetime | None, **how: object
) -> None:
    """Check query logs (JSONL, CSV, Parquet, also gzipped; files and folders) as a vendor's detectors would.

    Prompts are turned into fingerprints on reading and not kept. Exit code 3: a pattern above low was found.
    """
    rejects, pdf = how["rejects"], how["pdf"]
    task = UsageTask(
        paths=found_logs(logs),
        preset=preset or "",
        own=dict(_pair(text) for text in _texts(how["mapping"])),
        caps=tuple(_caps(str(how["vendor"]), _texts(how["own_caps"]))),
        releases=tuple(Release(model=model, day=on_day) for model, on_day in map(_pair, _texts(how["releases"]))),
    )
    result = RunningCheck(task, limits=LARGE, told=_progress).result()
    if isinstance(rejects, Path):
        rejects.write_bytes(rejects_csv(result.summary.rejects))
    result = _named(result, how["names"], _texts(how["new_names"]))
    vendor = next((each for each in catalogue() if each.id == how["vendor"]), None)
    saved = saving_words(result, vendor)
    kept = _kept(result, contract)
    if how["style"] == "json":
        click.echo(json.dumps({"result": asdict(result), "contract": [asdict(k) for k in kept]}, indent=2, default=str))
    else:
        _print(result, kept, saved)
    if isinstance(pdf, Path):
        pdf.write_bytes(appeal_pdf(result, kept, on=day(on), saving=saved))
        click.echo(f"{pdf} written", err=True)
    sys.exit(3 if result.flagged else 0)


def _kept(result: UsageResult, contract: Path | None) -> tuple[ClauseAnswer, ...]:
    if contract is None:
        return ()
    settings = load_settings()
    readings = read_files(list(files_in([contract])), limits=settings.limits, workers=settings.workers)
    return contract_answers(
        result, [finding for each in readings if each.reading for finding in each.reading.analysis.findings]
    )


def _caps(vendor: str, own: tuple[str, ...]) -> list[Cap]:
    caps = list(caps_of(vendor)) if vendor else []
    for text in own:
        name, value = _pair(text)
        counted_as, _, per = name.partition("/")
        if counted_as not in ("requests", "tokens") or per not in ("minute", "hour", "day") or not value.isdigit():
            raise click.UsageError(f"“{text}” is no limit. Write requests/minute=60 or tokens/day=1000000.")
        caps.append(Cap(name=counted_as, value=float(value), per=per, tokens=counted_as == "tokens", source="you"))
    return caps


def _named(result: UsageResult, path: object, new: tuple[str, ...]) -> UsageResult:
    """Return the result with the names of a file, to which new ones are added first."""
    if not isinstance(path, Path):
        if new:
            raise click.UsageError("--name needs --names, the file that keeps the names.")
        return result
    groups = parse_names(path.read_text(encoding="utf-8")) if path.exists() else ()
    result = with_names(result, groups)
    for number, name in map(_pair, new):
        if not number.isdigit() or not 1 <= int(number) <= len(result.findings):
            raise click.UsageError(f"There is no pattern {number}; there are {len(result.findings)}.")
        if not can_be_named(found := result.findings[int(number) - 1]):
            raise click.UsageError(
                f"Pattern {number} cannot be named: only a group that looks like one application can."
            )
        groups = (*groups, name_group(found, name))
    if new:
        path.write_text(names_json(groups), encoding="utf-8")
    return with_names(result, groups)


def _print(result: UsageResult, kept: tuple[ClauseAnswer, ...], saved: str) -> None:
    say(answer(result))
    say(read_words(result))
    if saved:
        say(saved)
    for number, finding in enumerate(result.findings[:MOST], start=1):
        say()
        if finding.named:
            say(f"Named by you: {finding.named}, {finding.count:,} accounts.")
            continue
        level = finding.level.value.upper() if finding.level is not Level.LOW else "low"
        say(f"{number}. {level}: {finding.title}")
        say(finding.sentence, indent=4)
        for reason in finding.reasons:
            line = number_line(reason)
            say(
                f"{line.name}: {line.value} (threshold {line.threshold}{', reached' if reason.holds else ''})", indent=6
            )
        if finding.accounts:
            say(f"{', '.join(finding.accounts)}{' ...' if finding.count > len(finding.accounts) else ''}", indent=6)
        if finding.explained:
            say(f"It may be: {finding.explained}", indent=4)
        say(f"What to do: {finding.advice}", indent=4)
    if len(result.findings) > MOST:
        say(f"{counted(len(result.findings) - MOST, 'further pattern')} in --format json.")
    for each in kept:
        say(f"{each.title}: {each.kept.value} ({each.because})")
    for title, column in result.unchecked:
        say(f"Not checked: {title}, for want of {column}.")


def _progress(text: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"{text} ...", err=True)


def _pair(text: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not sign or not name or not value:
        raise click.UsageError(f"“{text}” cannot be used. Write NAME=VALUE.")
    return name.strip(), value.strip()


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, tuple) else ()
