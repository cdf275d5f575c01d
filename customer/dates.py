"""Date arithmetic of contracts: a day and a span in, a day out; business days with the public holidays of a country."""

from datetime import date, timedelta

import holidays
from dateutil.relativedelta import relativedelta

from clauses.model import Unit

DAYS_OF = {Unit.DAYS: 1, Unit.WEEKS: 7}
MONTHS_OF = {Unit.MONTHS: 1, Unit.YEARS: 12}


class UnknownCountry(ValueError):
    """A country for which no public holidays are known; the text says which codes there are."""


def shifted(day: date, number: int, unit: Unit, *, country: str = "") -> date:
    """Return the day that lies `number` units after a day, or before it for a negative number.

    A month that is too short ends on its last day (31 January plus a month is 28 or 29 February). Business days leave
    out Saturdays, Sundays and, with a `country` (ISO 3166 code), its public holidays. Raises UnknownCountry, and
    ValueError for a unit that is no span of days.
    """
    if unit in DAYS_OF:
        return day + timedelta(days=number * DAYS_OF[unit])
    if unit in MONTHS_OF:
        moved: date = day + relativedelta(months=number * MONTHS_OF[unit])
        return moved
    if unit is Unit.BUSINESS_DAYS:
        return _business(day, number, country)
    raise ValueError(f"{unit.value} is no span of days.")


def countries() -> tuple[str, ...]:
    """Return the ISO 3166 codes of the countries whose public holidays are known, in order."""
    return tuple(sorted(holidays.list_supported_countries()))


def known_holidays(country: str) -> holidays.HolidayBase | set[date]:
    """Return the public holidays of a country, none without a country; raise UnknownCountry."""
    if not country:
        return set()
    try:
        return holidays.country_holidays(country.upper())
    except NotImplementedError:
        raise UnknownCountry(
            f"There are no public holidays for “{country}”. Use a code such as DE, GB or US."
        ) from None


def _business(day: date, number: int, country: str) -> date:
    free = known_holidays(country)
    step = timedelta(days=1 if number >= 0 else -1)
    left = abs(number)
    while left:
        day += step
        if day.weekday() < 5 and day not in free:
            left -= 1
    return day
