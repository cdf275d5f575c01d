from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from store import vendors
from store.database import Store, open_store, revision_of
from store.problems import StoreUnavailable
from store.records import VendorRecord
from store.tables import Base


def open_at(folder: Path) -> Store:
    return open_store(f"sqlite:///{folder / 'store.sqlite3'}", folder / "files")


def test_migrations_give_exactly_the_tables_of_the_code(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    first = open_at(tmp_path)
    with first.write() as session:
        vendors.add(session, VendorRecord(slug="northwind", name="Northwind"))
    first.close()
    with open_at(tmp_path).read() as session:
        assert vendors.vendor(session, "northwind") == VendorRecord(slug="northwind", name="Northwind")


def test_tables_of_a_newer_version_are_refused_with_a_sentence(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with store.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer version"):
        open_at(tmp_path)


def test_an_older_database_is_brought_up_to_date(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    old = open_store(url, tmp_path / "files", revision="base")
    assert revision_of(old.engine) == ""
    old.close()
    with open_at(tmp_path).read() as session:
        assert vendors.all_vendors(session) == ()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        pytest.param("nonsense", "cannot be used", id="no address"),
        pytest.param("nosuchbase://host/name", "cannot be used", id="unknown kind of database"),
        pytest.param("sqlite:///{folder}/file/store.sqlite3", "cannot be used", id="folder that is a file"),
        pytest.param("sqlite:///{folder}/file", "could not be opened", id="file that is no database"),
    ],
)
def test_an_address_that_cannot_be_opened_is_said_in_a_sentence(tmp_path: Path, url: str, said: str) -> None:
    (tmp_path / "file").write_text("words " * 400)
    with pytest.raises(StoreUnavailable, match=said):
        open_store(url.format(folder=tmp_path), tmp_path)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 1), ("foreign_keys", 1)],
    ids=str,
)
def test_sqlite_is_opened_with_the_settings_that_several_processes_need(
    tmp_path: Path, pragma: str, value: object
) -> None:
    with open_at(tmp_path).read() as session:
        assert session.scalar(text(f"PRAGMA {pragma}")) == value


def test_readers_do_not_wait_for_a_writer(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with store.write() as writing:
        vendors.add(writing, VendorRecord(slug="a", name="A"))
        with store.read() as reading:
            assert vendors.all_vendors(reading) == ()


def test_a_failed_block_changes_nothing(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with pytest.raises(RuntimeError), store.write() as session:
        vendors.add(session, VendorRecord(slug="a", name="A"))
        raise RuntimeError
    with store.read() as session:
        assert vendors.all_vendors(session) == ()


def test_a_broken_database_is_told_as_not_answering(tmp_path: Path) -> None:
    store = open_at(tmp_path)
    with pytest.raises(StoreUnavailable, match="Nothing was changed"), store.write() as session:
        session.execute(text("SELECT * FROM no_such_table"))
