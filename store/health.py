"""Asks a database whether it is whole, and changes nothing."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

MOST = 5  # faults that are named


def database_there(url: str) -> bool:
    """Tell whether there is a database to ask: a SQLite file may not have been made yet."""
    place = make_url(url)
    return place.get_backend_name() != "sqlite" or Path(place.database or "").is_file()


def faults(url: str) -> tuple[str, ...]:
    """Return what is wrong with a database, in its own words; nothing when it is whole.

    SQLite checks every page and index; of another database only whether it answers is asked, as it checks itself.
    """
    place = make_url(url)
    if place.get_backend_name() == "sqlite":
        return _faults_of_file(Path(place.database or ""))
    try:
        engine = create_engine(place)
        with closing(engine.connect()) as connection:
            connection.execute(text("SELECT 1"))
        engine.dispose()
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        return (f"its address cannot be used: {error}",)
    except DBAPIError as error:
        return (f"it does not answer: {error.orig}",)
    return ()


def _faults_of_file(path: Path) -> tuple[str, ...]:
    try:
        # Not mode=ro: a reader that may not write leaves the files of the write-ahead log behind.
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as connection:
            said = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({MOST})")]
    except sqlite3.Error as error:
        return (str(error),)
    return () if said == ["ok"] else tuple(said)
