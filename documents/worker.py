"""The process that works on hostile files, started by `documents.isolation` and killed by it when it must be.

It seals itself first (documents/sandbox), and only then loads what can read. It opens no file: those it works on
arrive as open descriptors with the task.
"""

import json
import os
import socket
import sys
import threading
import time
from contextlib import suppress
from importlib import import_module

from documents.sandbox.seal import Grant, die_with, seal


def main() -> None:
    """Serve on the descriptor given as the first argument, for the parent given as the second; setup on stdin."""
    end, parent = socket.socket(fileno=int(sys.argv[1])), int(sys.argv[2])
    dies = die_with(parent)
    setup = json.loads(sys.stdin.buffer.read())
    for name in setup["packages"]:
        import_module(name)  # once sealed, the folder that holds them cannot be listed any more
    failed = seal(Grant(**setup["grant"]), memory=setup["memory"])
    if not dies:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        # Only now that this process is sealed may anything be loaded that starts threads or looks at files.
        import_module("documents.serving").serve(end, setup["function"], setup["prepare"], failed)


def _end_with(parent: int) -> None:
    """End the process when its parent is gone, where the kernel does not do it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    main()
