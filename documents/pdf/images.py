"""A page as a picture, and where on it a quote stands."""

import io
from collections.abc import Iterable, Sequence

import pypdfium2 as pdfium
from PIL import Image
from pypdfium2 import raw

from documents import problems
from documents.model import RecognisedLine
from documents.normalise import LIGATURES, letters
from documents.pdf.engine import opened, rendered

Box = tuple[float, float, float, float]
GREYS = 16


def page_image(data: bytes, page: int, dpi: int = 150) -> bytes:
    """Return page `page` (from 1) as a PNG of 16 greys: a tenth of the size in colour and as readable.

    Raises UnreadableDocument when the file or the page does not open.
    """
    with opened(data, "") as document:
        _check(document, page)
        pixels, width, height = rendered(document, page - 1, dpi)
    image = Image.frombytes("L", (width, height), pixels)
    step = 256 // GREYS
    reduced = image.point([min(255, level // step * 17) for level in range(256)])
    out = io.BytesIO()
    reduced.convert("P", palette=Image.Palette.ADAPTIVE, colors=GREYS).save(out, "PNG", bits=4, optimize=False)
    return out.getvalue()


def quote_boxes(data: bytes, page: int, quote: str, recognised_lines: Sequence[RecognisedLine] = ()) -> tuple[Box, ...]:
    """Return where a quote stands on page `page`: (left, top, width, height) as fractions, one box a line.

    The quote is found by its letters and digits alone, so hyphens, ligatures and line breaks do not matter; of
    a quote that goes on to the next page, the part on this page is boxed. Pass the document's
    `recognised_lines` for pages that came from text recognition. Empty when the quote is not on the page.
    """
    seen = [line for line in recognised_lines if line.page == page]
    if seen:
        return _recognised_boxes(seen, quote)
    with opened(data, "") as document:
        _check(document, page)
        return _text_boxes(document, page - 1, letters(quote))


def _check(document: pdfium.PdfDocument, page: int) -> None:
    if not 1 <= page <= len(document):
        raise problems.damaged("")


def _text_boxes(document: pdfium.PdfDocument, index: int, wanted: str) -> tuple[Box, ...]:
    page = document[index]
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        found, places = _index(text)
        start, end = _find(found, wanted)
        if start == end:
            return ()
        spans = _lines_between(text, places[start], places[end - 1] + 1)
        left, bottom, right, top = page.get_bbox()
        return tuple(
            (
                (x0 - left) / (right - left),
                (top - y1) / (top - bottom),
                (x1 - x0) / (right - left),
                (y1 - y0) / (top - bottom),
            )
            for first, last in spans
            for x0, y0, x1, y1 in _rectangles(textpage, first, last)
        )
    finally:
        textpage.close()
        page.close()


def _index(text: str) -> tuple[str, list[int]]:
    """Return the letters and digits of a text, and for each the place where it stands."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in LIGATURES.get(ord(character), character).lower():
            if each.isalnum():
                kept.append(each)
                places.append(place)
    return "".join(kept), places


def _find(text: str, wanted: str) -> tuple[int, int]:
    """Return where the wanted letters stand; if only their beginning or end is on the page, where that stands."""
    if not wanted:
        return (0, 0)
    at = text.find(wanted)
    if at >= 0:
        return (at, at + len(wanted))
    for size in range(len(wanted) - 1, min(15, len(wanted) - 1), -1):
        if text.endswith(wanted[:size]) or (at := text.rfind(wanted[:size])) > 0.6 * len(text):
            start = len(text) - size if text.endswith(wanted[:size]) else at
            return (start, start + size)
        at = text.find(wanted[-size:])
        if 0 <= at < 0.4 * len(text):
            return (at, at + size)
    return (0, 0)


def _lines_between(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans, at = [], start
    for part in text[start:end].split("\r\n"):
        if part.strip():
            spans.append((at, at + len(part)))
        at += len(part) + 2
    return spans


def _rectangles(textpage: pdfium.PdfTextPage, first: int, last: int) -> list[Box]:
    begin = raw.FPDFText_GetCharIndexFromTextIndex(textpage.raw, first)
    end = raw.FPDFText_GetCharIndexFromTextIndex(textpage.raw, last - 1) + 1
    count = textpage.count_rects(begin, end - begin)
    return _merged(textpage.get_rect(number) for number in range(count))


def _merged(boxes: Iterable[Box]) -> list[Box]:
    """Join the boxes of one line: PDFium gives one for each font and gap."""
    found: list[Box] = []
    for left, bottom, right, top in boxes:
        if found:
            x0, y0, x1, y1 = found[-1]
            if min(top, y1) - max(bottom, y0) > 0.5 * min(top - bottom, y1 - y0):
                found[-1] = (min(x0, left), min(y0, bottom), max(x1, right), max(y1, top))
                continue
        found.append((left, bottom, right, top))
    return found


def _recognised_boxes(seen: Sequence[RecognisedLine], quote: str) -> tuple[Box, ...]:
    """Return the boxes of the recognised lines whose letters are part of the quote."""
    wanted = letters(quote)
    boxes = []
    for line in seen:
        words = letters(line.text)
        whole = len(words) > 3 and words in wanted
        if whole or (len(wanted) > 3 and wanted in words) or _overlaps(words, wanted):
            boxes.append((line.left, line.top, line.width, line.height))
    return tuple(boxes)


def _overlaps(words: str, wanted: str) -> bool:
    """Return whether the line ends with the quote's beginning or begins with its end (ten letters at least)."""
    sizes = range(10, min(len(words), len(wanted)))
    return any(words.endswith(wanted[:size]) or words.startswith(wanted[-size:]) for size in sizes)


__all__ = ["page_image", "quote_boxes"]
