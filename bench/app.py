"""Measures the app in a real browser: start to answering, first page, and the memory of further sessions."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
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


def measure_app() -> AppFigures:
    """Start the app on an empty store, open it in Chromium, then open further sessions."""
    with TemporaryDirectory() as folder, socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
        probe.close()
        environment = os.environ | {"CLAUSEMARK_DATA_FOLDER": folder, "CLAUSEMARK_SAMPLES": "false"}
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
        began = time.perf_counter()
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
        try:
            _wait(port)
            start = time.perf_counter() - began
            return _sessions(server.pid, port, start)
        finally:
            server.terminate()
            server.wait(timeout=20)


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
