"""The whole Compare view in a real browser: every tab, a note, a fact of one's own, and the files read again."""

import csv
import re
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.steps import open_part, press, save, wait_until_drawn

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).resolve().parents[2] / "samples/vendors"
CONTRACTS = {
    "northwind": SAMPLES / "northwind-models/master-services-agreement.pdf",
    "tallowmere": SAMPLES / "tallowmere-ai/enterprise-services-agreement.pdf",
}
READING = 120_000  # milliseconds for one contract on a slow machine
TABS = {
    "Checks": "Training on output is banned",
    "Quotas": "Documents win over published facts.",
    "Proof": "Control",
    "Exposure": "What would have stopped it",
    "Cost": "Million input tokens a month",
    "Ranking": "How much each family counts",
    "Families": "Show as table",
}


@pytest.fixture
def compared(app: str, page: Page, tmp_path: Path) -> str:
    """The address of a comparison of two vendors with a contract each and one of the catalogue."""
    for name, contract in CONTRACTS.items():
        copy = tmp_path / f"{name}-agreement.pdf"
        copy.write_bytes(contract.read_bytes())
        page.goto(f"{app}/upload")
        page.locator('[data-testid="stFileUploaderDropzoneInput"]').first.set_input_files([copy])
        page.get_by_role("button", name="Start review").wait_for(timeout=READING)
    return f"{app}/compare?v=northwind&v=tallowmere&v=catalogue:anthropic"


def test_every_tab_a_note_and_the_files(compared: str, page: Page) -> None:
    page.goto(compared)
    expect(page.get_by_text(re.compile("leads in|No vendor leads"))).to_be_visible(timeout=30_000)
    for tab, words in TABS.items():
        wait_until_drawn(page)
        page.get_by_test_id("stMain").get_by_role("radio", name=tab, exact=True).or_(
            page.get_by_test_id("stMain").get_by_role("button", name=tab, exact=True)
        ).first.click()
        expect(page.get_by_text(words).locator("visible=true").first).to_be_visible(timeout=60_000)
        assert page.get_by_test_id("stException").count() == 0

    open_part(page, "Notes")
    page.get_by_label("Notes on this comparison, for its files").fill("Harbour asked for both.")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(2_000)  # nothing on the page says that the note is kept; the PDF below does

    text = " ".join(sheet.extract_text() for sheet in PdfReader(save(page, "Download PDF")).pages)
    assert "Harbour asked for both." in text and "Cost beside protection" in text
    press(page, page.get_by_role("button", name="More formats"))
    book = load_workbook(BytesIO(save(page, "Download Excel").read_bytes()))
    assert [row[0].value for row in book["Cost"].iter_rows(min_row=2)] == ["Northwind", "Tallowmere", "Anthropic"]
    rows = list(csv.DictReader(save(page, "Download CSV").read_text("utf-8-sig").splitlines()))
    assert {"Northwind", "Tallowmere"} <= rows[0].keys()


def test_controls_of_published_vendors_are_downloaded_and_fit_a_phone(app: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app}/compare?v=catalogue:openai&v=catalogue:anthropic&view=quotas")
    rows = list(csv.DictReader(save(page, "Download controls (CSV)").read_text("utf-8-sig").splitlines()))
    assert {row["Vendor"] for row in rows} == {"OpenAI", "Anthropic"}
    main = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") <= 0
