"""Marked data on Your side, drawn without a browser."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.customer.marks.data import rows, write_rows
from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def filled(page: AppTest, **values: str) -> AppTest:
    """The form with text in the fields whose label starts with the given word."""
    for start, value in values.items():
        next(box for box in page.text_input if box.label.startswith(start)).set_value(value)
    return page


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run(timeout=180)


def test_a_data_set_is_marked_and_a_leak_traced(draw: Draw, ws: Workspace, tmp_path: Path) -> None:
    add_read(ws, BAN)
    source = write_rows(tmp_path / "rows.jsonl", rows())
    page = filled(
        draw("your_side", view="marked"),
        File=str(source), Name="demo", Recipients="acme, beta", Key=str(tmp_path / "own.key"), New=str(tmp_path / "o"),
    )  # fmt: skip
    page = press(page, "Make the copies")
    assert not page.exception
    assert "copies written" in words(page)
    page.button_group[1].set_value("Test a suspect").run()
    page = filled(
        page,
        File=str(tmp_path / "o" / "beta" / "rows.jsonl"), Key=str(tmp_path / "own.key"),
        Manifest=str(tmp_path / "o" / "acme.marks.json"),
    )  # fmt: skip
    page = press(page, "Test")
    assert not page.exception
    assert "agree with the copy made for beta" in words(page)


def test_what_is_not_there_is_said_in_a_sentence(draw: Draw, ws: Workspace, tmp_path: Path) -> None:
    add_read(ws, BAN)
    page = filled(
        draw("your_side", view="marked"),
        File=str(tmp_path / "none"), Name="demo", Recipients="acme", Key=str(tmp_path / "k"), New=str(tmp_path / "o"),
    )  # fmt: skip
    page = press(page, "Show what would change")
    assert not page.exception
    assert "There is nothing at" in words(page)
    assert not (tmp_path / "k").exists()
