"""The filter of system calls: a list of what is allowed becomes a program that the kernel runs before each call."""

import ctypes
import errno
import os
import platform
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.sandbox import calls
from documents.sandbox.calls import Number
from documents.sandbox.kernel import call

SET_MODE_FILTER, GET_ACTION_AVAIL = 1, 2
ALLOW, KILL = 0x7FFF0000, 0x80000000
ERRNO = 0x00050000
ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
X32_BIT = 0x40000000  # calls of the 32-bit variant of x86-64, which this list does not know
LOAD, AND, EQUAL, AT_LEAST, RETURN = 0x20, 0x54, 0x15, 0x35, 0x06
NUMBER_AT, ARCHITECTURE_AT, ARGUMENTS_AT = 0, 4, 16
CLONE_THREAD = 0x00010000
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
# Locks and flags of descriptors; not F_SETOWN and F_SETSIG, which send signals to others.
FCNTLS = (0, 1, 2, 3, 4, 5, 6, 7, 36, 37, 38, 1030, 1033, 1034)
# Whether it is a terminal, close on exec, blocking, size of a window, bytes to read.
IOCTLS = (0x5401, 0x5450, 0x5451, 0x5421, 0x5413, 0x541B)
PRCTLS = (15, 16, 0x53564D41)  # a thread's name, a mapping's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """What must hold for one argument: under `mask` it is one of `values` (its low 32 bits)."""

    argument: int
    values: tuple[int, ...]
    mask: int = 0xFFFFFFFF
    high: bool = False  # look at the upper 32 bits instead


Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, value


def conditions(process: int, *, writing: bool) -> tuple[tuple[Number, tuple[Test, ...]], ...]:
    """Return the calls that are allowed with some arguments only, each with what must hold."""
    nothing_new = (Test(argument=2, values=(0,)), Test(argument=2, values=(0,), high=True))
    return (
        (calls.OPENAT, () if writing else (Test(argument=2, values=(0,), mask=WRITES),)),
        (calls.OPEN, () if writing else (Test(argument=1, values=(0,), mask=WRITES),)),
        (calls.CLONE, (Test(argument=0, values=(CLONE_THREAD,), mask=CLONE_THREAD),)),
        (calls.FCNTL, (Test(argument=1, values=FCNTLS),)),
        (calls.IOCTL, (Test(argument=1, values=IOCTLS),)),
        (calls.PRCTL, (Test(argument=0, values=PRCTLS),)),
        (calls.TGKILL, (Test(argument=0, values=(process,)),)),
        (calls.PRLIMIT, (Test(argument=0, values=(0, process)), *nothing_new)),
    )


def program(machine: str, process: int, *, writing: bool) -> list[Instruction]:
    """Return the filter for a processor and a process; `writing` adds the calls that change files."""
    made: list[Instruction] = [
        (LOAD, 0, 0, ARCHITECTURE_AT),
        (EQUAL, 1, 0, ARCHITECTURES[machine]),
        (RETURN, 0, 0, KILL),
        (LOAD, 0, 0, NUMBER_AT),
    ]
    if machine == "x86_64":
        made += [(AT_LEAST, 0, 1, X32_BIT), (RETURN, 0, 0, KILL)]
    always = calls.ALWAYS | (calls.WRITING if writing else {})
    for number in _on(machine, always.values()):
        made += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ALLOW)]
    for known, tests in conditions(process, writing=writing):
        for number in _on(machine, (known,)):
            block = [*(step for test in tests for step in _tested(test)), (RETURN, 0, 0, ALLOW)]
            made += [(EQUAL, 0, len(block), number), *block]
    # The C library falls back to clone where clone3 does not exist.
    for number in _on(machine, (calls.CLONE3,)):
        made += [(EQUAL, 0, 1, number), (RETURN, 0, 0, ERRNO | errno.ENOSYS)]
    return [*made, (RETURN, 0, 0, ERRNO | errno.EPERM)]


def _on(machine: str, numbers: Iterable[Number]) -> Iterator[int]:
    for number in numbers:
        own = number.x86_64 if machine == "x86_64" else number.aarch64
        if own is not None:
            yield own


def _tested(test: Test) -> list[Instruction]:
    """Return steps that go on behind themselves when the test holds and refuse the call when it does not."""
    count = len(test.values)
    equal = [(EQUAL, count - at, 0, value) for at, value in enumerate(test.values)]
    return [
        (LOAD, 0, 0, ARGUMENTS_AT + 8 * test.argument + (4 if test.high else 0)),
        (AND, 0, 0, test.mask),
        *equal,
        (RETURN, 0, 0, ERRNO | errno.EPERM),
    ]


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("value", ctypes.c_uint32))


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(_Instruction)))


def available() -> bool:
    """Return whether the kernel filters system calls."""
    number = _seccomp()
    action = ctypes.create_string_buffer(ERRNO.to_bytes(4, "little"), 4)
    try:
        call(number, GET_ACTION_AVAIL, 0, action)
    except OSError:
        return False
    return True


def install(*, writing: bool) -> None:
    """Put the filter on this process, for good; raise OSError. Needs PR_SET_NO_NEW_PRIVS."""
    steps = program(platform.machine(), os.getpid(), writing=writing)
    array = (_Instruction * len(steps))(*(_Instruction(*step) for step in steps))
    loaded = _Program(len(steps), array)
    buffer = ctypes.create_string_buffer(bytes(loaded), ctypes.sizeof(loaded))
    call(_seccomp(), SET_MODE_FILTER, 0, buffer)


def _seccomp() -> int:
    (number,) = _on(platform.machine(), (calls.SECCOMP,))
    return number
