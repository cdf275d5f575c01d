"""The commands as a person or a pipeline calls them; files are read by real workers once for the whole module."""

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.policy import shipped_policies
from tests.cli.calls import Caller, Done, call_really
from tests.workflow.builders import add_read
from workflow.settings import Settings
from workflow.start import new_workspace

BAN = "Customer shall not use Output to train any artificial intelligence model."
TERMS = f"TERMS OF SERVICE\n\n{BAN}\n\nThis agreement is governed by the laws of Ireland and binds both parties.\n"
POLICY = "ACCEPTABLE USE POLICY\n\nYou must not resell the Services to anyone without our consent.\n"
FIELDS = ["file", "sha256", "kind", "pages", "unreadable_pages", "language", "findings", "facts", "problems"]
ENTRY = [
    "check", "outcome", "quote", "page", "block", "start", "end", "bound", "force", "exceptions", "values",
    "confidence", "source",
]  # fmt: skip
HOSTILE = ["=cmd.txt", "--help.txt", "a b;rm -rf $HOME.txt", "\u202etxt.exe.txt", "new\nline.txt", "quote'\".txt"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two vendors in folders, files that cannot be read, and files with names that try something."""
    place = tmp_path_factory.mktemp("cli")
    (place / "northwind").mkdir()
    (place / "northwind" / "terms.txt").write_text(TERMS)
    (place / "harbour").mkdir()
    (place / "harbour" / "aup.txt").write_text(POLICY)
    (place / "empty.pdf").write_bytes(b"")
    (place / "german.txt").write_text("Der Kunde darf die Ausgaben nicht zum Training eigener Modelle verwenden. " * 20)
    (place / "hostile").mkdir()
    for number, name in enumerate(HOSTILE):
        (place / "hostile" / name).write_text(f"{TERMS}\n\nParagraph {number} of the agreement.")
    return place


@pytest.fixture(scope="module")
def lines(folder: Path) -> Done:
    """One run over good, bad and missing files, in an order that is not the alphabet's."""
    return call_really(
        "analyze", "--format", "jsonl", "--jobs", "2", "northwind", "empty.pdf", "german.txt", "missing.pdf", "hostile",
        folder=folder,
    )  # fmt: skip


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], folder: Path) -> Caller:
    return Caller(monkeypatch, capfd, folder)


def rows(done: Done) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.out.splitlines()]


def test_there_is_one_line_a_file_in_the_order_given(lines: Done) -> None:
    hostile = sorted(f"hostile/{name}" for name in HOSTILE)
    assert [row["file"] for row in rows(lines)] == [
        "northwind/terms.txt", "empty.pdf", "german.txt", "missing.pdf", *hostile,
    ]  # fmt: skip


def test_every_line_has_the_agreed_fields(lines: Done) -> None:
    for row in rows(lines):
        assert list(row) == FIELDS
        for entry in row["findings"]:
            assert list(entry) == ENTRY


def test_a_quote_is_the_text_at_its_place(lines: Done) -> None:
    found = [e for e in rows(lines)[0]["findings"] if e["check"] == "output_training_ban" and e["quote"]]
    assert [(e["outcome"], e["quote"], e["bound"], e["force"]) for e in found] == [
        ("present", BAN, "customer", "must_not")
    ]
    assert found[0]["end"] - found[0]["start"] == len(BAN)


def test_an_outcome_without_a_quote_gives_one_entry_with_null(lines: Done) -> None:
    (entry,) = [e for e in rows(lines)[0]["findings"] if e["check"] == "watermarking"]
    assert (entry["outcome"], entry["quote"], entry["page"]) == ("absent", None, None)


@pytest.mark.parametrize(
    ("file", "code", "said"),
    [("empty.pdf", "empty", "is empty"), ("missing.pdf", "damaged", "is not there")],
    ids=["empty", "missing"],
)
def test_a_file_without_result_still_has_its_line_with_the_reason(lines: Done, file: str, code: str, said: str) -> None:
    row = next(row for row in rows(lines) if row["file"] == file)
    assert row["findings"] == []
    assert [(p["code"], p["fatal"]) for p in row["problems"]] == [(code, True)]
    assert said in row["problems"][0]["text"]


def test_another_language_is_never_reported_as_absent(lines: Done) -> None:
    row = next(row for row in rows(lines) if row["file"] == "german.txt")
    assert row["language"] == "de"
    assert {entry["outcome"] for entry in row["findings"]} == {"not_readable"}


def test_the_same_files_give_the_same_bytes(lines: Done, call: Caller) -> None:
    again = call("analyze", "--format", "jsonl", "--jobs", "1", "northwind", "empty.pdf")
    assert again.out.splitlines() == lines.out.splitlines()[:2]


