from pathlib import Path

import click
import pytest

from cli.__main__ import COMMANDS, clausemark

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_docs_and_says_what_it_does(name: str) -> None:
    command = clausemark.get_command(click.Context(clausemark), name)
    assert f"`clausemark {name}" in DOCS
    assert command is not None
    assert command.help
