"""Every page draws in each of its states, and says what to do."""

import pytest

from documents.problems import locked
from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_failed, add_read
from workflow.review import review_items
from workflow.upload import documents
from workflow.vendors import add_vendor, list_vendors
from workflow.workspace import Workspace

PAGES = ("portfolio", "upload", "evidence", "scorecard", "compare", "checks", "policy", "settings")
EMPTY = {
    "portfolio": "No vendors yet. Add a contract, and the first scorecard is here in about a minute.",
    "upload": "Choose or name a vendor",
    "evidence": "Add a document first.",
    "scorecard": "Add a document first.",
    "compare": "No vendor has been read yet.",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_and_no_failure_when_the_store_is_empty(draw: Draw, name: str) -> None:
    page = draw(name)

    assert len(page.title) == 1
    assert "could not be shown" not in words(page)
    assert not page.exception


@pytest.mark.parametrize(("name", "sentence"), EMPTY.items(), ids=list(EMPTY))
def test_an_empty_page_says_what_to_do_first(draw: Draw, name: str, sentence: str) -> None:
    assert sentence in words(draw(name))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_draws_with_two_vendors_that_were_read(draw: Draw, ws: Workspace, name: str) -> None:
    add_read(ws)
    add_read(ws, BAN, "Notices are sent by post.", vendor="Tallowmere AI")
    page = draw(name, vendor="northwind-models")

    assert len(page.title) == 1
    assert "could not be shown" not in words(page)
    assert not page.exception


@pytest.mark.parametrize("name", ["portfolio", "upload", "evidence", "scorecard", "compare"])
def test_a_page_draws_when_nothing_of_a_vendor_could_be_read(draw: Draw, ws: Workspace, name: str) -> None:
    add_failed(ws, locked("b.pdf").problem)
    page = draw(name, vendor="northwind-models")

    assert "could not be shown" not in words(page)
    assert not page.exception


def test_upload_says_why_a_file_could_not_be_read(draw: Draw, ws: Workspace) -> None:
    add_failed(ws, locked("b.pdf").problem)

    assert locked("b.pdf").problem.text in words(draw("upload", vendor="northwind-models"))


def test_an_uploaded_file_is_kept_once_however_often_the_page_is_drawn(draw: Draw, ws: Workspace) -> None:
    add_vendor(ws, "Northwind Models", by="Ada")
    page = draw("upload", vendor="northwind-models")
    page.file_uploader[0].upload("terms.txt", BAN.encode(), "text/plain").run()
    page.run()

    assert [document.name for document in documents(ws, "northwind-models")] == ["terms.txt"]
    assert "terms.txt" in words(page)


def test_files_without_a_vendor_get_one_whose_name_is_guessed(draw: Draw, ws: Workspace) -> None:
    page = draw("upload")
    page.file_uploader[0].upload("terms.txt", BAN.encode(), "text/plain").run()

    assert len(list_vendors(ws)) == 1
    assert len(documents(ws, list_vendors(ws)[0].slug)) == 1


def test_a_refused_file_says_why(draw: Draw, ws: Workspace) -> None:
    add_vendor(ws, "Northwind Models", by="Ada")
    page = draw("upload", vendor="northwind-models")
    page.file_uploader[0].upload("terms.pdf", b"MZ not a contract", "application/pdf").run()

    assert "terms.pdf is not a PDF" in words(page)
    assert documents(ws, "northwind-models") == ()


def test_evidence_shows_the_quote_in_full(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    items = review_items(ws, "northwind-models")
    found = next(item for item in items if item.evidence)

    assert f"> {BAN}" in words(draw("evidence", vendor="northwind-models", finding=found.key, show="all"))


def test_accepting_on_the_page_writes_the_decision_to_the_store(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    found = next(item for item in review_items(ws, "northwind-models") if item.evidence)
    page = draw("evidence", vendor="northwind-models", finding=found.key, show="all")
    next(button for button in page.button if button.label == "Accept").click().run()

    decided = [item for item in review_items(ws, "northwind-models") if item.decision]
    assert [item.key for item in decided] == [found.key]


def test_an_absent_clause_says_what_was_searched(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    absent = next(item for item in review_items(ws, "northwind-models") if not item.evidence)
    shown = words(draw("evidence", vendor="northwind-models", finding=absent.key, show="all"))

    assert "Not found in terms.txt. Searched for this vendor: 1 document" in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_a_stale_link_to_a_vendor_says_which_one_is_shown(draw: Draw, ws: Workspace) -> None:
    add_read(ws)

    assert "There is no vendor called “gone” here. Showing Northwind Models." in words(draw("scorecard", vendor="gone"))


def test_the_scorecard_lists_what_you_must_not_do(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    shown = words(draw("scorecard", vendor="northwind-models"))

    assert "What you must not do" in shown
    assert BAN in shown


def test_compare_asks_for_a_second_vendor(draw: Draw, ws: Workspace) -> None:
    add_read(ws)

    assert "Pick at least two vendors." in words(draw("compare"))


def test_a_vendor_name_is_never_read_as_markup(draw: Draw, ws: Workspace) -> None:
    add_vendor(ws, "**Bold** <b>x</b>", by="Ada")
    add_read(ws, vendor="[a](http://x)")
    page = draw("scorecard", vendor="a-http-x")

    assert all("[a](http" not in str(element.value) for element in page.markdown)


def test_drawing_a_page_again_makes_no_new_assessment(
    draw: Draw, ws: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_read(ws)
    page = draw("scorecard", vendor="northwind-models")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a widget must not score again")

    monkeypatch.setattr("workflow.assess.assess", refuse)
    next(toggle for toggle in page.toggle if toggle.label == "Show as document").set_value(True).run()
    assert "could not be shown" not in words(page)


@pytest.mark.parametrize(
    ("name", "field", "view"),
    [("evidence", "show", "all"), ("portfolio", "show", "gate"), ("compare", "view", "checks")],
    ids=["evidence", "portfolio", "compare"],
)
def test_a_view_named_in_the_address_is_the_one_shown(
    draw: Draw, ws: Workspace, name: str, field: str, view: str
) -> None:
    add_read(ws)
    add_read(ws, BAN, "Notices are sent by post.", vendor="Tallowmere AI")
    page = draw(name, **{field: view})

    assert page.session_state[f"{field}_choice"] == view
    assert not page.exception


def test_the_second_look_lists_only_critical_findings_that_wait(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    page = draw("evidence", show="second-look")
    assert not page.exception
    labels = [option for group in page.button_group for option in group.options]
    assert any(str(getattr(option, "content", option)).startswith("Second look") for option in labels)
