"""Pages drawn without a browser, over a workspace in a folder of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from workflow import start
from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.workspace import Workspace

APP = Path(__file__).resolve().parents[2] / "pages.py"
Draw = Callable[..., AppTest]


@pytest.fixture
def ws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    workspace = new_workspace(Settings(data_folder=tmp_path / "data", samples=False, workers=1), work=False)
    monkeypatch.setitem(start._open, "workspace", workspace)
    st.cache_resource.clear()
    yield workspace
    st.cache_resource.clear()
    workspace.close()


@pytest.fixture
def draw(ws: Workspace) -> Draw:
    """Draw a page of the app by its name, with the given words in the address."""

    def draw_page(name: str, **address: str) -> AppTest:
        page = AppTest.from_file(str(APP), default_timeout=30)
        for key, value in address.items():
            page.query_params[key] = value
        page.switch_page(f"views/{name}.py")
        return page.run()

    return draw_page


def words(page: AppTest) -> str:
    """All text that a page shows, without the signs that keep Markdown from reading it."""
    kinds = (page.title, page.subheader, page.markdown, page.caption, page.error, page.warning, page.info, page.success)
    return "\n".join(str(element.value) for kind in kinds for element in kind).replace("\\", "")
