"""Switches off what libraries tell their makers, and removes what they kept for it.

Importing `documents` switches it off. Every package stands on this one, so no program of ours loads a library first,
and the processes it starts inherit the environment.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

LOG = logging.getLogger(__name__)
OFF = {
    # ONNX Runtime reads this while it loads; its own call to switch off later leaves the sender running.
    "ORT_DISABLE_TELEMETRY": "1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}
# Where ONNX Runtime keeps an id of the computer and what it has yet to send, and the names of its files there.
PLACE = Path("Microsoft", "DeveloperTools", ".onnxruntime")
KEPT = ("deviceid", "deviceid.lock", *(f"onnxruntime.db{end}" for end in ("", "-journal", "-wal", "-shm")))


def switch_off() -> None:
    """Set the variables that switch telemetry off, for this process and those that it starts."""
    os.environ.update(OFF)


def still_on() -> tuple[str, ...]:
    """Return the variables that somebody set otherwise since."""
    return tuple(name for name, value in OFF.items() if os.environ.get(name) != value)


def kept_files() -> tuple[Path, ...]:
    """Return what ONNX Runtime left on this computer while its telemetry was on."""
    return tuple(folder / name for folder in _folders() for name in KEPT if (folder / name).is_file())


def remove_kept_files() -> tuple[Path, ...]:
    """Remove what ONNX Runtime left, and folders that are empty then; return the files that are gone."""
    found = kept_files()
    for path in found:
        with suppress(OSError):
            path.unlink()
    for folder in {path.parent for path in found}:
        with suppress(OSError):  # a folder that holds something else stays
            for each in (folder, *folder.parents[:2]):
                each.rmdir()
    gone = tuple(path for path in found if not path.exists())
    if gone:
        LOG.debug("Removed what ONNX Runtime's telemetry had left: %s", ", ".join(map(str, gone)))
    return gone


def _folders() -> Iterator[Path]:
    with suppress(RuntimeError):  # a user without a home has nothing there
        yield Path.home() / ".cache" / PLACE
        yield Path.home() / "Library" / "Application Support" / PLACE
    if os.environ.get("XDG_CACHE_HOME"):
        yield Path(os.environ["XDG_CACHE_HOME"]) / PLACE
