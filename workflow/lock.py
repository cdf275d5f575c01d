"""Tells whether a program uses a data folder, so that nobody replaces it underneath."""

import fcntl
from pathlib import Path
from typing import IO

from workflow.problems import BackupProblem

NAME = ".in-use"


def use(folder: Path) -> IO[bytes]:
    """Mark a data folder as used until the returned file is closed or the process ends; many may use it at once."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = (folder / NAME).open("ab")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def use_alone(folder: Path) -> IO[bytes]:
    """As `use`, for one alone; raise BackupProblem when another program uses the folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = (folder / NAME).open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise BackupProblem(f"Clausemark is running on {folder}. Stop it first.") from error
    return file
