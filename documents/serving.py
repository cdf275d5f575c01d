"""What a sealed worker does: loads the function, takes tasks from the program, and answers each."""

import json
import logging
import os
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial, reduce
from importlib import import_module
from typing import Any

from documents.model import UnreadableDocument
from documents.wire import LARGEST, PROBLEM, Codec, Word, WorkerLine, codecs_of

LOG = logging.getLogger(__name__)
REPORT_EVERY = 0.1


class LineReport:
    """Sends progress to the pool, ten times a second at most."""

    def __init__(self, line: WorkerLine) -> None:
        self._line, self._told = line, 0.0

    def __call__(self, done: int, total: int) -> None:
        """Tell how many pages of how many are done."""
        now = time.monotonic()
        if now - self._told >= REPORT_EVERY or done == total:
            self._told = now
            self._line.send(Word.PROGRESS, json.dumps([done, total]).encode())

    def recognising(self, pages: int) -> None:
        """Tell how many pages went through text recognition."""
        self._line.send(Word.RECOGNISING, json.dumps(pages).encode())


def serve(end: socket.socket, function: str, prepare: str, failed: Sequence[str]) -> None:
    """Run tasks until the program closes the line. `failed` names what could not be closed off."""
    line, work = WorkerLine(end), named(function)
    tasks, values = codecs_of(work)
    if prepare:
        named(prepare)()
    line.send(Word.STARTED, json.dumps(list(failed)).encode())
    while True:
        body, files = line.receive()
        with ExitStack() as opened:
            handed = [opened.enter_context(os.fdopen(file, "rb")) for file in files]
            line.send(*_answer(partial(work, tasks.decode(body), handed, LineReport(line)), values))


def named(where: str) -> Any:
    """Return what "module:name" means."""
    module, _, name = where.partition(":")
    return reduce(getattr, name.split("."), import_module(module))


def _answer(work: Callable[[], object], values: Codec) -> tuple[Word, bytes]:
    try:
        value = values.encode(work())
    except UnreadableDocument as unreadable:
        return Word.PROBLEM, PROBLEM.dump_json(unreadable.problem)
    except MemoryError:
        return Word.MEMORY, b""
    except RecursionError:
        return Word.TOO_DEEP, b""
    except Exception:
        # A reader that fails on a hostile file ends this task only: the worker keeps what it has loaded.
        LOG.exception("A task failed")
        return Word.FAILED, b""
    return (Word.VALUE, value) if len(value) <= LARGEST else (Word.TOO_MUCH, b"")
