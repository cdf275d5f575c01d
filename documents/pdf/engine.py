"""The one place that calls PDFium: text with places, page images, boxes. All calls hold one lock.

PDFium keeps global state: calls from two threads at once end the process.
"""

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice

import pypdfium2 as pdfium
from pypdfium2 import raw

from documents import problems
from documents.pdf.layout import Piece
from documents.pdf.visible import hidden_characters

LOCK = threading.RLock()
NEEDS_PASSWORD = 4
BOLD = 600
# Lines end with CR LF, and with U+FFFE where a hyphen at the line's end was joined with the next line.
STORED_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
POINTS_PER_INCH = 72
# A page image of more pixels than this is rendered smaller: a page may claim to be metres wide.
MOST_PIXELS = 40_000_000
# Only pages with fewer letters are asked for their pictures: the others are text, whatever else they show.
FEW_LETTERS = 400
MOST_OBJECTS = 2000
# Where PDFium writes numbers to, made once: all calls hold the lock.
_PLACES = tuple(ctypes.c_double() for _ in range(6))
_MATRIX = raw.FS_MATRIX()


@contextmanager
def opened(data: bytes, name: str) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF for the time of the block, under the lock. Raises UnreadableDocument when locked or damaged."""
    with LOCK:
        try:
            document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            # PDFium may still hold the code of an earlier file, so the file itself must speak of encryption too.
            locked = getattr(error, "err_code", None) == NEEDS_PASSWORD and b"/Encrypt" in data
            raise (problems.locked(name) if locked else problems.damaged(name)) from error
        try:
            yield document
        finally:
            document.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page's text that can be seen, as it is stored, its lines with their places, and what else the page shows.

    `hidden` are the words that nobody can see, line by line. `image_share` is the share of the page that its largest
    image covers and `paths` the number of drawn lines and shapes; both are looked up only where there is little text.
    """

    raw: str
    letters: int
    pieces: tuple[Piece, ...]
    width: float
    height: float
    hidden: tuple[str, ...] = ()
    image_share: float = 0.0
    paths: int = 0


def page_text(document: pdfium.PdfDocument, index: int, *, layers: bool = False) -> PageText | None:
    """Return the text of the page at `index` (from 0), or None when the page itself is damaged.

    `layers` tells that the document has optional content that is off.
    """
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return None
    try:
        left, bottom, right, top = page.get_bbox()
        textpage = page.get_textpage()
    except pdfium.PdfiumError:
        page.close()
        return None
    try:
        stored = textpage.get_text_range()
        unseen = _unseen(textpage, stored, hidden_characters(page, textpage, layers=layers))
        pieces = tuple(_pieces(textpage.raw, stored, unseen, left, top))
        text, hidden = _parted(stored, unseen)
        letters = _letters(text)
        share, paths = _pictures(page, (right - left) * (top - bottom)) if letters < FEW_LETTERS else (0.0, 0)
    finally:
        textpage.close()
        page.close()
    size = {"width": right - left, "height": top - bottom}
    return PageText(raw=text, letters=letters, pieces=pieces, hidden=hidden, image_share=share, paths=paths, **size)


def _letters(text: str) -> int:
    """Return how many letters and digits a text has; of a long one, how many its beginning has if that is enough."""
    start = sum(map(str.isalnum, text[: 4 * FEW_LETTERS]))
    return start if start >= FEW_LETTERS else start + sum(map(str.isalnum, text[4 * FEW_LETTERS :]))


def _unseen(textpage: pdfium.PdfTextPage, text: str, characters: frozenset[int]) -> list[bool]:
    """Return for each sign of a page's text whether it is hidden; empty when nothing is.

    Spaces, and signs too small to be judged, go with the letters before them.
    """
    if not characters:
        return []
    places = {raw.FPDFText_GetTextIndexFromCharIndex(textpage.raw, index) for index in characters}
    unseen = [place in places for place in range(len(text))]
    for line in STORED_LINE.finditer(text):
        letters = [place for place in range(*line.span()) if text[place].isalnum()]
        before = unseen[letters[0]] if letters else False
        for place in range(*line.span()):
            if text[place].isalnum():
                before = unseen[place]
            elif letters and (unseen[place] or text[place].isspace()):
                unseen[place] = before
    return unseen


