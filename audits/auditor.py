"""The auditor's letter in; the firm that signed it, where and when, out. Firms in running headers do not count."""

import re
from collections.abc import Sequence

from audits.letter import OPENING, quote_of
from audits.model import Fact
from audits.period import DAY, day_of
from documents.model import Block

_FORM = (
    r"(?:LLP|L\.L\.P\.|LLC|L\.L\.C\.|Inc\.?|PLLC|P\.L\.L\.C\.|P\.?C\.?"
    r"|P\.A\.|LP|Ltd\.?|Limited|GmbH|AG|B\.V\.|S\.A\.|s\.r\.l\.|CPAs?)"
)
FIRM = re.compile(
    rf"(?:/s/\s*)?(?P<firm>(?:[A-Z][\w.&'\u2019-]*|&|and)(?:,?\s+(?:[A-Z][\w.&'\u2019-]*|&|and)){{0,6}},?\s+{_FORM})(?=$|[\s,])"
)
BARE = re.compile(
    r"(?:/s/\s*)?(?P<firm>(?:KPMG|Deloitte(?: & Touche)?|PricewaterhouseCoopers"
    r"|Ernst & Young|EY|BDO|Grant Thornton|RSM)\b)"
)
# A firm without a legal form: capitalised words of which one says what it does.
NAME = re.compile(
    r"(?:/s/\s*)?(?P<firm>(?!Certified|Chartered|Licensed)(?=[^,]{0,60}\b(?:Partners|Associates|Audit\w*|Assurance|Accountants|Compliance|Advisory)\b)"
    r"[A-Z][\w.&'\u2019-]*(?:\s+(?:[A-Z][\w.&'\u2019-]*|&|and)){1,6})(?=$|,)"
)
DATED = re.compile(rf"{DAY}\W*$")
ENDING = re.compile(rf"(?P<date>{DAY})\W*$")
# "Boston, Massachusetts", "Leeds, United Kingdom", "Oslo": what stands between the firm and the date.
PLACE = re.compile(
    r"(?P<place>[A-Z][\w.'\u2019-]*(?: [A-Z][\w.'\u2019-]*){0,3}"
    r"(?:, [A-Z][\w.]*(?: (?:of |and )?[A-Z][\w.]*){0,3}){0,2})(?: \d{4,6}(?:-\d{4})?)?\W*$"
)
LICENCE = re.compile(
    r"(?<!Institute of )\bcertified public accountants?\b|\bCPAs?\b"
    r"|\bchartered (?:professional )?accountants?\b|\bstatutory auditors?\b"
    r"|\blicen[cs]ed? (?:by|under|no)\b|\bregistered (?:public accounting firm|auditors?)\b|\bWirtschaftspr",
    re.IGNORECASE,
)
SIGNATURE, LINE, LINES = 500, 100, 4  # characters of a signature block and of a line of it; lines over the date


def _signed(letter: Sequence[Block]) -> Fact | None:
    """Return the firm that stands over the date at the end: the first line of the signature, or the one with a form."""
    for place in range(len(letter) - 1, -1, -1):
        if not (DATED.search(letter[place].text) and _is_line(letter[place])):
            continue
        first = place
        while first > 0 and _is_line(letter[first - 1]) and place - first < LINES:
            first -= 1
        for pattern in (FIRM, BARE, NAME):
            for block in letter[first : place + 1]:
                if match := pattern.match(block.text):
                    return Fact(value=match["firm"], quote=quote_of(block, match.start("firm"), match.end("firm")))
        return None
    return None


def _is_line(block: Block) -> bool:
    words = block.text.strip()
    return len(words) < LINE and not words.endswith((".", ":", ";"))


def signature_of(letter: Sequence[Block], auditor: Fact | None) -> tuple[Fact | None, Fact | None]:
    """Return where and when the letter was signed (YYYY-MM-DD), each None where the signature does not say."""
    for place in range(len(letter) - 1, -1, -1):
        block = letter[place]
        match = ENDING.search(block.text)
        if not match or len(block.text) > SIGNATURE or OPENING.search(block.text):
            continue
        day = day_of(match["date"])
        if day is None:
            continue
        signed = Fact(value=day.isoformat(), quote=quote_of(block, match.start("date"), match.end("date")))
        return _place(letter, place, match.start("date"), auditor), signed
    return None, None


def _place(letter: Sequence[Block], at: int, before: int, auditor: Fact | None) -> Fact | None:
    """Return the place in front of the date, in its block after firm and title, or as the line above it."""
    block, start = letter[at], 0
    for pattern in (FIRM, BARE, LICENCE):
        start = max([start, *(match.end() for match in pattern.finditer(block.text, 0, before))])
    found = PLACE.search(block.text[start:before].rstrip(" ,"))
    if found:
        begin = start + found.start("place")
        return Fact(value=found["place"], quote=quote_of(block, begin, begin + len(found["place"])))
    above = letter[at - 1] if at else None
    if above is None or not _is_line(above) or FIRM.match(above.text) or (auditor and auditor.value in above.text):
        return None
    match = PLACE.fullmatch(above.text)
    return Fact(value=match["place"], quote=quote_of(above, 0, match.end("place"))) if match else None


def licence_of(letter: Sequence[Block]) -> Fact | None:
    """Return the words of a licence or of the profession in the letter: what a firm can be looked up by."""
    for block in letter:
        if match := LICENCE.search(block.text):
            return Fact(value=match[0], quote=quote_of(block, match.start(), match.end()))
    return None


def known_network(name: str) -> bool:
    """Tell whether a firm is of one of the networks that everybody can look up."""
    return BARE.match(name) is not None


def auditor_of(letter: Sequence[Block]) -> Fact | None:
    """Return the firm of the signature block, the last short block after the opinion that names one."""
    signed = _signed(letter)
    if signed is not None:
        return signed
    place = next((n for n, block in enumerate(letter) if OPENING.search(block.text)), 0)
    blocks = [block for block in letter[place + 1 :] if len(block.text) < SIGNATURE]
    for pattern in (FIRM, BARE):
        for block in reversed(blocks):
            if match := pattern.match(block.text):
                return Fact(value=match["firm"], quote=quote_of(block, match.start("firm"), match.end("firm")))
    return None
