"""The playbook: every scored check has a play, and its wording is what our own checks look for."""

from datetime import date

import pytest

from negotiation.wording import Level, Play, PlaybookError, fill, parse_play, playbook
from scoring.assess import assess
from scoring.policy import shipped_policies
from tests.builders import analysed, build_document, build_source

POLICY = shipped_policies()[0]
PLAYS = sorted(playbook().values(), key=lambda play: play.check)
TEXT = """
check = "survival"
version = 1
preferred = "The provisions on {output} survive for {months} months."
acceptable = "The provisions on output survive."
walk_away = "Nothing survives the end of it."
strengths = [1.0, 0.5]
[numbers.months]
default = 12
low = 1
high = 24
unit = "months"
"""


def test_every_check_that_the_default_policy_scores_has_a_play() -> None:
    assert {play.check for play in PLAYS} == {criterion.check_id for criterion in POLICY.criteria if criterion.weight}


@pytest.mark.parametrize("level", Level)
@pytest.mark.parametrize("play", PLAYS, ids=lambda play: play.check)
def test_the_wording_gets_from_our_own_checks_the_strength_that_it_names(play: Play, level: Level) -> None:
    text = fill(play, level, terms={}, numbers={})
    made = assess(
        "Acme",
        findings=analysed(build_document(text)).findings,
        decisions=(),
        sources=(build_source(),),
        policy=POLICY,
        on=date(2026, 11, 25),
        tool_version="1",
        rules_version="1",
    )
    result = next(result for result in made.results if result.criterion.check_id == play.check)
    assert (result.points or 0) / result.criterion.weight == pytest.approx(play.strength(level), abs=0.006)


def test_names_and_numbers_are_filled_in_once_and_never_read_again() -> None:
    play = parse_play(TEXT)
    text = fill(play, Level.PREFERRED, terms={"output": "{months} {vendor}"}, numbers={"months": 6})
    assert text == "The provisions on {months} {vendor} survive for 6 months."


def test_a_number_out_of_its_bounds_is_refused() -> None:
    with pytest.raises(PlaybookError, match="between 1 and 24 months"):
        fill(parse_play(TEXT), Level.PREFERRED, terms={}, numbers={"months": 25})


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{output}", "{nothing}", "is not a known word"),
        ("default = 12", "default = 99", "between low and high"),
        ("strengths = [1.0, 0.5]", "strengths = [1.0, 5]", "strengths"),
        ("version = 1", "version = ", "not TOML"),
    ],
)
def test_a_play_that_cannot_be_used_says_why(old: str, new: str, words: str) -> None:
    with pytest.raises(PlaybookError, match=words):
        parse_play(TEXT.replace(old, new))
