"""The check of a log in a process of its own: it tells how far it is, can be stopped, and gives its memory back."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from customer.usage.caps import Cap
from customer.usage.model import UsageResult
from documents.isolation import Pool, Report
from documents.limits import Limits
from workflow.usage import LogRefused, check_files, stages

# A log of 61 million rows took some five minutes and 3.5 GB (docs/accuracy-usage.md).
LIMITS = Limits(seconds=3600, most_seconds=3600, memory_bytes=5 * 1024**3)
STOPPED = "The check was stopped; nothing of the log was kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTask:
    """Check these files, read with these columns, against these limits."""

    paths: tuple[Path, ...]
    own: dict[str, str]
    caps: tuple[Cap, ...]


def run_usage(task: UsageTask, report: Report) -> UsageResult | str:
    """Do a check in a worker: the result, or the sentence that says why there is none."""
    total, done = len(stages(len(task.paths))), 0

    def tell(_: str) -> None:
        nonlocal done
        report(done, total)
        done += 1

    try:
        return check_files(task.paths, own=task.own, caps=task.caps, progress=tell)
    except LogRefused as refused:
        return str(refused)


class RunningCheck:
    """A check on its way. `folder`, if given, is removed with all that is in it as soon as the check has ended."""

    def __init__(self, task: UsageTask, *, folder: Path | None = None) -> None:
        self._files, self._folder, self._done = len(task.paths), folder, 0
        self._pool = Pool(run_usage, limits=LIMITS, workers=1)
        self._job = self._pool.submit(task, name="the log", on_progress=self._told)

    @property
    def ended(self) -> bool:
        """Whether the result is there."""
        return self._job.ended

    @property
    def share(self) -> float:
        """How much of its stages is done, 0 to 1: stages differ in length."""
        return self._done / len(stages(self._files))

    @property
    def stage(self) -> str:
        """What it is doing."""
        return stages(self._files)[self._done]

    def stop(self) -> None:
        """Stop the check; the worker is killed within a moment."""
        self._job.cancel()

    def result(self) -> UsageResult:
        """Wait for the end and return the result; raise LogRefused with the reason when there is none."""
        ended = self._job.result()
        self._pool.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        if isinstance(ended.value, UsageResult):
            return ended.value
        if ended.cancelled:
            raise LogRefused(STOPPED)
        raise LogRefused(ended.value if isinstance(ended.value, str) else _why(ended.problem))

    def _told(self, done: int, _: int) -> None:
        self._done = min(done, len(stages(self._files)) - 1)


def _why(problem: object) -> str:
    text = getattr(problem, "text", "")
    return f"The log could not be checked. {text} Larger logs: `clausemark usage`.".replace("  ", " ")


def written_to(folder: Path, uploads: Sequence[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Write uploaded logs into a folder under names of our own: of theirs only the ending counts, for the format."""
    paths = []
    for number, (name, content) in enumerate(uploads):
        path = folder / f"log{number}{''.join(Path(name).suffixes[-2:]).lower()}"
        path.write_bytes(content)
        paths.append(path)
    return tuple(paths)
