"""The trained scorer's weights load and say the same thing every time."""

import pytest

from clauses.registry import BY_ID
from clauses.scorer.model import load_scorer
from clauses.second_layer import Passage

BAN = Passage("Restrictions", "You may not use Output to develop or train models that compete with us.")
RENT = Passage("Premises", "The tenant paints the kitchen every five years.")


@pytest.mark.parametrize(
    ("passage", "sure"), [pytest.param(BAN, True, id="a training ban"), pytest.param(RENT, False, id="a tenancy")]
)
def test_scorer_tells_a_ban_from_other_words(passage, sure):
    probability = load_scorer().score([passage])[0]["output_training_ban"]
    assert (probability > 0.5) is sure


def test_scorer_gives_the_same_probabilities_whatever_the_order():
    first, second = load_scorer().score([BAN, RENT])
    assert load_scorer().score([RENT, BAN]) == [second, first]


def test_scorer_knows_only_checks_that_exist():
    assert set(load_scorer().thresholds) <= set(BY_ID)
