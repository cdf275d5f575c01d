"""`clausemark mark`, `challenge` and `trace`, from a data set to a named copy."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Caller
from tests.customer.marks.data import rows, write_rows


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """The options that mark an invented data set for two recipients with a new key."""
    source = write_rows(tmp_path / "rows.jsonl", rows())
    return [
        str(source), "--dataset", "demo", "--for", "acme", "--for", "beta", "--key", str(tmp_path / "own.key"),
        "--out", str(tmp_path / "out"), "--on", "2026-11-25",
    ]  # fmt: skip


def test_a_dry_run_shows_lines_before_and_after_and_writes_no_copy(
    call: Caller, asked: list[str], tmp_path: Path
) -> None:
    done = call("mark", *asked, "--new-key", "--dry-run")
    assert done.code == 0
    assert "\n  - " in done.out and "\n  + " in done.out and "Nothing was written." in done.out
    assert not (tmp_path / "out").exists()


def test_a_leak_is_traced_to_its_copy_and_a_page_for_counsel_is_written(
    call: Caller, asked: list[str], tmp_path: Path
) -> None:
    assert call("mark", *asked, "--new-key").code == 0
    key, manifest = str(tmp_path / "own.key"), str(tmp_path / "out" / "acme.marks.json")
    leak, pdf = str(tmp_path / "out" / "beta" / "rows.jsonl"), tmp_path / "page.pdf"
    done = call("trace", leak, "--key", key, "--manifest", manifest, "--pdf", str(pdf), "--on", "2026-11-25")
    assert done.code == 0
    assert "agree with the copy made for beta" in " ".join(done.out.split())
    assert pdf.read_bytes().startswith(b"%PDF")
    found = json.loads(call("trace", leak, "--key", key, "--manifest", manifest, "--format", "json").out)
    assert [one["sign"] for one in found["judged"]["suspicions"]] == ["claim", "none"]


def test_prompts_are_written_and_answers_tested(call: Caller, asked: list[str], tmp_path: Path) -> None:
    call("mark", *asked, "--new-key")
    shown = ["--key", str(tmp_path / "own.key"), "--manifest", str(tmp_path / "out" / "acme.marks.json")]
    prompts = tmp_path / "prompts.jsonl"
    assert call("challenge", *shown, "--out", str(prompts)).code == 0
    asked_for = [json.loads(line) for line in prompts.read_text().splitlines()]
    answers = tmp_path / "answers.jsonl"
    answers.write_text("".join(json.dumps({"id": one["id"], "answer": "Paris"}) + "\n" for one in asked_for))
    done = call("trace", *shown, "--answers", str(answers))
    assert "agree with no copy" in " ".join(done.out.split())


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (["--template-file"], "could not be read"),
        (["no key"], "could not be read"),
    ],
)
def test_what_is_missing_is_a_clear_sentence(
    call: Caller, asked: list[str], tmp_path: Path, change: list[str], sentence: str
) -> None:
    extra = ["--templates", str(tmp_path / "none.txt"), "--new-key"] if change == ["--template-file"] else []
    done = call("mark", *asked, *extra)
    assert done.code != 0
    assert sentence in done.err and "Traceback" not in done.err
