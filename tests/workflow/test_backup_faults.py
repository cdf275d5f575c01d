"""Rotten files, and backups that somebody made up: each ends in a sentence, and the data from before stays."""

import json
import shutil
import zipfile
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from scoring.model import Action
from tests.workflow.builders import add_read
from workflow.assess import current_assessment
from workflow.backup import write_backup
from workflow.problems import BackupProblem, WorkflowProblem
from workflow.restore import restore_backup
from workflow.review import decide, review_items
from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.upload import document_text, documents
from workflow.vendors import add_vendor, list_vendors
from workflow.workspace import Workspace

Parts = dict[str, bytes]
TODAY = date(2026, 11, 25)


@pytest.fixture
def saved(ws: Workspace, tmp_path: Path) -> Path:
    """A backup with a document, a decision and an assessment."""
    add_read(ws)
    decide(ws, review_items(ws, "northwind-models")[0], Action.ACCEPT, by="Ada")
    current_assessment(ws, "northwind-models", on=TODAY)
    return write_backup(ws, tmp_path / "saved.zip", by="Ada").path


@pytest.fixture
def other(tmp_path: Path) -> Settings:
    """A data folder with something of its own in it."""
    settings = Settings(data_folder=tmp_path / "other" / "data", samples=False, workers=1)
    before = new_workspace(settings, work=False)
    add_vendor(before, "Before", by="Ada")
    before.close()
    return settings


def refused(settings: Settings, path: Path, said: str) -> None:
    """The backup is refused with a sentence, and the data from before is as it was."""
    with pytest.raises(WorkflowProblem, match=said) as refusal:
        restore_backup(settings, path, by="Ben")
    assert str(refusal.value).endswith(".")
    assert "Traceback" not in str(refusal.value)
    assert [each.name for each in settings.data_folder.parent.iterdir()] == ["data"]
    after = new_workspace(settings, work=False)
    assert [vendor.name for vendor in list_vendors(after)] == ["Before"]
    after.close()


def rewrite(path: Path, change: Callable[[Parts], object]) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def manifest(**changes: Any) -> Callable[[Parts], None]:
    """Change entries of the manifest; ... takes one away."""

    def change(parts: Parts) -> None:
        content = json.loads(parts["manifest.json"])
        content.update(changes)
        kept = {name: value for name, value in content.items() if value is not ...}
        parts["manifest.json"] = json.dumps(kept).encode()

    return change


def written(content: bytes) -> Callable[[Parts], None]:
    return lambda parts: parts.update({"manifest.json": content})


def table_entry(value: Any) -> Callable[[Parts], None]:
    def change(parts: Parts) -> None:
        content = json.loads(parts["manifest.json"])
        content["tables"]["documents"] = value
        parts["manifest.json"] = json.dumps(content).encode()

    return change


DAMAGED = "list of contents of the backup is damaged"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(written(b""), "not a backup", id="empty"),
        pytest.param(written(b"not json"), "not a backup", id="no JSON"),
        pytest.param(written(b"\xff\xfe\x00"), "not a backup", id="no text"),
        pytest.param(written(b"[]"), "not a backup", id="a list"),
        pytest.param(written(b"null"), "not a backup", id="null"),
        pytest.param(written(b'"clausemark-backup-1"'), "not a backup", id="a word"),
        pytest.param(written(b"[" * 200_000), "not a backup", id="nested too deeply"),
        pytest.param(written(b"{}"), "not a backup", id="no format"),
        pytest.param(written(b" " * 70_000_000), "not a backup", id="far too large"),
        pytest.param(manifest(format=[1]), "another version", id="a format that is no word"),
        pytest.param(manifest(schema=...), DAMAGED, id="no revision"),
        pytest.param(manifest(schema=1), DAMAGED, id="a revision that is a number"),
        pytest.param(manifest(schema=""), DAMAGED, id="an empty revision"),
        pytest.param(manifest(schema="../../x"), DAMAGED, id="a revision that is a path"),
        pytest.param(manifest(schema="9999"), "newer version", id="a revision of tomorrow"),
        pytest.param(manifest(tables=...), DAMAGED, id="no tables"),
        pytest.param(manifest(tables=["documents"]), DAMAGED, id="tables in a list"),
        pytest.param(manifest(tables={"secrets": {"rows": 0, "sha256": "0" * 64}}), "another version", id="new table"),
        pytest.param(table_entry(None), DAMAGED, id="a table that is null"),
        pytest.param(table_entry({"rows": 1}), DAMAGED, id="a table without a hash"),
        pytest.param(table_entry({"rows": -1, "sha256": "0" * 64}), DAMAGED, id="fewer rows than none"),
        pytest.param(table_entry({"rows": 1, "sha256": "x"}), DAMAGED, id="a hash that is none"),
        pytest.param(manifest(files=...), DAMAGED, id="no number of files"),
        pytest.param(manifest(files="1"), DAMAGED, id="a number of files in words"),
        pytest.param(manifest(files=99), "missing from the backup or too many", id="a wrong number of files"),
        pytest.param(manifest(lost_files="x"), DAMAGED, id="lost files in words"),
        pytest.param(manifest(rotten_files=["../x"]), DAMAGED, id="a rotten file that is a path"),
    ],
)
def test_a_malformed_manifest_is_a_sentence(
    saved: Path, other: Settings, change: Callable[[Parts], object], said: str
) -> None:
    rewrite(saved, change)
    refused(other, saved, said)