def _parted(text: str, unseen: list[bool]) -> tuple[str, tuple[str, ...]]:
    """Return the text without its hidden signs, and the hidden words line by line."""
    if not unseen:
        return text, ()
    shown = "".join(sign for place, sign in enumerate(text) if not unseen[place])
    lines = ["".join(text[place] for place in range(*m.span()) if unseen[place]) for m in STORED_LINE.finditer(text)]
    return shown, tuple(line for line in lines if any(map(str.isalnum, line)))


def _pictures(page: pdfium.PdfPage, area: float) -> tuple[float, int]:
    """Return the share of the page that its largest image covers, and how many paths are drawn on it."""
    share, paths = 0.0, 0
    for each in islice(page.get_objects(max_depth=3), MOST_OBJECTS):
        if each.type == raw.FPDF_PAGEOBJ_PATH:
            paths += 1
        elif each.type == raw.FPDF_PAGEOBJ_IMAGE:
            try:
                left, bottom, right, top = each.get_bounds()
            except pdfium.PdfiumError:
                continue
            share = max(share, (right - left) * (top - bottom) / max(area, 1))
    return share, paths


def _pieces(textpage: raw.FPDF_TEXTPAGE, text: str, unseen: list[bool], left: float, top: float) -> Iterator[Piece]:
    """Yield the lines of a page with their places, from the first and last character of each.

    Two characters a line are asked for instead of all: that keeps reading nearly as fast as plain text. A line
    around hidden words is in parts.
    """
    for match in STORED_LINE.finditer(text):
        for start, end in _seen_runs(match.start(), match.end(), unseen):
            line = text[start:end]
            shown = line.strip()
            if shown:
                first = start + len(line) - len(line.lstrip())
                last = start + len(line.rstrip()) - 1
                yield _piece(textpage, shown, first, last, left, top)


def _seen_runs(start: int, end: int, unseen: list[bool]) -> Iterator[tuple[int, int]]:
    if not unseen:
        yield start, end
        return
    for hidden, run in groupby(range(start, end), key=unseen.__getitem__):
        if not hidden:
            places = list(run)
            yield places[0], places[-1] + 1


def _piece(textpage: raw.FPDF_TEXTPAGE, text: str, first: int, last: int, left: float, top: float) -> Piece:
    begin = raw.FPDFText_GetCharIndexFromTextIndex(textpage, first)
    end = raw.FPDFText_GetCharIndexFromTextIndex(textpage, last)
    x, y, x0, x1, y0, y1 = _PLACES
    raw.FPDFText_GetCharOrigin(textpage, begin, x, y)
    raw.FPDFText_GetCharBox(textpage, end, x0, x1, y0, y1)
    bold = min(raw.FPDFText_GetFontWeight(textpage, begin), raw.FPDFText_GetFontWeight(textpage, end)) >= BOLD
    return Piece(
        text=text,
        left=x.value - left,
        right=max(x1.value, x.value) - left,
        base=top - y.value,
        size=_size(textpage, begin),
        bold=bold,
    )


def _size(textpage: raw.FPDF_TEXTPAGE, index: int) -> float:
    """Return the font size as it is seen: some files scale a font of size 1 by their matrix."""
    size = float(raw.FPDFText_GetFontSize(textpage, index)) or 10.0
    if raw.FPDFText_GetMatrix(textpage, index, _MATRIX):
        size *= abs(_MATRIX.d) or abs(_MATRIX.b) or 1.0
    return size


def rendered(document: pdfium.PdfDocument, index: int, dpi: int) -> tuple[bytes, int, int]:
    """Return a page as grey pixels, row by row, with width and height."""
    page = document[index]
    try:
        width, height = page.get_size()
        scale = dpi / POINTS_PER_INCH
        pixels = width * height * scale**2
        scale *= min(1.0, (MOST_PIXELS / max(pixels, 1)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True)
        try:
            array = bitmap.to_numpy()
            return bytes(array.tobytes()), int(array.shape[1]), int(array.shape[0])
        finally:
            bitmap.close()
    finally:
        page.close()
