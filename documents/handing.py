"""Opens a file for the worker that is to read it: the worker gets the open file and never a path."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from documents.limits import Limits
from documents.model import Problem, ProblemCode, UnreadableDocument
from documents.problems import shown, too_large


@contextmanager
def opened(path: Path, name: str, limits: Limits) -> Iterator[int]:
    """Open a file for reading and yield its descriptor; `name` stands in sentences.

    Raises UnreadableDocument when it is not there, is no file, or is larger than may be read.
    """
    try:
        # A pipe without a writer would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _unopened(name, "it is not there, or is no file") from error
    except (OSError, ValueError) as error:
        raise _unopened(name, (getattr(error, "strerror", "") or str(error)).lower()) from error
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise _unopened(name, "it is not there, or is no file")
        if about.st_size > limits.file_bytes:
            raise too_large(name, about.st_size, limits.file_bytes)
        yield descriptor
    finally:
        os.close(descriptor)


def _unopened(name: str, why: str) -> UnreadableDocument:
    text = f"{shown(name)} could not be opened: {why}. Check its name and whether you may read it."
    return UnreadableDocument(Problem(code=ProblemCode.DAMAGED, text=text, fatal=True))
