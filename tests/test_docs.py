"""The generated pages follow from the code, and the README shows the commands that exist."""

from pathlib import Path

from cli.__main__ import COMMANDS
from tools.build_docs import pages

ROOT = Path(__file__).resolve().parent.parent


def test_generated_pages_are_up_to_date():
    stale = [path.name for path, text in pages().items() if path.read_text(encoding="utf-8") != text]
    assert stale == []


def test_the_readme_shows_only_commands_that_exist():
    shown = {
        line.split()[1]
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("clausemark ")
    }
    assert shown <= set(COMMANDS)
    assert shown
