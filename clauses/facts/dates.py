"""Reads dates as contracts write them: May 4, 2020; the 4th day of May, 2020; 4 May 2020; 5/4/2020."""

import re
from calendar import month_abbr, month_name, monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from clauses.numbers import read_number

_MONTH = "|".join([*month_name[1:], "Sept", *month_abbr[1:]])
_DAY = r"\d{1,2}\s?(?:s\s?t|n\s?d|r\s?d|t\s?h)?"  # superscripts come apart in some PDFs
_RULE = r"(?:[-_]{3,}\s?)?"  # what typed contracts underline a blank with
_YEAR = r"(?:19|20)\d{2}"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
DATE = re.compile(
    rf"(?<![A-Za-z0-9])(?P<m1>{_MONTH})\.?\s(?P<d1>{_DAY})\s?,?\s?(?P<y1>{_YEAR})\b"
    rf"|\b(?P<d2>{_DAY}|{'|'.join(_ORDINALS)})\s(?:day\s)?(?:of\s)?{_RULE}(?:{_WEEKDAY},?\s)?(?P<m2>{_MONTH})\.?\s?,?\s?{_RULE}(?:of\s)?"
    rf"(?P<y2>{_YEAR})\b"
    r"|\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y3>\d{4}|\d{2})\b"
    r"|(?<![\d.-])(?P<a2>\d{1,2})-(?P<b2>\d{1,2})-(?P<y5>\d{4}|\d{2})(?![\d-])"
    rf"|\b(?P<y4>{_YEAR})-(?P<m4>\d{{2}})-(?P<d4>\d{{2}})\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A day and where its words start and end in the text."""

    day: date
    start: int
    end: int


def dates_in(text: str) -> Iterator[Dated]:
    """Yield the complete dates of a text; a day that no calendar has is left out."""
    for match in DATE.finditer(text):
        day = _day(match)
        if day is not None:
            yield Dated(day=day, start=match.start(), end=match.end())


def later(day: date, *, months: int) -> date:
    """Return the same day of the month `months` later, or that month's last day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _day(match: re.Match[str]) -> date | None:
    try:
        if match["a"]:
            return _slashed(int(match["a"]), int(match["b"]), match["y3"])
        if match["a2"]:
            return _slashed(int(match["a2"]), int(match["b2"]), match["y5"])
        if match["y4"]:
            return date(int(match["y4"]), int(match["m4"]), int(match["d4"]))
        month, day, year = (match["m1"], match["d1"], match["y1"]) if match["m1"] else (
            match["m2"], match["d2"], match["y2"]
        )  # fmt: skip
        return date(int(year), _month(month), _number(day))
    except ValueError:
        return None


def _slashed(first: int, second: int, year: str) -> date:
    """Month first, as in the United States, unless that gives no date; two-figure years lie in 1970 to 2069."""
    full = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 70 else 2000)
    return date(full, second, first) if first > 12 else date(full, first, second)


def _month(word: str) -> int:
    return [name.lower() for name in month_abbr].index(word[:3].lower())


def _number(word: str) -> int:
    if word.lower() in _ORDINALS:
        return _ORDINALS.index(word.lower()) + 1
    return int(read_number(re.sub(r"\D", "", word)) or 0)
