"""The process that reads: takes "kind first last" on standard input, says on standard output how each number ended."""

import json
import os
import resource
import sys
import tempfile
import traceback
from pathlib import Path

from customer.usage.problems import UsageProblem
from customer.usage.read import read_log
from documents.limits import Limits
from documents.model import UnreadableDocument
from documents.read import read_document
from tools.fuzz.mutate import changed

LIMITS = Limits(recognise=False, seconds=20, pages=100, unpacked_bytes=20 * 1024**2)
MOST_MEMORY = 6 * 1024**3


def read(kind: str, data: bytes, folder: Path) -> str:
    """Read a file as the program does; return "read", or "sentence" when it was refused with one."""
    try:
        if kind in ("jsonl", "parquet"):
            file = folder / f"log.{kind}"
            file.write_bytes(data)
            log = read_log([file], folder)
            log.con.close()
        else:
            read_document(data, f"file.{kind}", limits=LIMITS)
    except (UnreadableDocument, UsageProblem):
        return "sentence"
    return "read"


def one(kind: str, number: int) -> dict[str, object]:
    """Return how the file of this number ended."""
    data = changed(kind, number)
    with tempfile.TemporaryDirectory() as folder:
        try:
            return {"number": number, "end": read(kind, data, Path(folder))}
        except MemoryError:
            return {"number": number, "end": "memory"}
        except Exception:  # noqa: BLE001 - any exception that is no sentence is what is looked for
            return {"number": number, "end": "fault", "why": traceback.format_exc()}


def main() -> None:
    """Serve until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # libraries may print
    out.write("ready\n")
    out.flush()
    for line in sys.stdin:
        kind, first, last = line.split()
        for number in range(int(first), int(last)):
            out.write(json.dumps(one(kind, number)) + "\n")
            out.flush()


if __name__ == "__main__":
    main()
