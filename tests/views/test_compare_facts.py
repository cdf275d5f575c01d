"""Quotas, Cost and Ranking on Compare, drawn without a browser."""

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from views.compare import PUBLISHED
from workflow.catalogue import own_facts
from workflow.vendors import add_vendor
from workflow.workspace import Workspace


def test_published_facts_are_compared_with_source_and_date(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    page = _picked(draw, "quotas", "northwind-models", PUBLISHED + "anthropic")
    assert not page.exception
    assert "platform.claude.com, API rate limits, 17 October 2026, vendor statement" in words(page)
    assert "None" not in words(page)


def test_a_view_of_documents_says_what_it_needs(draw: Draw, ws: Workspace) -> None:
    page = _picked(draw, "ranking", PUBLISHED + "openai", PUBLISHED + "anthropic")
    assert "Pick two vendors with documents for this view." in words(page)


def test_a_vendor_of_which_nothing_was_read_is_named_as_left_out(draw: Draw, ws: Workspace) -> None:
    add_vendor(ws, "Quillmoor Labs", by="Dana")
    page = _picked(draw, "quotas", "quillmoor-labs", PUBLISHED + "openai", PUBLISHED + "anthropic")
    assert "left out: nothing of them has been read yet." in words(page)


def test_a_slider_changes_the_ranking_at_once_and_says_so(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    add_read(ws, BAN, "Another text.", vendor="Tallowmere AI", name="other.txt")
    page = _picked(draw, "ranking", "northwind-models", "tallowmere-ai")
    assert "not the policy’s score" not in words(page)
    page.slider(key="stress_anti_distillation").set_value(0.0).run()
    assert not page.exception
    assert "not the policy’s score" in words(page)


def test_the_ranking_can_be_seen_under_another_policy(draw: Draw, ws: Workspace) -> None:
    add_read(ws)
    add_read(ws, BAN, "Another text.", vendor="Tallowmere AI", name="other.txt")
    page = _picked(draw, "ranking", "northwind-models", "tallowmere-ai")
    page.selectbox(key="ranking_policy").set_value("strict").run()
    assert not page.exception
    assert "elsewhere the vendors stay scored with Default" in words(page)


def test_notes_and_volume_are_kept(draw: Draw, ws: Workspace) -> None:
    pair = (PUBLISHED + "mistral", PUBLISHED + "anthropic")
    page = _picked(draw, "cost", *pair)
    page.number_input(key="cost_input").set_value(50.0).run()
    page.text_area[0].set_value("Ask for the batch price.").run()
    assert not page.exception
    again = _picked(draw, "cost", *pair)
    assert again.text_area[0].value == "Ask for the batch price."
    assert again.number_input(key="cost_input").value == 50.0


def test_a_fact_of_ones_own_needs_a_source_and_then_stands_first(draw: Draw, ws: Workspace) -> None:
    page = _picked(draw, "quotas", PUBLISHED + "meta", PUBLISHED + "anthropic")
    _keep(page, source="")
    assert "source" in words(page).lower() and not own_facts(ws)
    _keep(page, source="Order form, clause 3")
    assert not page.exception
    assert [(vendor, fact.value, fact.source) for vendor, fact in own_facts(ws)] == [
        ("meta", "by order form only", "Order form, clause 3")
    ]


def _keep(page: AppTest, *, source: str) -> None:
    """Fill the dialog; a run without its button would close it here, so that both buttons are pressed in one."""
    _button(page, "Add or correct a fact").click().run()
    next(field for field in page.selectbox if field.label == "Vendor").set_value("meta")
    _input(page, "Value: a number or words").set_value("by order form only")
    _input(page, "Source: page, clause or letter").set_value(source)
    _button(page, "Add or correct a fact").click()
    _button(page, "Keep this fact").click().run()


def _button(page: AppTest, label: str) -> Any:
    return next(button for button in page.button if button.label == label)


def _input(page: AppTest, label: str) -> Any:
    return next(field for field in page.text_input if field.label == label)


def test_cost_needs_two_prices_and_gives_ranges_where_sources_differ(draw: Draw, ws: Workspace) -> None:
    page = _picked(draw, "cost", PUBLISHED + "meta", PUBLISHED + "anthropic")
    assert "Fewer than two of these vendors have a known list price." in words(page)
    page = _picked(draw, "cost", PUBLISHED + "mistral", PUBLISHED + "anthropic")
    table = page.dataframe[0].value
    assert list(table["Dollars a year"]) == ["19,200 to 38,400", "36,000"]


def _picked(draw: Draw, view: str, *vendors: str) -> AppTest:
    return draw("compare", view=view, v=list(vendors))  # type: ignore[arg-type]
