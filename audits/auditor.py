"""The auditor's letter in; the firm that signed it out. Firms named in running headers do not count."""

import re
from collections.abc import Sequence

from audits.letter import OPENING, quote_of
from audits.model import Fact
from audits.period import DAY
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
