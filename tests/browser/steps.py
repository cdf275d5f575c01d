"""What the browser tests do on every page: wait until it is drawn, open a part, press a button, save a file.

Streamlit draws a page in pieces and replaces what an earlier run left. A click on a piece that is about to be
replaced is lost, so each step first waits until the script of the page has ended.
"""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

DRAWN = 60_000  # milliseconds for a page on a slow machine
TRIES = 5


def wait_until_drawn(page: Page) -> None:
    """Return when the script of the page has ended and nothing of an earlier run is left."""
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=DRAWN)


def press(page: Page, button: Locator) -> None:
    """Click on the one BUTTON of a page that is drawn."""
    expect(button).to_have_count(1, timeout=DRAWN)
    wait_until_drawn(page)
    button.click()


def open_part(page: Page, title: str) -> None:
    """Open the part of the page that is folded under TITLE; again, if the page folded it while it was drawn."""
    part = page.locator("details", has=page.locator("summary", has_text=title))
    for _ in range(TRIES):
        expect(part).to_have_count(1, timeout=DRAWN)
        wait_until_drawn(page)
        if part.get_attribute("open") is None:
            part.locator("summary").click()
        page.wait_for_timeout(500)
        if part.get_attribute("open") is not None:
            return
    raise AssertionError(f"{title} does not stay open")


def save(page: Page, name: str) -> Path:
    """Press the download NAME and return the file's path."""
    button = page.get_by_role("button", name=name)
    expect(button).to_have_count(1, timeout=DRAWN)
    wait_until_drawn(page)
    with page.expect_download(timeout=90_000) as started:
        button.click()
    return Path(started.value.path())
