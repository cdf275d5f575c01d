"""Blocks of a certificate or statement of applicability in; its fields, and the controls that apply, out."""

import re
from collections.abc import Sequence
from dataclasses import replace

from audits.letter import quote_of
from audits.model import Applicability, Certificate, Fact, Quote
from audits.names import company_words
from audits.period import DAY, day_of
from documents.model import Block

NUMBER = re.compile(
    r"\b(?:certificate|registration|certification)\s+(?:number|no\.?|ref(?:erence)?\.?)\W{0,3}"
    r"(?P<value>(?:(?-i:[A-Z]{1,5}) (?=\d))?[A-Z0-9][A-Za-z0-9/_.-]{2,}\w)",
    re.IGNORECASE,
)
BODY = re.compile(
    r"\b(?i:issued by|certification body|certified by|for and on behalf of"
    r"|(?:assessed|audited) (?:against [\w/: -]{3,30} )?by)\W{1,3}(?P<value>[A-Z][\w.&' -]{2,60}?)(?=[,.;:(]|$)"
)
ACCREDITED = re.compile(r"\b(?i:accredit\w+ (?:by|body|mark|no\.?))\W{1,3}(?P<value>[A-Z][\w.&' -]{1,60}?)(?=[,.;(]|$)")
UNTIL = re.compile(
    rf"\b(?:valid (?:until|to|through)|expir\w+(?: date| on)?|date of expiry)\W{{0,3}}(?P<value>{DAY})", re.IGNORECASE
)
ISSUED = re.compile(
    rf"\b(?:date of issue|issue date|issued(?: on)?|certification date|(?:re)?certified on|effective date"
    rf"|valid from|date of certification)\W{{0,3}}(?P<value>{DAY})",
    re.IGNORECASE,
)
REGISTERED = re.compile(rf"\b(?:original )?registration date\W{{0,3}}(?P<value>{DAY})", re.IGNORECASE)
CONTROL = re.compile(r"^(?P<id>(?:A\.|Annex A )?\d{1,2}\.\d{1,2}(?:\.\d{1,2})?|[A-F]\d{3})\b(?!\.?\d)")
LEFT_OUT = re.compile(
    r"\bnot applicable\b|\bexcluded\b|\bnot (?:in scope|implemented)\b|\bN/A\b|(?:^|\s)No(?=$|[\s,;.])"
)
VERSION = re.compile(
    r"\b(?:version|revision|rev\.?|issue)\s*(?:no\.?|number)?\s*[:#]?\s*(?P<value>v?\d+(?:\.\d+)*)\b", re.I
)
ROW = 6  # blocks that one row may take


def certificate_of(blocks: Sequence[Block]) -> Certificate:
    """Return the fields that the blocks give, each with its words; days as YYYY-MM-DD."""
    return Certificate(
        number=_first(blocks, NUMBER),
        body=_company(blocks, BODY),
        accreditation=_first(blocks, ACCREDITED),
        issued=_day(blocks, ISSUED) or _day(blocks, REGISTERED),
        valid_until=_day(blocks, UNTIL),
    )


def applicability_of(blocks: Sequence[Block]) -> Applicability:
    """Return the controls of a statement of applicability by id; a row goes from its id to the next one.

    A control is left out where its row says "no", "not applicable" or "excluded", else it applies.
    """
    starts = [n for n, block in enumerate(blocks) if CONTROL.match(block.text)]
    applied: dict[str, None] = {}
    left_out: dict[str, Quote] = {}
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        name = CONTROL.match(blocks[start].text)
        row = blocks[start : min(end, start + ROW)]
        out = next(((b, m) for b in row if (m := LEFT_OUT.search(b.text))), None)
        if name and out:
            left_out.setdefault(name["id"], quote_of(out[0], out[1].start(), out[1].end()))
        elif name:
            applied.setdefault(name["id"])
    return Applicability(
        applied=tuple(each for each in applied if each not in left_out),
        left_out=tuple(left_out.items()),
        version=_first(blocks, VERSION),
    )


def _first(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Fact | None:
    for block in blocks:
        if match := pattern.search(block.text):
            return Fact(value=match["value"].strip(), quote=quote_of(block, match.start(), match.end()))
    return None


def _company(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Fact | None:
    found = _first(blocks, pattern)
    return replace(found, value=company_words(found.value)) if found else None


def _day(blocks: Sequence[Block], pattern: re.Pattern[str]) -> Fact | None:
    found = _first(blocks, pattern)
    day = day_of(found.value) if found else None
    return Fact(value=day.isoformat(), quote=found.quote) if found and day else None