def rows(table: str, change: Callable[[list[Any]], object]) -> Callable[[Parts], None]:
    """Change a table's rows and set the right hash and number for them, as a forger would."""

    def apply(parts: Parts) -> None:
        name = f"tables/{table}.jsonl"
        lines: list[Any] = [json.loads(line) for line in parts[name].splitlines()]
        change(lines)
        parts[name] = b"".join(
            (each if isinstance(each, bytes) else json.dumps(each).encode()) + b"\n" for each in lines
        )
        content = json.loads(parts["manifest.json"])
        content["tables"][table] = {"rows": len(lines), "sha256": sha256(parts[name]).hexdigest()}
        parts["manifest.json"] = json.dumps(content).encode()

    return apply


def value(table: str, name: str, new: Any) -> Callable[[Parts], None]:
    return rows(table, lambda lines: lines[0].update({name: new}))


NO_ROW = "line 1 of “.*” is no row of it"
NONSENSE = "cannot be read"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(rows("vendors", lambda lines: lines.insert(0, b"words")), NO_ROW, id="no JSON"),
        pytest.param(rows("vendors", lambda lines: lines.insert(0, b"\xff")), NO_ROW, id="no text"),
        pytest.param(rows("vendors", lambda lines: lines.insert(0, b"[" * 100_000)), NO_ROW, id="nested too deeply"),
        pytest.param(rows("vendors", lambda lines: lines.insert(0, [1])), NO_ROW, id="a list"),
        pytest.param(rows("vendors", lambda lines: lines.insert(0, {})), NO_ROW, id="no columns"),
        pytest.param(value("vendors", "secret", 1), NO_ROW, id="an unknown column"),
        pytest.param(value("vendors", "name", None), NO_ROW, id="null where a value is needed"),
        pytest.param(value("vendors", "name", 5), NO_ROW, id="a number where a word is needed"),
        pytest.param(value("vendors", "name", "\ud800"), NO_ROW, id="half a character"),
        pytest.param(value("documents", "size", "many"), NO_ROW, id="a word where a number is needed"),
        pytest.param(value("documents", "size", 10**30), NO_ROW, id="a number too large"),
        pytest.param(value("documents", "complete", 1), NO_ROW, id="a number where yes or no is needed"),
        pytest.param(value("documents", "added_at", "yesterday"), NO_ROW, id="no date"),
        pytest.param(
            value("documents", "vendor", "nobody"), "does not fit the others", id="a vendor that is not there"
        ),
        pytest.param(
            rows("vendors", lambda lines: lines.append(lines[0])), "does not fit the others", id="a row twice"
        ),
        pytest.param(rows("documents", list.clear), "does not fit the others|too many", id="decisions on nothing"),
        pytest.param(value("documents", "kind", "poem"), NONSENSE, id="an unknown kind"),
        pytest.param(value("documents", "problems", "{"), NONSENSE, id="problems that are no JSON"),
        pytest.param(value("documents", "content", "{}"), NONSENSE, id="a text that is none"),
        pytest.param(value("documents", "unreadable_pages", 5), NONSENSE, id="pages that are no list"),
        pytest.param(value("analyses", "content", "[]"), NONSENSE, id="findings that are none"),
        pytest.param(value("decisions", "content", '{"action": "shrug"}'), NONSENSE, id="an unknown decision"),
        pytest.param(value("assessments", "content", "null"), NONSENSE, id="an assessment that is none"),
        pytest.param(value("jobs", "state", "asleep"), NONSENSE, id="an unknown state"),
    ],
)
def test_a_malformed_row_is_a_sentence(
    saved: Path, other: Settings, change: Callable[[Parts], object], said: str
) -> None:
    rewrite(saved, change)
    refused(other, saved, said)


def cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def locked(data: bytes) -> bytes:
    """Say of every part that it is locked with a password."""
    return data.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00").replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"
    )


@pytest.mark.parametrize("change", [pytest.param(cut, id="cut in half"), pytest.param(locked, id="with a password")])
def test_a_broken_archive_is_a_sentence(saved: Path, other: Settings, change: Callable[[bytes], bytes]) -> None:
    rewrite(saved, lambda parts: None)
    saved.write_bytes(change(saved.read_bytes()))
    refused(other, saved, "damaged or no backup")


def test_a_part_that_stands_twice_is_refused(saved: Path, other: Settings) -> None:
    with zipfile.ZipFile(saved, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("manifest.json", "{}")
    refused(other, saved, "not a backup|two parts of one name")


def test_a_backup_that_would_fill_the_disk_is_refused(
    saved: Path, other: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10))
    refused(other, saved, "Make room")


def test_a_rotten_file_is_named_left_out_and_the_rest_saved(ws: Workspace, tmp_path: Path, other: Settings) -> None:
    good = add_read(ws, name="good.txt")
    rotten = add_read(ws, "Words of another contract.", name="rotten.txt")
    path = ws.store.files.path(rotten.id)
    data = bytearray(path.read_bytes())
    data[3] ^= 1
    path.write_bytes(data)
    report = write_backup(ws, tmp_path / "b.zip", by="Ada")
    (fault,) = report.faults
    assert fault.startswith(f"The file of rotten.txt ({rotten.id[:12]}) in the data folder has changed")
    with zipfile.ZipFile(report.path) as archive:
        assert [name for name in archive.namelist() if name.startswith("files/")] == [f"files/{good.id}"]
    restore_backup(other, report.path, by="Ben")
    again = new_workspace(other, work=False)
    assert {document.name for document in documents(again)} == {"good.txt", "rotten.txt"}
    assert document_text(again, rotten.id) == document_text(ws, rotten.id)
    again.close()


def test_a_file_that_rotted_in_the_backup_can_be_left_out(ws: Workspace, tmp_path: Path, other: Settings) -> None:
    good = add_read(ws, name="good.txt")
    bad = add_read(ws, "Words of another contract.", name="bad.txt")
    saved = write_backup(ws, tmp_path / "b.zip", by="Ada").path
    rewrite(saved, lambda parts: parts.update({f"files/{bad.id}": b"other words"}))
    refused(other, saved, rf"bad.txt \({bad.id[:12]}\) was changed or damaged.*--without {bad.id[:12]}")
    with pytest.raises(BackupProblem, match="no document “worse"):
        restore_backup(other, saved, by="Ben", without=["worse.txt"])
    report = restore_backup(other, saved, by="Ben", without=[bad.id[:12]])
    assert "without the files of bad.txt" in report.text
    again = new_workspace(other, work=False)
    assert again.store.files.get(good.id)
    assert not again.store.files.sound(bad.id)
    assert document_text(again, bad.id) is not None
    again.close()


def test_a_file_that_is_missing_from_the_backup_can_be_left_out_by_name(
    ws: Workspace, tmp_path: Path, other: Settings
) -> None:
    record = add_read(ws, name="gone.txt")
    saved = write_backup(ws, tmp_path / "b.zip", by="Ada").path
    rewrite(saved, lambda parts: parts.pop(f"files/{record.id}"))
    refused(other, saved, r"gone.txt \(.*\) is missing from the backup")
    assert restore_backup(other, saved, by="Ben", without=["gone.txt"]).documents == 0


def test_a_rename_that_fails_puts_the_old_data_back(
    saved: Path, other: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        if path.name.endswith(".restoring"):
            raise OSError(5, "Input/output error")
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(BackupProblem, match="Input/output error"):
        restore_backup(other, saved, by="Ben")
    monkeypatch.undo()
    after = new_workspace(other, work=False)
    assert [vendor.name for vendor in list_vendors(after)] == ["Before"]
    after.close()
