"""Who works on a job: a process by its number and start time, and whether it still lives and speaks.

Clocks of different computers are never compared: a job is silent when its last sign of life stays the same for a
while of our own clock, which also stands still while the computer sleeps.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from store.jobs import WorkingJob

SILENT_AFTER = 60.0  # seconds without a new sign of life; a living owner gives one twice a second


def owner_name() -> str:
    """Return a name for this process that no other ever has: computer, process number, its start, a random end."""
    return f"{socket.gethostname()}:{os.getpid()}:{started(os.getpid()) or '?'}:{uuid4().hex[:8]}"


class Watch:
    """Looks at the working jobs now and again and says which of them nobody works on any more."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[int, tuple[str, datetime | None, float]] = {}

    def left(self, working: tuple[WorkingJob, ...]) -> tuple[WorkingJob, ...]:
        """Return the jobs whose owner died, or gave no sign of life since an earlier look."""
        now = self._clock()
        seen = {}
        for job in working:
            owner, sign, since = self._seen.get(job.id, ("", None, now))
            seen[job.id] = (job.owner, job.seen_at, since if (owner, sign) == (job.owner, job.seen_at) else now)
        self._seen = seen
        return tuple(job for job in working if is_dead(job.owner) or now - seen[job.id][2] >= SILENT_AFTER)


def is_dead(owner: str) -> bool:
    """Tell whether an owner was a process of this computer that is gone, even if another has its number now."""
    host, number, start = [*owner.split(":"), "", ""][:3]
    if host != socket.gethostname() or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except PermissionError:
        pass  # it lives, and belongs to somebody else
    now = started(int(number))
    return now is not None and start not in (now, "?")


def started(process: int) -> str | None:
    """Return when a process started, as its system writes it; "ended" for one that only waits to be buried.

    None where the system does not tell.
    """
    if sys.platform == "linux":
        with suppress(OSError, IndexError):
            # The name in brackets may hold anything, so the fields are counted from its end.
            fields = (
                Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            )
            return "ended" if fields[0] in "ZX" else fields[19]
        return None
    with suppress(OSError, subprocess.SubprocessError):
        command = ["/bin/ps", "-o", "lstart=", "-p", str(process)]
        told = subprocess.run(command, capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - a number
        return "-".join(told.stdout.replace(":", ".").split()) or None
    return None
