"""Landlock: from here on the process opens only what lies under the given paths, and reaches no network.

Structures and rights from the kernel's include/uapi/linux/landlock.h; each version of the interface adds some.
"""

import ctypes
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from documents.sandbox.calls import LANDLOCK_ADD, LANDLOCK_CREATE, LANDLOCK_RESTRICT
from documents.sandbox.kernel import call

VERSION_FLAG, PATH_BENEATH = 1, 1
WRITE_FILE, READ_FILE, READ_DIR = 1 << 1, 1 << 2, 1 << 3
REMOVE_DIR, REMOVE_FILE, MAKE_DIR, MAKE_REG = 1 << 4, 1 << 5, 1 << 7, 1 << 8
REFER, TRUNCATE, IOCTL_DEVICE = 1 << 13, 1 << 14, 1 << 15
READ = READ_FILE | READ_DIR
WRITE = READ | WRITE_FILE | REMOVE_DIR | REMOVE_FILE | MAKE_DIR | MAKE_REG | REFER | TRUNCATE
OF_FILES = WRITE_FILE | READ_FILE | TRUNCATE | IOCTL_DEVICE
NETWORK = 0b11  # bind and connect of TCP
SCOPES = 0b11  # abstract sockets of, and signals to, processes outside


def version() -> int:
    """Return the version of the kernel's interface, 0 where there is none."""
    try:
        return call(LANDLOCK_CREATE, None, 0, VERSION_FLAG)
    except OSError:
        return 0


def handled(number: int) -> int:
    """Return the rights on files that a version knows: all of them are taken away."""
    rights = (1 << 13) - 1
    for since, right in ((2, REFER), (3, TRUNCATE), (5, IOCTL_DEVICE)):
        rights |= right if number >= since else 0
    return rights


def restrict(read: Iterable[Path], write: Iterable[Path]) -> None:
    """Allow reading under `read` and everything but running under `write`, and nothing else, for good; raise OSError.

    Needs PR_SET_NO_NEW_PRIVS. Paths that do not exist are left out.
    """
    number = version()
    words = [handled(number), NETWORK if number >= 4 else 0, SCOPES if number >= 6 else 0]
    size = 24 if number >= 6 else (16 if number >= 4 else 8)
    attributes = ctypes.create_string_buffer(b"".join(word.to_bytes(8, "little") for word in words), 24)
    ruleset = call(LANDLOCK_CREATE, attributes, size, 0)
    try:
        for paths, rights in ((read, READ), (write, WRITE)):
            for path in paths:
                with suppress(FileNotFoundError, NotADirectoryError, PermissionError):
                    _allow(ruleset, path, rights & handled(number))
        call(LANDLOCK_RESTRICT, ruleset, 0)
    finally:
        os.close(ruleset)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    opened = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        folder = stat.S_ISDIR(os.fstat(opened).st_mode)
        granted = rights if folder else rights & OF_FILES
        rule = ctypes.create_string_buffer(granted.to_bytes(8, "little") + opened.to_bytes(4, "little"), 12)
        call(LANDLOCK_ADD, ruleset, PATH_BENEATH, rule, 0)
    finally:
        # A rule is about an inode, and /proc makes new ones once nobody holds them: these stay open.
        if not path.is_relative_to("/proc"):
            os.close(opened)
