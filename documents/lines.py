"""Lines of a page or a plain text in, passages out: joins the lines of a paragraph and sees where a new one begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from documents.model import BlockKind, PageStart
from documents.normalise import join_broken_words, normalise
from documents.numbering import Label, label_of
from documents.passages import Passage

ENDS = re.compile(r"[.;:!?][”\"’')\]]*$")
SENTENCE_OVER = re.compile(r"[.;:!?][”\"’')\]]*(?:\s*(?:and|or|and/or))?$")
LABEL_GOES_ON = re.compile(
    r"(?:\b(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|under|in|to|of|through|and|or|with|by|the)|[§(,])$",
    re.IGNORECASE,
)
PART = re.compile(r"(?:ARTICLE|SECTION|SCHEDULE|EXHIBIT|ANNEX|APPENDIX)\s+(?:[IVXLC]+|[A-Z]|\d+)\b")
CONTENTS_ENTRY = re.compile(r"(?:\s|\.{2,}|…)\d{1,3}$")
NEXT_ITEM = re.compile(r"[;,]\s*(?:and|or|and/or)$")
STANDS_ALONE = re.compile(r"[A-Z][A-Za-z’'&/ -]{3,60}")
# Headings that only their place tells: below every numbered one, so that they do not end a numbered section.
WEAK_LEVEL = 9
# Bullets of one list begin at the same place, give or take so many points or characters.
SAME_LEFT = 1.5
CAPITALS = re.compile(r"^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$")
# Clauses that stand in one giant line: each is cut before its number, when a sentence ended before it.
INLINE_CLAUSE = re.compile(
    r"(?<=[.;:)”\"\]])\s+(?=(?:\d{1,2}(?:\.\d{1,2})+\.?\s+[“\"(]?[A-Z]|\d{1,2}\.\s+[A-Z]|\((?:[a-z]|[ivx]{2,4})\)\s+\S"
    r"|(?:ARTICLE|Article|SECTION|Section)\s+(?:[IVXLC]+|\d+(?:\.\d+)*)\s*[.:–-]))"
)
HYPHEN_END = re.compile(r"\w[-\u2010\ufffe\u00ad]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line as it stands on a page; where a format does not know more, a mark is False.

    `left` is where it begins, in points or characters. `gap`: more space above it than between lines of one
    paragraph. `short`: it ends well before the right edge. `heading`: it is set larger or bolder than the body.
    `indented`: it begins further right than the line before.
    """

    text: str
    page: int = 1
    left: float = 0.0
    gap: bool = False
    short: bool = False
    heading: bool = False
    indented: bool = False


class Paragraph:
    """The lines of the paragraph that is being read."""

    def __init__(self, line: Line) -> None:
        self.lines = [line]
        self.label = label_of(line.text.strip())
        self.depth = 0

    @property
    def last(self) -> Line:
        """The latest line."""
        return self.lines[-1]

    def passage(self) -> Passage:
        """Return the paragraph as a passage with the places where its pages start."""
        text, pages = "", [PageStart(offset=0, page=self.lines[0].page)]
        for line in self.lines:
            if line.page != pages[-1].page:
                pages.append(PageStart(offset=_length(text), page=line.page))
            text += line.text + "\n"
        whole = normalise(join_broken_words(text).replace("\ufffe", ""))
        kept = [each for each in pages if each.offset < len(whole)]
        set_apart = all(line.heading for line in self.lines)
        if self.depth:
            return Passage(kind=BlockKind.ITEM, text=whole, level=self.depth, pages=tuple(kept or pages[:1]))
        level = WEAK_LEVEL if self._stands_alone(whole) else 0
        kind = BlockKind.HEADING if level or is_heading(whole, set_apart=set_apart) else BlockKind.PARAGRAPH
        return Passage(kind=kind, text=whole, level=level, pages=tuple(kept or pages[:1]))

    def _stands_alone(self, text: str) -> bool:
        """Return whether this is one short line of capitalised words with space above: "Our Responsibility"."""
        line, words = self.lines[0], text.split()
        alone = len(self.lines) == 1 and line.gap and line.short and len(words) <= 6
        return alone and STANDS_ALONE.fullmatch(text) is not None and _is_title(text)


def is_heading(text: str, *, set_apart: bool) -> bool:
    """Return whether a short text is a heading; `set_apart` when it is set larger or bolder than the body."""
    words, label = text.split(), label_of(text)
    title = text[label.length :] if label else text
    too_long = len(text) > 150 or len(words) > 16 or text[-1:] in (";", ",")
    if too_long or len(re.findall(r"[A-Za-z]", title)) < 3 or (label and CONTENTS_ENTRY.search(text)):
        return False
    if set_apart:
        return text[-1] != "." or (label is not None and len(words) <= 12)
    if CAPITALS.match(text) and len(words) <= 14:
        return True
    numbered = label is not None and label.style in ("number", "section")
    return numbered and len(words) <= 9 and title[:1].isupper() and "." not in title[:-1] and _is_title(title)


