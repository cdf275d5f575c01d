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
# "Jan.", "Sept" and "SEP" too, as certificates write them.
_MONTH = "|".join(f"{name}|{name[:3]}\\b\\.?" for name in MONTHS) + r"|Sept\b\.?"
DAY = (
    rf"(?:(?:{_MONTH})\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH}),?\s+\d{{4}}|\d{{4}}-\d\d-\d\d)"
)
SPAN = re.compile(
    rf"\b(?:period|throughout|during|for)\b(?:\s+(?:of|from|between|the|period))*\s+(?P<first>{DAY}),?\s+"
    rf"(?:to|through|until|and|[-\u2013\u2014])\s+(?P<last>{DAY})",
    re.IGNORECASE,
)
_TO = r"\s*(?:to|through|until|till|and|[-\u2013\u2014])\s*"
BARE_SPAN = re.compile(rf"(?P<first>{DAY}),?{_TO}(?P<last>{DAY})", re.IGNORECASE)
# "3 to 14 March 2026", "28 February - 14 March 2026", "March 3-14, 2026", "March 3 to April 2, 2026"
SHORT_SPAN = re.compile(
    rf"\b(?P<from>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+(?P<first_month>{_MONTH}))?{_TO}(?P<to>\d{{1,2}})(?:st|nd|rd|th)?\s+"
    rf"(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})"
    rf"|\b(?P<first_month_after>{_MONTH})\s+(?P<from_after>\d{{1,2}})(?:st|nd|rd|th)?{_TO}(?:(?P<month_named>{_MONTH})\s+)?"
    rf"(?P<to_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year_after>\d{{4}})",
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
        parts = [numbers[1], month_of(name[0]), numbers[0]]
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


def month_of(word: str) -> int:
    """Return the number of a month from its name or its first three letters."""
    return next(number for number, name in enumerate(MONTHS, start=1) if name[:3].lower() == word[:3].lower())


def span_of(text: str) -> tuple[date, date, int, int] | None:
    """Return first and last day of the first span in a text, and where its words stand; the year may stand once."""
    for match in BARE_SPAN.finditer(text):
        last = day_of(match["last"])
        first = day_of(match["first"]) if last else None
        if first and last and first <= last:
            return first, last, match.start(), match.end()
    for match in SHORT_SPAN.finditer(text):
        words = match.groupdict()
        year = words["year"] or words["year_after"]
        month = words["month"] or words["month_named"] or words["first_month_after"]
        first_month = words["first_month"] or words["first_month_after"] or month
        first = day_of(f"{words['from'] or words['from_after']} {MONTHS[month_of(first_month) - 1]} {year}")
        last = day_of(f"{words['to'] or words['to_after']} {MONTHS[month_of(month) - 1]} {year}")
        if first and last and first <= last:
            return first, last, match.start(), match.end()
    return None
