"""The page Your side and the portfolio's reminders, drawn without a browser."""

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def test_without_documents_the_page_says_what_to_do(draw: Draw, ws: Workspace) -> None:
    page = draw("your_side")
    assert not page.exception
    assert "add a contract" in words(page)


def test_duties_are_listed_with_the_words_of_the_document(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("your_side")
    assert not page.exception
    assert BAN in page.dataframe[0].value["Words"].iloc[0]


def test_without_an_end_the_dates_say_that_none_follows(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    assert "No day follows from these documents" in words(draw("your_side", view="dates"))
