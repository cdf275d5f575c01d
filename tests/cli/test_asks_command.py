"""`clausemark asks` and `clausemark addendum` on a sample vendor."""

import json
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

from tests.cli.calls import Caller

FOLDER = str(Path(__file__).resolve().parents[2] / "samples" / "vendors" / "quillmoor-labs")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


def test_asks_are_printed_with_now_wording_and_the_score_that_would_follow(call: Caller) -> None:
    done = call("asks", FOLDER, "--on", "2026-11-25")
    text = " ".join(done.out.split())
    assert "A clause allows distillation of the output (distillation_permission, critical): +" in text
    assert "would be" in text and "Walk away when:" in text
    assert "Wording to start from; have a lawyer read it." in text


def test_json_holds_every_ask_by_points(call: Caller) -> None:
    rows = json.loads(call("asks", FOLDER, "--on", "2026-11-25", "--format", "json").out)
    assert [row["gain"] for row in rows] == sorted((row["gain"] for row in rows), reverse=True)
    assert all(row["preferred"].count("{") == 0 for row in rows)


def test_the_addendum_is_written_with_the_contracts_words_and_numbers(call: Caller, tmp_path: Path) -> None:
    out = tmp_path / "addendum.docx"
    done = call(
        "addendum", FOLDER, "--on", "2026-11-25", "--ask", "incident_notice", "--number", "incident_notice.hours=24",
        "--term", "customer=Client", "--out", str(out),
    )  # fmt: skip
    assert "clause. Wording" in done.err
    text = "\n".join(paragraph.text for paragraph in Document(str(out)).paragraphs)
    assert "shall notify Client" in text and "within 24 hours" in text


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--ask", "nothing"), "There is no ask “nothing”"),
        (("--number", "incident_notice.hours=soon"), "cannot be used"),
        (("--term", "planet=Mars"), "cannot be used"),
        (("--number", "incident_notice.hours=999"), "between 1 and 168 hours"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_sentence(
    call: Caller, tmp_path: Path, more: tuple[str, ...], words: str
) -> None:
    done = call("addendum", FOLDER, "--on", "2026-11-25", *more, "--out", str(tmp_path / "a.docx"))
    assert done.code != 0
    assert words in done.err
    assert "Traceback" not in done.err


def test_another_file_type_is_refused(call: Caller, tmp_path: Path) -> None:
    done = call("addendum", FOLDER, "--on", "2026-11-25", "--out", str(tmp_path / "a.pages"))
    assert "written as .docx, .pdf or .md" in done.err


def test_a_redline_is_the_vendors_file_with_asks_as_tracked_changes(call: Caller, tmp_path: Path) -> None:
    out = tmp_path / "redline.docx"
    done = call(
        "redline", f"{FOLDER}/data-processing-terms.docx", "--folder", FOLDER, "--on", "2026-11-25",
        "--ask", "incident_notice", "--number", "incident_notice.hours=24", "--author", "Ada", "--out", str(out),
    )  # fmt: skip
    assert done.code == 0 and "with 1\N{NO-BREAK SPACE}ask" in done.err
    (comment,) = Document(str(out)).comments
    assert comment.author == "Ada"


def test_a_redline_of_a_pdf_is_refused_in_a_sentence(call: Caller, tmp_path: Path) -> None:
    done = call(
        "redline", f"{FOLDER}/terms-of-service.pdf", "--ask", "incident_notice", "--out", str(tmp_path / "x.docx"),
        "--on", "2026-11-25",
    )  # fmt: skip
    assert done.code != 0 and "Only a Word file" in done.err and not (tmp_path / "x.docx").exists()


def test_the_addendum_as_pdf_holds_each_clause(call: Caller, tmp_path: Path) -> None:
    out = tmp_path / "addendum.pdf"
    done = call("addendum", FOLDER, "--on", "2026-11-25", "--ask", "incident_notice", "--out", str(out))
    assert done.code == 0
    text = " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(str(out)).pages).split())
    assert "1. Notice of incidents" in text or "1. " in text
    assert "Signature" in text and "have a lawyer read it" in text
