"""Runs every example that lies beside a check, by name: `pytest tests/clauses -k scraping_ban`."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from clauses.model import Outcome, Reach
from tests.clauses.examples import CLAUSES, Example, find, read_examples


def every_example() -> Iterator[object]:
    for path in sorted(CLAUSES.glob("*/*.examples.yaml")):
        check_id = path.name.removesuffix(".examples.yaml")
        for number, example in enumerate(examples_of(path)):
            # A known gap must keep failing: when it passes, the line is to be promoted to match or none.
            marks = (
                [pytest.mark.xfail(strict=True, reason=example.because)]
                if example.expect in ("todo", "false_alarm")
                else []
            )
            yield pytest.param(check_id, example, id=f"{check_id}-{number}-{example.expect}", marks=marks)


def examples_of(path: Path) -> list[Example]:
    # A broken file is one failing test of its check, not the end of all the others.
    try:
        return read_examples(path)
    except (ValueError, yaml.YAMLError) as error:
        return [Example(expect="broken", text="", because=str(error))]


@pytest.mark.parametrize(("check_id", "example"), list(every_example()))
def test_check_reads_its_example_as_the_line_says(check_id: str, example: Example) -> None:
    assert example.expect != "broken", example.because
    finding = find(check_id, example, reach=Reach.OFF if example.frames else Reach.FULL)
    if example.expect in ("none", "false_alarm"):
        quotes = [(e.quote, [reason.what for reason in e.reasons]) for e in finding.evidence]
        assert finding.outcome is Outcome.ABSENT, f"found although {example.because}: {quotes}"
        return
    assert finding.outcome is Outcome.PRESENT, "not found"
    evidence = finding.evidence[0] if example.quote is None else _quoting(finding.evidence, example.quote)
    if example.party is not None:
        assert evidence.bound == example.party
    if example.force is not None:
        assert evidence.force == example.force
    if example.exceptions is not None:
        assert set(evidence.exceptions) == set(example.exceptions)


def _quoting(evidence: tuple, words: str):
    quotes = [e.quote for e in evidence]
    assert any(words in quote for quote in quotes), f"no quote holds {words!r}: {quotes}"
    return next(e for e in evidence if words in e.quote)
