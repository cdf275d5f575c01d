"""The texts of a suspect in, one vote for each place of the marked data set out; knows no recipient."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from customer.marks.choices import SITE, Sites
from customer.marks.places import Finder

NORMALISED_FROM, NORMALISED_ABOVE = 20, 0.95  # sites of a group, and the share with one form
# Letters of other scripts that look like Latin ones (Unicode 17, confusables of UTS 39), as far as words use them.
_LOOK_ALIKES = str.maketrans(
    "асеорхуіјѕԁһԛԝАВСЕНІЈКМОРЅТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "aceopxyijsdhqwABCEHIJKMOPSTXABEZHIKMNOPTYXo"
)

SiteMap = Mapping[bytes, tuple[int, bytes, bytes]]  # site -> pair, left half, right half


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """What a suspect shows: the form at each site that it decides, and the groups that were left out.

    `read` counts the decided sites of all groups, those left out among them.
    """

    forms: Mapping[bytes, int]
    read: int
    left_out: tuple[str, ...]
    words: int


def cleaned(text: str) -> str:
    """Return a text without disguises: compatibility forms, invisible characters, look-alike letters, wide gaps."""
    if not text.isascii():
        folded = unicodedata.normalize("NFKC", text).translate(_LOOK_ALIKES)
        text = "".join(letter for letter in folded if unicodedata.category(letter) != "Cf")
    return re.sub(r"\s+", " ", text)


class Reader:
    """Reads suspects against the sites of one data set."""

    def __init__(self, finder: Finder, sites: Sites, known: SiteMap) -> None:
        self._finder, self._sites, self._known = finder, sites, known
        self._left = _halves(known, 1)
        self._right = _halves(known, 2)

    def read(self, texts: Iterable[str]) -> Votes:
        """Return the votes of a suspect: by all words around a place, else by those of one side."""
        full: Counter[tuple[bytes, int]] = Counter()
        half: Counter[tuple[bytes, int]] = Counter()
        words = 0
        for text in texts:
            clean = cleaned(text)
            words += len(clean.split())
            for place in self._finder.find(clean):
                site = self._sites.site(place)
                if site is not None and site in self._known:
                    full[site, place.state] += 1
                elif site := self._by_half(*self._sites.halves(place)):
                    half[site, place.state] += 1
        # A half vote counts only where no full one does, always: choosing later would be a second test.
        decided = _majority(half) | _majority(full)
        kept, left_out = self._without_normalised(decided)
        return Votes(forms=kept, read=len(decided), left_out=left_out, words=words)

    def _by_half(self, left: bytes, right: bytes) -> bytes | None:
        by_left, by_right = self._left.get(left), self._right.get(right)
        if by_left and by_right and by_left != by_right:
            return None
        return by_left or by_right

    def _without_normalised(self, decided: Mapping[bytes, int]) -> tuple[dict[bytes, int], tuple[str, ...]]:
        pairs = self._sites.table.pairs
        groups = {site: pairs[self._known[site][0]].group for site in decided}
        totals, rights = Counter(groups.values()), Counter(groups[site] for site, form in decided.items() if form)
        out = {
            group
            for group, total in totals.items()
            if total >= NORMALISED_FROM and max(rights[group], total - rights[group]) > NORMALISED_ABOVE * total
        }
        return {site: form for site, form in decided.items() if groups[site] not in out}, tuple(sorted(out))


def _majority(votes: Counter[tuple[bytes, int]]) -> dict[bytes, int]:
    sites = {site for site, _ in votes}
    return {site: int(votes[site, 1] > votes[site, 0]) for site in sites if votes[site, 1] != votes[site, 0]}


def _halves(known: SiteMap, at: int) -> dict[bytes, bytes]:
    """Return half identity -> site, without those that lead to two sites."""
    found: dict[bytes, bytes] = {}
    twice: set[bytes] = set()
    for site, entry in known.items():
        half = entry[at]
        if not isinstance(half, bytes) or len(half) != SITE:
            continue
        if found.setdefault(half, site) != site:
            twice.add(half)
    return {half: site for half, site in found.items() if half not in twice}