def _is_title(text: str) -> bool:
    words = [word for word in re.findall(r"[A-Za-z][\w’'-]*", text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def _length(text: str) -> int:
    """Return where the next line's text will start in the normalised paragraph.

    A word that is broken by the page's end goes on without a space, and without its hyphen unless that belongs to it.
    """
    if not HYPHEN_END.search(text.rstrip()):
        return len(normalise(join_broken_words(text))) + 1
    return len(normalise(join_broken_words(text + "x"))) - 1


def passages_of(lines: Iterable[Line]) -> Iterator[Passage]:
    """Yield the paragraphs and headings that the lines make up, in the order given."""
    seen: dict[str, int] = {}
    lists = BulletDepth()
    paragraph: Paragraph | None = None
    for line in lines:
        if not line.text.strip():
            continue
        if paragraph is not None and not _begins(line, paragraph, seen):
            paragraph.lines.append(line)
            continue
        if paragraph is not None:
            yield from _split(paragraph.passage())
        paragraph = Paragraph(line)
        paragraph.depth = lists.depth_of(paragraph)
        if paragraph.label is not None and paragraph.label.ordinals:
            seen[paragraph.label.style] = paragraph.label.ordinals[-1]
    if paragraph is not None:
        yield from _split(paragraph.passage())


class BulletDepth:
    """Tells how deep a bullet stands by how far right it begins; other paragraphs end the lists."""

    def __init__(self) -> None:
        self._lefts: list[float] = []

    def depth_of(self, paragraph: Paragraph) -> int:
        """Return 1 for a bullet of an outer list, 2 for one inside, and so on; 0 when it begins with no bullet."""
        if paragraph.label is None or not paragraph.label.bullet:
            self._lefts.clear()
            return 0
        left = paragraph.lines[0].left
        while self._lefts and left < self._lefts[-1] - SAME_LEFT:
            self._lefts.pop()
        if not self._lefts or left > self._lefts[-1] + SAME_LEFT:
            self._lefts.append(left)
        return len(self._lefts)


def _begins(line: Line, paragraph: Paragraph, seen: dict[str, int]) -> bool:
    """Return whether a new paragraph begins with the line."""
    before, text = paragraph.last.text.rstrip(), line.text.strip()
    if HYPHEN_END.search(before) and text[0].islower():
        return False
    label = label_of(text)
    if label is not None and _label_begins(label, paragraph.last, line, seen):
        return True
    if line.page != paragraph.last.page:
        return line.heading or _complete(before) or (not text[0].islower() and paragraph.last.short)
    if line.gap or line.heading != paragraph.last.heading:
        return not (text[0].islower() and not ENDS.search(before) and not paragraph.last.heading)
    if paragraph.last.short and CAPITALS.match(before) and not CAPITALS.match(text):
        return True
    return paragraph.last.short and ENDS.search(before) is not None and (line.indented or not text[0].islower())


def _complete(text: str) -> bool:
    return ENDS.search(text) is not None and not text.endswith(("e.g.", "i.e.", "Inc.", "No."))


def _label_begins(label: Label, last: Line, line: Line, seen: dict[str, int]) -> bool:
    """Tell a clause's number from a reference ("Section / 2.1") or an inline "(c)" that the line break put first."""
    before = last.text.rstrip()
    follows = label.style in seen and label.follows(seen[label.style])
    if label.bullet or PART.match(line.text.strip()):
        return True
    if LABEL_GOES_ON.search(before) and not NEXT_ITEM.search(before):
        return False
    if follows or line.gap or (label.first and (line.indented or last.short)):
        return True
    over = SENTENCE_OVER.search(before) is not None
    return over and (label.first or last.short or label.style in ("number", "section"))


def _split(passage: Passage) -> Iterator[Passage]:
    """Yield a giant paragraph clause by clause; others as they are."""
    if len(passage.text) < 1200 or passage.kind is not BlockKind.PARAGRAPH:
        if passage.text:
            yield passage
        return
    start = 0
    for end in [*(gap.start() for gap in INLINE_CLAUSE.finditer(passage.text)), len(passage.text)]:
        part = passage.text[start:end]
        text = part.lstrip()
        offset = start + len(part) - len(text)
        if text:
            kind = BlockKind.HEADING if is_heading(text, set_apart=False) else BlockKind.PARAGRAPH
            yield Passage(kind=kind, text=text, pages=_pages_from(passage.pages, offset, end))
        start = end


def _pages_from(pages: tuple[PageStart, ...], start: int, end: int) -> tuple[PageStart, ...]:
    first = [each.page for each in pages if each.offset <= start][-1]
    inside = [PageStart(offset=each.offset - start, page=each.page) for each in pages if start < each.offset < end]
    return (PageStart(offset=0, page=first), *inside)
