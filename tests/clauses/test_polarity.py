"""What a sentence says at a place: a table of straight and inverted sentences, by the kind of what inverts them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from clauses import context
from clauses.matcher import tokenise
from clauses.parties import Names
from clauses.sentences import sentences
from documents.model import Block, BlockKind

TABLE = yaml.safe_load(Path(__file__).with_name("polarity.yaml").read_text(encoding="utf-8"))
STARRED = re.compile(r"\*([^*]+)\*")


def every_row() -> list[object]:
    return [pytest.param(row, id=f"{kind}-{number}") for kind, rows in TABLE.items() for number, row in enumerate(rows)]


def read(row: dict[str, Any]) -> context.Reading:
    starred = STARRED.search(row["text"])
    assert starred
    lead_in = row.get("lead_in", "")
    text = row["text"].replace("*", "")
    block = Block(
        number=0, kind=BlockKind.ITEM if lead_in else BlockKind.PARAGRAPH, text=text, lead_in=lead_in, heading_path=()
    )
    sentence = sentences(block)[0]
    start = sentence.own + len(tokenise(row["text"][: starred.start()].rstrip()))
    return context.read(sentence, (start, start + len(tokenise(starred[1]))), Names())


@pytest.mark.parametrize("row", every_row())
def test_sentence_reads_as_the_table_says(row: dict[str, Any]) -> None:
    reading = read(row)
    wanted = row["reads"] if isinstance(row["reads"], list) else [row["reads"]]
    # An assumed ban still counts for most patterns: an inverted sentence must not come out as one.
    assert reading.polarity in wanted, reading
    assert not (row.get("inverted") and reading.assumed), reading
    if "party" in row:
        assert reading.bound == row["party"]


def test_table_is_large_and_half_of_it_is_inverted() -> None:
    rows = [row for rows in TABLE.values() for row in rows]
    assert len({(row["text"], row.get("lead_in")) for row in rows}) == len(rows) >= 150
    assert sum(row.get("inverted", False) for row in rows) * 2 >= len(rows)
    assert all(len(rows) >= 10 for rows in TABLE.values())
