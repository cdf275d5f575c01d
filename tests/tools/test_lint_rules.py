"""What must never come back is refused by the linter."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "line",
    [
        "import pickle",
        "from pickle import loads",
        "import marshal",
        "import shelve",
        "from multiprocessing import Pipe",
        "from multiprocessing.connection import Connection",
        "from concurrent.futures import ProcessPoolExecutor",
    ],
)
def test_nothing_that_turns_bytes_into_any_object_can_be_imported(line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", "--quiet", "--stdin-filename", "documents/some.py", "-"],
        input=f'"""Some module."""\n\n{line}\n',
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert "TID251" in done.stdout
