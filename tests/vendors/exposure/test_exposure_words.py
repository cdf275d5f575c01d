from datetime import date

import pytest

from vendors.exposure.assumptions import central
from vendors.exposure.published import campaigns, published_controls
from vendors.exposure.replay import replay
from vendors.exposure.sensitivity import levers
from vendors.exposure.words import amount, arithmetic, dollars, lesson, origin, percent, sentences

JUNE, _, SEPTEMBER = campaigns()
BY_ID = {one.id: one for one in published_controls()}


def test_the_known_case_is_said_with_its_figures_and_as_an_allegation() -> None:
    assert "about 1,150 queries per account, some 26 a day over 45 days" in arithmetic(JUNE)
    assert origin(JUNE).startswith("Alleged by Anthropic, 10 June 2026.")


def test_the_lesson_says_that_limits_alone_do_not_stop_it_and_what_does() -> None:
    made = replay(JUNE, BY_ID["anthropic"], central(), replicates=5)
    said = lesson(made, levers(JUNE, BY_ID["anthropic"], central()))
    assert said.startswith(
        "Limits per account alone do not stop this. Half the limit would leave the share stopped at 35 %."
    )
    assert "from $940 to $20,300 per million queries" in said
    assert "Both together would raise it to $65,700." in said


def test_where_a_limit_binds_it_is_not_said_that_none_does() -> None:
    made = replay(SEPTEMBER, BY_ID["anthropic"], central(), replicates=5)
    assert "it would have cut the campaign by 41 %" in sentences(made)[0]
    assert "alone do not stop" not in lesson(made, levers(SEPTEMBER, BY_ID["anthropic"], central()))


def test_a_vendor_that_permits_distillation_is_not_scored() -> None:
    said = sentences(replay(JUNE, BY_ID["deepseek"], central(), replicates=5))
    assert said[0] == "DeepSeek: permitted by its terms. The replay is not scored."
    assert not any("would have been stopped" in sentence for sentence in said)


def test_what_is_unknown_is_a_range_and_a_question() -> None:
    said = " ".join(sentences(replay(JUNE, BY_ID["openai"], central(), replicates=5)))
    assert "between 19 % and 35 % of the queries" in said
    assert "OpenAI does not say: its limits; whether it links accounts" in said


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (amount(18_760_000), "18.8 million"),
        (amount(1152), "1,150"),
        (amount(25.6), "26"),
        (amount(0.72), "0.72"),
        (percent(0.348), "35 %"),
        (percent(0.975), "97.5 %"),
        (percent(1.0), "100 %"),
        (dollars(943.9), "$940"),
        (dollars(60_943), "$60,900"),
    ],
)
def test_numbers_are_said_with_few_figures(made: str, said: str) -> None:
    assert made == said


def test_limits_have_a_source_and_a_date_that_has_passed() -> None:
    limits = [limit for vendor in published_controls() for limit in vendor.limits]
    assert all(limit.source and limit.scope and limit.as_of <= date(2026, 11, 25) for limit in limits)
