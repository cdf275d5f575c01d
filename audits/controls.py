"""Blocks in, the auditor's tests of controls out; and which of the compared protections those tests cover.

A row of a test table begins with a control's id (CC6.1, A.8.15) and goes on to the next id, over page ends too.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from audits.letter import quote_of
from audits.model import AuditReport, ControlProof, ControlTest, TestResult
from documents.model import Block, BlockKind

CONTROL_ID = re.compile(
    r"^(?P<id>(?:CC|C|A|PI|P|AC|CA|OPS|LOG|IR|API|[B-F](?=\d{3}\b)|B)-?\d{1,3}(?:\.\d{1,2}){0,3}|[A-Z]{2,5}-\d{1,3})(?=$|[\s:.])"
)
RESULT = re.compile(
    r"(?P<no_exception>\bno (?:relevant )?(?:exceptions?|deviations?) (?:were |was )?(?:noted|identified|found)\b)"
    r"|(?P<not_tested>\bnot tested\b|\bno (?:occurrences?|instances?)\b[^.]*\bperiod\b"
    r"|\bdid not (?:occur|operate) during\b)"
    r"|(?P<exception>\b(?:exceptions?|deviations?) (?:was |were )?(?:noted|identified|found)\b"
    r"|\b(?:one|two|three|four|five|six|\d+) (?:exceptions?|deviations?)\b)",
    re.IGNORECASE,
)
HEAD = re.compile(r"^(?:trust\b.{0,40})?control(?: activity| description|s)?\b.{0,60}\bresults?\b", re.IGNORECASE)
MOST_HEAD = 120  # characters of a table's head
ROW = 12  # blocks that one row may take


def tests_of(blocks: Sequence[Block]) -> tuple[ControlTest, ...]:
    """Return the tested controls in reading order; a row without words of a result is left out.

    A matrix whose rows have no ids is read by its head ("Control, Test, Result"): there a row ends with its result.
    """
    starts = [n for n, block in enumerate(blocks) if CONTROL_ID.search(block.text)]
    ends = [*starts[1:], len(blocks)]
    rows = (_row(blocks[start : min(end, start + ROW)]) for start, end in zip(starts, ends, strict=False))
    return tuple(row for row in rows if row is not None) or tuple(_without_ids(blocks))


def cover(report: AuditReport) -> tuple[ControlProof, ...]:
    """Return each compared protection that the report tested, one a test, in the order of the crosswalk."""
    return tuple(
        ControlProof(protection=name, check=check, test=test, crosswalk=ids)
        for name, check, words, ids in crosswalk()
        for test in report.tests
        if words.search(f"{test.control} {test.test}")
    )


@cache
def crosswalk() -> tuple[tuple[str, str, re.Pattern[str], tuple[str, ...]], ...]:
    """Return (protection, check that promises it, words that name it, ids of other frameworks) in order."""
    text = Path(__file__).with_name("crosswalk.toml").read_text(encoding="utf-8")
    return tuple(
        (row["name"], row["check"], re.compile(row["words"], re.IGNORECASE), tuple(row["crosswalk"]))
        for row in tomllib.loads(text)["protection"]
    )


def _without_ids(blocks: Sequence[Block]) -> Iterator[ControlTest]:
    number, row, inside = 0, list[Block](), False
    for block in blocks:
        if HEAD.search(block.text) and len(block.text) < MOST_HEAD:
            inside, row = True, []
        elif block.kind is BlockKind.HEADING:
            inside = False
        elif inside:
            row.append(block)
            match = RESULT.search(block.text)
            if match and match.lastgroup:
                number += 1
                yield _row_of(f"row {number}", row, match)
            row = [] if match else row[-ROW:]


def _row_of(name: str, row: Sequence[Block], match: re.Match[str]) -> ControlTest:
    """Return the row's test; `match` is the result in the last block of the row."""
    last, before = row[-1], row[-1].text[: match.start()].strip()
    texts = [*(block.text for block in row[:-1]), *([before] if before else [])]
    return ControlTest(
        control_id=name,
        control=texts[0] if texts else "",
        test=" ".join(texts[1:]),
        result=TestResult(match.lastgroup or TestResult.NOT_TESTED),
        quote=quote_of(last, match.start(), match.end()),
    )


def _row(blocks: Sequence[Block]) -> ControlTest | None:
    identity = CONTROL_ID.search(blocks[0].text)
    found = next(((b, m) for b in blocks if (m := RESULT.search(b.text))), None)
    if identity is None or found is None or found[1].lastgroup is None:
        return None
    block, match = found
    texts = [blocks[0].text[identity.end() :].strip(" :."), *(b.text for b in blocks[1:] if b.number < block.number)]
    texts = [text for text in texts if text] or [block.text[: match.start()]]
    return ControlTest(
        control_id=identity["id"],
        control=texts[0],
        test=" ".join(texts[1:]),
        result=TestResult(found[1].lastgroup),
        quote=quote_of(block, match.start(), match.end()),
    )
