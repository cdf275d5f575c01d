"""The sample portfolio beside published vendors: every sheet of the comparison as agreed."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.cli.calls import call_really

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vendors"
VENDORS = ("northwind-models", "tallowmere-ai", "quillmoor-labs")
MADE_WITH = "Made with"  # versions: they change with every release


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The comparison as Excel and PDF, made once."""
    folder = tmp_path_factory.mktemp("comparison")
    done = call_really(
        "compare", *(str(SAMPLES / vendor) for vendor in VENDORS), "--published", "anthropic", "--on", "2026-11-25",
        "--xlsx", "c.xlsx", "--pdf", "c.pdf", folder=folder,
    )  # fmt: skip
    assert done.code == 0, done.err
    return {style: (folder / f"c.{style}").read_bytes() for style in ("xlsx", "pdf")}


def test_every_sheet_is_as_agreed(files: dict[str, bytes], golden: Callable[[str, str], None]) -> None:
    book = load_workbook(BytesIO(files["xlsx"]))
    sheets = [
        "\n".join([f"# {sheet.title}", *("\t".join(map(_text, row)) for row in sheet.iter_rows(values_only=True))])
        for sheet in book
        if sheet.title != MADE_WITH
    ]
    golden("samples-comparison.tsv", "\n\n".join(sheets) + "\n")


def test_the_first_two_pages_are_as_agreed(files: dict[str, bytes], golden: Callable[[str, str], None]) -> None:
    pages = PdfReader(BytesIO(files["pdf"])).pages
    text = "\n".join(page.extract_text() for page in list(pages)[:2]).replace("\u200b", "")
    golden("samples-comparison.pdf.txt", "\n".join(text.splitlines()[:-1]) + "\n")


def test_the_detail_begins_on_the_third_page(files: dict[str, bytes]) -> None:
    pages = [page.extract_text() for page in PdfReader(BytesIO(files["pdf"])).pages[:3]]
    assert ["Detail" in page for page in pages] == [False, False, True]


def _text(value: object) -> str:
    return "" if value is None else str(value)
