"""Tasks for the tests of the pool: they must stand in a module that a worker can import."""

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, BinaryIO

from documents import problems
from documents.wire import LARGEST


def obey(task: str, files: Sequence[BinaryIO], report: Any) -> str:
    if task == "hang":
        time.sleep(60)
    if task == "die":
        os._exit(7)
    if task.startswith("die once "):
        seen = Path(task.removeprefix("die once "))
        if not seen.exists():
            seen.touch()
            signal.raise_signal(signal.SIGKILL)
    if task == "stand still":
        signal.raise_signal(signal.SIGSTOP)
    if task == "grow":
        kept = [bytearray(b"x" * 30_000_000) for _ in range(40)]
        time.sleep(30)
        return str(len(kept))
    if task == "fail":
        raise ZeroDivisionError
    if task == "deep":
        return deeper(task)
    if task == "much":
        return "x" * (LARGEST + 1)
    if task == "locked":
        raise problems.locked("contract.pdf")
    if task == "pages":
        for page in range(1, 4):
            report(page, 3)
    if task == "recognise":
        report.recognising(3)
        time.sleep(1.5)
    if task == "slow":
        time.sleep(0.4)
    return f"{task} by {os.getpid()}"


def deeper(task: str) -> str:
    return deeper(task) + "."


def refuse() -> None:
    raise ImportError("not installed")


def stand_still() -> None:
    """Stop as a whole before the first task is taken."""
    signal.raise_signal(signal.SIGSTOP)
