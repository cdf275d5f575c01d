"""A check's page says how often it was right, with the number of places, or nothing."""

import pytest

from workflow.checks import measured_words


def test_measured_figures_are_shown_as_counts():
    words = measured_words({"precision": 0.9, "recall": 0.8, "places": 50, "findings": 40})
    assert words == (
        "On public documents it finds 40 of 50 labelled places; 4 of its 40 findings there are false alarms."
    )


@pytest.mark.parametrize("figures", [None, {"precision": 0.0, "recall": 0.0, "places": 0, "findings": 3}])
def test_a_check_without_labelled_places_shows_no_figure(figures):
    assert measured_words(figures) == ""
