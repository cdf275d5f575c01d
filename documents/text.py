"""Plain text in, passages out: also hard-wrapped lines, and texts whose clauses stand in one giant line."""

import re

from documents.lines import Line, passages_of
from documents.passages import Reading

# A line shorter than this share of the usual line does not reach the right edge.
SHORT = 0.75
# Lines longer than this are whole paragraphs: nothing was wrapped at a right edge.
WIDEST_WRAP = 140
RULE = re.compile(r"[\s\-_=*~.]{4,}")
PAGE_NUMBER = re.compile(
    r"\s*(?:page\s+\d{1,4}(?:\s+of\s+\d{1,4})?|[-–]?\s*\d{1,4}\s*[-–]?|[A-Z]-\d{1,3})\s*", re.IGNORECASE
)


def read_text(text: str) -> Reading:
    """Return the passages of a plain text; a form feed starts a page only in print, so all is page 1."""
    passages = tuple(passages_of(_lines(text)))
    return Reading(passages=passages)


def _lines(text: str) -> list[Line]:
    raw = text.replace("\f", "\n\n").splitlines()
    widths = sorted(len(line.rstrip()) for line in raw if line.strip())
    wrap = widths[int(len(widths) * 0.9)] if widths else 0
    found: list[Line] = []
    gap, page_ends, indent = False, False, 0
    for line in raw:
        if PAGE_NUMBER.fullmatch(line):
            # A page ends here, most often inside a paragraph: the space around the number says nothing.
            page_ends = True
        elif not line.strip() or RULE.fullmatch(line):
            gap = gap or bool(found)
        else:
            own = len(line) - len(line.lstrip())
            short = wrap > WIDEST_WRAP or len(line.rstrip()) < SHORT * wrap
            found.append(
                Line(text=line.strip(), left=own, gap=gap and not page_ends, short=short, indented=own > indent + 1)
            )
            gap, page_ends, indent = False, False, own
    return found
