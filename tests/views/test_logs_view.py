"""Logs on Your side, drawn without a browser."""

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def test_the_sample_log_is_checked_and_set_beside_the_contract(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("your_side", view="logs")
    assert not page.exception
    page = next(button for button in page.button if button.label == "Try the sample log").click().run(timeout=60)
    assert not page.exception
    text = words(page)
    assert "2\N{NO-BREAK SPACE}patterns that vendors look for." in text
    assert "40 accounts draw on the same" in text
    assert "Does it keep to what was signed?" in text
