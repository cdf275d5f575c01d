"""Date arithmetic: month ends, leap years, weekends and public holidays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clauses.model import Unit
from customer.dates import UnknownCountry, countries, shifted

DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


@pytest.mark.parametrize(
    ("day", "number", "unit", "country", "expected"),
    [
        (date(2027, 1, 31), 1, Unit.MONTHS, "", date(2027, 2, 28)),
        (date(2028, 1, 31), 1, Unit.MONTHS, "", date(2028, 2, 29)),
        (date(2028, 2, 29), 1, Unit.YEARS, "", date(2029, 2, 28)),
        (date(2027, 3, 31), -1, Unit.MONTHS, "", date(2027, 2, 28)),
        (date(2026, 12, 15), 3, Unit.MONTHS, "", date(2027, 3, 15)),
        (date(2027, 3, 31), -90, Unit.DAYS, "", date(2026, 12, 31)),
        (date(2027, 3, 31), -2, Unit.WEEKS, "", date(2027, 3, 17)),
        (date(2026, 11, 27), 1, Unit.BUSINESS_DAYS, "", date(2026, 11, 30)),
        (date(2026, 11, 30), -1, Unit.BUSINESS_DAYS, "", date(2026, 11, 27)),
        (date(2026, 12, 24), 1, Unit.BUSINESS_DAYS, "", date(2026, 12, 25)),
        (date(2026, 12, 24), 1, Unit.BUSINESS_DAYS, "DE", date(2026, 12, 28)),
        (date(2026, 12, 24), 1, Unit.BUSINESS_DAYS, "gb", date(2026, 12, 29)),
        (date(2026, 11, 25), 1, Unit.BUSINESS_DAYS, "US", date(2026, 11, 27)),
    ],
)
def test_a_span_after_a_day_ends_on(day: date, number: int, unit: Unit, country: str, expected: date) -> None:
    assert shifted(day, number, unit, country=country) == expected


@given(DAYS, st.integers(1, 120))
def test_business_days_go_back_as_they_came_from_a_working_day(day: date, number: int) -> None:
    start = shifted(day, 1, Unit.BUSINESS_DAYS)
    there = shifted(start, number, Unit.BUSINESS_DAYS)
    assert there.weekday() < 5
    assert shifted(there, -number, Unit.BUSINESS_DAYS) == start


@given(DAYS, st.integers(-240, 240))
def test_months_keep_the_day_or_end_on_the_months_last(day: date, number: int) -> None:
    there = shifted(day, number, Unit.MONTHS)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == number
    assert there.day == day.day or (there.day < day.day and shifted(there, 1, Unit.DAYS).day == 1)


def test_an_unknown_country_is_refused_with_codes_that_work() -> None:
    with pytest.raises(UnknownCountry, match="“XX”"):
        shifted(date(2026, 1, 1), 1, Unit.BUSINESS_DAYS, country="XX")
    assert {"DE", "GB", "US"} <= set(countries())


def test_hours_are_no_span_of_days() -> None:
    with pytest.raises(ValueError, match="no span of days"):
        shifted(date(2026, 1, 1), 72, Unit.HOURS)
