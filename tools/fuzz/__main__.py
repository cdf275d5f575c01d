"""`python -m tools.fuzz --runs 100000`: so many broken files a format; every fault is saved with the file that did it.

Ends with 1 when a reader raised something that is no sentence. A reader's process that crashes or hangs is what the
worker processes are for: it is counted, its file is saved, and the run goes on.
"""

import argparse
import json
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import IO

from tools.fuzz.mutate import WORDS, changed

SECONDS = 60  # for one file; the readers' own limit is 20
CHILD = [sys.executable, "-m", "tools.fuzz.child"]
ENDS = ("read", "sentence", "memory", "crash", "hang", "fault")
AT_ONCE = 500  # files a process; a new one keeps what libraries leak from adding up


def run(kind: str, first: int, last: int) -> Iterator[dict[str, object]]:
    """Yield how each file ended, starting the reading process anew after a crash or a hang."""
    while first < last:
        until = min(last, first + AT_ONCE)
        for end in _batch(kind, first, until):
            yield end
            first = int(str(end["number"])) + 1


def _batch(kind: str, first: int, last: int) -> Iterator[dict[str, object]]:
    child = subprocess.Popen(
        CHILD,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    lines: Queue[str] = Queue()
    threading.Thread(target=_pump, args=(child.stdout, lines), daemon=True).start()
    try:
        child.stdin.write(f"{kind} {first} {last}\n")
        child.stdin.close()
        lines.get()  # it is ready: loading the readers is not reading
        for number in range(first, last):
            try:
                line = lines.get(timeout=SECONDS)
            except Empty:
                yield {"number": number, "end": "hang"}
                return
            if not line:
                yield {"number": number, "end": "crash"}
                return
            yield json.loads(line)
    finally:
        child.kill()
        child.wait()


def _pump(source: IO[str], lines: "Queue[str]") -> None:
    """Hand over each line, and an empty one at the end."""
    for line in source:
        lines.put(line)
    lines.put("")


def fuzz(kind: str, first: int, runs: int, found: Path) -> Counter[str]:
    """Read so many files of a kind, save those that went wrong, and return how many ended how."""
    ends: Counter[str] = Counter()
    for end in run(kind, first, first + runs):
        word, number = str(end["end"]), int(str(end["number"]))
        ends[word] += 1
        if word in ("fault", "crash", "hang", "memory"):
            found.mkdir(parents=True, exist_ok=True)
            (found / f"{word}-{number}.{kind}").write_bytes(changed(kind, number))
            if "why" in end:
                (found / f"{word}-{number}.{kind}.txt").write_text(str(end["why"]), encoding="utf-8")
    return ends


def main() -> None:
    """Run all formats, print a table, and exit with 1 when a reader raised what is no sentence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=200, help="files a format")
    parser.add_argument("--first", type=int, default=0, help="number of the first file")
    parser.add_argument("--only", choices=sorted(WORDS), help="one format")
    parser.add_argument("--found", type=Path, default=Path("build/fuzz"), help="where files that went wrong are saved")
    chosen = parser.parse_args()
    faults = 0
    print(f"{'format':8} {'files':>8}", *(f"{word:>9}" for word in ENDS), f"{'seconds':>8}")
    for kind in [chosen.only] if chosen.only else sorted(WORDS):
        began = time.monotonic()
        ends = fuzz(kind, chosen.first, chosen.runs, chosen.found)
        spent = time.monotonic() - began
        print(f"{kind:8} {chosen.runs:8,}", *(f"{ends[word]:9,}" for word in ENDS), f"{spent:8,.0f}", flush=True)
        faults += ends["fault"]
    if faults:
        print(f"{faults:,} faults: the files and their tracebacks are in {chosen.found}.")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
