"""Sentences of our own wording as further training data: the examples of the checks and the bank of `training/bank/`.

A row says of one check alone whether its sentence carries the clause; of all other checks it says nothing. No row is
ever in a fold: they are ours, so they tell nothing about how well strangers' documents are read.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

import clauses
from clauses.candidates import passages
from clauses.classifier import Candidate, Unit
from clauses.engine import matched
from clauses.parties import names_of
from clauses.registry import CHECKS
from documents.model import Block, BlockKind, Document, DocumentFormat, DocumentKind

BANK = Path(__file__).resolve().parent / "bank"
EXAMPLES = Path(clauses.__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A sentence of ours: the check that it is about, and whether it carries its clause."""

    check: str
    candidate: Candidate
    carries: bool


def bank_rows(checks: Iterable[str], unit: Unit = Unit.BLOCK) -> list[Row]:
    """Return the rows about these checks, in the order of the files, as candidates of a unit."""
    wanted = frozenset(checks)
    paths = [*sorted(EXAMPLES.glob("*/*.examples.yaml")), *sorted(BANK.glob("*.yaml"))]
    return [row for path in paths if path.name.partition(".")[0] in wanted for row in _rows(path, unit)]


def _rows(path: Path, unit: Unit) -> Iterator[Row]:
    for line in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        # A known gap says what should be found one day: its label is that of a match or of none, and not told.
        if line["expect"] in ("match", "none"):
            for candidate in _candidates(line, unit):
                yield Row(check=path.name.partition(".")[0], candidate=candidate, carries=line["expect"] == "match")


def _candidates(line: dict[str, str], unit: Unit) -> list[Candidate]:
    block = Block(
        number=0,
        kind=BlockKind.ITEM if line.get("lead_in") else BlockKind.PARAGRAPH,
        text=" ".join(line["text"].split()),
        heading_path=(line["heading"],) if line.get("heading") else (),
        lead_in=line.get("lead_in", ""),
    )
    document = Document(
        id="bank", name="bank.txt", format=DocumentFormat.TEXT, kind=DocumentKind.CONTRACT, title="", language="en",
        page_count=1, blocks=(block,),
    )  # fmt: skip
    names = names_of(document.blocks)
    return [p.candidate for p in passages(matched(document, CHECKS, names), CHECKS, names, unit)]
