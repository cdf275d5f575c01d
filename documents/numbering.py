"""Reads the label with which a numbered clause or a list item begins: "2.1", "(a)", "iv.", "•", "Section 3."."""

import re
from dataclasses import dataclass

BULLETS = "•●▪■◦○‣⁃∙·\uf0b7\uf0a7➢►"
LABEL = re.compile(
    rf"""(?:
      (?P<bullet>[{BULLETS}]|[-–—*](?=\s+\S))
    | (?P<word>(?i:article|section|clause|schedule|exhibit|annex|appendix)\s+
        (?P<of>[0-9]+(?:\.[0-9]+)*|[IVXLC]+|[A-Z])\b)[.:)]?
    | (?P<dotted>[0-9]{{1,3}}(?:\.[0-9]{{1,3}})+)[.)]?(?=\s|$)
    | (?P<number>[0-9]{{1,3}})[.](?=\s|$)
    | \(?(?P<parenthesis>[0-9]{{1,3}}|[A-Za-z]{{1,2}}|[ivxIVX]{{1,5}})\)(?=\s|$)
    | (?P<letter>[A-Za-z]|[ivx]{{1,5}}|[IVX]{{1,5}})[.](?=\s|$)
    )\s*""",
    re.VERBOSE,
)
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label's style ("(a)" and "(b)" share one), its place in the order, and the length of its characters.

    `ordinals` holds the places that it may have: "i" is the first Roman number and the ninth letter.
    """

    style: str
    ordinals: tuple[int, ...]
    depth: int
    length: int

    @property
    def bullet(self) -> bool:
        """Return whether the label has no place in an order."""
        return self.style.startswith("bullet")

    def follows(self, ordinal: int) -> bool:
        """Return whether the label comes right after the one at `ordinal`."""
        return ordinal + 1 in self.ordinals

    @property
    def first(self) -> bool:
        """Return whether a list may start with the label."""
        return 1 in self.ordinals or self.bullet


def label_of(text: str) -> Label | None:
    """Return the label at the start of a text, or None."""
    match = LABEL.match(text)
    if match is None:
        return None
    group = next(name for name in ("bullet", "word", "dotted", "number", "parenthesis", "letter") if match[name])
    value, length = match[group], match.end()
    if group == "bullet":
        return Label(style=f"bullet {value}", ordinals=(), depth=0, length=length)
    if group == "word":
        return Label(style="section", ordinals=_ordinals(match["of"].split(".")[-1]), depth=1, length=length)
    if group == "dotted":
        parts = value.split(".")
        return Label(style="number", ordinals=(int(parts[-1]),), depth=len(parts), length=length)
    if group == "number":
        return Label(style="number", ordinals=(int(value),), depth=1, length=length)
    kind = "digit" if value.isdigit() else "lower" if value.islower() else "upper"
    closing = ")" if group == "parenthesis" else "."
    return Label(style=kind + closing, ordinals=_ordinals(value), depth=0, length=length)


def _ordinals(value: str) -> tuple[int, ...]:
    if value.isdigit():
        return (int(value),)
    found = []
    lower = value.lower()
    if len(lower) == 1 or (len(lower) == 2 and lower[0] == lower[1]):
        found.append(ord(lower[0]) - 96 + 26 * (len(lower) - 1))
    if all(character in ROMAN for character in lower):
        numbers = [ROMAN[character] for character in lower]
        pairs = zip(numbers, [*numbers[1:], 0], strict=True)
        found.append(sum(-one if one < after else one for one, after in pairs))
    return tuple(found)
