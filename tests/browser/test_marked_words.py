"""In a real browser a document's words look as they are written, and nothing in them can be clicked."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import ROOT, free_port, wait_until_healthy
from tests.views.test_words_as_text import MARKS

SHOWN = "[data-testid=stMarkdownContainer], [data-testid=stCaptionContainer]"


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "tests/browser/marked_words.py", "--server.port", str(port)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "STREAMLIT_SERVER_HEADLESS": "true"}
    with (tmp_path / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            wait_until_healthy(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.mark.browser
def test_words_with_marks_are_shown_letter_by_letter(address: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(address)
    page.locator("[data-testid=stCheckbox]").wait_for(timeout=60_000)
    texts = [" ".join(text.split()) for text in page.locator(SHOWN).all_inner_texts()]
    assert len(texts) == 6
    assert [text.removeprefix("check ") for text in texts] == [MARKS] * 6
    alive = "a, img, .katex, code, strong, em, del, h1, b, i, table"
    assert page.locator(SHOWN).locator(alive).count() == 0
    assert page.locator(SHOWN).locator("[role=img]").count() == 1  # the badge's own icon
    page.close()
