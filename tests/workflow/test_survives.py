"""The data folder after a run, and faults of its disk: nothing is open to others, nothing is lost unseen."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.problems import StoreUnavailable
from tests.workflow.builders import BAN, add_read
from workflow.playbook import copy_playbook
from workflow.queue import latest_job
from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.upload import add_file, documents
from workflow.vendors import add_vendor
from workflow.workspace import Workspace


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """A system on which new files are open to everybody."""
    before = os.umask(0)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> list[str]:
    return [
        f"{path.relative_to(folder)} {stat.S_IMODE(path.lstat().st_mode):o}"
        for path in (folder, *folder.rglob("*"))
        if path.lstat().st_mode & 0o077
    ]


def until_ended(ws: Workspace, document_id: str) -> None:
    end = time.monotonic() + 60
    while (job := latest_job(ws, document_id)) is None or job.state.open:
        assert time.monotonic() < end, "It did not end in time."
        time.sleep(0.02)


def a_run(settings: Settings) -> Workspace:
    """A file read, a playbook copied; the database stays open, with its write-ahead log."""
    ws = new_workspace(settings, work=False)
    add_read(ws)
    copy_playbook(settings)
    return ws


def test_nothing_of_a_run_is_open_to_others(settings: Settings, open_to_all: None) -> None:
    ws = a_run(settings)
    names = {path.name for path in settings.data_folder.iterdir()}
    assert {"clausemark.sqlite3", "clausemark.sqlite3-wal", "clausemark.sqlite3-shm", "files", "playbook"} <= names
    assert open_to_others(settings.data_folder) == []
    ws.close()


def test_an_existing_folder_becomes_private_with_all_in_it(settings: Settings, open_to_all: None) -> None:
    a_run(settings).close()
    for path in (settings.data_folder, *settings.data_folder.rglob("*")):
        path.chmod(0o777 if path.is_dir() else 0o666)
    again = new_workspace(settings, work=False)
    assert open_to_others(settings.data_folder) == []
    assert len(documents(again)) == 1
    again.close()


@pytest.mark.parametrize("left", ["no database", "an empty file", "a database without tables"])
def test_a_lost_database_beside_the_files_is_never_a_new_store(settings: Settings, left: str) -> None:
    a_run(settings).close()
    database = settings.data_folder / "clausemark.sqlite3"
    database.unlink()
    if left == "an empty file":
        database.touch()
    elif left == "a database without tables":
        with sqlite3.connect(database) as connection:
            connection.execute("CREATE TABLE x (y)")
            connection.execute("DROP TABLE x")
            connection.execute("PRAGMA journal_mode=WAL")
    before = database.read_bytes() if database.exists() else None
    with pytest.raises(StoreUnavailable, match=r"missing or empty.*Nothing was changed"):
        new_workspace(settings, work=False)
    assert (database.read_bytes() if database.exists() else None) == before
    (settings.files_folder).rename(settings.data_folder / "files-away")
    new_workspace(settings, work=False).close()


def test_a_restore_that_was_cut_off_between_two_renames_is_said_so(settings: Settings) -> None:
    a_run(settings).close()
    staging = settings.data_folder.with_name("data.restoring")
    settings.data_folder.rename(staging)
    with pytest.raises(StoreUnavailable, match="A restore was interrupted"):
        new_workspace(settings, work=False)
    assert not settings.data_folder.exists()
    staging.rename(settings.data_folder)
    again = new_workspace(settings, work=False)
    assert len(documents(again)) == 1
    again.close()


@pytest.mark.parametrize("fault", ["rotten", "gone"])
def test_adding_a_file_again_heals_its_stored_bytes(ws: Workspace, fault: str) -> None:
    record = add_read(ws)
    path = ws.store.files.path(record.id)
    good = path.read_bytes()
    path.write_bytes(b"rot" + good[3:]) if fault == "rotten" else path.unlink()
    assert not ws.store.files.sound(record.id)
    assert add_file(ws, vendor=record.vendor, name=record.name, data=good, by="Ada").duplicate
    assert ws.store.files.get(record.id) == good


def test_rotten_bytes_are_never_read_as_the_document(ws: Workspace) -> None:
    vendor = add_vendor(ws, "Northwind", by="Ada").slug
    added = add_file(ws, vendor=vendor, name="terms.txt", data=BAN.encode(), by="Ada")
    assert added.document is not None
    ws.store.files.path(added.document.id).write_bytes(b"Customer may do as it likes.")
    ws.jobs.start()
    until_ended(ws, added.document.id)
    job = latest_job(ws, added.document.id)
    assert job is not None
    assert "has changed or cannot be read. Add the file once more" in job.message
