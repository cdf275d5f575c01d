"""Measures the app in a real browser: start to answering, first page, memory of sessions, and Compare with eight."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
ARGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SESSIONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AppFigures:
    """Seconds to the first answer and to the first page; memory of the server in MB, first and per further session."""

    start_seconds: float
    page_seconds: float
    first_megabytes: float
    session_megabytes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareFigures:
    """Median seconds from the address to the drawn view, with three sample vendors and five of the catalogue."""

    views: dict[str, float]


COMPARED = (
    "northwind-models", "tallowmere-ai", "quillmoor-labs", "catalogue:anthropic", "catalogue:openai",
    "catalogue:google-gemini", "catalogue:mistral", "catalogue:xai",
)  # fmt: skip
# A view of Compare, and words that stand on it when it is drawn.
DRAWN = {
    "families": "Show as table",
    "checks": "Only differences",
    "quotas": "What it rests on",
    "exposure": "What the answer rests on",
    "cost": "Prices and their sources",
    "ranking": "How much each family counts",
}
TIMES = 3


def measure_app() -> AppFigures:
    """Start the app on an empty store, open it in Chromium, then open further sessions."""
    with TemporaryDirectory() as folder, _served(folder, samples=False) as (server, port, start):
        return _sessions(server.pid, port, start)


def measure_compare() -> CompareFigures:
    """Start the app on the samples, wait until they are read, and open each view of Compare with eight vendors."""
    with TemporaryDirectory() as folder, _served(folder, samples=True) as (_, port, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        address = f"http://127.0.0.1:{port}/compare?" + "&".join(f"v={key}" for key in COMPARED)
        _until_read(browser.new_page(), address)
        views = {
            name: median(_seconds(browser.new_page(), f"{address}&view={name}", words) for _ in range(TIMES))
            for name, words in DRAWN.items()
        }
        browser.close()
    return CompareFigures(views=views)


@contextmanager
def _served(folder: str, *, samples: bool) -> Iterator[tuple[subprocess.Popen[bytes], int, float]]:
    """Yield the running server, its port and the seconds until it answered."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"CLAUSEMARK_DATA_FOLDER": folder, "CLAUSEMARK_SAMPLES": str(samples).lower()}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    began = time.perf_counter()
    server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        _wait(port)
        yield server, port, time.perf_counter() - began
    finally:
        server.terminate()
        server.wait(timeout=20)


def _until_read(page: Page, address: str) -> None:
    """Return when no vendor is left out any more because nothing of it was read."""
    for _ in range(60):
        page.goto(address)
        page.get_by_text("in which you picked them").wait_for(timeout=60_000)
        page.wait_for_timeout(3_000)
        if not page.get_by_text("left out").count() and page.get_by_text("leads in").count():
            return
    raise TimeoutError("The samples were not read within five minutes.")


def _seconds(page: Page, address: str, words: str) -> float:
    began = time.perf_counter()
    page.goto(address)
    page.get_by_text(words, exact=True).locator("visible=true").first.wait_for(timeout=120_000)
    taken = time.perf_counter() - began
    page.close()
    return taken


def _sessions(server: int, port: int, start: float) -> AppFigures:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGS)
        began = time.perf_counter()
        pages = [_open(browser.new_page(), port)]
        first_page = time.perf_counter() - began
        first = _megabytes(server)
        pages += [_open(browser.new_page(), port) for _ in range(SESSIONS)]
        after = _megabytes(server)
        browser.close()
    return AppFigures(
        start_seconds=start,
        page_seconds=first_page,
        first_megabytes=first,
        session_megabytes=(after - first) / SESSIONS,
    )


def _open(page: Page, port: int) -> Page:
    page.goto(f"http://127.0.0.1:{port}/")
    page.get_by_role("heading", name="Portfolio").wait_for()
    return page


def _wait(port: int) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    raise TimeoutError("The app did not answer within a minute.")


def _megabytes(process: int) -> float:
    """Return the resident memory of a process (Linux)."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
