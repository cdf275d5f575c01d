"""Telemetry of libraries is off before they load, and what it left is removed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from documents.telemetry import KEPT, OFF, PLACE, kept_files, remove_kept_files, still_on, switch_off

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("module", ["app", "cli.__main__", "documents.worker", "clauses.classifier.transformer"])
def test_every_program_switches_telemetry_off_before_a_library_can_load(module: str) -> None:
    """Ask for the variable at the moment at which Python first looks for ONNX Runtime or Streamlit, or at the end."""
    watch = f"""
import os, sys
class Watch:
    def find_spec(self, name, path=None, target=None):
        if name in ("onnxruntime", "streamlit", "rapidocr", "click"):
            assert os.environ.get("ORT_DISABLE_TELEMETRY") == "1", name
sys.meta_path.insert(0, Watch())
__import__({module!r}, fromlist=["x"])
assert os.environ["ORT_DISABLE_TELEMETRY"] == "1"
"""
    environment = {name: value for name, value in os.environ.items() if name not in OFF}
    code = subprocess.run([sys.executable, "-c", watch], cwd=ROOT, env=environment, check=False, timeout=120)
    assert code.returncode == 0


def test_what_somebody_switched_on_again_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    switch_off()
    assert still_on() == ()
    monkeypatch.setenv("ORT_DISABLE_TELEMETRY", "0")
    assert still_on() == ("ORT_DISABLE_TELEMETRY",)


@pytest.mark.parametrize("where", [".cache", "Library/Application Support", "elsewhere"])
def test_the_id_and_the_unsent_events_are_removed_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, where: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "elsewhere"))
    folder = tmp_path / where / PLACE
    folder.mkdir(parents=True)
    (tmp_path / where / "own").write_text("stays")
    for name in KEPT:
        (folder / name).write_text("x")
    assert set(remove_kept_files()) == {folder / name for name in KEPT}
    assert kept_files() == ()
    assert [path.name for path in (tmp_path / where).rglob("*")] == ["own"]


def test_a_folder_that_holds_something_else_stays(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    folder = tmp_path / ".cache" / PLACE
    folder.mkdir(parents=True)
    (folder / "deviceid").write_text("x")
    (folder / "of somebody else").write_text("x")
    assert [path.name for path in remove_kept_files()] == ["deviceid"]
    assert [path.name for path in folder.iterdir()] == ["of somebody else"]
