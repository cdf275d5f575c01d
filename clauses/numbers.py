"""Reads numbers as contracts write them: 1,000, 1.5 million, thirty (30), twenty-four."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: number for number, word in enumerate(_UNITS.split())}
TENS = {word: 10 * n for n, word in enumerate(_TENS.split(), start=2)}
SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}

# Every repetition is bounded: a hostile text must not make the search slow.
_DIGITS = r"\d{1,3}(?:[,\u00a0 ]\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_SMALL_WORDS = "|".join(sorted((*SMALL, *TENS), key=len, reverse=True))
_LARGE_WORDS = "hundred|thousand|million|billion"
_WORDS = (
    rf"(?:(?:{_SMALL_WORDS}|an?(?= (?:{_LARGE_WORDS})))"
    rf"(?:[- ](?:and )?(?:{_SMALL_WORDS}|{_LARGE_WORDS})){{0,8}})"
)
_SCALE = r"(?:\s?(?:million|billion|thousand|hundred|mn|bn|[km](?![a-z])))?"
# "thirty (30)": the words and, in brackets, the figure; the figure counts.
NUMBER = rf"(?:(?:{_DIGITS}){_SCALE}|\b{_WORDS}\b)(?:\s*\(\s*(?:{_DIGITS})\s*\))?"

_IN_BRACKETS = re.compile(rf"\(\s*({_DIGITS})\s*\)$")
_FIGURE = re.compile(rf"^({_DIGITS})\s?([a-z]*)$", re.IGNORECASE)


def read_number(words: str) -> float | None:
    """Return what a number in figures or words says, or None if it says nothing that can be read."""
    text = words.strip().lower()
    bracket = _IN_BRACKETS.search(text)
    if bracket:
        return _figure(bracket[1])
    figure = _FIGURE.match(text)
    if figure:
        return _figure(figure[1]) * SCALES.get(figure[2], 1.0)
    return _from_words(text)


def _figure(text: str) -> float:
    return float(re.sub(r"[,\u00a0 ]", "", text))


def _from_words(text: str) -> float | None:
    total, part, seen = 0.0, 0.0, False
    for word in re.split(r"[- ]+", text):
        if word in SMALL or word in TENS:
            part += SMALL.get(word, 0) + TENS.get(word, 0)
        elif word in ("a", "an"):
            part += 1
        elif word == "hundred":
            part *= 100
        elif word in SCALES:
            total, part = total + part * SCALES[word], 0.0
        elif word != "and":
            return None
        seen = True
    return total + part if seen else None
