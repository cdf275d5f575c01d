import json

import pytest
from click.testing import CliRunner

from cli.exposure import exposure
from workflow.exposure import CannotReplay


def test_the_replay_is_printed_with_its_allegation_and_notice() -> None:
    result = CliRunner().invoke(exposure, ["anthropic"])
    text = " ".join(result.output.split())
    assert result.exit_code == 0
    assert "Alleged by Anthropic, 10 June 2026" in text
    assert "It would not have bound" in text
    assert "not a forecast" in text


def test_json_holds_every_vendor_in_the_order_given_and_no_infinite_numbers() -> None:
    result = CliRunner().invoke(exposure, ["openai", "mistral", "--format", "json"])
    made = json.loads(result.output, parse_constant=pytest.fail)
    assert [one["controls"]["vendor"] for one in made] == ["OpenAI", "Mistral"]
    assert made[0]["binding"]["cap"] is None
    assert made[1]["campaign"]["on"] == "2026-06-10"


def test_without_a_vendor_it_lists_what_is_known() -> None:
    result = CliRunner().invoke(exposure, [])
    assert "google-gemini" in result.output
    assert "february-2026" in result.output
    assert "linkable" in result.output


def test_own_numbers_are_no_allegation() -> None:
    result = CliRunner().invoke(exposure, ["mistral", "--accounts", "100"])
    assert "Your own campaign." in result.output
    assert "Alleged" not in result.output


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["mistrl"], "Did you mean mistral?"),
        (["mistral", "--campaign", "x"], "There is no campaign “x”."),
        (["mistral", "--assume", "x=1"], "There is no assumption “x”."),
    ],
)
def test_an_unknown_name_is_said_with_what_is_known(arguments: list[str], problem: str) -> None:
    result = CliRunner().invoke(exposure, arguments)
    assert isinstance(result.exception, CannotReplay)
    assert problem in str(result.exception)


@pytest.mark.parametrize("assume", ["linkable", "linkable=much", "linkable=nan", "linkable=-1"])
def test_an_assumption_without_a_number_is_bad_usage(assume: str) -> None:
    result = CliRunner().invoke(exposure, ["mistral", "--assume", assume])
    assert result.exit_code == 2
    assert "Traceback" not in result.output
