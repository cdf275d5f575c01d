"""What code would try that has taken over a reader: each attempt says what it got, or that it was refused."""

import ctypes
import mmap
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

libc = ctypes.CDLL(None, use_errno=True)


def attack(task: str, files: Sequence[BinaryIO], report: Any) -> str:
    """Try one thing; `task` is its name and, behind a space, what it is tried on."""
    name, _, aim = task.partition(" ")
    if name == "calls":
        return str(sealed())
    try:
        got = ATTEMPTS[name](aim)
    except (OSError, ValueError) as error:
        return f"refused: {type(error).__name__}"
    return f"done: {got!r:.80}"


def _raw(call: int, *arguments: object) -> int:
    ctypes.set_errno(0)
    result = libc.syscall(ctypes.c_long(call), *arguments)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return int(result)


def _write(aim: str) -> int:
    return Path(aim).write_text("taken")


def _overwrite(aim: str) -> int:
    descriptor = os.open(aim, os.O_WRONLY)
    return os.write(descriptor, b"taken")


def _thread_opens(aim: str) -> object:
    got: list[object] = []

    def run() -> None:
        try:
            got.append(Path(aim).read_bytes())
        except OSError as error:
            got.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if isinstance(got[0], OSError):
        raise got[0]
    return got[0]


def _parent_memory(aim: str) -> bytes:
    with Path(f"/proc/{aim}/mem").open("rb") as memory:
        return memory.read(16)


def _process_vm_read(aim: str) -> int:
    buffer = ctypes.create_string_buffer(16)

    class Vector(ctypes.Structure):
        _fields_ = (("at", ctypes.c_void_p), ("length", ctypes.c_size_t))

    ours, theirs = Vector(ctypes.addressof(buffer), 16), Vector(ctypes.addressof(buffer), 16)
    number = 310 if os.uname().machine == "x86_64" else 270
    return _raw(number, ctypes.c_long(int(aim)), ctypes.byref(ours), 1, ctypes.byref(theirs), 1, 0)


def _ptrace(aim: str) -> int:
    number = 101 if os.uname().machine == "x86_64" else 117
    return _raw(number, ctypes.c_long(16), ctypes.c_long(int(aim)), 0, 0)


def _memory_file(_: str) -> int:
    descriptor = os.memfd_create("hidden")
    return os.write(descriptor, b"x" * 1000)


def _signal_by_descriptor(aim: str) -> int:
    import fcntl  # noqa: PLC0415

    ours = 0
    fcntl.fcntl(ours, fcntl.F_SETOWN, int(aim))
    return fcntl.fcntl(ours, fcntl.F_GETOWN)


def _raise_limit(_: str) -> object:
    import resource  # noqa: PLC0415

    return resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))


def _outlive(_: str) -> int:
    result = libc.prctl(1, 0, 0, 0, 0)
    if result < 0:
        raise OSError(ctypes.get_errno(), "prctl")
    return int(result)


def _link(aim: str) -> None:
    Path(f"{aim}-link").symlink_to(aim)


def _mode(aim: str) -> None:
    Path(aim).chmod(0o777)


def _abstract(aim: str) -> object:
    with socket.socket(socket.AF_UNIX) as end:
        return end.connect(f"\0{aim}")


def _executable_memory(_: str) -> object:
    """Not refused: libraries need it. Here to show that refusals are the filter's and not the test's."""
    return mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)


ATTEMPTS: dict[str, Callable[[str], object]] = {
    "read": lambda aim: Path(aim).read_bytes(),
    "list": os.listdir,
    "write": _write,
    "overwrite": _overwrite,
    "delete": lambda aim: Path(aim).unlink(),
    "link": _link,
    "mode": _mode,
    "thread": _thread_opens,
    "connect": lambda aim: socket.create_connection(("127.0.0.1", int(aim)), timeout=2),
    "udp": lambda _: socket.socket(socket.AF_INET, socket.SOCK_DGRAM),
    "pair": lambda _: socket.socketpair(),
    "abstract": _abstract,
    "exec": lambda _: os.execv(sys.executable, [sys.executable, "-V"]),
    "run": lambda _: subprocess.run(["/bin/true"], check=False),
    "fork": lambda _: os.fork() or os._exit(0),
    "signal": lambda aim: os.kill(int(aim), 0),
    "stop": lambda aim: os.kill(int(aim), signal.SIGSTOP),
    "ptrace": _ptrace,
    "memory": _parent_memory,
    "vm": _process_vm_read,
    "environment": lambda aim: Path(f"/proc/{aim}/environ").read_bytes(),
    "processes": lambda _: list(Path("/proc").iterdir()),
    "hidden": _memory_file,
    "owner": _signal_by_descriptor,
    "limit": _raise_limit,
    "outlive": _outlive,
    "executable": _executable_memory,
}


def sealed() -> dict[str, str]:
    """Return what this process sees of its environment."""
    return dict(os.environ)


def stuck(task: str, files: Sequence[BinaryIO], report: Any) -> str:
    """Hold the interpreter for hours, in a regular expression or in threads that do nothing else."""
    report(os.getpid(), 0)
    if task == "threads":
        for _ in range(20):
            threading.Thread(target=lambda: re.match(r"(a+)+$", "a" * 60 + "b"), daemon=True).start()
    time.sleep(0.1)
    return str(re.match(r"(a+)+$", "a" * 60 + "b"))


def lie(task: str, files: Sequence[BinaryIO], report: Any) -> str:
    """Write something to the program that is no message."""
    os.write(next(each for each in range(3, 64) if _is_socket(each)), LIES[task])
    time.sleep(30)
    return ""


LIES = {
    "pickle": b"\x80\x04\x8c\x05posix\x94\x8c\x06system\x94\x93\x94\x8c\x04true\x94\x85\x94R\x94.",
    "endless": b"V\xff\xff\xff\xff",
    "long": b"P\x00\x01\x00\x00" + b" " * 100,
    "wrong type": b"V\x00\x00\x00\x0cReading\x00{}  ",
    "no JSON": b"V\x00\x00\x00\x06str\x00}}",
    "wrong progress": b'P\x00\x00\x00\x05["a"]',
}


def _is_socket(descriptor: int) -> bool:
    try:
        return stat.S_ISSOCK(os.fstat(descriptor).st_mode)
    except OSError:
        return False
