"""The theme: contrast in light and dark, and words that never rest on colour alone."""

import tomllib
from itertools import chain
from pathlib import Path

import pytest

from clauses.model import Outcome
from scoring.model import Action, Proof, Verdict
from store.records import JobState
from views.look import DECISIONS, JOBS, OUTCOMES, PROOFS, VERDICTS
from views.messages import plain

THEME = tomllib.loads(Path(".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
HUES = ("green", "orange", "yellow", "red", "violet", "gray", "blue")


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("hue", HUES)
def test_a_badge_can_be_read_on_its_tint_and_on_the_page(mode: str, hue: str) -> None:
    theme = THEME[mode]

    assert contrast(theme[f"{hue}TextColor"], theme[f"{hue}BackgroundColor"]) >= 4.5
    assert contrast(theme[f"{hue}TextColor"], theme["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_links_and_primary_buttons_can_be_read(mode: str) -> None:
    theme = THEME[mode]

    assert contrast(theme["textColor"], theme["backgroundColor"]) >= 7
    assert contrast(theme["textColor"], theme["secondaryBackgroundColor"]) >= 7
    assert contrast(theme["linkColor"], theme["backgroundColor"]) >= 4.5
    assert contrast("#FFFFFF", theme["primaryColor"]) >= 4.5


def test_every_status_has_a_word_and_an_icon() -> None:
    for kind, statuses in ((Verdict, VERDICTS), (Outcome, OUTCOMES), (JobState, JOBS), (Proof, PROOFS)):
        assert set(statuses) == set(kind)
    assert set(DECISIONS) == set(Action)
    tables = (VERDICTS, OUTCOMES, JOBS, PROOFS, DECISIONS)
    assert all(status.word and status.icon for status in chain.from_iterable(table.values() for table in tables))


def test_only_a_verdict_has_a_colour_and_an_outcome_has_none() -> None:
    assert {status.colour for status in OUTCOMES.values()} == {"gray"}
    assert VERDICTS[Verdict.GAP].colour == "red"


@pytest.mark.parametrize("text", ["**a**", "[a](b)", "<b>", "$x$", ":red[x]", "`a`", "# a", "a|b"])
def test_plain_escapes_every_sign_that_markdown_reads(text: str) -> None:
    shown = plain(text)

    assert shown.replace("\\", "") == text
    assert all(shown[n - 1] == "\\" for n, sign in enumerate(shown) if sign in "*[]<>$:`#|")
