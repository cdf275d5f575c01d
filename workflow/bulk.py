"""Files read and checked outside the store: several at a time in worker processes, results in the order given."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from documents.isolation import Job, Pool, Result
from documents.limits import Limits
from documents.model import Problem, ProblemCode
from documents.problems import shown
from workflow.audited import remember
from workflow.settings import load_settings
from workflow.tasks import Reading, ReadTask, Task, run_task

AHEAD = 4  # files a worker that are handed over before the first is done


@dataclass(frozen=True, slots=True, kw_only=True)
class FileReading:
    """What came of one file: a reading, or the problems that say why there is none."""

    path: Path
    sha256: str
    reading: Reading | None
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """True when every page was read."""
        return self.reading is not None and self.reading.document.complete


def files_in(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files among the paths and inside the folders among them, each folder's sorted; hidden ones left out.

    A path that is not there stays, so that it gets its answer.
    """
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            hidden = any(part.startswith(".") for part in file.relative_to(path).parts) if file != path else False
            if not hidden and not file.is_dir():
                found.append(file)
    return tuple(dict.fromkeys(found))


def read_files(
    paths: Iterable[Path], *, limits: Limits, workers: int, before_changes: bool = False
) -> Iterator[FileReading]:
    """Yield what came of each file, in the order given. Whoever stops early stops the workers too.

    `before_changes`: Word files are read as they were before their tracked changes.
    """
    reach = load_settings().classifiers
    ahead: deque[tuple[Path, Job]] = deque()
    with Pool(run_task, limits=limits, workers=workers) as pool:
        try:
            for path in paths:
                task = ReadTask(name=path.name, limits=limits, reach=reach, before_changes=before_changes)
                ahead.append((path, pool.submit(task, name=path.name, files=(path,))))
                if len(ahead) >= AHEAD * workers:
                    yield _next(ahead)
            while ahead:
                yield _next(ahead)
        finally:
            for _, job in ahead:
                job.cancel()


def run_once(task: Task, path: Path, name: str, limits: Limits) -> Result:
    """Do one task on a file in a worker of its own and return what came of it."""
    with Pool(run_task, limits=limits, workers=1) as pool:
        return pool.submit(task, name=name, files=(path,)).result()


def _next(ahead: deque[tuple[Path, Job]]) -> FileReading:
    path, job = ahead[0]
    result = job.result()
    ahead.popleft()
    return _reading(path, result)


def _reading(path: Path, result: Result) -> FileReading:
    if isinstance(result.value, Reading):
        document = result.value.document
        if result.value.audit is not None:
            remember(document, result.value.audit)
        return FileReading(path=path, sha256=document.id, reading=result.value, problems=document.problems)
    problem = result.problem or Problem(
        code=ProblemCode.DAMAGED, text=f"{shown(path.name)} was not read: the work was stopped.", fatal=True
    )
    return FileReading(path=path, sha256=_hash(path), reading=None, problems=(problem,))


def _hash(path: Path) -> str:
    """Return the hash of a file that gave no result; "" when it cannot be opened."""
    if not path.is_file():
        return ""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
