from clauses.registry import CHECKS
from scoring.policy import shipped_policies
from workflow.checks import check_page, list_check_pages

DEFAULT = shipped_policies()[0]


def test_there_is_a_page_for_every_check_in_the_registrys_order() -> None:
    assert [page.check.id for page in list_check_pages(DEFAULT)] == [check.id for check in CHECKS]


def test_a_page_shows_examples_both_ways_and_the_weight() -> None:
    page = check_page(DEFAULT, "output_training_ban")
    assert page is not None
    assert (page.weight, page.wanted) == (10, "present")
    assert page.found
    assert all(example.because for example in page.not_found)


def test_a_check_that_the_policy_does_not_score_has_no_weight() -> None:
    page = check_page(DEFAULT, "governing_law")
    assert page is not None
    assert page.weight is None


def test_there_is_no_page_for_an_unknown_check() -> None:
    assert check_page(DEFAULT, "nothing") is None
