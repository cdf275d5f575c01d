"""A check's page says how often it was right, with the number of places, or nothing."""

import pytest

from scoring.policy import shipped_policies
from workflow.checks import list_check_pages, measured_words


def test_measured_figures_are_shown_as_counts():
    words = measured_words({"precision": 0.9, "recall": 0.8, "places": 50, "findings": 40})
    assert words == (
        "On public documents it finds 40 of 50 labelled places; 4 of its 40 findings there are false alarms."
    )


@pytest.mark.parametrize("figures", [None, {"precision": 0.0, "recall": 0.0, "places": 0, "findings": 3}])
def test_a_check_without_labelled_places_shows_no_figure(figures):
    assert measured_words(figures) == ""


def test_figures_of_the_list_are_those_of_the_page(monkeypatch):
    figures = {"survival": {"precision": 0.9, "recall": 0.8, "places": 50, "findings": 40}}
    monkeypatch.setattr("workflow.checks._figures", lambda: figures)
    pages = {page.check.id: page for page in list_check_pages(shipped_policies()[0])}
    assert (pages["survival"].recall, pages["survival"].precision) == (0.8, 0.9)
    assert (pages["insurance"].recall, pages["insurance"].precision) == (None, None)
