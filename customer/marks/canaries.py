"""Invented records for one recipient's copy, drawn from templates by the key, and the search for them in a suspect."""

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

from customer.marks.keys import keyed
from customer.marks.problems import MarksProblem
from customer.marks.suspect import cleaned

CONSONANTS, VOWELS, SYLLABLES = "bdfgklmnprstvzhj", "aeio", 4
BITS = 24  # of one code word
CODE_WORDS, WITHIN = 3, 12  # code words of a canary, and the words in which all of them must stand
REDRAW = 1_000_003
_CITIES = (
    "Aarhus Antwerp Basel Bergen Bilbao Bologna Bremen Brno Cardiff Cologne Cork Delft Dresden Dublin Espoo "
    "Florence Galway Gdansk Geneva Ghent Girona Graz Haarlem Hanover Innsbruck Kaunas Krakow Leeds Leiden "
    "Leipzig Linz Lille Ljubljana Lyon Malmo Maribor Mainz Nantes Odense Ostrava Oulu Porto Riga Rouen Tampere "
    "Tartu Trieste Turin Utrecht Varna"
)
CITIES = tuple(_CITIES.split())
TEMPLATES = (
    "Service note {word} {word} {word}: the unit was sent to {secret} after {number:3-29} days and came back in order.",
    "Reference {word} {word} {word}. The customer in {secret} asked for a second copy {number:2-19} days later.",
)
_SLOT = re.compile(r"\{(word|secret|number:(\d+)-(\d+))\}")
_CODE = re.compile(rf"(?:[{CONSONANTS}][{VOWELS}]){{{SYLLABLES}}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Canary:
    """One invented record: its text, its code words, and the secret that nobody can guess better than 1 in 50."""

    text: str
    words: tuple[str, ...]
    secret: str


def check_templates(templates: Sequence[str]) -> None:
    """Raise MarksProblem for a template that would give canaries which cannot be told from chance."""
    for template in templates:
        if template.count("{word}") < CODE_WORDS:
            raise MarksProblem(
                f"The template “{template[:60]}” needs {{word}} three times: that is what is looked for."
            )
        if unknown := re.search(r"\{[^}]*\}", _SLOT.sub("", template)):
            raise MarksProblem(
                f"The template has an unknown slot {unknown[0]}. Use {{word}}, {{secret}}, {{number:3-29}}."
            )


def draw_canaries(key: bytes, count: int, *, templates: Sequence[str], taken: Set[str]) -> tuple[Canary, ...]:
    """Return the canaries of one recipient; `taken` are code words that stand in the data already."""
    return tuple(_canary(key, number, templates[number % len(templates)], taken) for number in range(count))


def code_words(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that could be taken for code words."""
    return {word for text in texts for word in re.findall(r"[a-z]+", text.lower()) if _CODE.fullmatch(word)}


def find_canaries(texts: Iterable[str], canaries: Sequence[Canary]) -> tuple[Canary, ...]:
    """Return the canaries whose code words stand close together in the texts."""
    first = {canary.words[0]: canary for canary in canaries}
    found: dict[str, Canary] = {}
    for text in texts:
        words = re.findall(r"\w+", cleaned(text).lower())
        for at, word in enumerate(words):
            canary = first.get(word)
            if canary and set(canary.words) <= set(words[max(0, at - WITHIN) : at + WITHIN]):
                found[canary.text] = canary
    return tuple(found.values())


def chance_of(found: int, *, words: int, recipients: int, count: int) -> float:
    """Return a bound for the chance that a suspect of so many words holds any of these canaries by accident."""
    return min(1.0, words * recipients * count * 2.0 ** -(BITS * CODE_WORDS)) if found else 1.0


def _canary(key: bytes, number: int, template: str, taken: Set[str]) -> Canary:
    words: list[str] = []
    secrets: list[str] = []
    slots = 0

    def fill(match: re.Match[str]) -> str:
        nonlocal slots
        slots += 1
        if match[1] == "word":
            words.append(_code_word(key, number, slots, taken))
            return words[-1]
        if match[1] == "secret":
            secrets.append(CITIES[_draw(key, number, "secret", slots, len(CITIES))])
            return secrets[-1]
        low, high = int(match[2]), int(match[3])
        return str(low + _draw(key, number, "number", slots, max(1, high - low + 1)))

    text = _SLOT.sub(fill, template)
    return Canary(text=text, words=tuple(words), secret=secrets[0] if secrets else "")


def _code_word(key: bytes, number: int, slot: int, taken: Set[str]) -> str:
    again = 0
    while True:
        drawn = _draw(key, number, "word", slot + again * REDRAW, 64**SYLLABLES)
        sixes = [drawn >> 6 * n & 63 for n in range(SYLLABLES)]
        word = "".join(CONSONANTS[six >> 2] + VOWELS[six & 3] for six in sixes)
        if word not in taken:
            return word
        again += 1


def _draw(key: bytes, number: int, slot: str, count: int, size: int) -> int:
    """Return a number below `size`, every one equally likely: a draw that would favour the small ones is repeated."""
    limit = 2**64 // size * size
    while True:
        message = b"canary/" + number.to_bytes(4, "big") + slot.encode() + b"/" + (count % 2**32).to_bytes(4, "big")
        drawn = int.from_bytes(keyed(key, message)[:8], "big")
        if drawn < limit:
            return drawn % size
        count += REDRAW
