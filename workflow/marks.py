"""Marked data on this computer: mark a data set, make prompts, test a suspect; keys and files stay where they are."""

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from customer.marks.answers import ModelTest, challenge, judge_answers
from customer.marks.canaries import check_templates
from customer.marks.deliver import Delivery, Order
from customer.marks.judge import ALPHA
from customer.marks.keys import MasterKey, load_key, new_key
from customer.marks.plan import Options, Planned, Progress
from customer.marks.problems import MarksProblem
from customer.marks.trace import Trace, opened, trace
from reports.trace import build_trace, trace_pdf
from workflow.marks_job import answers_in_worker, look_in_worker
from workflow.marks_making import mark_in_worker, plan_in_worker
from workflow.problems import WorkflowProblem

LARGE = 50_000_000  # bytes; about half a minute of reading


class MarksRefused(WorkflowProblem):
    """Marked data cannot be made or tested; the message says why and what to do."""


def key_at(path: Path, *, make: bool = False) -> MasterKey:
    """Return the key of a file, made new (mode 600) when asked for; raise MarksRefused."""
    try:
        return new_key(path) if make else load_key(path)
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error


def templates_of(path: Path) -> tuple[str, ...]:
    """Return the templates of a text file, one a line; raise MarksRefused."""
    try:
        lines = tuple(line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
        check_templates(lines)
    except (OSError, UnicodeDecodeError) as error:
        raise MarksRefused(f"{path.name} could not be read as text.") from error
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error
    if not lines:
        raise MarksRefused(f"{path.name} holds no template. Write one a line.")
    return lines


def refuse_large(path: Path) -> None:
    """Raise MarksRefused when there is nothing at a path, or more than a page should wait for."""
    if not path.exists():
        raise MarksRefused(f"There is nothing at {path}. Give the path of a file or folder on this computer.")
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    if sum(file.stat().st_size for file in files) > LARGE:
        raise MarksRefused("This is more than 50 MB. Use `clausemark mark` and `clausemark trace` for it.")


def order(
    source: Path, out: Path, key_file: Path, *, dataset: str, recipients: Sequence[str], options: Options, at: datetime
) -> Order:
    """Return what is to be marked; raise MarksRefused when the key cannot be used."""
    return Order(
        source=source,
        out=out,
        key=key_at(key_file),
        key_file=key_file,
        dataset=dataset,
        recipients=tuple(dict.fromkeys(recipients)),
        options=options,
        created=at,
    )


def dry_run(what: Order) -> tuple[Planned, tuple[tuple[str, str], ...]]:
    """Return what would be used and a few texts before and after; nothing is written. Raises MarksRefused."""
    try:
        made = plan_in_worker(what)
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error
    return made.planned, made.changed


def mark_data(what: Order, progress: Progress = lambda _: None) -> tuple[Planned, tuple[Delivery, ...]]:
    """Write one marked copy and manifest per recipient; raise MarksRefused, also when a file cannot be written."""
    try:
        made = mark_in_worker(what, progress)
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error
    except OSError as error:
        raise MarksRefused(f"{what.out} could not be written: {error.strerror}.") from error
    return made.planned, made.deliveries


def trace_suspects(
    suspects: Sequence[Path], key_file: Path, manifests: Sequence[Path], *, alpha: float = ALPHA
) -> Trace:
    """Return which copies some files agree with; raise MarksRefused."""
    try:
        return trace(suspects, load_key(key_file), key_file, manifests, alpha=alpha, looks=look_in_worker)
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error


def prompts(key_file: Path, manifests: Sequence[Path]) -> bytes:
    """Return the prompts for a model as JSON lines; raise MarksRefused."""
    try:
        _, private = opened(load_key(key_file), key_file, manifests)
        return "".join(json.dumps(one) + "\n" for one in challenge(private)).encode()
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error


def trace_answers(answers: Path, key_file: Path, manifests: Sequence[Path], *, alpha: float = ALPHA) -> ModelTest:
    """Return what a model's answers say; raise MarksRefused."""
    try:
        _, private = opened(load_key(key_file), key_file, manifests)
        return judge_answers(answers, private, alpha=alpha, reads=answers_in_worker)
    except MarksProblem as error:
        raise MarksRefused(str(error)) from error


def counsel_pdf(found: Trace, *, on: str) -> bytes:
    """Return the one-page PDF for counsel; `on` is the day of the test as an ISO date."""
    return trace_pdf(build_trace(found, on=on))
