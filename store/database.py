"""Opens the store: the engine with its settings, the schema brought up to date, and transactions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import URL, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, IntegrityError, NoSuchModuleError
from sqlalchemy.orm import Session, sessionmaker

from store.files import FileShelf
from store.problems import StoreUnavailable
from store.rights import FOLDER, close_to_others, private_file

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
BUSY_MILLISECONDS = 15_000  # how long a writer waits for another one before the store "did not answer"


class Store:
    """An open database and the folder with the files' bytes; threads may share it."""

    def __init__(self, engine: Engine, files: FileShelf) -> None:
        self.engine = engine
        self.files = files
        self._readers = sessionmaker(engine, expire_on_commit=False)
        self._writers = sessionmaker(engine.execution_options(writes=True), expire_on_commit=False)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session to look things up with; readers never wait for a writer. Raises StoreUnavailable."""
        try:
            with self._readers() as session:
                yield session
        except DBAPIError as error:
            raise StoreUnavailable("The store did not answer. Nothing was changed. Try again.") from error

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """Give a session that sees one moment of all tables, whatever others write. Raises StoreUnavailable."""
        # SQLite's transactions are like that anyway, and its driver would leave our way of beginning them.
        level = {} if self.engine.dialect.name == "sqlite" else {"isolation_level": "REPEATABLE READ"}
        try:
            with Session(self.engine.execution_options(**level)) as session:
                yield session
        except DBAPIError as error:
            raise StoreUnavailable(f"The database could not be read: {error.orig}. Nothing was changed.") from error

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session whose changes are kept when the block ends well and undone otherwise.

        Raises StoreUnavailable when the database does not answer, or somebody else was faster; nothing was
        changed then.
        """
        try:
            with self._writers.begin() as session:
                yield session
        except IntegrityError as error:
            raise StoreUnavailable(
                "Not saved: somebody else changed the same at that moment. Nothing was changed. Try again."
            ) from error
        except DBAPIError as error:
            raise StoreUnavailable("Not saved: the store did not answer. Nothing was changed. Try again.") from error

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def open_store(url: str, files: Path, *, revision: str = "head") -> Store:
    """Open the database at `url`, bring its tables up to date, and use `files` for the bytes.

    `revision` stops the tables at an older state, for rows that come from a backup.
    Raises StoreUnavailable with the reason when that is not possible, also when the database is empty and the files
    of one are there: a new store would hide that the old one is lost.
    """
    shelf = FileShelf(files)
    try:
        _refuse_missing(make_url(url), shelf)
        engine = _engine(url)
        if shelf.any() and not revision_of(engine):
            raise _lost(shelf)
        upgrade(engine, revision)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise StoreUnavailable(
            f"The database address cannot be used: {error}. Check the setting database_url."
        ) from error
    except OSError as error:
        raise StoreUnavailable(f"The folder of the database cannot be used: {error.strerror}.") from error
    except DBAPIError as error:
        shown = make_url(url).render_as_string(hide_password=True)
        raise StoreUnavailable(f"The database {shown} could not be opened: {error.orig}.") from error
    return Store(engine, shelf)


def _refuse_missing(place: URL, shelf: FileShelf) -> None:
    """Raise StoreUnavailable before SQLite makes a new file in the place of one that is gone or empty."""
    path = _sqlite_file(place)
    if path is not None and not (path.exists() and path.stat().st_size) and shelf.any():
        raise _lost(shelf)


def _lost(shelf: FileShelf) -> StoreUnavailable:
    return StoreUnavailable(
        f"The database is missing or empty, and {shelf.folder} holds documents of one. Nothing was changed. "
        f"Put the database back or restore a backup; to begin anew, move the folder {shelf.folder} away."
    )


def _sqlite_file(place: URL) -> Path | None:
    """Return the file of a SQLite database; None for one in memory and for other databases."""
    name = place.database or ":memory:"
    if place.get_backend_name() != "sqlite" or name == ":memory:" or name.startswith("file:"):
        return None
    return Path(name)


def _engine(url: str) -> Engine:
    place = make_url(url)
    if place.get_backend_name() != "sqlite":
        return create_engine(place, pool_pre_ping=True)
    if (path := _sqlite_file(place)) is not None:
        path.parent.mkdir(mode=FOLDER, parents=True, exist_ok=True)
        private_file(path)  # SQLite gives its write-ahead log the rights of the database
        close_to_others(path.with_name(f"{path.name}-{part}") for part in ("wal", "shm"))
    engine = create_engine(place)
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Write-ahead log so that readers never wait; foreign keys; transactions begun by us, see `_begin_sqlite`."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", f"busy_timeout={BUSY_MILLISECONDS}"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Any) -> None:
    """Take a writer's lock at once: a transaction that turns from reading to writing may fail without waiting."""
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables to a revision; raise StoreUnavailable when a newer version of the program wrote them."""
    config = Config()
    config.set_main_option("script_location", MIGRATIONS.as_posix().replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    with engine.execution_options(writes=True).begin() as connection:
        if MigrationContext.configure(connection).get_current_revision() == scripts.get_current_head():
            return
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, revision)
        except CommandError as error:
            raise StoreUnavailable(
                "The database was written by a newer version of Clausemark. Install that version, or restore a backup."
            ) from error


def revision_of(engine: Engine) -> str:
    """Return the revision that the tables are at."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision() or ""
