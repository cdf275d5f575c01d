"""The auditor's letter in; the firm that signed it out. Firms named in running headers do not count."""

import re
from collections.abc import Sequence

from audits.letter import OPENING, quote_of
from audits.model import Fact
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
SIGNATURE = 500


def auditor_of(letter: Sequence[Block]) -> Fact | None:
    """Return the firm of the signature block, the last short block after the opinion that names one."""
    place = next((n for n, block in enumerate(letter) if OPENING.search(block.text)), 0)
    blocks = [block for block in letter[place + 1 :] if len(block.text) < SIGNATURE]
    for pattern in (FIRM, BARE):
        for block in reversed(blocks):
            if match := pattern.match(block.text):
                return Fact(value=match["firm"], quote=quote_of(block, match.start("firm"), match.end("firm")))
    return None
