"""Calls of the command in this process, with workers that work at once in it, and in one of its own with real ones."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

import pytest

from cli.__main__ import main
from documents.handing import opened
from documents.isolation import Result
from documents.limits import Limits
from documents.model import UnreadableDocument
from workflow import audited, bulk
from workflow.tasks import Task, run_task

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


class Report:
    """Progress that nobody looks at."""

    def __call__(self, done: int, total: int) -> None:
        pass

    def recognising(self, pages: int) -> None:
        pass


def done_here(task: Task, *, name: str, files: Sequence[Path] = ()) -> Result:
    """Do a task at once in this process, with its files opened as a pool opens them."""
    try:
        with ExitStack() as stack:
            descriptors = [stack.enter_context(opened(path, name, Limits())) for path in files]
            handed = [stack.enter_context(os.fdopen(os.dup(each), "rb")) for each in descriptors]
            return Result(value=run_task(task, handed, Report()))
    except UnreadableDocument as error:
        return Result(problem=error.problem)


class PoolHere:
    """Stands in for the worker processes: does each task at once."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def __enter__(self) -> "PoolHere":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, task: Task, *, name: str, files: Sequence[Path] = ()) -> SimpleNamespace:
        result = done_here(task, name=name, files=files)
        return SimpleNamespace(result=lambda: result, cancel=lambda: None)


@dataclass(frozen=True)
class Caller:
    """Calls `clausemark` in a folder."""

    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]
    folder: Path

    def __call__(self, *arguments: str, **environment: str) -> Done:
        self.patch.setattr(bulk, "Pool", PoolHere)
        self.patch.setattr(audited, "Pool", PoolHere)
        self.patch.chdir(self.folder)
        for name, value in {"CLAUSEMARK_DATA_FOLDER": str(self.folder / "data"), **environment}.items():
            self.patch.setenv(name, value)
        self.patch.setattr(sys, "argv", ["clausemark", *arguments])
        with pytest.raises(SystemExit) as ended:
            main()
        said = self.capture.readouterr()
        code = ended.value.code
        return Done(code=code if isinstance(code, int) else 0, out=said.out, err=said.err)


def call_really(*arguments: str, folder: Path) -> Done:
    """Call the command as a process of its own with real workers."""
    done = subprocess.run(
        [sys.executable, "-m", "cli", *arguments],
        capture_output=True,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT), "CLAUSEMARK_DATA_FOLDER": str(folder / "data")},
        check=False,
        timeout=240,
    )
    return Done(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
