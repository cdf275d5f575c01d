"""A workspace in a folder of its own, without samples and without workers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.workspace import Workspace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data_folder=tmp_path / "data", samples=False, workers=1)


@pytest.fixture
def ws(settings: Settings) -> Iterator[Workspace]:
    workspace = new_workspace(settings, work=False)
    yield workspace
    workspace.close()
