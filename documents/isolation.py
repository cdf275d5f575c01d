"""Work on hostile files in processes that may be killed: time and memory limits, progress, cancel.

A pool starts its workers once; each keeps what it has loaded. A worker that dies, hangs or grows too large is
replaced, and its job ends with a Problem instead of an exception. Workers are started as `python -m
documents.worker`, so they never run the program that started them a second time.
"""

import logging
import os
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from queue import SimpleQueue
from typing import Any, Protocol

from documents import problems
from documents.limits import Limits
from documents.model import Problem, ProblemCode

LOG = logging.getLogger(__name__)
# A reader stops by itself when its time is up and keeps what it has; the pool kills only those that do not.
GRACE = 20.0
POLL = 0.2
PATIENCE = 1.0  # seconds after which a worker that keeps the watch from its work is killed all the same


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
    """A task on its way through the pool. `name` is the file's name as it stands in sentences for the buyer."""

    task: Any
    name: str
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

    `function(task, report)` and `prepare()` (called once in each new worker, to load what is slow) are top-level
    functions of importable modules; tasks and values can be pickled. Close the pool, or use it in a `with`.
    """

    def __init__(
        self,
        function: Callable[[Any, Report], Any],
        *,
        limits: Limits | None = None,
        workers: int | None = None,
        prepare: Callable[[], object] | None = None,
    ) -> None:
        self.limits = limits or Limits()
        self.function, self.prepare = function, prepare
        self.size = workers or os.cpu_count() or 1
        self._waiting: SimpleQueue[Job | None] = SimpleQueue()
        self._slots: list[tuple[Slot, threading.Thread]] = []
        self._lock = threading.Lock()
        self.closing = False

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def submit(self, task: Any, *, name: str, on_progress: Callable[[int, int], None] | None = None) -> Job:
        """Queue a task and return its job. `on_progress` is called from another thread."""
        job = Job(task=task, name=name, on_progress=on_progress)
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
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._started = False

    def serve(self) -> None:
        """Run jobs until the pool closes."""
        while (job := self._waiting.get()) is not None:
            self.job = job
            job.end(Result(cancelled=True) if job.cancelled or self._pool.closing else self._safely(job))
        self._stop()

    def _safely(self, job: Job) -> Result:
        try:
            result = self._run(job)
            if result.problem is not None and result.problem.code is ProblemCode.KILLED and not job.cancelled:
                result = self._run(job)  # it may have been the worker's bad luck, not the file
        except Exception:
            # Whoever waits for the job must get a result, and the thread must live on for the jobs behind it.
            LOG.exception("A job failed outside its worker")
            self._stop()
            return Result(problem=problems.not_started(job.name))
        return result

    def _run(self, job: Job) -> Result:
        pipe = self._worker()
        job.started, job.recognised = time.monotonic(), 0
        done = threading.Event()
        threading.Thread(target=self._guard, args=(job, self._process, done), daemon=True).start()
        try:
            pipe.send(job.task)
            return self._watch(job, pipe)
        except (EOFError, BrokenPipeError, ConnectionResetError):
            started = self._started
            self._stop()
            if (over := self._overstepped(job)) is not None:
                return over
            return Result(problem=problems.killed(job.name) if started else problems.not_started(job.name))
        finally:
            done.set()

    def _guard(self, job: Job, process: "subprocess.Popen[bytes]", done: threading.Event) -> None:
        """Kill a worker that takes or sends a message without end: its pipe would never give the watch a turn."""
        since: float | None = None
        while not done.wait(POLL):
            if self._overstepped(job) is not None:
                since = since or time.monotonic()
                if time.monotonic() - since > PATIENCE:
                    with suppress(ProcessLookupError):
                        process.kill()

    def _watch(self, job: Job, pipe: "Connection[Any, Any]") -> Result:
        limits = self._pool.limits
        while True:
            if pipe.poll(POLL):
                result = self._take(job, *pipe.recv())
                if result is not None:
                    return result
            if (over := self._overstepped(job)) is not None:
                return self._give_up(over)
            if self._process and memory_of(self._process.pid) > limits.memory_bytes:
                return self._give_up(Result(problem=problems.out_of_memory(job.name, limits.memory_bytes)))

    def _overstepped(self, job: Job) -> Result | None:
        """Return how a job ends that was cancelled or is past its deadline; None while it may go on."""
        spent = time.monotonic() - job.started
        if job.cancelled:
            return Result(cancelled=True)
        if spent > self._pool.limits.seconds_for(job.recognised) + GRACE:
            return Result(problem=problems.stopped(job.name, spent))
        return None

    def _take(self, job: Job, word: str, value: Any) -> Result | None:
        """Take one message of the worker; return the result if it was the last."""
        limit = self._pool.limits.memory_bytes
        ends: dict[str, Callable[[], Result]] = {
            "value": lambda: Result(value=value),
            "problem": lambda: Result(problem=value),
            "failed": lambda: Result(problem=problems.crashed(job.name)),
            "memory": lambda: self._give_up(Result(problem=problems.out_of_memory(job.name, limit))),
        }
        if word in ends:
            return ends[word]()
        if word == "started":
            self._started = True
        elif word == "recognising":
            job.recognised = int(value)
        elif job.on_progress is not None:
            job.on_progress(*value)
        return None

    def _give_up(self, result: Result) -> Result:
        self._stop()
        return result

    def _worker(self) -> "Connection[Any, Any]":
        if self._pipe is None or self._process is None or self._process.poll() is not None:
            self._stop()
            self._process, self._pipe = start_worker()
            self._pipe.send((self._pool.function, self._pool.prepare, self._pool.limits))
        return self._pipe

    def _stop(self) -> None:
        if self._process is not None:
            with suppress(ProcessLookupError):
                self._process.kill()
            self._process.wait()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None
        self._started = False


def start_worker() -> "tuple[subprocess.Popen[bytes], Connection[Any, Any]]":
    """Start a worker process and return it with our end of its pipe.

    It gets a session of its own, so that Ctrl-C in a terminal reaches only the program, which then stops it.
    """
    ours, theirs = Pipe()
    root = str(Path(__file__).resolve().parent.parent)
    paths = [root, *(path for path in sys.path if path and path != root)]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, no word of the user's
        [sys.executable, "-m", "documents.worker", str(theirs.fileno())],
        pass_fds=(theirs.fileno(),),
        env=os.environ | {"PYTHONPATH": os.pathsep.join(paths), "OMP_NUM_THREADS": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("CLAUSEMARK_DEBUG") else subprocess.DEVNULL,
        start_new_session=True,
    )
    theirs.close()
    return process, ours


def memory_of(process: int) -> int:
    """Return a process's resident memory in bytes; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
