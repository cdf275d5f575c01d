"""The Exposure tab of Compare, drawn without a browser."""

from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace


def test_the_tab_says_what_would_have_stopped_the_campaign(draw: Draw, ws: Workspace) -> None:
    _two_vendors(ws)
    page = draw("compare", view="exposure")
    text = words(page)
    assert not page.exception
    assert "about 1,150 queries per account, some 26 a day over 45 days" in text
    assert "Alleged by Anthropic, 10 June 2026" in text
    assert "not a forecast" in text
    assert "Northwind Models (your documents)" in page.multiselect(key="exposure_vendors").options


def test_a_moved_assumption_is_marked_changes_the_answer_and_can_be_reset(draw: Draw, ws: Workspace) -> None:
    _two_vendors(ws)
    page = draw("compare", view="exposure")
    page.multiselect(key="exposure_vendors").set_value(["anthropic"]).run()
    assert "about 35 % of the queries" in words(page)
    page.slider(key="assume_account_checks").set_value(0.05).run()
    assert "about 71 % of the queries" in words(page)
    assert page.slider(key="assume_account_checks").label.endswith("(changed)")
    page.button(key="assumptions_reset").click().run()
    assert "about 35 % of the queries" in words(page)
    assert not page.slider(key="assume_account_checks").label.endswith("(changed)")


def test_a_vendor_whose_terms_permit_distillation_is_not_scored(draw: Draw, ws: Workspace) -> None:
    _two_vendors(ws)
    page = draw("compare", view="exposure")
    page.multiselect(key="exposure_vendors").set_value(["deepseek"]).run()
    assert "DeepSeek: permitted by its terms. The replay is not scored." in words(page)
    assert "would have been stopped" not in words(page)


def _two_vendors(ws: Workspace) -> None:
    add_read(ws)
    add_read(ws, BAN, "Another text.", vendor="Tallowmere AI", name="other.txt")
