import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from cli import run as module


@pytest.mark.parametrize(
    ("arguments", "display", "headless"),
    [
        pytest.param([], "", "true", id="no display"),
        pytest.param([], ":0", "false", id="a display"),
        pytest.param(["--no-browser"], ":0", "true", id="told not to"),
        pytest.param(["--browser"], "", "false", id="told to"),
    ],
)
def test_the_app_starts_on_this_computer_only_and_opens_a_browser_where_there_is_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: list[str], display: str, headless: str
) -> None:
    called: list[list[str]] = []

    def start(command: list[str], **_: Any) -> subprocess.CompletedProcess[bytes]:
        called.append(command)
        return subprocess.CompletedProcess(command, 0)

    (tmp_path / "app.py").write_text("")
    monkeypatch.setattr(module, "APP", tmp_path / "app.py")
    monkeypatch.setattr(module.subprocess, "run", start)
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert CliRunner().invoke(module.run, [*arguments, "--port", "8600"]).exit_code == 0
    (command,) = called
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--server.port") + 1] == "8600"
    assert command[command.index("--server.headless") + 1] == headless


def test_an_app_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "APP", tmp_path / "app.py")
    done = CliRunner().invoke(module.run, [])
    assert done.exit_code == 1
    assert "is not here" in done.output
