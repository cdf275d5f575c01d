"""Numbers, dates and names as the pages write them."""

from collections.abc import Iterable
from datetime import date, datetime

from clauses.model import Value

NOTHING = "–"


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 finding", "2 findings"; `many` for words that do not just take an s."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def long_date(day: date | datetime | None) -> str:
    """Return "24 November 2026" for running text."""
    return f"{day.day} {day:%B %Y}" if day else NOTHING


def short_date(day: date | datetime | None) -> str:
    """Return "24 Nov 2026" for tables."""
    return f"{day.day} {day:%b %Y}" if day else NOTHING


def points(number: float | None, weight: float) -> str:
    """Return "5.4 of 10"."""
    return f"{number:.1f} of {weight:g}" if number is not None else NOTHING


def pages(numbers: Iterable[int]) -> str:
    """Return "pages 2, 5 to 7"."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    words = ", ".join(str(low) if low == high else f"{low} to {high}" for low, high in runs)
    single = len(runs) == 1 and runs[0][0] == runs[0][1]
    return f"page {words}" if single else f"pages {words}"


def values(found: Iterable[Value]) -> str:
    """Return the values as the document writes them."""
    return "; ".join(dict.fromkeys(value.words for value in found))


def seconds(number: float) -> str:
    """Return "12 s" or "2 min 5 s"; never below zero."""
    whole = max(0, round(number))
    return f"{whole} s" if whole < 60 else f"{whole // 60} min {whole % 60} s"
