"""Runs `clausemark analyze` as a user does and reads its answers."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The answers by file, the wall-clock seconds and the exit code of one run."""

    answers: dict[str, dict[str, Any]]
    seconds: float
    exit_code: int


def analyze(paths: Sequence[Path]) -> Run:
    """Analyse the files in one run of the command line; answers are by the path as given."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "cli", "analyze", "--format", "jsonl", *map(str, paths)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False, cwd=ROOT)
    seconds = time.perf_counter() - began
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return Run(answers={row["file"]: row for row in rows}, seconds=seconds, exit_code=done.returncode)


def stated(finding: dict[str, Any]) -> bool:
    """Say whether an entry claims that something is there, with its words."""
    return finding["outcome"] in ("present", "conflicting") and bool(finding["quote"])
