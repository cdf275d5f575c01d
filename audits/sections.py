"""Blocks of a SOC report in; which parts of the auditor's letter and of management's assertion are not there, out.

The parts are those that AT-C 105 and 205 and the AICPA's SOC 2 guide ask for; each is told by words that such a part
uses, under whatever heading.
"""

import re
from collections.abc import Sequence

from audits.letter import opens_assertion
from audits.model import Assertion
from audits.period import period_of
from audits.scope import categories_of
from documents.model import Block, BlockKind

LETTER = (
    ("scope", r"\bwe (?:have examined|were engaged to examine)\b"),
    ("responsibilities of the service organisation", r"\b(?:is|are) (?:also )?responsible for\b"),
    ("responsibilities of the auditor", r"\bour responsibility is to express\b|\bauditor.{0,3}s responsibilit"),
    ("independence", r"\bindependen(?:t|ce)\b"),
    ("inherent limitations", r"\binherent limitations?\b|\bmay not prevent\b"),
    ("opinion", r"\bin our opinion\b|\bdo not express an opinion\b"),
    ("restricted use", r"\bintended solely\b|\brestricted use\b"),
)
ASSERTED = (
    ("description presented", r"\bdescription\b.{0,80}\b(?:presents?|presented|fairly)\b"),
    ("controls suitably designed", r"\bsuitably designed\b"),
    ("controls operated effectively", r"\boperated effectively\b"),
)
NEXT = re.compile(r"^section\s+\w+\b", re.IGNORECASE)
MOST = 40  # blocks of an assertion


def missing_sections(letter: Sequence[Block]) -> tuple[str, ...]:
    """Return the parts of the auditor's letter of which there are no words, in their usual order."""
    words = " ".join(block.text for block in letter)
    return tuple(name for name, pattern in LETTER if not re.search(pattern, words, re.IGNORECASE))


def assertion_of(blocks: Sequence[Block], *, type_two: bool) -> Assertion | None:
    """Return management's assertion: its days, and what it does not assert; None when there is none.

    A Type I assertion says nothing of operating effectiveness.
    """
    start = next((n for n, block in enumerate(blocks) if opens_assertion(block)), None)
    if start is None:
        return None
    inside = []
    for block in blocks[start + 1 : start + 1 + MOST]:
        if block.kind is BlockKind.HEADING and NEXT.search(block.text):
            break
        inside.append(block)
    words = " ".join(block.text for block in inside)
    wanted = ASSERTED if type_two else ASSERTED[:2]
    return Assertion(
        period=period_of(inside),
        categories=categories_of(inside),
        missing=tuple(name for name, pattern in wanted if not re.search(pattern, words, re.IGNORECASE)),
    )
