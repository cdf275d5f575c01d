"""One worker process as its program sees it: started with next to nothing, watched, and killed with all it started."""

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from documents.sandbox import grants
from documents.sandbox.seal import Grant
from documents.wire import Line

# Of the program's environment a worker sees these only: where libraries lie, language and time zone.
ENVIRONMENT = ("LANG", "LC_ALL", "LC_CTYPE", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHASHSEED")
OWN = {
    "HOME": "/nonexistent",
    "OMP_NUM_THREADS": "1",
    "ORT_DISABLE_TELEMETRY": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """Files that a worker may open itself, beside those it is handed: logs and data sets are read by path.

    Under `write`, folders made for this worker alone, it may write files of `file_bytes` at most.
    """

    read: tuple[Path, ...] = ()
    write: tuple[Path, ...] = ()
    file_bytes: int = 0


class Process:
    """A started worker and the program's end of its line."""

    def __init__(
        self, function: Callable[..., Any], prepare: Callable[[], object] | None, access: Access, *, memory: int
    ) -> None:
        grants.compile_own()
        ours, theirs = socket.socketpair()
        modules = [each.__module__ for each in (function, prepare) if each is not None]
        packages = tuple(dict.fromkeys(module.partition(".")[0] for module in modules))
        setup = {
            "function": _where(function),
            "prepare": _where(prepare) if prepare else "",
            "packages": [*grants.own_packages(), *packages],
            "grant": asdict(_grant(access, packages)),
            "memory": memory,
        }
        self._process = _started(theirs)
        theirs.close()
        self.line = Line(ours)
        self.group = self._process.pid
        self.failed: tuple[str, ...] | None = None
        with suppress(BrokenPipeError):  # it died at once, which the line will tell
            assert self._process.stdin is not None  # noqa: S101 - asked for
            self._process.stdin.write(json.dumps(setup).encode())
            self._process.stdin.close()

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    @property
    def memory(self) -> int:
        """Resident bytes of the worker, and of all that it started where it could start something."""
        if self.failed == ():  # sealed: it is alone
            return resident(self.group)
        return sum(resident(process) for process in members(self.group))

    def kill(self) -> None:
        """Kill the worker and everything in its group."""
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.group, signal.SIGKILL)
        self._process.kill()
        self._process.wait()
        self.line.close()


def _grant(access: Access, packages: Sequence[str]) -> Grant:
    read = grants.readable(tuple(packages))
    return Grant(
        read=(*read, *(str(path.absolute()) for path in access.read)),
        write=tuple(str(path.absolute()) for path in access.write),
        file_bytes=access.file_bytes,
    )


def _started(line: socket.socket) -> subprocess.Popen[bytes]:
    """Start the process in a session of its own, so that Ctrl-C reaches only the program, which then stops it."""
    kept = {name: os.environ[name] for name in ENVIRONMENT if name in os.environ}
    return subprocess.Popen(  # noqa: S603 - our own interpreter and module, no word of the user's
        [sys.executable, "-P", "-s", "-m", "documents.worker", str(line.fileno()), str(os.getpid())],
        pass_fds=(line.fileno(),),
        env=kept | OWN | {"PYTHONPATH": os.pathsep.join(grants.import_paths())},
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=None if os.environ.get("CLAUSEMARK_DEBUG") else subprocess.DEVNULL,
        start_new_session=True,
    )


def _where(function: Callable[..., Any]) -> str:
    return f"{function.__module__}:{function.__qualname__}"


def members(group: int) -> tuple[int, ...]:
    """Return the processes of a worker's session; the worker alone where the system does not tell."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, IndexError, ValueError):
            # Behind the name in brackets, which may hold anything: state, parent, group, session.
            if int(path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()[3]) == group:
                found.append(int(path.parent.name))
    return tuple(found) or (group,)


def resident(process: int) -> int:
    """Return a process's resident memory in bytes; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
