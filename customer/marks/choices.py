"""A place and the keys in, its identity and each recipient's wording out; and a text rewritten for one recipient."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from customer.marks.keys import keyed
from customer.marks.places import Finder, Place, other_form
from customer.marks.table import Pair, Table

SITE = 8  # bytes of a place's identity
SCALE = 65536
# The chance of the right form, of 65,536, by the place: a fair coin against one or two copies; two opposite biased
# coins (two-point Gauss-Legendre, Nuida et al. 2009) against a team of four.
THRESHOLDS = {2: (32768, 32768), 4: (13849, 51687)}
_VOWEL = "aeiou"
_PROTECTED = re.compile(
    r"\"[^\"]{0,400}\"|“[^”]{0,400}”|`[^`]*`|\b(?:https?://|www\.)\S+|\S+@\S+\.\w+|[$€£¥]\s?[\d.,]+"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:;]|\n)[\s\"'“‘(]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """Gives places their identity. `share` is the part of the places used, in millionths."""

    key: bytes
    table: Table
    share: int = 1_000_000

    def site(self, place: Place) -> bytes | None:
        """Return the identity of a place, None where the share leaves it out."""
        digest = keyed(self.key, self._message("f", place.pair, place.left, place.right))
        pick = int.from_bytes(digest[SITE : 2 * SITE], "big")
        return digest[:SITE] if pick < self.share * 2**64 // 1_000_000 else None

    def halves(self, place: Place) -> tuple[bytes, bytes]:
        """Return the identities of a place by its left and by its right words alone; empty with fewer than two."""
        return (
            keyed(self.key, self._message("l", place.pair, place.left))[:SITE] if len(place.left) > 1 else b"",
            keyed(self.key, self._message("r", place.pair, place.right))[:SITE] if len(place.right) > 1 else b"",
        )

    def _message(self, kind: str, pair: int, *sides: tuple[str, ...]) -> bytes:
        return "|".join((kind, self.table.pairs[pair].label, *(" ".join(side) for side in sides))).encode()


def threshold(site: bytes, team: int) -> int:
    """Return how many of 65,536 recipients get the right form at a site."""
    return THRESHOLDS[team][site[7] % 2]


def choice(recipient_key: bytes, site: bytes, team: int) -> int:
    """Return the form that a recipient's copy has at a site: 0 left, 1 right."""
    digest = keyed(recipient_key, site)
    return int(256 * digest[0] + digest[1] < threshold(site, team))


@dataclass(frozen=True, slots=True)
class Used:
    """A place that carries a mark."""

    place: Place
    site: bytes


def used_places(text: str, finder: Finder, sites: Sites) -> list[Used]:
    """Return the places of a text that may be rewritten, in order, none over another."""
    spans = [match.span() for match in _PROTECTED.finditer(text)]
    used: list[Used] = []
    for place in finder.find(text):
        if used and place.start < used[-1].place.end:
            continue
        if not _may_change(text, place, sites.table.pairs[place.pair]):
            continue
        if any(start < place.end and place.start < end for start, end in spans):
            continue
        if site := sites.site(place):
            used.append(Used(place, site))
    return used


def rewritten(text: str, used: list[Used], table: Table, choose: Callable[[bytes], int]) -> str:
    """Return a text with the chosen form at each of its places."""
    parts, at = [], 0
    for one in used:
        place = one.place
        if choose(one.site) != place.state:
            parts += [
                text[at : place.start],
                other_form(table.pairs[place.pair], text[place.start : place.end], place.state),
            ]
            at = place.end
    return "".join([*parts, text[at:]])


def _may_change(text: str, place: Place, pair: Pair) -> bool:
    old = text[place.start : place.end]
    if pair.one_way and place.state == 1:
        return False
    if any(letter.isupper() for letter in old[1:]):
        return False
    if old[0].isupper() and not _SENTENCE_START.search(text[max(0, place.start - 40) : place.start]):
        return False
    return not _breaks_article(text, place, other_form(pair, old, place.state))


def _breaks_article(text: str, place: Place, new: str) -> bool:
    """Say whether "a" or "an" before the place would no longer fit."""
    article = re.search(r"\b(?:a|an)\s+$", text[max(0, place.start - 6) : place.start], re.IGNORECASE)
    return bool(article) and (text[place.start].lower() in _VOWEL) != (new[0].lower() in _VOWEL)
