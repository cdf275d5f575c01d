"""Runs on the later pages in a real browser: an addendum, a log, and a marked data set."""

import json
import re
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from tests.browser.steps import press, save, wait_until_drawn
from tests.customer.marks.data import rows, write_rows

pytestmark = pytest.mark.browser
CONTRACT = Path(__file__).resolve().parents[2] / "samples/vendors/quillmoor-labs/data-processing-terms.docx"
AGREEMENT = """# Services Agreement

This Agreement starts on 28 February 2027 and ends on 27 February 2029.

It renews for successive periods of 12 months unless either party gives notice of non-renewal at least 90 days before
the end of the current period.

The Acceptable Use Policy forms part of this Agreement.

Customer shall not use Output to train a model that competes with the Services.
"""
READING = 120_000  # milliseconds for one contract on a slow machine


@pytest.fixture
def vendor(app: str, page: Page, tmp_path: Path) -> str:
    """The short name of a vendor with two contracts; adding them again changes nothing."""
    files = [tmp_path / "quillmoor-agreement.md", tmp_path / "quillmoor-terms.docx"]
    files[0].write_text(AGREEMENT)
    files[1].write_bytes(CONTRACT.read_bytes())
    page.goto(f"{app}/upload")
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').first.set_input_files(files)
    page.get_by_role("button", name="Start review").wait_for(timeout=READING)
    return "quillmoor"


def test_a_chosen_ask_becomes_an_addendum_in_word(app: str, vendor: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/negotiate?vendor={vendor}")
    press(page, page.get_by_text("In the addendum").first)
    expect(page.get_by_text(re.compile("points: .* would be"))).to_be_visible(timeout=20_000)
    saved = save(page, "Download addendum (Word)")
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(saved)).paragraphs)
    assert "Addendum on protection" in text and "{" not in text


def test_the_vendors_word_file_comes_back_with_tracked_changes(
    app: str, vendor: str, page: Page, tmp_path: Path
) -> None:
    page.goto(f"{app}/negotiate?vendor={vendor}")
    press(page, page.get_by_text("In the addendum").first)
    expect(page.get_by_text(re.compile("points: .* would be"))).to_be_visible(timeout=20_000)
    saved = save(page, "Download redline (Word, tracked changes)")
    with zipfile.ZipFile(saved) as archive:
        assert b"<w:ins " in archive.read("word/document.xml") and "word/comments.xml" in archive.namelist()


def test_an_earlier_version_is_compared_and_its_changed_words_are_marked(
    app: str, vendor: str, page: Page, tmp_path: Path
) -> None:
    word = docx.Document(str(CONTRACT))
    changed = next(each for each in word.paragraphs if "a personal data breach once" in each.text)
    changed.text = changed.text.replace("once its investigation is complete", "within 24 hours")
    word.save(str(tmp_path / "terms-1.docx"))
    page.goto(f"{app}/negotiate?vendor={vendor}&view=changes")
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').set_input_files([tmp_path / "terms-1.docx"])
    expect(page.locator(".changes ins", has_text="investigation is complete")).to_be_visible(timeout=READING)
    expect(page.locator(".changes del", has_text="within 24 hours")).to_be_visible()
    expect(page.get_by_text("Incidents are notified").first).to_be_visible()


def test_documents_that_the_contract_names_and_nobody_added_are_missing(app: str, vendor: str, page: Page) -> None:
    page.goto(f"{app}/negotiate?vendor={vendor}&view=missing")
    expect(page.get_by_text(re.compile("not here")).first).to_be_visible(timeout=20_000)
    expect(page.get_by_text("The Acceptable Use Policy forms part of this Agreement.").first).to_be_visible()


def test_duties_are_listed_and_the_days_go_into_a_calendar(app: str, vendor: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/your_side?vendor={vendor}")
    expect(page.get_by_text(re.compile(r"\d+ duties, from the documents of Quillmoor"))).to_be_visible(timeout=20_000)
    press(page, page.get_by_text("Dates", exact=True))
    saved = save(page, "Download calendar")
    days = {
        str(entry["summary"]): entry["dtstart"].dt for entry in Calendar.from_ical(saved.read_bytes()).walk("VEVENT")
    }
    assert days["Quillmoor: Last day to give notice against renewal"] == date(2028, 11, 29)
    assert days["Quillmoor: The contract ends"] == date(2029, 2, 27)


def test_the_sample_log_is_checked_and_its_report_downloaded(app: str, vendor: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{app}/your_side?vendor={vendor}&view=logs")
    press(page, page.get_by_role("button", name="Try the sample log"))
    expect(page.get_by_text("patterns that vendors look for")).to_be_visible(timeout=120_000)
    saved = save(page, "Download report for an appeal")
    assert saved.read_bytes().startswith(b"%PDF")


def test_a_data_set_is_marked_and_a_leak_named(app: str, vendor: str, page: Page, tmp_path: Path) -> None:
    source = write_rows(tmp_path / "rows.jsonl", rows())
    page.goto(f"{app}/your_side?vendor={vendor}&view=marked")
    fill = {
        "File or folder with the data": str(source),
        "Name of the data set": "demo",
        "Recipients": "acme, beta",
        "Key file": str(tmp_path / "own.key"),
        "New folder": str(tmp_path / "out"),
    }
    wait_until_drawn(page)
    for label, value in fill.items():
        page.get_by_label(re.compile(label)).fill(value)
    press(page, page.get_by_role("button", name="Make the copies"))
    expect(page.get_by_text("copies written")).to_be_visible(timeout=120_000)
    manifest = json.loads((tmp_path / "out" / "beta.marks.json").read_text())
    assert manifest["recipient"] == "beta"

    press(page, page.get_by_text("Test a suspect"))
    expect(page.get_by_role("button", name="Make the copies")).to_have_count(0, timeout=20_000)
    page.get_by_label(re.compile("File or folder to test")).fill(str(tmp_path / "out" / "beta" / "rows.jsonl"))
    page.get_by_label("Key file", exact=True).fill(str(tmp_path / "own.key"))
    page.get_by_label("Manifest of the data set").fill(str(tmp_path / "out" / "acme.marks.json"))
    press(page, page.get_by_role("button", name="Test", exact=True))
    expect(page.get_by_text("agree with the copy made for beta")).to_be_visible(timeout=60_000)
