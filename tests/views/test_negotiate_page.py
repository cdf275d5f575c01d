"""The Negotiate page, drawn without a browser."""

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def test_without_documents_the_page_says_what_to_do(draw: Draw, ws: Workspace) -> None:
    assert not draw("negotiate").exception
    assert "Nothing to negotiate yet." in words(draw("negotiate"))


def test_a_chosen_ask_changes_the_sum_and_never_promises(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("negotiate")
    assert not page.exception
    assert "most points first" in words(page)
    assert "documents were searched" in words(page) or "document was searched" in words(page)
    box = next(box for box in page.checkbox if box.label == "In the addendum")
    box.check().run()
    assert not page.exception
    assert "would be" in words(page)
    assert "will be" not in words(page)
