"""With the setting `start_token` the app opens in a browser at the address that it says, and at no other."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT, free_port
from tests.browser.steps import DRAWN, wait_until_drawn

pytestmark = pytest.mark.browser


@pytest.fixture
def said(tmp_path: Path) -> Iterator[str]:
    """The address that the app says at its start."""
    environment = os.environ | {
        "CLAUSEMARK_DATA_FOLDER": str(tmp_path / "data"),
        "CLAUSEMARK_SAMPLES": "false",
        "CLAUSEMARK_START_TOKEN": "true",
    }
    command = [sys.executable, "-m", "cli", "run", "--port", str(free_port())]
    log = tmp_path / "log"
    with log.open("wb") as file:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=file, stderr=subprocess.STDOUT)
        try:
            found = None
            for _ in range(600):
                if found := re.search(r"http://\S+token=\S+", log.read_text()):
                    break
                assert server.poll() is None, log.read_text()
                time.sleep(0.2)
            assert found is not None, log.read_text()
            yield found[0]
        finally:
            server.terminate()
            server.wait(timeout=20)


def test_the_whole_address_opens_the_app_and_the_short_one_says_what_to_do(said: str, page: Page) -> None:
    short = said.partition("?")[0]
    page.goto(short)
    expect(page.get_by_text("Refused: open Clausemark with the whole address")).to_be_visible()

    page.goto(said)
    page.get_by_role("heading", name="Portfolio").wait_for(timeout=DRAWN)
    wait_until_drawn(page)
    assert page.url.startswith(short) and "token" not in page.url
    page.goto(f"{short}settings")
    page.get_by_role("heading", name="Settings").wait_for(timeout=DRAWN)
