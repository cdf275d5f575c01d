from hashlib import sha256

import pytest

from documents.model import DocumentKind, Problem, ProblemCode
from store.records import JobState
from tests.workflow.builders import add_failed, add_read, plain
from workflow.problems import UnknownVendor
from workflow.queue import cancel_all, cancel_job, latest_job, list_jobs
from workflow.trail import audit_trail
from workflow.upload import (
    add_file,
    document_removal,
    document_text,
    documents,
    find_document,
    move_document,
    read_again,
    remove_document,
    set_kind,
)
from workflow.vendors import add_vendor, remove_vendor
from workflow.workspace import Workspace


def add(ws: Workspace, name: str, data: bytes) -> str:
    return add_file(ws, vendor=add_vendor(ws, "Northwind", by="Ada").slug, name=name, data=data, by="Ada").message


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.pdf", b"", "is empty", id="empty"),
        pytest.param("a.pdf", b" " * 2_000_000, "2 MB; the limit is 1 MB|1.9 MB; the limit is 1 MB", id="too large"),
        pytest.param("a.pdf", b"\x89PNG\r\n\x1a\n....", "is not a PDF", id="picture called PDF"),
        pytest.param("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "old Word file", id="old Word"),
        pytest.param("a.txt", b"MZ\x90\x00", "is not a PDF", id="program called text"),
        pytest.param("a.pdf", b"plain words without a head", "damaged", id="text called PDF"),
    ],
)
def test_a_file_is_refused_by_its_size_and_first_bytes(
    ws: Workspace, name: str, data: bytes, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = ws.settings.model_copy(update={"file_megabytes": 1})
    monkeypatch.setattr(type(ws.settings), "limits", small.limits)
    message = add(ws, name, data)
    assert any(part in message for part in said.split("|"))
    assert documents(ws) == ()
    assert not list(ws.store.files)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.pdf", b"%PDF-1.7 the rest is for the worker", id="PDF"),
        pytest.param("a.docx", b"PK\x03\x04 not opened here", id="archive"),
        pytest.param("a.html", b"<html><body>terms</body></html>", id="HTML"),
        pytest.param("a.txt", "Verträge — terms".encode(), id="text"),
    ],
)
def test_a_file_is_kept_at_once_and_queued(ws: Workspace, name: str, data: bytes) -> None:
    assert add(ws, name, data) == ""
    assert ws.store.files.get(sha256(data).hexdigest()) == data
    assert [job.state for job in list_jobs(ws)] == [JobState.QUEUED]


def test_the_same_bytes_are_not_added_twice(ws: Workspace) -> None:
    add(ws, "first.txt", b"the same words")
    message = add(ws, "second.txt", b"the same words")
    assert message.startswith("second.txt is the same file as first.txt, added on ")
    assert message.endswith("It was not added twice.")
    assert len(documents(ws)) == 1


def test_a_duplicate_for_another_vendor_says_whose_it_is(ws: Workspace) -> None:
    add(ws, "first.txt", b"the same words")
    other = add_vendor(ws, "Harbour", by="Ada")
    added = add_file(ws, vendor=other.slug, name="x.txt", data=b"the same words", by="Ada")
    assert added.duplicate
    assert "for Northwind" in added.message


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "C:\\Windows\\evil.txt",
        "a\x00b.txt",
        "\u202etxt.exe",
        "=cmd|' /C calc'!A0",
        "a" * 300 + ".txt",
    ],
    ids=["path", "Windows path", "null", "right to left", "formula", "long"],
)
def test_a_hostile_name_is_only_ever_shown(ws: Workspace, name: str) -> None:
    add(ws, name, b"words of a contract")
    (document,) = documents(ws)
    assert "/" not in document.name
    assert "\\" not in document.name
    assert document.name.isprintable()
    assert [path.name for path in ws.store.files] == [document.id]


def test_adding_for_an_unknown_vendor_is_refused(ws: Workspace) -> None:
    with pytest.raises(UnknownVendor):
        add_file(ws, vendor="nobody", name="a.txt", data=b"words", by="Ada")
    assert not list(ws.store.files)


def test_a_read_document_knows_its_pages_kind_and_text(ws: Workspace) -> None:
    record = add_read(ws, "One paragraph.", "Another one.")
    assert (record.kind, record.page_count, record.complete) == (DocumentKind.CONTRACT, 1, True)
    text = document_text(ws, record.id)
    assert text is not None
    assert [block.text for block in text.blocks] == ["One paragraph.", "Another one."]


def test_a_failed_document_says_why(ws: Workspace) -> None:
    problem = Problem(code=ProblemCode.LOCKED, text="b.pdf is locked.", fatal=True)
    record = add_failed(ws, problem)
    job = latest_job(ws, record.id)
    assert record.problems == (problem,)
    assert job is not None
    assert (job.state, job.message) == (JobState.FAILED, "b.pdf is locked.")


def test_a_corrected_kind_stays_and_the_guess_is_known(ws: Workspace) -> None:
    record = add_read(ws)
    changed = set_kind(ws, record.id, DocumentKind.POLICY, by="Ada")
    assert (changed.kind, changed.guessed_kind) == (DocumentKind.POLICY, DocumentKind.CONTRACT)
    text = document_text(ws, record.id)
    assert text is not None
    assert text.kind is DocumentKind.POLICY


def test_a_moved_document_belongs_to_the_other_vendor(ws: Workspace) -> None:
    record = add_read(ws)
    other = add_vendor(ws, "Harbour", by="Ada")
    move_document(ws, record.id, vendor=other.slug, by="Ada")
    assert [d.id for d in documents(ws, other.slug)] == [record.id]


def test_a_removed_document_leaves_no_bytes_and_a_line_in_the_trail(ws: Workspace) -> None:
    record = add_read(ws)
    assert plain(document_removal(ws, record.id).text) == "terms.txt with its findings and 0 decisions"
    remove_document(ws, record.id, by="Ada")
    assert find_document(ws, record.id) is None
    assert not list(ws.store.files)
    assert audit_trail(ws)[0].action == "remove document"


def test_removing_a_vendor_says_and_removes_everything(ws: Workspace) -> None:
    add_read(ws)
    removal = remove_vendor(ws, "northwind-models", by="Ada")
    assert plain(removal.text) == "Northwind Models with 1 document, 0 decisions and 0 assessments"
    assert documents(ws) == ()
    assert not list(ws.store.files)


def test_jobs_can_be_cancelled_before_they_begin(ws: Workspace) -> None:
    add(ws, "a.txt", b"one")
    add(ws, "b.txt", b"two")
    first, second = list_jobs(ws)
    assert cancel_job(ws, first.id, by="Ada").state is JobState.CANCELLED
    assert cancel_all(ws, by="Ada") == 1
    assert {job.state for job in list_jobs(ws)} == {JobState.CANCELLED}
    assert second.id != first.id


def test_reading_again_queues_one_job(ws: Workspace) -> None:
    record = add_read(ws)
    assert read_again(ws, record.id, by="Ada").state is JobState.QUEUED
    assert read_again(ws, record.id, by="Ada").id == list_jobs(ws)[0].id
