"""Reads the numbers of a clause with their units: durations, frequencies, rates, percentages, money, caps.

Business days stay business days; nothing is converted but frequencies, which are given per year.
"""

import re
from collections.abc import Callable, Iterator

from clauses.model import Unit, Value
from clauses.numbers import NUMBER, read_number

ANY_CASE = re.IGNORECASE
RANGE = rf"(?P<number>{NUMBER})(?:\s{{0,3}}(?:-|–|—|to|and|or)\s{{0,3}}(?P<upper>{NUMBER}))?"

DURATION = re.compile(
    rf"\b{RANGE}(?:['’]s?)?[\s-]{{0,3}}(?P<kind>business|working|banking|calendar|consecutive|full)?[\s-]{{0,3}}"
    r"(?P<unit>hour|day|week|month|year)s?(?:['’]s?)?\b",
    ANY_CASE,
)
PERCENT = re.compile(rf"\b{RANGE}\s{{0,3}}(?:%|percent\b|per cent\b)", ANY_CASE)
PERIODS = {"day": 365.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "year": 1.0, "annum": 1.0}
FREQUENCY = re.compile(
    rf"\b(?P<times>once|twice|thrice|one time|(?P<number>{NUMBER}) (?:times|audits?|tests?|occasions?)|one \(1\) time)"
    r" (?:per|a|an|each|every|in any|in each|during any|during each|in a)"
    r"(?: (?:given|rolling|calendar|contract|single|consecutive)){0,3}"
    r"[ -](?:(?:twelve|12)(?: \(12\))?[ -]month(?: period)?|(?P<period>day|week|month|quarter|year|annum))\b",
    ANY_CASE,
)
EVERY = re.compile(rf"\b(?:every|each) (?:(?P<number>{NUMBER}) )?(?P<period>day|week|month|quarter|year)s?\b", ANY_CASE)
ADVERB = re.compile(
    r"\b(?P<word>semi[- ]?annual(?:ly)?|bi[- ]?annual(?:ly)?|annual(?:ly)?|yearly|"
    r"per annum|quarterly|monthly|weekly|daily)\b",
    ANY_CASE,
)
ADVERBS = {
    "semi": 2.0,
    "bian": 2.0,
    "annu": 1.0,
    "year": 1.0,
    "pera": 1.0,
    "quar": 4.0,
    "mont": 12.0,
    "week": 52.0,
    "dail": 365.0,
}
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0, "one": 1.0}

COUNTED = (
    "requests?|queries|calls|api calls|tokens|prompts|messages|images|outputs|inputs|transactions|connections|"
    "sessions|users|seats|accounts|credits|characters|words|minutes|jobs|files|records|pages|"
    "documents|devices|gb|mb|tb|gigabytes|megabytes"
)
RATE = re.compile(
    rf"\b{RANGE}[\s-]{{0,3}}(?P<what>(?:[a-z]+ )?(?:{COUNTED}))"
    r"(?:\s{0,3}(?:per|a|an|each|every|/)\s{0,3}(?:rolling |calendar |individual )?(?P<first>[a-z]+)"
    r"(?:\s{0,3}(?:,|and)?\s{0,3}"
    r"(?:per|for each|for every|/)\s{0,3}(?:individual )?(?P<second>[a-z]+))?)?",
    ANY_CASE,
)
SHORT_RATE = re.compile(rf"\b{RANGE}\s{{0,3}}(?P<short>rpm|tpm|rpd|tpd|rps|qps|qpm)\b", ANY_CASE)
SHORT = {
    "rpm": "minute",
    "tpm": "minute",
    "qpm": "minute",
    "rpd": "day",
    "tpd": "day",
    "rps": "second",
    "qps": "second",
}

CURRENCY = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "¥": "JPY", "jpy": "JPY", "yen": "JPY", "chf": "CHF", "franc": "CHF",
    "cny": "CNY", "rmb": "CNY",
    "cad": "CAD", "c$": "CAD", "aud": "AUD", "a$": "AUD", "inr": "INR", "₹": "INR", "sgd": "SGD",
    "hkd": "HKD", "hk$": "HKD",
}  # fmt: skip
_SIGNS = r"US\$|HK\$|C\$|A\$|\$|€|£|¥|₹|USD|EUR|GBP|JPY|CHF|CNY|RMB|CAD|AUD|INR|SGD|HKD"
MONEY = re.compile(
    rf"(?:(?P<sign>{_SIGNS})\s?{RANGE})|(?:\b{RANGE.replace('number>', 'number2>').replace('upper>', 'upper2>')}"
    r"\s?(?P<name>US\$|USD|EUR|GBP|JPY|CHF|CNY|RMB|CAD|AUD|INR|SGD|HKD|€|£|"
    r"(?:U\.?S\.? )?dollars?|euros?|pounds?(?: sterling)?|yen|francs?)(?![a-z]))",
    ANY_CASE,
)
# "the fees paid or payable in the twelve months before the claim": a cap without an amount.
FEES = re.compile(
    rf"\b(?:(?P<times>twice|double|{NUMBER}(?: times|x)?|{NUMBER} ?%(?: of)?|an amount equal to) )?"
    r"(?:of )?(?:the )?(?:total |aggregate |amounts?|amount of |applicable ){0,6}"
    r"(?:fees?|amounts?|sums?|charges)(?: (?:actually|that|which|you|customer|client|licensee|have|has|were|are|is|due|"
    r"and|or|to|us|provider|payable|paid|by|the|under|for|this|agreement|service|services|applicable|,)){0,30}?"
    rf" (?:paid|payable|due|owed)\b[^.;]{{0,160}}?\b(?P<number>{NUMBER})[ -](?P<unit>month|year)s?\b",
    ANY_CASE,
)


