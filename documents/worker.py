"""The process that works on hostile files, started by `documents.isolation` and killed by it when it must be."""

import logging
import os
import resource
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from documents.limits import Limits
from documents.model import UnreadableDocument

LOG = logging.getLogger(__name__)
REPORT_EVERY = 0.1
# Libraries reserve far more address space than they use; this is the backstop behind the watch on real memory.
SPARE_ADDRESS_SPACE = 6 * 1024**3


class PipeReport:
    """Sends progress to the pool, ten times a second at most."""

    def __init__(self, pipe: "Connection[Any, Any]") -> None:
        self._pipe, self._told = pipe, 0.0

    def __call__(self, done: int, total: int) -> None:
        """Tell how many pages of how many are done."""
        now = time.monotonic()
        if now - self._told >= REPORT_EVERY or done == total:
            self._told = now
            self._pipe.send(("progress", (done, total)))

    def recognising(self, pages: int) -> None:
        """Tell how many pages went through text recognition."""
        self._pipe.send(("recognising", pages))


def serve(pipe: "Connection[Any, Any]") -> None:
    """Run tasks until the pool closes the pipe."""
    function, prepare, limits = pipe.recv()
    _limit_memory(limits)
    if prepare is not None:
        prepare()
    pipe.send(("started", None))
    while True:
        pipe.send(_answer(function, pipe.recv(), PipeReport(pipe)))


def _answer(function: Callable[[Any, PipeReport], Any], task: object, report: PipeReport) -> tuple[str, Any]:
    try:
        return "value", function(task, report)
    except UnreadableDocument as unreadable:
        return "problem", unreadable.problem
    except MemoryError:
        return "memory", None
    except Exception:
        # A reader that fails on a hostile file ends this task only: the worker keeps what it has loaded.
        LOG.exception("A task failed")
        return "failed", None


def _limit_memory(limits: Limits) -> None:
    most = limits.memory_bytes + SPARE_ADDRESS_SPACE
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _end_with(parent: int) -> None:
    """End the process when its parent is gone, even in the middle of a task that hangs."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def main() -> None:
    """Serve on the file descriptor given as the only argument."""
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    pipe: Connection[Any, Any] = Connection(int(sys.argv[1]))
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(pipe)


if __name__ == "__main__":
    main()
