"""Logs are read in a process of their own: it tells how far it is, can be stopped, and gives its memory back.

A log is read by its path, by DuckDB, and may be larger than memory: this worker may read the logs themselves, and write
into one folder made for it. Nothing else of the sandbox is different.
"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from customer.usage.caps import Cap, Release
from customer.usage.model import UsageResult
from documents.isolation import Pool, Report
from documents.limits import Limits
from documents.process import Access
from workflow.settings import load_settings
from workflow.usage import LogRefused, Preview, check_files, preview, stages

# A log of 61 million rows took some five minutes and 3.5 GB (docs/accuracy-usage.md).
LIMITS = Limits(seconds=3600, most_seconds=3600, memory_bytes=5 * 1024**3)
LOOK = Limits(seconds=20, most_seconds=20, memory_bytes=1024**3)
MOST_WRITTEN = 64 * 1024**3  # bytes of temporary files, and never more than nine tenths of what is free
# DuckDB looks up how much memory its process may use, scikit-learn which libraries are loaded in it.
OWN = (Path("/proc/self/cgroup"), Path("/sys/fs/cgroup"), Path("/proc/self/maps"))
STOPPED = "The check was stopped; nothing of the log was kept."


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageTask:
    """Check these files, read with this preset and these columns, against these limits and releases."""

    paths: tuple[Path, ...]
    own: dict[str, str]
    caps: tuple[Cap, ...]
    preset: str = ""
    releases: tuple[Release, ...] = ()
    scratch: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewTask:
    """Say how this file would be read."""

    path: Path


def run_usage(task: UsageTask | PreviewTask, files: Sequence[BinaryIO], report: Report) -> UsageResult | Preview | str:
    """Do a check or a preview in a worker: the result, or the sentence that says why there is none."""
    del files  # logs are read by path
    try:
        return preview(task.path) if isinstance(task, PreviewTask) else _checked(task, report)
    except LogRefused as refused:
        return str(refused)


def _checked(task: UsageTask, report: Report) -> UsageResult:
    total, done = len(stages(len(task.paths))), 0

    def tell(_: str) -> None:
        nonlocal done
        report(done, total)
        done += 1

    return check_files(
        task.paths,
        preset=task.preset,
        own=task.own,
        caps=task.caps,
        releases=task.releases,
        progress=tell,
        scratch=task.scratch,
    )


def preview_log(path: Path) -> Preview:
    """Return how a log would be read, before it is; raise LogRefused."""
    where = path.resolve()
    with Pool(run_usage, limits=_with_settings(LOOK), workers=1, access=Access(read=(where, *OWN))) as pool:
        result = pool.submit(PreviewTask(path=where), name=path.name).result()
    if isinstance(result.value, Preview):
        return result.value
    raise LogRefused(result.value if isinstance(result.value, str) else _why(result.problem))


class RunningCheck:
    """A check on its way. `folder`, if given, is removed with all that is in it as soon as the check has ended.

    `told` is called with each stage, from another thread.
    """

    def __init__(
        self,
        task: UsageTask,
        *,
        folder: Path | None = None,
        limits: Limits = LIMITS,
        told: Callable[[str], None] = lambda _: None,
    ) -> None:
        self._files, self._done, self._tell = len(task.paths), 0, told
        self._scratch = Path(tempfile.mkdtemp(prefix="clausemark-usage-")).resolve()
        self._folders = [self._scratch, *([folder] if folder else [])]
        room = min(MOST_WRITTEN, shutil.disk_usage(self._scratch).free // 10 * 9)
        paths = tuple(path.resolve() for path in task.paths)
        access = Access(read=(*paths, *OWN), write=(self._scratch,), file_bytes=room)
        self._pool = Pool(run_usage, limits=_with_settings(limits), workers=1, access=access)
        self._job = self._pool.submit(
            replace(task, paths=paths, scratch=self._scratch), name="the log", on_progress=self._told
        )

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
        for folder in self._folders:
            shutil.rmtree(folder, ignore_errors=True)
        if isinstance(ended.value, UsageResult):
            return ended.value
        if ended.cancelled:
            raise LogRefused(STOPPED)
        raise LogRefused(ended.value if isinstance(ended.value, str) else _why(ended.problem))

    def _told(self, done: int, _: int) -> None:
        self._done = max(0, min(done, len(stages(self._files)) - 1))
        self._tell(self.stage)


def _with_settings(limits: Limits) -> Limits:
    return replace(limits, require_sandbox=load_settings().limits.require_sandbox)


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
