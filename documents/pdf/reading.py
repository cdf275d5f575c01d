"""A PDF in, passages out: page by page, with text recognition where a page has no text."""

import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median, quantiles

import pypdfium2 as pdfium

from documents import problems
from documents.limits import Limits
from documents.lines import Line, passages_of
from documents.model import BlockKind, PageStart, Problem, RecognisedLine
from documents.normalise import normalise
from documents.ocr import DPI, SeenLine, ink, recognise
from documents.passages import Passage, Reading
from documents.pdf.engine import PageText, opened, page_text, rendered
from documents.pdf.layout import (
    Piece,
    disordered,
    in_reading_order,
    joined_rows,
    running_lines,
    without_running_lines,
)
from documents.pdf.structure import Structure, structure_of

# A page with fewer letters than this has no text of its own: a scan, or a page that was left blank.
FEWEST_LETTERS = 20
# Fonts without a map to characters give private or control characters: above this share it is no text.
MOST_ODD = 0.3
# An image that covers so much of a page with little text is a scan.
SCAN = 0.4
# A page without a letter and with so many drawn paths may be text turned into outlines.
OUTLINES = 20
# So much more than the usual step between lines is space between paragraphs.
LEAST_GAP = 1.2
# Thin rules cover less of a page than this; words cover more.
INK_OF_WORDS = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfReading(Reading):
    """What was read, page by page."""

    unreadable: tuple[int, ...] = ()
    recognised: tuple[int, ...] = ()
    recognised_lines: tuple[RecognisedLine, ...] = ()


@dataclass(slots=True)
class Page:
    """The lines of one page and how they came about."""

    number: int
    pieces: list[Piece] = field(default_factory=list)
    recognised: tuple[RecognisedLine, ...] = ()
    read: bool = True
    reordered: bool = False
    hidden: tuple[str, ...] = ()


def read_pdf(
    data: bytes,
    name: str,
    limits: Limits,
    *,
    report: Callable[[int, int], None],
    recognising: Callable[[int], None],
) -> PdfReading:
    """Return the passages of a PDF.

    Raises UnreadableDocument when it is locked, damaged or has too many pages. When time runs out, the pages
    that were read are kept and the others are reported as unreadable.
    """
    began = time.monotonic()
    structure = structure_of(data)
    with opened(data, name) as document:
        count = len(document)
        if count > limits.pages:
            raise problems.too_many_pages(name, count, limits.pages)
        if not count:
            raise problems.damaged(name)
        reader = PageReader(document, limits, began, recognising, layers=structure.layers)
        pages = [reader.page(number) for number in _counted(count, report)]
    return _put_together(pages, name, structure, reader)


def _counted(count: int, report: Callable[[int, int], None]) -> Iterator[int]:
    for number in range(1, count + 1):
        yield number
        report(number, count)


@dataclass(slots=True)
class PageReader:
    """Reads pages while there is time."""

    document: pdfium.PdfDocument
    limits: Limits
    began: float
    recognising: Callable[[int], None]
    layers: bool = False
    recognised: int = 0
    stopped_after: float = 0.0

    def page(self, number: int) -> Page:
        """Return the page with this number (from 1); unread when time is up or its content is damaged."""
        if self._time_is_up():
            return Page(number=number, read=False)
        text = page_text(self.document, number - 1, layers=self.layers)
        if text is None:
            return Page(number=number, read=False)
        pieces = joined_rows(text.pieces)
        page = Page(number=number, pieces=pieces) if _is_text(text) else self._pictured(number, text, pieces)
        page.hidden = text.hidden
        return page

    def _time_is_up(self) -> bool:
        spent = time.monotonic() - self.began
        if not self.stopped_after and spent > self.limits.seconds_for(self.recognised):
            self.stopped_after = spent
        return bool(self.stopped_after)

    def _pictured(self, number: int, text: PageText, pieces: list[Piece]) -> Page:
        pixels, width, height = rendered(self.document, number - 1, DPI)
        shown = ink(pixels)
        if not shown or (not text.image_share and text.paths < OUTLINES and shown < INK_OF_WORDS):
            return Page(number=number, pieces=pieces)
        if not self.limits.recognise:
            return Page(number=number, pieces=pieces, read=False)
        self.recognised += 1
        self.recognising(self.recognised)
        seen = recognise(pixels, width, height)
        if sum(sum(map(str.isalnum, line.text)) for line in seen) <= text.letters:
            return Page(number=number, pieces=pieces, read=text.letters > 0)
        found = _seen_pieces(seen, text.height / height)
        lines = _seen_lines(seen, number, width, height)
        return Page(number=number, pieces=in_reading_order(found), recognised=lines)


def _seen_pieces(seen: Sequence[SeenLine], scale: float) -> list[Piece]:
    """Return recognised lines as pieces in points.

    The height of a box depends on its letters ("use" is lower than "Ply"), so lines of about the usual height
    count as set in one size.
    """
    usual = median(line.bottom - line.top for line in seen) * scale
    found = []
    for line in seen:
        height = (line.bottom - line.top) * scale
        size = usual if 0.6 * usual < height < 1.25 * usual else height
        middle = (line.top + line.bottom) / 2 * scale
        left, right = line.left * scale, line.right * scale
        found.append(Piece(text=line.text, left=left, right=right, base=middle + 0.3 * size, size=size))
    return found


