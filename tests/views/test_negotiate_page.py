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


def test_changes_between_two_versions_are_shown_clause_by_clause(draw: Draw, ws: Workspace) -> None:
    law = "The agreement is governed by the laws of Ireland."
    add_read(ws, BAN, law, name="terms-2025.txt")
    add_read(ws, law, name="terms-2026.txt")
    page = draw("negotiate", view="changes")
    assert not page.exception
    assert "1\N{NO-BREAK SPACE}clause removed and 1 the same." in words(page)
    assert "not found any more" in words(page)


def test_a_document_alone_asks_for_its_earlier_version(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    assert "Add the earlier version above" in words(draw("negotiate", view="changes"))


def test_missing_documents_say_when_nothing_is_named(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("negotiate", view="missing")
    assert not page.exception
    assert "name no further ones" in words(page)
