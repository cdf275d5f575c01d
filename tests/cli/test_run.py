from pathlib import Path

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
    (tmp_path / "app.py").write_text("")
    monkeypatch.setattr(module, "APP", tmp_path / "app.py")
    monkeypatch.setattr(module.os, "execv", lambda _, command: called.append(command))
    monkeypatch.setattr(module.sys, "platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("CLAUSEMARK_FILE_MEGABYTES", "70")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert CliRunner().invoke(module.run, [*arguments, "--port", "8600"]).exit_code == 0
    (command,) = called
    said = dict(zip(command[5::2], command[6::2], strict=True))
    assert said == {
        "--server.address": "127.0.0.1",
        "--server.port": "8600",
        "--server.headless": headless,
        "--server.maxUploadSize": "70",
        "--browser.gatherUsageStats": "false",
    }


def test_an_app_that_is_not_there_is_said_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(module, "APP", tmp_path / "app.py")
    done = CliRunner().invoke(module.run, [])
    assert done.exit_code == 1
    assert "is not here" in done.output


@pytest.mark.parametrize(
    ("token", "said"),
    [pytest.param("false", "http://127.0.0.1:8600 ", id="off"), pytest.param("true", "follows", id="on")],
)
def test_the_address_is_said_here_unless_it_needs_a_token(
    monkeypatch: pytest.MonkeyPatch, token: str, said: str
) -> None:
    monkeypatch.setattr(module.os, "execv", lambda *_: None)
    monkeypatch.setenv("CLAUSEMARK_START_TOKEN", token)
    output = CliRunner().invoke(module.run, ["--port", "8600"]).output
    assert said in output
    assert ("http:" in output) == (token == "false")
