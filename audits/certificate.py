"""Blocks in; the fields of a certificate, and the findings of a penetration test by severity, out."""

import re
from collections.abc import Sequence

from audits.letter import quote_of
from audits.model import Certificate, Fact, Severity
from audits.period import DAY, day_of
from documents.model import Block

NUMBER = re.compile(
    r"\b(?:certificate|registration|certification)\s+(?:number|no\.?|ref(?:erence)?\.?)\W{0,3}"
    r"(?P<value>[A-Z0-9][A-Za-z0-9/_.-]{2,}\w)",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?i:issued by|certification body|certified by)\W{1,3}(?P<value>[A-Z][\w.&' -]{2,60}?)(?=[,.;(]|$)"
)
ACCREDITED = re.compile(r"\b(?i:accredit\w+ (?:by|body|mark|no\.?))\W{1,3}(?P<value>[A-Z][\w.&' -]{1,60}?)(?=[,.;(]|$)")
UNTIL = re.compile(
    rf"\b(?:valid (?:until|to|through)|expir\w+(?: date| on)?|date of expiry)\W{{0,3}}(?P<value>{DAY})", re.IGNORECASE
)
ISSUED = re.compile(
    rf"\b(?:date of issue|issue date|issued(?: on)?|certification date|(?:re)?certified on)\W{{0,3}}(?P<value>{DAY})",
    re.IGNORECASE,
)
_NAMES = r"critical|high|medium|moderate|low|informational"
COUNTED = re.compile(
    rf"\b(?P<name>{_NAMES})\b(?: (?:risk|severity))?\s*[:=|-]?\s*(?P<number>\d{{1,3}})\b"
    rf"|\b(?P<count>\d{{1,3}}) (?P<of>{_NAMES})\b",
    re.IGNORECASE,
)
RETEST = re.compile(r"\bre-?test\w*\b|\bremediat\w+ (?:was|were) (?:verified|confirmed)\b", re.IGNORECASE)


def certificate_of(blocks: Sequence[Block]) -> Certificate:
    """Return the fields that the blocks give, each with its words; days as YYYY-MM-DD."""
    return Certificate(
        number=_first(blocks, NUMBER),
        body=_first(blocks, BODY),
        accreditation=_first(blocks, ACCREDITED),
        issued=_day(blocks, ISSUED),
        valid_until=_day(blocks, UNTIL),
    )


def severities_of(blocks: Sequence[Block]) -> tuple[Severity, ...]:
    """Return how many findings of each severity the first paragraph that counts them names, the gravest first."""
    for block in blocks:
        found = list(COUNTED.finditer(block.text))
        if len(found) > 1:
            quote = quote_of(block, found[0].start(), found[-1].end())
            return tuple(
                Severity(name=(m["name"] or m["of"]).lower(), count=int(m["number"] or m["count"]), quote=quote)
                for m in found
            )
    return ()


def retest_of(blocks: Sequence[Block]) -> Fact | None:
    """Return the sentence's words about a retest; None when nothing speaks of one."""
    for block in blocks:
        if match := RETEST.search(block.text):
            return Fact(value="mentioned", quote=quote_of(block, match.start(), match.end()))
    return None


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Fact | None:
    for block in blocks:
        if match := pattern.search(block.text):
            return Fact(value=match["value"].strip(), quote=quote_of(block, match.start(), match.end()))
    return None


def _day(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Fact | None:
    found = _first(blocks, pattern)
    day = day_of(found.value) if found else None
    return Fact(value=day.isoformat(), quote=found.quote) if found and day else None
