"""Work on hostile files in processes that may be killed: time and memory limits, progress, cancel.

A pool starts its workers once; each keeps what it has loaded. A worker that dies, hangs, grows too large or answers
with anything but a message is replaced, and its job ends with a Problem instead of an exception. Workers are started
as `python -m documents.worker`, so they never run the program that started them a second time.
"""

import logging
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO, Protocol

from documents import problems
from documents.handing import opened
from documents.limits import Limits
from documents.model import Problem, UnreadableDocument
from documents.process import Access, Process
from documents.sandbox.seal import sealed
from documents.wire import NUMBER, PAIR, PROBLEM, WORDS, Broken, Word, codecs_of, parsed

LOG = logging.getLogger(__name__)
# A reader stops by itself when its time is up and keeps what it has; the pool kills only those that do not.
GRACE = 20.0
POLL = 0.2
STARTING = 60.0  # seconds until a worker has loaded what it needs; a file's own time begins then


class Report(Protocol):
    """What a task tells while it works."""

    def __call__(self, done: int, total: int) -> None:
        """Tell how many pages of how many are done."""

    def recognising(self, pages: int) -> None:
        """Tell how many pages went through text recognition so far: each gives the task more time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """How a job ended: with the function's value, or with the problem that stopped it, or cancelled."""

    value: Any = None
    problem: Problem | None = None
    cancelled: bool = False


@dataclass(slots=True, kw_only=True, eq=False)
class Job:
    """A task on its way through the pool with the files that it works on.

    `name` is the file's name as it stands in sentences for the buyer.
    """

    task: Any
    name: str
    files: tuple[Path, ...] = ()
    on_progress: Callable[[int, int], None] | None = None
    recognised: int = 0
    started: float = 0.0
    _cancelled: threading.Event = field(default_factory=threading.Event)
    _ended: threading.Event = field(default_factory=threading.Event)
    _result: Result = field(default_factory=Result)

    def cancel(self) -> None:
        """Stop the job; a worker that is at it is killed within a moment."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Return whether the job was asked to stop."""
        return self._cancelled.is_set()

    @property
    def ended(self) -> bool:
        """Return whether the result is there."""
        return self._ended.is_set()

    def end(self, result: Result) -> None:
        """Set the result and wake up whoever waits for it."""
        self._result = result
        self._ended.set()

    def result(self) -> Result:
        """Wait for the job and return how it ended."""
        self._ended.wait()
        return self._result