def read_values(text: str, units: tuple[Unit, ...], offset: int = 0) -> tuple[Value, ...]:
    """Return the values of the wanted units in a sentence, in reading order; a word counts for one value only.

    `offset` is where the sentence starts in its block; the values' places count from the block's start.
    """
    taken: list[tuple[int, int]] = []
    found: list[Value] = []
    for reader in READERS:
        for value in reader(text):
            if not any(start < value.end and value.start < end for start, end in taken):
                taken.append((value.start, value.end))
                found.append(value)
    wanted = [value for value in found if value.unit in units]
    return tuple(_moved(value, offset) for value in sorted(wanted, key=lambda value: value.start))


def _moved(value: Value, offset: int) -> Value:
    return Value(
        words=value.words,
        start=value.start + offset,
        end=value.end + offset,
        unit=value.unit,
        number=value.number,
        upper=value.upper,
        per=value.per,
        currency=value.currency,
    )


def _value(at: re.Match[str], unit: Unit, number: float | None, *, per: str = "", currency: str = "") -> Value:
    upper = at.groupdict().get("upper") or at.groupdict().get("upper2")
    words = at[0].rstrip()
    return Value(
        words=words,
        start=at.start(),
        end=at.start() + len(words),
        unit=unit,
        number=number,
        upper=read_number(upper) if upper else None,
        per=per,
        currency=currency,
    )


def _money(text: str) -> Iterator[Value]:
    for at in MONEY.finditer(text):
        sign = (at["sign"] or at["name"]).lower().replace("u.s. ", "").replace("us ", "").split(" ")[0]
        currency = CURRENCY.get(sign) or CURRENCY.get(sign.rstrip("s"), "")
        yield _value(at, Unit.MONEY, read_number(at["number"] or at["number2"]), currency=currency)


def _fees(text: str) -> Iterator[Value]:
    for at in FEES.finditer(text):
        number = read_number(at["number"])
        period = f"{number:g} {at['unit'].lower()}{'' if number == 1 else 's'}" if number else ""
        times = (at["times"] or "").strip().lower()
        multiple = {"twice": 2.0, "double": 2.0}.get(times) or _multiple(times)
        yield _value(at, Unit.MONEY, None, per=f"{f'{multiple:g} x ' if multiple else ''}fees/{period}")


def _multiple(times: str) -> float | None:
    number = read_number(re.sub(r"\s{0,3}(?:times|x|%(?: of)?)$", "", times)) if times else None
    return number / 100 if number is not None and "%" in times else number


def _rates(text: str) -> Iterator[Value]:
    for at in SHORT_RATE.finditer(text):
        yield _value(at, Unit.COUNT, read_number(at["number"]), per=SHORT[at["short"].lower()])
    for at in RATE.finditer(text):
        scopes = [scope.lower().rstrip("s") for scope in (at["first"], at["second"]) if scope]
        yield _value(at, Unit.COUNT, read_number(at["number"]), per="/".join(scopes))


def _frequencies(text: str) -> Iterator[Value]:
    for at in FREQUENCY.finditer(text):
        word = at["times"].lower().split(" ")[0]
        times = TIMES.get(word) or read_number(at["number"] or "1")
        yield _value(at, Unit.PER_YEAR, times and times * PERIODS[(at["period"] or "year").lower()])
    for at in EVERY.finditer(text):
        every = read_number(at["number"]) if at["number"] else 1.0
        yield _value(at, Unit.PER_YEAR, round(PERIODS[at["period"].lower()] / every, 3) if every else None)
    for at in ADVERB.finditer(text):
        yield _value(at, Unit.PER_YEAR, ADVERBS[re.sub(r"[- ]", "", at["word"].lower())[:4]])


def _percents(text: str) -> Iterator[Value]:
    for at in PERCENT.finditer(text):
        yield _value(at, Unit.PERCENT, read_number(at["number"]))


def _durations(text: str) -> Iterator[Value]:
    for at in DURATION.finditer(text):
        business = (at["kind"] or "").lower() in ("business", "working", "banking") and at["unit"].lower() == "day"
        unit = Unit.BUSINESS_DAYS if business else Unit(at["unit"].lower() + "s")
        yield _value(at, unit, read_number(at["number"]))


# In this order: "twice the fees paid in 12 months" is a cap and no duration, "5 per day" no frequency of days.
READERS: tuple[Callable[[str], Iterator[Value]], ...] = (_fees, _money, _percents, _frequencies, _durations, _rates)
