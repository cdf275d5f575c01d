"""Looks an installation over: one condition and one sentence for each thing that a promise of ours rests on."""

import os
import platform
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from documents.sandbox.support import support
from documents.telemetry import kept_files, still_on
from reports.words import counted
from store.health import database_there, faults
from workflow.settings import Settings
from workflow.version import TOOL_VERSION

GIGABYTE = 1000**3
LEAST_FREE = GIGABYTE  # room for a backup beside twenty of the largest files that may be added
OTHERS = stat.S_IRWXG | stat.S_IRWXO
LIBRARIES = ("onnxruntime", "rapidocr", "spacy", "pypdf", "pypdfium2", "streamlit", "SQLAlchemy", "duckdb", "typst")


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One thing that was looked at; `text` says in a sentence how it is and, where it is not well, what to do."""

    name: str
    well: bool
    text: str


def look_over(settings: Settings) -> tuple[Condition, ...]:
    """Return all conditions; nothing is changed, and a data folder that is not there yet is not made."""
    return (
        _sandbox(),
        _telemetry(),
        _rights(settings.data_folder),
        _database(settings),
        _versions(),
        _space(settings.data_folder),
    )


def _sandbox() -> Condition:
    here = support()
    return Condition(name="sandbox", well=here.complete, text=here.sentence)


def _telemetry() -> Condition:
    on, kept = still_on(), kept_files()
    text = "Telemetry of libraries is off, and nothing that it kept is left."
    if on:
        text = f"Telemetry may be on: {', '.join(on)} was changed. Start Clausemark again without setting it."
    elif kept:
        text = f"Telemetry is off, but {kept[0]} could not be removed. Remove it."
    return Condition(name="telemetry", well=not on and not kept, text=text)


def _rights(folder: Path) -> Condition:
    def condition(text: str, *, well: bool) -> Condition:
        return Condition(name="rights", well=well, text=text)

    if not folder.exists():
        return condition(f"The data folder {folder} is not there yet.", well=True)
    try:
        open_to_others = [path for path in _below(folder) if path.lstat().st_mode & OTHERS]
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            return condition(f"You may not write to the data folder {folder}. Give yourself the right.", well=False)
    except OSError as error:
        return condition(f"The data folder {folder} could not be looked at: {error.strerror}.", well=False)
    if open_to_others:
        found = counted(len(open_to_others), "file or folder", "files and folders")
        text = f"{found} of the data may be used by others, such as {open_to_others[0]}. Run: chmod -R go= '{folder}'"
        return condition(text, well=False)
    return condition(f"Only you may use what is in the data folder {folder}.", well=True)


def _below(folder: Path) -> Iterator[Path]:
    """Yield a folder and all that is in it but links, whose own rights mean nothing."""
    yield folder
    for place, folders, files in os.walk(folder):
        yield from (path for name in (*folders, *files) if not (path := Path(place, name)).is_symlink())


def _database(settings: Settings) -> Condition:
    if not database_there(settings.database):
        return Condition(name="database", well=True, text="There is no database yet.")
    wrong = faults(settings.database)
    text = "The database is whole."
    if wrong:
        what = "Restore the last backup." if not settings.database_url else "Check it, and the setting database_url."
        text = f"The database is damaged or cannot be reached: {'; '.join(wrong)}. {what}"
    return Condition(name="database", well=not wrong, text=text)


def _versions() -> Condition:
    found, missing = [f"Python {platform.python_version()}", f"SQLite {sqlite3.sqlite_version}"], []
    for name in LIBRARIES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    text = f"Clausemark {TOOL_VERSION}, {', '.join(found)}, on {platform.system()} {platform.release()}."
    if missing:
        text = f"Not installed: {', '.join(missing)}. Install Clausemark again. {text}"
    return Condition(name="versions", well=not missing, text=text)


def _space(folder: Path) -> Condition:
    place = next(path for path in (folder.resolve(), *folder.resolve().parents) if path.exists())
    free = shutil.disk_usage(place).free
    text = f"{free / GIGABYTE:,.1f} GB are free for the data."
    if free < LEAST_FREE:
        text = f"Only {text[:-1]}; make room, at least {LEAST_FREE / GIGABYTE:.0f} GB."
    return Condition(name="free space", well=free >= LEAST_FREE, text=text)
