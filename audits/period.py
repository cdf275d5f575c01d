"""The auditor's letter in; the days that the conclusion covers out, with the words that give them."""

import re
from collections.abc import Sequence
from datetime import date

from audits.letter import quote_of
from audits.model import Period
from documents.model import Block

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MONTH = "|".join(MONTHS)
DAY = (
    rf"(?:(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH}),?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
)
SPAN = re.compile(
    rf"\b(?:period|throughout|during|for)\b(?:\s+(?:of|from|between|the|period))*\s+(?P<first>{DAY}),?\s+"
    rf"(?:to|through|until|and|[-\u2013\u2014])\s+(?P<last>{DAY})",
    re.IGNORECASE,
)
POINT = re.compile(rf"\bas\s+(?:of|at)\s+(?P<last>{DAY})", re.IGNORECASE)


def day_of(words: str) -> date | None:
    """Return the date that words such as "September 1, 2020" or "1 September 2020" name; None when there is none."""
    if iso := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", words):
        parts = [int(each) for each in iso.groups()]
    else:
        name = re.search(_MONTH, words, re.IGNORECASE)
        numbers = [int(each) for each in re.findall(r"\d+", words)]
        if name is None or len(numbers) != 2:
            return None
        parts = [numbers[1], MONTHS.index(name[0].capitalize()) + 1, numbers[0]]
    try:
        return date(*parts)
    except ValueError:
        return None


def period_of(letter: Sequence[Block], *, of: str = "in our opinion") -> Period | None:
    """Return the period or point in time of the letter; the dates of its signature are neither.

    The opinion's own words come first, or those `of` something else in lower case; many letters give the dates in the
    scope paragraph only.
    """
    opinion_first = sorted(letter, key=lambda block: of not in block.text.lower())
    for pattern in (SPAN, POINT):
        for block in opinion_first:
            begin = max(block.text.lower().find(of), 0)
            for match in pattern.finditer(block.text, begin):
                words = match.groupdict()
                last, first = day_of(words["last"]), day_of(words.get("first") or "")
                if last and (first or pattern is POINT):
                    return Period(start=first, end=last, quote=quote_of(block, match.start(), match.end()))
    return None
