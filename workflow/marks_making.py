"""Marked copies are made in a worker: it may read the data set and the key, and write into one folder made for it.

From there the copies are moved to where they belong; until then nothing of them is seen.
"""

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from customer.marks.deliver import Delivery, Order, check_order, deliver, differences
from customer.marks.files import data_files
from customer.marks.keys import load_key, write_private
from customer.marks.manifest import private_path
from customer.marks.plan import Options, Planned, Progress, plan
from customer.marks.problems import MarksProblem
from documents.isolation import Pool, Report
from documents.limits import Limits
from documents.process import Access
from workflow.marks_job import marks_limits

COPIES, KEY = "copies", "own.key"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkTask:
    """Mark a data set for these recipients into an empty folder; without a folder only say what would change."""

    source: Path
    key_file: Path
    folder: Path | None
    dataset: str
    recipients: tuple[str, ...]
    options: Options
    created: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What was planned, texts before and after of a plan alone, and the copies of a delivery."""

    planned: Planned
    changed: tuple[tuple[str, str], ...] = ()
    deliveries: tuple[Delivery, ...] = ()


def run_mark(task: MarkTask, files: Sequence[BinaryIO], report: Report) -> Marked | str:
    """Do a task in a worker: what was made, or the sentence that says why nothing was."""
    del files  # data sets are read by path
    try:
        return _marked(task, report)
    except MarksProblem as problem:
        return str(problem)
    except OSError as error:
        return f"The copies could not be written: {error.strerror}."


def _marked(task: MarkTask, report: Report) -> Marked:
    folder = task.folder or Path("/nowhere")
    order = Order(
        source=task.source,
        out=folder / COPIES,
        key=load_key(task.key_file),
        key_file=folder / KEY,
        dataset=task.dataset,
        recipients=task.recipients,
        options=task.options,
        created=task.created,
    )
    if task.folder is None:
        made = plan(order.source, order.key, order.dataset, order.options, lambda done: report(done, 0))
        return Marked(planned=made.planned, changed=differences(order, made))
    made, deliveries = deliver(order, lambda done: report(done, 0))
    return Marked(planned=made.planned, deliveries=deliveries)


def plan_in_worker(order: Order) -> Marked:
    """Return what would be used and a few texts before and after; nothing is written. Raises MarksProblem."""
    return _run(order, None, lambda _: None)


def mark_in_worker(order: Order, progress: Progress) -> Marked:
    """Write the copies, manifests and private file of an order; raise MarksProblem or OSError."""
    check_order(order)
    above = next(folder for folder in order.out.absolute().parents if folder.is_dir())
    with tempfile.TemporaryDirectory(prefix=".clausemark-marking-", dir=above) as made:
        folder = Path(made).resolve()
        marked = _run(order, folder, progress)
        # The private file first: copies without it could never be tested.
        write_private(
            private_path(order.key_file, order.dataset), private_path(folder / KEY, order.dataset).read_bytes()
        )
        order.out.mkdir(parents=True, exist_ok=True)
        for path in sorted((folder / COPIES).iterdir()):
            path.rename(order.out / path.name)
    moved = tuple(
        replace(each, folder=order.out / each.folder.name, manifest=order.out / each.manifest.name)
        for each in marked.deliveries
    )
    return replace(marked, deliveries=moved)


def _run(order: Order, folder: Path | None, progress: Progress) -> Marked:
    source, key_file = order.source.absolute(), order.key_file.absolute()
    task = MarkTask(
        source=source,
        key_file=key_file,
        folder=folder,
        dataset=order.dataset,
        recipients=order.recipients,
        options=order.options,
        created=order.created,
    )
    data_files(source)  # says at once when there are none
    room = shutil.disk_usage(folder).free // 10 * 9 if folder else 0
    access = Access(read=(source, key_file), write=(folder,) if folder else (), file_bytes=room)
    limits: Limits = marks_limits()
    with Pool(run_mark, limits=limits, workers=1, access=access) as pool:
        result = pool.submit(task, name="the data", on_progress=lambda done, _: progress(done)).result()
    if isinstance(result.value, Marked):
        return result.value
    raise MarksProblem(result.problem.text if result.problem else str(result.value))
