"""Seals this process: called once by a worker, before its first thread and before anything of a file."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from documents.sandbox import filter as calls_filter
from documents.sandbox import kernel, landlock
from documents.sandbox.support import support

# Libraries reserve far more address space than they use; this is the backstop behind the watch on real memory.
SPARE_ADDRESS_SPACE = 6 * 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """What a worker may touch: paths to read under, folders to write under, and the largest file that it may write."""

    read: tuple[str, ...]
    write: tuple[str, ...] = ()
    file_bytes: int = 0


def seal(grant: Grant, *, memory: int) -> tuple[str, ...]:
    """Close this process off, as far as the system can, and return the names of what could not be done.

    `memory` in bytes is what it may use; address space is bounded well above that.
    """
    limits = {
        resource.RLIMIT_AS: memory + SPARE_ADDRESS_SPACE,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: grant.file_bytes,
    }
    for kind, most in limits.items():
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, most))
    if not kernel.on_linux():
        return ("Landlock", "seccomp")
    writing = bool(grant.write)
    steps: dict[str, Callable[[], object]] = {
        "no new privileges": lambda: kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1),
        "no dump": lambda: kernel.prctl(kernel.PR_SET_DUMPABLE, 0),
        "Landlock": lambda: landlock.restrict(map(Path, grant.read), map(Path, grant.write)),
        "seccomp": lambda: calls_filter.install(writing=writing),
    }
    return tuple(name for name, step in steps.items() if not _done(step))


def die_with(parent: int) -> bool:
    """Have the kernel kill this process when its parent ends, whatever it is at; False where it cannot."""
    if sys.platform != "linux":
        return False
    with suppress(OSError):
        kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)  # it ended before the kernel was told
        return True
    return False


def _done(step: Callable[[], object]) -> bool:
    try:
        step()
    except OSError:
        return False
    return True


def sealed(failed: tuple[str, ...]) -> bool:
    """Return whether a process of which `failed` could not be done is closed off as it should be."""
    return not failed and support().complete
