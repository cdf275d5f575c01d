"""Tells whether a program uses a data folder, so that nobody replaces it underneath."""

import fcntl
from pathlib import Path
from typing import IO

from store.rights import private_file, private_folder
from workflow.problems import BackupProblem, StoreUnavailable

NAME = ".in-use"


def use(folder: Path) -> IO[bytes]:
    """Mark a data folder as used until the returned file is closed or the process ends; many may use it at once."""
    file = private_file(private_folder(folder) / NAME).open("ab")
    fcntl.flock(file, fcntl.LOCK_SH)
    return file


def use_alone(folder: Path) -> IO[bytes]:
    """As `use`, for one alone; raise BackupProblem when another program uses the folder."""
    file = private_file(private_folder(folder) / NAME).open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise BackupProblem(f"Clausemark is running on {folder}. Stop it first.") from error
    return file


def staging_of(folder: Path) -> Path:
    """Return where a restore builds the data that will take this folder's place."""
    return folder.with_name(f"{folder.name}.restoring")


def refuse_half_restored(folder: Path) -> None:
    """Raise StoreUnavailable when a restore was cut off just between moving the old data away and the new into place.

    A new, empty store in that place would look as if everything was lost.
    """
    staging = staging_of(folder.resolve())
    if staging.exists() and not folder.exists():
        raise StoreUnavailable(
            f"A restore was interrupted: {folder} is missing. The restored data is in {staging}; "
            f"rename it to {folder.name}, or restore again."
        )
