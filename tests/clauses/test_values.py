"""Numbers with their units, as contracts write them."""

from time import process_time

import pytest

from clauses.model import Unit
from clauses.numbers import read_number
from clauses.values import read_values

ALL = tuple(Unit)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("30", 30),
        ("1,000", 1000),
        ("1.5 million", 1_500_000),
        ("thirty (30)", 30),
        ("twenty-four", 24),
        ("one hundred and twenty", 120),
        ("two hundred thousand", 200_000),
        ("a hundred", 100),
        ("ninety", 90),
        ("5k", 5000),
        ("99.95", 99.95),
        ("many", None),
    ],
)
def test_number_is_read_in_figures_and_words(words: str, number: float | None) -> None:
    assert read_number(words) == number


@pytest.mark.parametrize(
    ("text", "unit", "number", "upper", "per", "currency"),
    [
        ("within 72 hours of discovery", Unit.HOURS, 72, None, "", ""),
        ("within seventy-two (72) hours", Unit.HOURS, 72, None, "", ""),
        ("on 90 days' notice", Unit.DAYS, 90, None, "", ""),
        ("thirty (30) calendar days", Unit.DAYS, 30, None, "", ""),
        ("within five (5) business days", Unit.BUSINESS_DAYS, 5, None, "", ""),
        ("10 working days after receipt", Unit.BUSINESS_DAYS, 10, None, "", ""),
        ("a 30-day period", Unit.DAYS, 30, None, "", ""),
        ("for 30 to 60 days", Unit.DAYS, 30, 60, "", ""),
        ("for two weeks", Unit.WEEKS, 2, None, "", ""),
        ("for twelve (12) months", Unit.MONTHS, 12, None, "", ""),
        ("for a term of three years", Unit.YEARS, 3, None, "", ""),
        ("not more than once per year", Unit.PER_YEAR, 1, None, "", ""),
        ("once in any twelve (12) month period", Unit.PER_YEAR, 1, None, "", ""),
        ("twice a year", Unit.PER_YEAR, 2, None, "", ""),
        ("audited annually by a third party", Unit.PER_YEAR, 1, None, "", ""),
        ("tested quarterly", Unit.PER_YEAR, 4, None, "", ""),
        ("semi-annually", Unit.PER_YEAR, 2, None, "", ""),
        ("every six months", Unit.PER_YEAR, 2, None, "", ""),
        ("up to three times per calendar year", Unit.PER_YEAR, 3, None, "", ""),
        ("uptime of 99.9%", Unit.PERCENT, 99.9, None, "", ""),
        ("between 5 and 10 per cent", Unit.PERCENT, 5, 10, "", ""),
        ("1,000 requests per minute per organisation", Unit.COUNT, 1000, None, "minute/organisation", ""),
        ("100 requests/minute", Unit.COUNT, 100, None, "minute", ""),
        ("40,000 tokens per day for each user", Unit.COUNT, 40000, None, "day/user", ""),
        ("a limit of 500 RPM", Unit.COUNT, 500, None, "minute", ""),
        ("up to 50 batch jobs", Unit.COUNT, 50, None, "", ""),
        ("a cap of $1,000,000", Unit.MONEY, 1_000_000, None, "", "USD"),
        ("US$ 5 million per claim", Unit.MONEY, 5_000_000, None, "", "USD"),
        ("EUR 250,000", Unit.MONEY, 250_000, None, "", "EUR"),
        ("one hundred dollars", Unit.MONEY, 100, None, "", "USD"),
        ("£10,000 to £20,000", Unit.MONEY, 10_000, None, "", "GBP"),
        ("50,000 euros", Unit.MONEY, 50_000, None, "", "EUR"),
        (
            "the fees paid by Customer in the twelve (12) months before the claim",
            Unit.MONEY,
            None,
            None,
            "fees/12 months",
            "",
        ),
        ("two times the fees payable during the prior 12 months", Unit.MONEY, None, None, "2 x fees/12 months", ""),
        ("the total amount paid to us in the last six months", Unit.MONEY, None, None, "fees/6 months", ""),
    ],
)
def test_value_has_its_number_and_unit(
    text: str, unit: Unit, number: float | None, upper: float | None, per: str, currency: str
) -> None:
    value = read_values(text, ALL)[0]
    assert (value.unit, value.number, value.upper, value.per, value.currency) == (unit, number, upper, per, currency)
    assert text[value.start : value.end] == value.words


@pytest.mark.parametrize(
    "text",
    ["See section 12.", "the day after tomorrow", "in 2024", "Article 5 applies.", "a years-long effort"],
)
def test_number_without_a_unit_is_no_value(text: str) -> None:
    assert read_values(text, ALL) == ()


def test_only_the_wanted_units_are_returned_in_reading_order() -> None:
    text = "Within 72 hours, and then every 3 months for $100."
    assert [value.unit for value in read_values(text, (Unit.MONEY, Unit.HOURS))] == [Unit.HOURS, Unit.MONEY]


def test_places_count_from_the_start_of_the_block() -> None:
    value = read_values("within 5 days", (Unit.DAYS,), offset=100)[0]
    assert (value.start, value.end, value.words) == (107, 113, "5 days")


@pytest.mark.parametrize(
    "text",
    [
        "one hundred and twenty one " * 3000,
        "1,000,000," * 3000,
        "fees to the " * 3000,
        "5 requests per a " * 3000,
    ],
    ids=["words", "figures", "fees", "rates"],
)
def test_long_hostile_text_is_read_in_time(text: str) -> None:
    began = process_time()
    read_values(text, ALL)
    assert process_time() - began < 5
