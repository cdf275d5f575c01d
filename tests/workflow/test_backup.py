import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scoring.model import Action
from tests.workflow.builders import add_read, plain
from workflow.assess import current_assessment
from workflow.backup import write_backup
from workflow.problems import BackupProblem
from workflow.restore import restore_backup
from workflow.review import decide, history, review_items
from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.upload import documents
from workflow.vendors import add_vendor, list_vendors
from workflow.workspace import Workspace

TODAY = date(2026, 11, 25)


@pytest.fixture
def saved(ws: Workspace, tmp_path: Path) -> Path:
    """A backup of a store with a document, a decision and an assessment."""
    add_read(ws)
    decide(ws, review_items(ws, "northwind-models")[0], Action.ACCEPT, by="Ada")
    current_assessment(ws, "northwind-models", on=TODAY)
    return write_backup(ws, tmp_path / "saved.zip", by="Ada").path


@pytest.fixture
def other(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "other" / "data", samples=False, workers=1)


def test_a_backup_restores_everything_elsewhere(ws: Workspace, saved: Path, other: Settings) -> None:
    restore_backup(other, saved, by="Ben")
    again = new_workspace(other, work=False)
    (document,) = documents(again)
    assert document == documents(ws)[0]
    assert again.store.files.get(document.id) == ws.store.files.get(document.id)
    key = review_items(ws, "northwind-models")[0].key
    assert history(again, key) == history(ws, key)
    one, two = (current_assessment(each, "northwind-models", on=TODAY) for each in (ws, again))
    assert one is not None
    assert two is not None
    assert one.assessment == two.assessment
    again.close()


def test_the_data_from_before_is_kept_beside(saved: Path, other: Settings) -> None:
    before = new_workspace(other, work=False)
    add_vendor(before, "Before", by="Ada")
    before.close()
    report = restore_backup(other, saved, by="Ben")
    (aside,) = other.data_folder.parent.glob("data.before-*")
    assert str(aside) in report.text
    kept = new_workspace(other.model_copy(update={"data_folder": aside}), work=False)
    assert [vendor.name for vendor in list_vendors(kept)] == ["Before"]
    kept.close()


def rewrite(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            if (changed := change(*part)) is not None:
                archive.writestr(*changed)


def renamed(start: str, name: str) -> Callable[[str, bytes], tuple[str, bytes]]:
    return lambda old, content: (name if old.startswith(start) else old, content)


def altered(start: str, word: bytes) -> Callable[[str, bytes], tuple[str, bytes]]:
    return lambda name, content: (name, content + word if name.startswith(start) else content)


def without(start: str) -> Callable[[str, bytes], tuple[str, bytes] | None]:
    return lambda name, content: None if name.startswith(start) else (name, content)


def other_format(name: str, content: bytes) -> tuple[str, bytes]:
    if name != "manifest.json":
        return name, content
    return name, json.dumps({**json.loads(content), "format": "clausemark-backup-99"}).encode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(renamed("files/", "files/../../evil"), "does not belong there", id="a path that leads out"),
        pytest.param(renamed("files/", "/etc/evil"), "does not belong there", id="an absolute path"),
        pytest.param(renamed("files/", f"files/{'a' * 64}"), "changed or damaged", id="a wrong hash"),
        pytest.param(altered("files/", b"x"), "changed or damaged", id="a changed document"),
        pytest.param(altered("tables/trail", b'{"id": 99}\n'), "changed or damaged|could not", id="a changed table"),
        pytest.param(without("files/"), "missing from the backup", id="a document left out"),
        pytest.param(without("manifest"), "not a backup", id="no manifest"),
        pytest.param(other_format, "another version", id="a format of tomorrow"),
    ],
)
def test_a_backup_that_was_tampered_with_is_refused_and_changes_nothing(
    saved: Path, other: Settings, change: Callable[[str, bytes], tuple[str, bytes] | None], said: str
) -> None:
    before = new_workspace(other, work=False)
    add_vendor(before, "Before", by="Ada")
    before.close()
    rewrite(saved, change)
    with pytest.raises(BackupProblem, match=said):
        restore_backup(other, saved, by="Ben")
    after = new_workspace(other, work=False)
    assert [vendor.name for vendor in list_vendors(after)] == ["Before"]
    assert [path.name for path in other.data_folder.parent.iterdir()] == ["data"]
    after.close()


def test_a_file_that_is_no_backup_is_refused(tmp_path: Path, other: Settings) -> None:
    (tmp_path / "x.zip").write_bytes(b"not a zip")
    with pytest.raises(BackupProblem, match="no backup"):
        restore_backup(other, tmp_path / "x.zip", by="Ben")


def test_nothing_is_restored_under_a_running_program(ws: Workspace, saved: Path) -> None:
    with pytest.raises(BackupProblem, match="Stop it first"):
        restore_backup(ws.settings, saved, by="Ben")


def test_a_backup_never_overwrites_a_file(ws: Workspace, saved: Path) -> None:
    with pytest.raises(BackupProblem, match="there already"):
        write_backup(ws, saved, by="Ada")


def test_a_document_whose_bytes_are_gone_is_named_and_the_rest_saved(
    ws: Workspace, tmp_path: Path, other: Settings
) -> None:
    record = add_read(ws)
    ws.store.files.remove(record.id)
    report = write_backup(ws, tmp_path / "b.zip", by="Ada")
    assert "1 document without its file" in plain(report.text)
    assert [fault.partition(" (")[0] for fault in report.faults] == ["The file of terms.txt"]
    assert "not in the data folder any more" in report.faults[0]
    assert restore_backup(other, report.path, by="Ben").documents == 0
