"""Passages in, numbered blocks out: heading paths, lead-ins, pages, and over-long paragraphs cut at sentence ends."""

import re
from collections.abc import Iterable, Iterator

from documents.leads import LeadIns
from documents.model import Block, BlockKind, Link, PageStart
from documents.numbering import label_of
from documents.passages import Passage

# Longer paragraphs are cut at a sentence end, so that a block fits on the screen and is a unit of evidence.
LONGEST = 1500
SHORTEST = 3
FINITE = re.compile(r"\b(?:shall|will|may|must|can|cannot|agrees?|do not|does not|is|are)\b", re.IGNORECASE)
CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>()\[\]“”\"]{3,500}")
SENTENCE_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z(“\"])")


def number_blocks(passages: Iterable[Passage]) -> tuple[tuple[Block, ...], tuple[Link, ...]]:
    """Return the blocks of a document in reading order, and the links that they hold."""
    blocks: list[Block] = []
    links: list[Link] = []
    leads, path = LeadIns(), HeadingPath()
    for passage in passages:
        if len(passage.text) < SHORTEST:
            continue
        kind, lead_in = leads.visit(passage)
        if kind is BlockKind.HEADING:
            path.enter(passage)
            kind = BlockKind.PARAGRAPH if says_something(passage.text) else kind
        first = len(blocks)
        for start, end in cuts(passage.text):
            blocks.append(
                Block(
                    number=len(blocks),
                    kind=kind,
                    text=passage.text[start:end],
                    heading_path=path.titles,
                    lead_in=lead_in,
                    pages=_pages_between(passage.pages, start, end),
                )
            )
        links += [Link(text=text, target=target, block=first) for text, target in passage.links]
        links += _addresses(blocks[first:], {target for _, target in passage.links})
    return tuple(blocks), tuple(links)


def _addresses(blocks: Iterable[Block], known: set[str]) -> Iterator[Link]:
    """Yield the web addresses that are written out in the text: in a PDF they are the only links there are."""
    for block in blocks:
        for match in ADDRESS.finditer(block.text):
            address = match[0].rstrip(".,;:")
            if address not in known:
                yield Link(text=address, target=address, block=block.number)


def says_something(text: str) -> bool:
    """Return whether a heading is a whole sentence with a duty or a right: it is set as a heading and is a clause."""
    return text.endswith(".") and len(text.split()) > 6 and FINITE.search(text) is not None


class HeadingPath:
    """The headings above the present place, outermost first."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []

    @property
    def titles(self) -> tuple[str, ...]:
        """The texts of the headings."""
        return tuple(text for _, text in self._open)

    def enter(self, passage: Passage) -> None:
        """Go below a heading; headings of its level and deeper ones are left."""
        level = passage.level or _level_by_number(passage.text)
        self._open = [(each, text) for each, text in self._open if each < level]
        if not CONTENTS.fullmatch(passage.text):
            self._open.append((level, passage.text))


def _level_by_number(text: str) -> int:
    """Return the level of a heading from its number; one without a number stands over the numbered ones."""
    label = label_of(text)
    if label is None:
        return 5
    return 6 + max(label.depth, 1) if label.style == "number" else 6 if label.style == "section" else 9


def cuts(text: str) -> list[tuple[int, int]]:
    """Return where a text is cut so that no part is much longer than `LONGEST`; one part if it is short."""
    if len(text) <= LONGEST:
        return [(0, len(text))]
    found, start, last = [], 0, 0
    for gap in SENTENCE_END.finditer(text):
        if gap.start() - start > LONGEST and last > start:
            found.append((start, last))
            start = _after_spaces(text, last)
        last = gap.start()
    if len(text) - start > LONGEST and last > start:
        found.append((start, last))
        start = _after_spaces(text, last)
    return [*found, (start, len(text))]


def _after_spaces(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _pages_between(pages: tuple[PageStart, ...], start: int, end: int) -> tuple[PageStart, ...]:
    if len(pages) == 1:
        return pages
    before = [each for each in pages if each.offset <= start][-1]
    inside = [PageStart(offset=each.offset - start, page=each.page) for each in pages if start < each.offset < end]
    return (PageStart(offset=0, page=before.page), *inside)
