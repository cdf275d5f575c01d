"""Retention, samples, reviewers' names, and what the app's process must never load."""

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.workflow.builders import add_read
from workflow import samples
from workflow.problems import BadName, StoreUnavailable
from workflow.retention import data_size, expired_documents, remove_expired
from workflow.reviewers import default_name, reviewer_name, set_reviewer_name
from workflow.settings import Settings
from workflow.start import close_workspace, new_workspace, open_workspace
from workflow.upload import documents
from workflow.vendors import list_vendors
from workflow.workspace import Workspace


@pytest.fixture
def sample_vendors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for vendor in ("northwind-models", "harbour_AI"):
        folder = tmp_path / "vendors" / vendor
        folder.mkdir(parents=True)
        (folder / "terms.txt").write_text(f"Terms of {vendor}.")
        (folder / ".hidden").write_text("not a document")
    monkeypatch.setattr(samples, "FOLDER", tmp_path / "vendors")


@pytest.mark.usefixtures("sample_vendors")
def test_samples_come_into_an_empty_store(ws: Workspace) -> None:
    assert samples.load_samples(ws) == 2
    assert [vendor.name for vendor in list_vendors(ws)] == ["Harbour AI", "Northwind Models"]


@pytest.mark.usefixtures("sample_vendors")
def test_samples_stay_out_of_a_store_with_vendors(ws: Workspace) -> None:
    add_read(ws)
    assert samples.load_samples(ws) == 0
    assert len(documents(ws)) == 1


def keeping(ws: Workspace, days: int) -> Workspace:
    """The workspace with another retention."""
    return replace(ws, settings=ws.settings.model_copy(update={"retention_days": days}))


@pytest.mark.parametrize(
    ("days", "age", "listed"),
    [(0, 4000, 0), (30, 31, 1), (30, 30, 0)],
    ids=["kept for good", "one day too old", "on the last day"],
)
def test_only_documents_older_than_the_set_days_are_listed(ws: Workspace, days: int, age: int, listed: int) -> None:
    record = add_read(ws)
    ws = keeping(ws, days)
    on = record.added_at.astimezone().date() + timedelta(days=age)
    assert len(expired_documents(ws, on=on)) == listed


def test_old_documents_are_removed_only_when_asked_for(ws: Workspace) -> None:
    ws = keeping(ws, 1)
    add_read(ws)
    (old,) = expired_documents(ws, on=date(2100, 1, 1))
    assert data_size(ws)[0] == 1
    assert remove_expired(ws, [old.id], by="Ada").documents == 1
    assert data_size(ws) == (0, 0)


def test_a_reviewer_is_asked_once(ws: Workspace) -> None:
    assert reviewer_name(ws) is None
    assert default_name(ws)
    set_reviewer_name(ws, " Ada \n Lovelace ")
    assert reviewer_name(ws) == "Ada Lovelace"


def test_a_name_without_letters_is_refused(ws: Workspace) -> None:
    with pytest.raises(BadName):
        set_reviewer_name(ws, " … ")


def test_the_workspace_is_opened_once_a_process(settings: Settings) -> None:
    try:
        assert open_workspace(settings) is open_workspace()
    finally:
        close_workspace()


def test_a_data_folder_that_cannot_be_used_is_said_in_a_sentence(tmp_path: Path, settings: Settings) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="data_folder"):
        new_workspace(settings.model_copy(update={"data_folder": tmp_path / "file" / "data"}), work=False)


def test_the_process_of_the_pages_loads_no_reader_and_no_tokenizer() -> None:
    modules = (
        "start upload queue review portfolio exports policies checks pages retention samples trail reviewers vendors"
    )
    loads = "; ".join(f"import workflow.{name}" for name in modules.split())
    forbidden = ("spacy", "pypdfium2", "pypdf", "rapidocr", "selectolax", "clauses.engine", "documents.read")
    script = f"import sys; {loads}; print([name for name in {forbidden} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