class Pool:
    """Workers that run one function on tasks.

    `function(task, files, report)` and `prepare()` (called once in each new worker, to load what is slow) are
    top-level functions of importable modules. The annotations of `task` and of the return value say what may pass:
    dataclasses, str or bytes. `files` are open for reading; a worker opens none but those of `access`. Close the
    pool, or use it in a `with`.
    """

    def __init__(
        self,
        function: Callable[[Any, Sequence[BinaryIO], Any], Any],
        *,
        limits: Limits | None = None,
        workers: int | None = None,
        prepare: Callable[[], object] | None = None,
        access: Access | None = None,
    ) -> None:
        self.limits, self.access = limits or Limits(), access or Access()
        self.function, self.prepare = function, prepare
        self.tasks, self.values = codecs_of(function)
        self.size = workers or os.cpu_count() or 1
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._slots: list[tuple[Slot, threading.Thread]] = []
        self._lock = threading.Lock()
        self.closing = False

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(
        self,
        task: Any,
        *,
        name: str,
        files: Sequence[Path] = (),
        on_progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Queue a task with the files to be handed over; return its job. `on_progress` comes from another thread."""
        job = Job(task=task, name=name, files=tuple(files), on_progress=on_progress)
        self._waiting.put(job)
        with self._lock:
            if len(self._slots) < self.size:
                slot = Slot(self, self._waiting)
                thread = threading.Thread(target=slot.serve, daemon=True)
                self._slots.append((slot, thread))
                thread.start()
        return job

    def results(self, tasks: Iterable[tuple[Any, str]]) -> Iterator[Result]:
        """Yield the results of (task, name) pairs in the order given, whichever worker is first."""
        ahead: deque[Job] = deque()
        for task, name in tasks:
            ahead.append(self.submit(task, name=name))
            if len(ahead) >= 4 * self.size:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()

    def close(self) -> None:
        """Stop: running and queued jobs end as cancelled, workers are killed."""
        self.closing = True
        for slot, _ in self._slots:
            self._waiting.put(None)
            if slot.job is not None:
                slot.job.cancel()
        for _, thread in self._slots:
            thread.join()
        self._slots.clear()


class Slot:
    """One place in the pool: a thread that feeds one worker process and watches over it."""

    def __init__(self, pool: Pool, waiting: "SimpleQueue[Job | None]") -> None:
        self._pool, self._waiting = pool, waiting
        self.job: Job | None = None
        self._process: Process | None = None

    def serve(self) -> None:
        """Run jobs until the pool closes."""
        while (job := self._waiting.get()) is not None:
            self.job = job
            job.end(Result(cancelled=True) if job.cancelled or self._pool.closing else self._safely(job))
        self._stop()

    def _safely(self, job: Job) -> Result:
        try:
            return self._run(job)
        except UnreadableDocument as unreadable:
            return Result(problem=unreadable.problem)
        except Exception:
            # Whoever waits for the job must get a result, and the thread must live on for the jobs behind it.
            LOG.exception("A job failed outside its worker")
            self._stop()
            return Result(problem=problems.not_started(job.name))

    def _run(self, job: Job) -> Result:
        body = self._pool.tasks.encode(job.task)
        with ExitStack() as stack:
            files = [stack.enter_context(opened(path, job.name, self._pool.limits)) for path in job.files]
            process = self._worker()
            job.started = time.monotonic()
            try:
                process.line.send(Word.TASK, body, files, seconds=GRACE)
                return self._watch(job, process)
            except (EOFError, OSError, Broken) as error:
                LOG.warning("A worker was given up: %s", error or "it ended")
                started = process.failed is not None
                return self._give_up(problems.crashed(job.name) if started else problems.not_started(job.name))

    def _watch(self, job: Job, process: Process) -> Result:
        limits = self._pool.limits
        while True:
            if (frame := process.line.poll(POLL)) is not None:
                result = self._take(job, process, *frame)
                if result is not None:
                    return result
            spent = time.monotonic() - job.started
            if job.cancelled:
                self._stop()
                return Result(cancelled=True)
            allowed = limits.seconds_for(job.recognised) + GRACE
            if spent > (allowed if process.failed is not None else max(allowed, STARTING)):
                return self._give_up(problems.stopped(job.name, spent))
            if process.memory > limits.memory_bytes:
                return self._give_up(problems.out_of_memory(job.name, limits.memory_bytes))
            if self._written() > self._pool.access.file_bytes:
                return self._give_up(problems.out_of_space(job.name, self._pool.access.file_bytes))

    def _take(self, job: Job, process: Process, word: Word, body: bytes) -> Result | None:
        """Take one message of the worker; return the result if it was the last. Raises Broken."""
        limit = self._pool.limits.memory_bytes
        ends: dict[Word, Callable[[], Result]] = {
            Word.VALUE: lambda: Result(value=self._pool.values.decode(body)),
            Word.PROBLEM: lambda: Result(problem=parsed(PROBLEM, body)),
            Word.FAILED: lambda: Result(problem=problems.crashed(job.name)),
            Word.TOO_DEEP: lambda: Result(problem=problems.nested_too_deeply(job.name).problem),
            Word.TOO_MUCH: lambda: Result(problem=problems.too_much_text(job.name)),
            Word.MEMORY: lambda: self._give_up(problems.out_of_memory(job.name, limit)),
        }
        if process.failed is not None and word in ends:
            return ends[word]()
        if word is Word.STARTED:
            return self._started(job, process, body)
        if word is Word.RECOGNISING:
            job.recognised = parsed(NUMBER, body)
        elif word is Word.PROGRESS:
            pages = parsed(PAIR, body)
            if job.on_progress is not None:
                job.on_progress(*pages)
        else:
            raise Broken("not what it was asked")
        return None

    def _started(self, job: Job, process: Process, body: bytes) -> Result | None:
        """Note what could not be closed off; stop where the settings ask for all of it."""
        process.failed = parsed(WORDS, body)
        job.started = time.monotonic()
        if self._pool.limits.require_sandbox and not sealed(process.failed):
            return self._give_up(problems.not_confined(job.name))
        return None

    def _written(self) -> int:
        """Return the bytes in the folders that the worker may write into."""
        files = (file for folder in self._pool.access.write for file in folder.rglob("*"))
        return sum(size_of(file) for file in files)

    def _give_up(self, problem: Problem) -> Result:
        self._stop()
        return Result(problem=problem)

    def _worker(self) -> Process:
        if self._process is None or not self._process.alive:
            self._stop()
            pool = self._pool
            self._process = Process(pool.function, pool.prepare, pool.access, memory=pool.limits.memory_bytes)
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
        self._process = None


def size_of(file: Path) -> int:
    """Return a file's bytes; 0 when it went away."""
    try:
        return file.lstat().st_size
    except OSError:
        return 0