def _seen_lines(seen: Sequence[SeenLine], page: int, width: int, height: int) -> tuple[RecognisedLine, ...]:
    return tuple(
        RecognisedLine(
            page=page,
            text=line.text,
            left=line.left / width,
            top=line.top / height,
            width=(line.right - line.left) / width,
            height=(line.bottom - line.top) / height,
        )
        for line in seen
    )


def _is_text(text: PageText) -> bool:
    """Return whether the page's own text is all that it says; else its picture is looked at."""
    odd = sum(map(_is_odd, filter("\u2fff".__lt__, text.raw)))
    if odd > MOST_ODD * max(len(text.raw), 1) or text.image_share > SCAN:
        return False
    return text.letters >= FEWEST_LETTERS or (text.letters > 0 and not text.image_share and text.paths < OUTLINES)


def _is_odd(character: str) -> bool:
    return unicodedata.category(character) in ("Co", "Cn")


def _put_together(pages: Sequence[Page], name: str, structure: Structure, reader: PageReader) -> PdfReading:
    running = running_lines([page.pieces for page in pages])
    furniture: dict[str, int] = {}
    for page in pages:
        page.pieces, left_out = without_running_lines(page.pieces, running, pages=len(pages))
        for piece in left_out:
            furniture.setdefault(normalise(piece.text), page.number)
        if not page.recognised and disordered(page.pieces):
            page.pieces, page.reordered = in_reading_order(page.pieces), True
    passages = [*passages_of(lines_of(pages)), *_furniture(furniture), *_form(structure, len(pages))]
    unread = tuple(page.number for page in pages if not page.read)
    recognised = tuple(page.number for page in pages if page.recognised)
    return PdfReading(
        passages=tuple(passages),
        title=structure.title,
        page_count=len(pages),
        unreadable=unread,
        recognised=recognised,
        recognised_lines=tuple(line for page in pages for line in page.recognised),
        problems=tuple(_problems(pages, name, structure, reader)),
    )


def _furniture(lines: dict[str, int]) -> Iterator[Passage]:
    """Yield each running header and footer once, at the end: nothing that a page says is lost."""
    seen = set()
    for text, page in lines.items():
        words = "".join(character for character in text if character.isalpha())
        if len(words) >= 4 and words not in seen:
            seen.add(words)
            yield Passage(kind=BlockKind.PARAGRAPH, text=text, pages=(PageStart(offset=0, page=page),))


def _form(structure: Structure, count: int) -> Iterator[Passage]:
    for name, value in structure.fields:
        page = (PageStart(offset=0, page=count),)
        yield Passage(kind=BlockKind.TABLE_CELL, text=normalise(f"{name}: {value}"), pages=page)


def _problems(pages: Sequence[Page], name: str, structure: Structure, reader: PageReader) -> Iterator[Problem]:
    unread = [page.number for page in pages if not page.read]
    if reader.stopped_after:
        yield problems.timed_out(name, reader.stopped_after, unread, len(pages))
    elif unread:
        yield problems.unreadable_pages(name, unread, len(pages))
    if recognised := [page.number for page in pages if page.recognised]:
        yield problems.recognised(name, recognised)
    if reordered := [page.number for page in pages if page.reordered]:
        yield problems.reordered(name, reordered)
    if hidden := {page.number: page.hidden for page in pages if page.hidden}:
        yield problems.hidden_text(name, hidden)
    if structure.attachments:
        yield problems.attachments(name, structure.attachments)
    if structure.fields:
        yield problems.form_fields(name, len(structure.fields))


def lines_of(pages: Sequence[Page]) -> Iterator[Line]:
    """Yield the lines of all pages, each with what its place says about paragraphs."""
    pieces = [piece for page in pages for piece in page.pieces]
    if not pieces:
        return
    body = median(piece.size for piece in pieces)
    bold_is_normal = sum(piece.bold for piece in pieces) > 0.5 * len(pieces)
    for page in pages:
        step = _usual_step(page.pieces)
        edges = _right_edges(page.pieces)
        before: Piece | None = None
        for piece in page.pieces:
            down = piece.base - before.base if before else 0.0
            larger = piece.size > 1.15 * body
            yield Line(
                text=piece.text,
                page=page.number,
                left=piece.left,
                gap=before is not None and down > LEAST_GAP * max(step, 0.5 * piece.size),
                short=piece.right < edges[_column(piece, edges)] - 6 * piece.size,
                heading=larger or (piece.bold and not bold_is_normal),
                indented=before is not None and piece.left > before.left + 0.8 * piece.size,
            )
            before = piece


def _usual_step(pieces: Sequence[Piece]) -> float:
    steps = [after.base - before.base for before, after in pairwise(pieces)]
    downwards = [step for step in steps if 0.5 < step < 60]
    return quantiles(downwards, n=10)[3] if len(downwards) > 2 else downwards[0] if downwards else 0.0


def _right_edges(pieces: Sequence[Piece]) -> tuple[float, float]:
    """Return the right edge of the left and of the right column; both are the same on a page with one column."""
    if not pieces:
        return (0.0, 0.0)
    right = max(piece.right for piece in pieces)
    middle = (min(piece.left for piece in pieces) + right) / 2
    left_ends = [piece.right for piece in pieces if piece.right < middle + piece.size]
    right_starts = [piece for piece in pieces if piece.left > middle - piece.size]
    if len(left_ends) > 0.25 * len(pieces) and len(right_starts) > 0.25 * len(pieces):
        return (max(left_ends), right)
    return (right, right)


def _column(piece: Piece, edges: tuple[float, float]) -> int:
    return int(piece.left > edges[0] - piece.size and edges[0] != edges[1])
