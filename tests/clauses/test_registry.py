"""The registry, the check files and their examples fit together."""

import pytest

from clauses.matcher import phrase
from clauses.model import ClauseCheck, Family
from clauses.registry import BY_ID, CHECKS
from tests.clauses.examples import CLAUSES, read_examples

WITH_IDS = pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])


@WITH_IDS
def test_check_has_all_its_words(check: ClauseCheck) -> None:
    for text in (check.title, check.question, check.why, check.ask_for):
        assert text.strip() == text != ""
        assert "..." not in text
    assert check.question.endswith("?")
    assert check.applies_to
    assert len(check.version) == 8


@WITH_IDS
def test_every_phrase_of_a_check_compiles(check: ClauseCheck) -> None:
    for frame in check.frames:
        for text in (frame.words, *frame.without, *frame.needs):
            phrase(text)
    for like in check.look_alikes:
        phrase(like.words)


@WITH_IDS
def test_check_has_at_least_three_examples_that_match_and_three_that_do_not(check: ClauseCheck) -> None:
    path = CLAUSES / check.family / f"{check.id}.examples.yaml"
    assert path.exists(), f"{check.id} has no examples file"
    examples = read_examples(path)
    expected = [example.expect for example in examples]
    assert set(expected) <= {"match", "none", "todo", "false_alarm"}
    assert expected.count("match") >= 3
    assert expected.count("none") >= 3
    assert all(example.because for example in examples if example.expect in ("none", "todo", "false_alarm"))
    assert all(example.text.strip() for example in examples)


def test_every_examples_file_belongs_to_a_check() -> None:
    files = {path.name.removesuffix(".examples.yaml") for path in CLAUSES.glob("*/*.examples.yaml")}
    assert files <= set(BY_ID)


def test_every_check_file_is_registered_once_under_its_name() -> None:
    files = [path.stem for family in Family for path in (CLAUSES / family).glob("[a-z]*.toml")]
    assert sorted(files) == sorted(check.id for check in CHECKS)
