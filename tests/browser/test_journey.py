"""The way of a buyer through the app, in a real browser: from a contract to a scorecard on paper."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.steps import press, wait_until_drawn

pytestmark = pytest.mark.browser
CONTRACT = Path(__file__).resolve().parents[2] / "samples/vendors/tallowmere-ai"
READING = 120_000  # milliseconds for one contract on a slow machine


def contract() -> Path:
    """A sample contract as PDF."""
    return next(iter(sorted(CONTRACT.glob("*.pdf"))))


def test_a_contract_becomes_a_reviewed_scorecard_on_paper(app: str, page: Page, tmp_path: Path) -> None:
    elsewhere: set[str] = set()
    page.on("request", lambda r: None if r.url.startswith((app, "data:", "blob:")) else elsewhere.add(r.url))

    page.goto(f"{app}/upload")
    page.get_by_role("heading", name="Upload & review").wait_for()
    page.locator('[data-testid="stFileUploaderDropzoneInput"]').first.set_input_files([contract()])
    page.get_by_role("button", name="Start review").wait_for(timeout=READING)
    assert page.get_by_text(contract().name).count() == 1

    press(page, page.get_by_role("button", name="Start review"))
    page.get_by_role("heading", name="Evidence").wait_for()
    press(page, page.get_by_text(re.compile(r"^All \d+$")))
    press(page, page.get_by_role("button", name="Accept"))
    expect(page.get_by_text("Decided 1")).to_be_visible(timeout=20_000)

    page.get_by_role("link", name="Scorecard").first.click()
    page.get_by_role("heading", name="Scorecard").wait_for()
    shown = page.get_by_text(re.compile(r"^\d+ of 100")).first.inner_text()
    wait_until_drawn(page)
    with page.expect_download(timeout=60_000) as started:
        page.get_by_role("button", name="Download PDF").click()
    saved = tmp_path / started.value.suggested_filename
    started.value.save_as(saved)
    text = "\n".join(sheet.extract_text() for sheet in PdfReader(BytesIO(saved.read_bytes())).pages)
    score = re.match(r"\d+", shown)
    assert score is not None
    assert f"{score[0]} of 100" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert re.fullmatch(r"[a-z0-9-]+_scorecard_\d{4}-\d\d-\d\d\.pdf", saved.name)
    assert elsewhere == set()


@pytest.mark.parametrize(
    "path",
    [
        "",
        "upload",
        "evidence",
        "scorecard",
        "compare",
        "negotiate",
        "audits",
        "your_side",
        "checks",
        "policy",
        "settings",
    ],
)
def test_no_page_scrolls_sideways_on_a_phone_or_asks_another_host(app: str, page: Page, path: str) -> None:
    elsewhere: set[str] = set()
    page.on("request", lambda r: None if r.url.startswith((app, "data:", "blob:")) else elsewhere.add(r.url))
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{app}/{path}")
    page.get_by_role("heading", level=1).first.wait_for()
    wait_until_drawn(page)
    page.wait_for_timeout(500)

    wide = page.evaluate(
        "(() => {const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth})()"
    )
    assert wide <= 0
    assert elsewhere == set()
