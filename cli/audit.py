"""`clausemark audit`: what audit reports say, how current they are, what they tested, and what to ask."""

import json
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from audits.model import AuditReport
from cli.analyze import exit_code
from cli.outputs import day
from cli.table import say
from reports.audits import RESULTS, audit_kind, audit_lines, controls_csv, request_text
from workflow.audits import AuditView, audit_files
from workflow.bulk import files_in
from workflow.settings import load_settings


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="FILE...")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day on which it is judged. [default: today]")
@click.option(
    "--format", "style", type=click.Choice(["table", "json", "csv", "request"]), default="table", show_default=True
)
@click.option("--jobs", type=click.IntRange(1, 64), help="Files read at the same time.")
def audit(files: tuple[Path, ...], on: datetime | None, style: str, jobs: int | None) -> None:
    """Read audit reports and certificates: opinion, period, auditor, tested controls, signals with what to ask.

    Exit code 1: a file gave no result; 4: some pages were not read.
    """
    settings = load_settings()
    views, readings = audit_files(files_in(files), on=day(on), limits=settings.limits, workers=jobs or settings.workers)
    for read in readings:
        for problem in read.problems:
            click.echo(f"{read.path}: {problem.text}", err=True)
    if style == "json":
        click.echo(json.dumps([_plain(asdict(view)) for view in views], indent=2, ensure_ascii=False))
    elif style == "csv":
        click.echo(controls_csv(views), nl=False)
    elif style == "request":
        click.echo("\n".join(text for view in views if (text := request_text("the vendor", view))), nl=False)
    else:
        for view in views:
            _print(view)
    sys.exit(exit_code(readings))


def _print(view: AuditView) -> None:
    say(f"{view.name}: {audit_kind(view.report)}")
    if view.report is None:
        say("This does not look like an audit report or certificate of a known kind.", indent=2)
        say()
        return
    for line in audit_lines(view):
        say(f"{line.label}: {line.value}", indent=2, hang=2)
        if line.quote:
            say(f"“{line.quote.text}”, page {line.quote.page}", indent=6, hang=2)
    for proof in view.proofs:
        say(f"{proof.protection}: {proof.test.control_id}, {RESULTS[proof.test.result].lower()}", indent=2, hang=2)
    _print_asks(view, view.report)
    say()


def _print_asks(view: AuditView, report: AuditReport) -> None:
    if report.customer_controls:
        say("Controls to run yourself:", indent=2)
        for quote in report.customer_controls:
            say(f"“{quote.text}”, page {quote.page}", indent=4, hang=2)
    for signal in view.signals:
        say(f"{'Check this' if signal.ask else 'Good'}: {signal.seen} {signal.ask}".rstrip(), indent=2, hang=2)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
