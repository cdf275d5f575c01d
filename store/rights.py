"""Keeps what the store writes private to the one who runs the program: folders 0700, files 0600."""

import logging
import os
import stat
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

LOG = logging.getLogger(__name__)
FOLDER, FILE = 0o700, 0o600


def private_folder(folder: Path) -> Path:
    """Make a folder, and those above it that are missing, and return it; one that is there becomes private."""
    folder.mkdir(mode=FOLDER, parents=True, exist_ok=True)
    _set(folder, FOLDER)
    return folder


def private_file(path: Path) -> Path:
    """Make an empty private file, or make one that is there private, and return its path."""
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, FILE))
    _set(path, FILE)
    return path


def write_private(path: Path, content: bytes) -> None:
    """Write a private file, in a private folder, so that nobody ever reads half of it."""
    private_folder(path.parent)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:  # made with mode 0600
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(path)


def close_to_others(paths: Iterable[Path]) -> None:
    """Take the rights of others from files and folders, with all that lies in these; a missing one is passed over.

    Data folders of earlier versions may be open to others. Links are never followed.
    """
    for path in paths:
        for folder, _, names in os.walk(path):
            _set(Path(folder), FOLDER)
            for name in names:
                _set(Path(folder, name), FILE)
        if path.is_file():
            _set(path, FILE)


def _set(path: Path, mode: int) -> None:
    """Set the mode where it differs; a folder that all share (/tmp), or somebody else's, stays as it is."""
    try:
        now = path.lstat()
        if stat.S_ISLNK(now.st_mode) or now.st_mode & stat.S_ISVTX or stat.S_IMODE(now.st_mode) == mode:
            return
        path.chmod(mode)
    except OSError as error:
        LOG.warning("The rights of %s could not be set: %s", path, error.strerror)
