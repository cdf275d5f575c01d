"""Blocks of a penetration-test report in; its findings one by one, with severity and state, out.

Such reports follow no standard form. Read are the forms that are common: a title with the severity in brackets, fields
("Severity: High") below a title, and one line or table row a finding.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from audits.letter import quote_of
from audits.model import PenTestFinding
from documents.model import Block, BlockKind

NAMES = ("critical", "high", "medium", "low", "informational")
_SAME = {"moderate": "medium", "info": "informational", "note": "informational", "none": "informational"}
SEVERITY = r"critical|high|medium|moderate|low|informational|info|note|none"
_STATE = (
    r"not (?:yet )?(?:fixed|resolved|remediated)|partially (?:fixed|resolved|remediated|mitigated)|unresolved"
    r"|undetermined"
    r"|risk accepted|accepted(?: risk)?|fixed|resolved|remediated|closed|mitigated|open|pending|acknowledged"
)
_ID = r"(?:[A-Z][A-Z0-9]{0,9}(?:-[A-Z0-9]{1,10}){0,3}-\d{1,4}|[A-Z]{1,3}\d{1,3}|\d{1,2}(?:\.\d{1,2}){0,2}\.?)"
# "ACM-01-003 WP2: Keys can be enumerated (High)"
BRACKETED = re.compile(
    rf"^(?P<id>{_ID})\s+(?:WP\d+(?:/\d+)*:?\s*)?(?P<title>\S.{{4,180}}?)\s*"
    rf"[\[(](?P<severity>{SEVERITY})(?: risk)?[\])]",
    re.IGNORECASE,
)
# "F-01 Keys can be enumerated High Fixed", as a line or the cells of a row
ROW = re.compile(
    rf"^(?P<id>{_ID})\s+(?P<title>\S.{{4,180}}?)\s+(?P<severity>{SEVERITY})\b(?:\W+(?P<state>{_STATE})\b)?\W*$",
    re.IGNORECASE,
)
FIELD = re.compile(
    rf"\b(?:severity|risk(?: rating| level)?|impact rating)\s*[:\-–]?\s*(?P<severity>{SEVERITY})\b", re.I
)
TITLED = re.compile(rf"^(?P<id>{_ID})[.:]?\s+(?P<title>[A-Z].{{4,180}})$")
OWN_ID = re.compile(rf"\b(?:finding )?id\s*[:\-–]\s*(?P<id>{_ID})", re.IGNORECASE)
STATE = re.compile(
    rf"\b(?:status|state|re-?test(?: result)?|remediation(?: status)?)\s*[:\-–]\s*(?P<state>{_STATE})\b", re.IGNORECASE
)
NOTED = re.compile(
    rf"\b(?:issue|finding|vulnerability|problem|weakness) (?:is|was|has been)(?: (?:fully|successfully))? "
    rf"(?P<state>{_STATE})\b",
    re.I,
)
ALONE = re.compile(SEVERITY, re.IGNORECASE)
STATES = re.compile(_STATE, re.IGNORECASE)
IDENTITY = re.compile(_ID)
SHORT, NEAR, MOST = 120, 8, 200


def findings_of(blocks: Sequence[Block]) -> tuple[PenTestFinding, ...]:
    """Return each finding once, by its id or title; a later mention with a state (a retest's table) gives the state."""
    found: dict[str, PenTestFinding] = {}
    for at, block in enumerate(blocks):
        if len(found) >= MOST:
            break
        one = _bracketed(blocks, at) or _fields(blocks, at) or _row(block) or _cells(blocks, at)
        if one is None:
            continue
        known = next((key for key, each in found.items() if _same(one, each)), None)
        if known is None:
            found[f"{one.id}\n{one.title}"] = one
        elif one.state and not found[known].state:
            found[known] = replace(found[known], state=one.state)
    return tuple(found.values())


def _same(one: PenTestFinding, other: PenTestFinding) -> bool:
    named = one.id and not one.id[0].isdigit() and one.id.lower() == other.id.lower()
    return bool(named) or one.title.lower() == other.title.lower()


def _bracketed(blocks: Sequence[Block], at: int) -> PenTestFinding | None:
    match = BRACKETED.search(blocks[at].text)
    if match is None:
        return None
    words = "\n".join([blocks[at].text[match.end() :], *(other.text for other in _below(blocks, at))])
    return _made(match, blocks[at], STATE.search(words) or NOTED.search(words))


def _below(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """Yield the next few blocks, up to the next title."""
    for other in blocks[at + 1 : at + 1 + NEAR]:
        if other.kind is BlockKind.HEADING or BRACKETED.search(other.text):
            return
        if TITLED.search(other.text) and not FIELD.search(other.text):
            return
        yield other


def _cells(blocks: Sequence[Block], at: int) -> PenTestFinding | None:
    """Read a table's row from its cell with the severity alone: the title and id before it, the state after it."""
    block = blocks[at]
    if block.kind is not BlockKind.TABLE_CELL or not ALONE.fullmatch(block.text.strip()):
        return None
    before: list[Block] = []
    for other in reversed(blocks[max(at - 3, 0) : at]):
        if (
            other.kind is not BlockKind.TABLE_CELL
            or ALONE.fullmatch(other.text.strip())
            or STATES.fullmatch(other.text)
        ):
            break
        before.insert(0, other)
    title = max(before, key=lambda each: len(each.text), default=None)
    if title is None or len(title.text) < SHORT // 12 or title.text.lower() in ("severity", "title"):
        return None
    identity = next((each.text for each in before if IDENTITY.fullmatch(each.text.strip()) and each is not title), "")
    after = [each for each in blocks[at + 1 : at + 3] if each.kind is BlockKind.TABLE_CELL]
    state = next((each.text.strip().lower() for each in after if STATES.fullmatch(each.text.strip())), "")
    return PenTestFinding(
        id=identity.strip(" ."), title=title.text.strip(), severity=severity_name(block.text.strip()), state=state,
        quote=quote_of(title),
    )  # fmt: skip


def _row(block: Block) -> PenTestFinding | None:
    match = ROW.search(block.text) if len(block.text) < SHORT + 80 else None
    return _made(match, block, match if match and match["state"] else None) if match else None


def _fields(blocks: Sequence[Block], at: int) -> PenTestFinding | None:
    """Read a short title whose severity, and perhaps id and state, stand below it, before the next title."""
    block = blocks[at]
    titled = TITLED.search(block.text)
    if len(block.text) > SHORT or not (titled or block.kind is BlockKind.HEADING) or FIELD.search(block.text):
        return None
    words = "\n".join(other.text for other in _below(blocks, at))
    severity = FIELD.search(words)
    if severity is None:
        return None
    own, state = OWN_ID.search(words), STATE.search(words) or NOTED.search(words)
    return PenTestFinding(
        id=own["id"] if own else (titled["id"].rstrip(".") if titled else ""),
        title=titled["title"].strip() if titled else block.text.strip(),
        severity=severity_name(severity["severity"]),
        state=state["state"].lower() if state else "",
        quote=quote_of(block),
    )


def _made(match: re.Match[str], block: Block, state: re.Match[str] | None) -> PenTestFinding:
    return PenTestFinding(
        id=match["id"].rstrip("."),
        title=match["title"].strip(" :–-"),
        severity=severity_name(match["severity"]),
        state=state["state"].lower() if state else "",
        quote=quote_of(block, match.start(), match.end()),
    )


def severity_name(word: str) -> str:
    """Return one name for a severity, whatever the report calls it."""
    return _SAME.get(word.lower(), word.lower())