def test_nothing_is_stored_by_analyze(lines: Done, folder: Path) -> None:
    assert lines.code == 1
    assert not (folder / "data").exists()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["analyze", "northwind"], 0, id="all read"),
        pytest.param(["analyze", "--format", "sarif", "northwind"], 0, id="all read, as SARIF"),
        pytest.param(["analyze", "german.txt"], 4, id="language not analysed"),
        pytest.param(["analyze", "--format", "json", "empty.pdf"], 1, id="no result"),
        pytest.param(["analyze"], 2, id="no file named"),
        pytest.param(["analyze", "--format", "xml", "northwind"], 2, id="unknown format"),
        pytest.param(["nonsense"], 2, id="unknown command"),
        pytest.param(["score", "nowhere"], 2, id="no such folder"),
        pytest.param(["score", "northwind", "--policy", "nothing"], 2, id="no such policy"),
        pytest.param(["score", "northwind", "--fail-under", "99"], 3, id="below the threshold"),
        pytest.param(["score", "northwind", "--fail-under", "0"], 0, id="not below the threshold"),
        pytest.param(["compare", "northwind"], 2, id="one vendor only"),
        pytest.param(["checks"], 0, id="list of checks"),
        pytest.param(["checks", "nothing"], 2, id="no such check"),
        pytest.param(["explain", "northwind/terms.txt", "--check", "nothing"], 2, id="explain no such check"),
        pytest.param(["explain", "empty.pdf", "--check", "survival"], 1, id="explain an unreadable file"),
        pytest.param(["policy", "validate", "northwind/terms.txt"], 2, id="no policy"),
        pytest.param(["restore", "german.txt", "--yes"], 1, id="no backup"),
        pytest.param(["--version"], 0, id="version"),
    ],
)
def test_the_exit_code_tells_how_it_went(call: Caller, arguments: list[str], code: int) -> None:
    done = call(*arguments)
    assert done.code == code, done.err
    assert "Traceback" not in done.err
    if code in (1, 2) and arguments[0] != "analyze":
        assert done.err.strip()


def test_score_says_the_answer_and_writes_the_files(call: Caller, folder: Path) -> None:
    done = call(
        "score", "northwind", "--on", "2026-11-25", "--pdf", "out.pdf", "--json", "out.json", "--policy", "light",
    )  # fmt: skip
    assert "of 100" in done.out
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF")
    (made,) = json.loads((folder / "out.json").read_text())["assessments"]
    assert (made["vendor"], made["on"], made["policy_id"]) == ("Northwind", "2026-11-25", "light")


def test_compare_sets_the_vendors_side_by_side(call: Caller, folder: Path) -> None:
    done = call("compare", "northwind", "harbour", "--csv", "both.csv")
    assert done.code == 0, done.err
    assert "Northwind" in done.out
    assert "Harbour" in (folder / "both.csv").read_text(encoding="utf-8-sig")


def test_explain_says_what_fired_on_which_words(call: Caller, folder: Path) -> None:
    done = call("explain", "northwind/terms.txt", "--check", "output_training_ban")
    assert BAN.split(maxsplit=1)[0] in done.out
    assert "Found by rules" in done.out
    assert " on “" in done.out


def test_a_shipped_policy_is_valid(call: Caller, folder: Path) -> None:
    (folder / "own.toml").write_text(shipped_policies()[0].source)
    done = call("policy", "validate", "own.toml")
    assert (done.code, done.out.startswith("own.toml can be used")) == (0, True)


def test_a_backup_goes_there_and_back(call: Caller, folder: Path) -> None:
    where = {"CLAUSEMARK_DATA_FOLDER": str(folder / "backed" / "data"), "CLAUSEMARK_SAMPLES": "off"}
    saved = call("backup", "all.zip", **where)
    assert (saved.code, "all.zip written" in saved.out) == (0, True)
    restored = call("restore", "all.zip", "--yes", **where)
    assert restored.code == 0, restored.err
    assert "restored" in restored.out


def test_a_backup_with_a_rotten_file_names_it_and_exits_with_1(call: Caller, folder: Path) -> None:
    where = {"CLAUSEMARK_DATA_FOLDER": str(folder / "rotten" / "data"), "CLAUSEMARK_SAMPLES": "off"}
    ws = new_workspace(Settings(data_folder=folder / "rotten" / "data", samples=False, workers=1), work=False)
    record = add_read(ws)
    ws.store.files.path(record.id).write_bytes(b"rot")
    ws.close()
    saved = call("backup", "rotten.zip", **where)
    assert saved.code == 1
    assert "The file of terms.txt" in saved.err
    assert (folder / "rotten.zip").exists()


def test_a_setting_that_cannot_be_used_is_a_sentence(call: Caller, folder: Path) -> None:
    done = call("analyze", "northwind", CLAUSEMARK_WORKERS="many")
    assert done.code == 2
    assert "CLAUSEMARK_WORKERS" in done.err
