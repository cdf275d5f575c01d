"""Logs on Your side, drawn without a browser."""

import time
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def test_the_sample_log_is_checked_and_set_beside_the_contract(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("your_side", view="logs")
    assert not page.exception
    page = _finished(_button(page, "Try the sample log").click().run(timeout=60))
    assert not page.exception
    text = words(page)
    assert "2\N{NO-BREAK SPACE}patterns that vendors look for." in text
    assert "40 accounts draw on the same" in text
    assert "Does it keep to what was signed?" in text
    assert any("Why" in table.value and "no JSON" in set(table.value["Why"]) for table in page.dataframe)


def test_a_group_of_ones_own_is_named_and_stays_quiet(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = _finished(_button(draw("your_side", view="logs"), "Try the sample log").click().run(timeout=60))
    page.text_input[-1].set_value("Support desk")
    page = _button(page, "Keep the name").click().run()
    assert not page.exception
    assert "Named by you: Support desk" in words(page)
    page = _button(page, "Forget this name").click().run()
    assert "Named by you" not in words(page)


def _button(page: AppTest, label: str) -> Any:
    return next(button for button in page.button if button.label == label)


def _finished(page: AppTest) -> AppTest:
    """Draw the page again until the check has ended, as its timer does in a browser."""
    for _ in range(240):
        if not any(button.label == "Stop" for button in page.button):
            return page
        time.sleep(0.25)
        page.run(timeout=60)
    raise TimeoutError("The check did not end within a minute.")
