"""Runs on the later pages in a real browser: an addendum, a log, and a marked data set."""

import json
import re
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from tests.customer.marks.data import rows, write_rows

pytestmark = pytest.mark.browser
CONTRACT = Path(__file__).resolve().parents[2] / "samples/vendors/quillmoor-labs/data-processing-terms.docx"
READING = 120_000  # milliseconds for one contract on a slow machine


@pytest.fixture
def vendor(app: str, page: Page) -> None:
    """A vendor with one contract, added when there is none."""
    page.goto(f"{app}/negotiate")
    page.get_by_role("heading", name="Negotiate").wait_for()
    page.wait_for_timeout(1500)
    if not page.get_by_text("Nothing to negotiate yet").count():
        return
    page.goto(f"{app}/upload")
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').first.set_input_files([CONTRACT])
    page.get_by_role("button", name="Start review").wait_for(timeout=READING)


@pytest.mark.usefixtures("vendor")
def test_a_chosen_ask_becomes_an_addendum_in_word(app: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/negotiate")
    page.get_by_text("In the addendum").first.click()
    expect(page.get_by_text(re.compile("points: .* would be"))).to_be_visible(timeout=20_000)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Download addendum (Word)").click()
    saved = tmp_path / "addendum.docx"
    started.value.save_as(saved)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(saved)).paragraphs)
    assert "Addendum on protection" in text and "{" not in text


@pytest.mark.usefixtures("vendor")
def test_the_sample_log_is_checked_and_its_report_downloaded(app: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/your_side?view=logs")
    page.get_by_role("button", name="Try the sample log").click()
    expect(page.get_by_text("patterns that vendors look for")).to_be_visible(timeout=120_000)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Download report for an appeal").click()
    saved = tmp_path / "report.pdf"
    started.value.save_as(saved)
    assert saved.read_bytes().startswith(b"%PDF")


@pytest.mark.usefixtures("vendor")
def test_a_data_set_is_marked_and_a_leak_named(app: str, page: Page, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    page.goto(f"{app}/your_side?view=marked")
    fill = {
        "File or folder with the data": str(source),
        "Name of the data set": "demo",
        "Recipients": "acme, beta",
        "Key file": str(tmp_path / "own.key"),
        "New folder": str(tmp_path / "out"),
    }
    for label, value in fill.items():
        page.get_by_label(re.compile(label)).fill(value)
    page.get_by_role("button", name="Make the copies").click()
    expect(page.get_by_text("copies written")).to_be_visible(timeout=120_000)
    manifest = json.loads((tmp_path / "out" / "beta.marks.json").read_text())
    assert manifest["recipient"] == "beta"

    page.get_by_text("Test a suspect").click()
    expect(page.get_by_role("button", name="Make the copies")).to_have_count(0, timeout=20_000)
    page.get_by_label(re.compile("File or folder to test")).fill(str(tmp_path / "out" / "beta" / "rows.jsonl"))
    page.get_by_label("Key file", exact=True).fill(str(tmp_path / "own.key"))
    page.get_by_label("Manifest of the data set").fill(str(tmp_path / "out" / "acme.marks.json"))
    page.get_by_role("button", name="Test", exact=True).click()
    expect(page.get_by_text("agree with the copy made for beta")).to_be_visible(timeout=60_000)
