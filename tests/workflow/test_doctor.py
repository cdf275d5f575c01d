"""The doctor names what is wrong, and what to do about it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from documents.telemetry import PLACE
from workflow import doctor
from workflow.doctor import Condition, look_over
from workflow.settings import Settings
from workflow.start import new_workspace


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Settings]:
    """A store with one file in it, private, and a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    settings = Settings(data_folder=tmp_path / "data", samples=False)
    workspace = new_workspace(settings, work=False)
    workspace.store.files.put(b"a contract")
    workspace.close()
    for path in (settings.data_folder, *settings.data_folder.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
    return settings


def condition(settings: Settings, name: str) -> Condition:
    return next(each for each in look_over(settings) if each.name == name)


def test_a_good_installation_is_well_and_every_sentence_ends(settings: Settings) -> None:
    found = look_over(settings)
    assert [each.name for each in found] == ["sandbox", "telemetry", "rights", "database", "versions", "free space"]
    assert [each.text for each in found if not each.well and each.name != "sandbox"] == []
    assert all(each.text.endswith(".") for each in found)


def test_a_first_start_is_well_and_makes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    found = look_over(Settings(data_folder=tmp_path / "none"))
    assert [each.name for each in found if not each.well and each.name != "sandbox"] == []
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("mode", [0o640, 0o602], ids=["readable by the group", "writable by all"])
def test_a_file_that_others_may_use_is_named(settings: Settings, mode: int) -> None:
    (file,) = (path for path in settings.files_folder.rglob("*") if path.is_file())
    file.chmod(mode)
    found = condition(settings, "rights")
    assert not found.well
    assert str(file) in found.text and "chmod -R go= " in found.text


def test_a_damaged_database_is_named(settings: Settings) -> None:
    path = settings.data_folder / "clausemark.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xff" * 4096 * 4
    path.write_bytes(bytes(data))
    found = condition(settings, "database")
    assert not found.well and "damaged" in found.text and "Restore the last backup." in found.text


def test_a_database_that_is_none_is_named(settings: Settings) -> None:
    (settings.data_folder / "clausemark.sqlite3").write_bytes(b"words, and no database at all" * 100)
    assert "file is not a database" in condition(settings, "database").text


def test_looking_over_changes_nothing(settings: Settings) -> None:
    before = {path: path.read_bytes() for path in settings.data_folder.rglob("*") if path.is_file()}
    look_over(settings)
    assert {path: path.read_bytes() for path in settings.data_folder.rglob("*") if path.is_file()} == before


def test_telemetry_that_was_switched_on_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORT_DISABLE_TELEMETRY", "0")
    found = condition(settings, "telemetry")
    assert not found.well and "ORT_DISABLE_TELEMETRY was changed" in found.text


def test_an_id_that_telemetry_left_is_named(settings: Settings) -> None:
    folder = Path.home() / ".cache" / PLACE
    folder.mkdir(parents=True)
    (folder / "deviceid").write_text("x")
    found = condition(settings, "telemetry")
    assert not found.well and str(folder / "deviceid") in found.text


def test_little_space_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=200_000_000))
    found = condition(settings, "free space")
    assert not found.well and found.text == "Only 0.2 GB are free for the data; make room, at least 1 GB."


def test_a_library_that_is_missing_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "LIBRARIES", ("streamlit", "no-such-library"))
    found = condition(settings, "versions")
    assert not found.well and found.text.startswith("Not installed: no-such-library.")
