"""Calls to the Linux kernel that the standard library lacks: prctl and raw system calls."""

import ctypes
import os
import platform
import sys
from functools import cache

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 1, 4, 38


@cache
def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def on_linux() -> bool:
    """Return whether this is Linux on a processor whose system calls are known here."""
    return sys.platform == "linux" and platform.machine() in ("x86_64", "aarch64") and sys.maxsize > 2**32


def call(number: int, *arguments: int | ctypes.Array[ctypes.c_char] | None) -> int:
    """Make a system call and return its result; raise OSError."""
    return _checked(_libc().syscall(ctypes.c_long(number), *(_passed(each) for each in arguments)))


def prctl(option: int, *arguments: int) -> int:
    """Make a prctl call and return its result; raise OSError."""
    rest = (*arguments, 0, 0, 0, 0)[:4]
    return _checked(_libc().prctl(ctypes.c_int(option), *(ctypes.c_ulong(each) for each in rest)))


def _passed(argument: int | ctypes.Array[ctypes.c_char] | None) -> object:
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(result: int) -> int:
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number))
    return result
