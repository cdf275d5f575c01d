"""What a sample vendor's documents become: asks, addendum, redline, versions, missing documents and days, as agreed."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree
from pypdf import PdfReader

from reports.redline import W
from tests.cli.calls import Caller

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vendors"
QUILLMOOR, NORTHWIND = SAMPLES / "quillmoor-labs", SAMPLES / "northwind-models"
TERMS = QUILLMOOR / "data-processing-terms.docx"
ON = ("--on", "2026-11-25")
CHOSEN = ("--ask", "incident_notice", "--ask", "customer_data_training_right", "--acceptable", "output_training_ban")
MARKS = {f"{W}ins": "[+{}+]", f"{W}del": "[-{}-]"}


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    monkeypatch.setenv("COLUMNS", "100")
    return Caller(monkeypatch, capfd, tmp_path)


@pytest.fixture
def made(call: Caller, tmp_path: Path) -> Callable[..., bytes]:
    """Return what a command writes with `--out` or another option that names a file."""

    def written(*arguments: str, name: str, option: str = "--out") -> bytes:
        path = tmp_path / name
        assert call(*arguments, *ON, option, str(path)).code == 0
        return path.read_bytes()

    return written


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("asks.txt", ("asks", str(QUILLMOOR))),
        ("missing.txt", ("missing", str(NORTHWIND))),
        ("versions.txt", ("diff", str(SAMPLES / "tallowmere-ai" / "acceptable-use-policy.docx"), "--tracked")),
        ("dates.txt", ("dates", str(NORTHWIND), "--country", "DE")),
    ],
)
def test_what_is_printed_is_as_agreed(
    call: Caller, golden: Callable[[str, str], None], name: str, arguments: tuple[str, ...]
) -> None:
    golden(f"negotiation/{name}", call(*arguments, *ON).out)


def test_the_calendar_is_as_agreed(made: Callable[..., bytes], golden: Callable[[str, str], None]) -> None:
    golden("negotiation/dates.ics", made("dates", str(NORTHWIND), name="dates.ics", option="--ics").decode())


def test_the_addendum_in_markdown_is_as_agreed(made: Callable[..., bytes], golden: Callable[[str, str], None]) -> None:
    golden("negotiation/addendum.md", made("addendum", str(QUILLMOOR), *CHOSEN, name="a.md").decode())


def test_the_addendum_in_word_has_the_agreed_words_and_styles(
    made: Callable[..., bytes], golden: Callable[[str, str], None]
) -> None:
    word = docx.Document(BytesIO(made("addendum", str(QUILLMOOR), *CHOSEN, name="a.docx")))
    golden("negotiation/addendum.docx.txt", f"{styled(word)}\n")


def test_the_addendum_as_pdf_has_the_agreed_words_and_pages(
    made: Callable[..., bytes], golden: Callable[[str, str], None]
) -> None:
    pages = PdfReader(BytesIO(made("addendum", str(QUILLMOOR), *CHOSEN, name="a.pdf"))).pages
    text = "\n".join(page.extract_text() for page in pages).replace("\u200b", "")
    golden("negotiation/addendum.pdf.txt", f"{len(pages)} pages\n{text}\n")


def test_the_redline_has_the_agreed_changes_and_comments(
    made: Callable[..., bytes], golden: Callable[[str, str], None]
) -> None:
    word = docx.Document(BytesIO(made("redline", str(TERMS), "--author", "Ada", name="r.docx")))
    comments = "\n".join(f"{comment.author}: {comment.text}" for comment in word.comments)
    golden("negotiation/redline.docx.txt", f"{tracked(word)}\n\n{comments}\n")


def styled(word: Document) -> str:
    """Return each paragraph after the name of its style, then the cells of the tables."""
    lines = [f"{paragraph.style.name}: {paragraph.text}" for paragraph in word.paragraphs]
    return "\n".join(lines + [cell.text for table in word.tables for row in table.rows for cell in row.cells])


def tracked(word: Document) -> str:
    """Return each paragraph with what was put in and taken out marked."""
    return "\n".join("".join(_words(child) for child in paragraph) for paragraph in word.element.body.iter(f"{W}p"))


def _words(element: etree._Element) -> str:
    text = "".join(part.text or "" for part in element.iter(f"{W}t", f"{W}delText"))
    return MARKS.get(str(element.tag), "{}").format(text) if text else ""
