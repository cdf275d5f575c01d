"""Each frame, exclusion and look-alike of a check is needed by an example: without it, some example reads otherwise."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from clauses.engine import analyse
from clauses.model import ClauseCheck, Outcome
from clauses.registry import CHECKS
from tests.clauses.examples import CLAUSES, Example, document_of, read_examples

WITH_IDS = pytest.mark.parametrize("check", CHECKS, ids=[check.id for check in CHECKS])


def found_by_frames(check: ClauseCheck, examples: list[Example]) -> list[bool]:
    """Return for each example whether the frames alone find the clause."""
    outcomes = (analyse(document_of(each), [check]).findings[0].outcome for each in examples)
    return [outcome is Outcome.PRESENT for outcome in outcomes]


def with_one_part_less(check: ClauseCheck) -> Iterator[tuple[str, ClauseCheck]]:
    for frame in check.frames:
        yield f"frame {frame.id}", replace(check, frames=tuple(f for f in check.frames if f is not frame))
    for without in dict.fromkeys(text for frame in check.frames for text in frame.without):
        frames = tuple(replace(f, without=tuple(t for t in f.without if t != without)) for f in check.frames)
        yield f"without “{without}”", replace(check, frames=frames)
    for like in check.look_alikes:
        yield f"look-alike {like.id}", replace(check, look_alikes=tuple(k for k in check.look_alikes if k is not like))


@WITH_IDS
def test_every_part_of_a_check_is_needed_by_an_example(check: ClauseCheck) -> None:
    examples = read_examples(CLAUSES / check.family / f"{check.id}.examples.yaml")
    as_it_is = found_by_frames(check, examples)
    idle = [name for name, less in with_one_part_less(check) if found_by_frames(less, examples) == as_it_is]
    assert not idle, f"No example notices when these are deleted: {', '.join(idle)}"
