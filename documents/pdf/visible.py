"""Which characters of a PDF page nobody can see: white, covered, cut off, tiny, off the page or on a hidden layer.

Colours and places tell which texts are plainly visible. The others are looked at: the page is drawn with and without
them, and a character that makes no difference is hidden. The recognised text of a scan makes none either; it counts
where a picture shows something at its place.
"""

import ctypes
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

import numpy as np
import pypdfium2 as pdfium
from numpy.typing import NDArray
from pypdfium2 import raw

from documents.pdf.painted import Box, Colour, Painted, area, common, painted

# Text smaller than this many points is a grey line to the eye; the smallest print of real contracts has 4.
SMALLEST = 2.0
# Colours that differ by less in each of red, green and blue (of 255) look the same; light grey on white differs by 40.
LEAST_CONTRAST = 20
# Texts whose colour differs so little from what may lie below are looked at.
DOUBTFUL = 64
# A text of which another object overlaps this share is looked at.
OVERLAP = 0.05
# Images that cover this share of a page are a scan, and text that makes no difference there was recognised in it.
SCAN = 0.4
SCALE = 2.0
MOST_PIXELS = 16_000_000
WHITE: Colour = (255, 255, 255)
OFF, ON = 0, 1
UNPAINTED = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)

Picture = NDArray[np.int16]


def hidden_characters(page: pdfium.PdfPage, textpage: pdfium.PdfTextPage, *, layers: bool) -> frozenset[int]:
    """Return the indexes of the page's characters that nobody can see.

    `layers` tells that the document has optional content that is off. The caller holds the engine's lock.
    """
    found = painted(page)
    doubtful, tiny = _doubtful(found, page.get_bbox(), everything=layers)
    if not doubtful and not tiny and found.whole:
        return frozenset()
    clear = {text.address for text in found.texts if text.order not in doubtful and text.order not in tiny}
    unread = {text.address for text in found.texts if text.order in tiny}
    characters = list(_characters(textpage))
    looked_at = [(index, handle) for index, handle, address in characters if address not in clear | unread]
    hidden = {index for index, _, address in characters if address in unread}
    if looked_at:
        hidden |= _unseen(page, textpage, looked_at, found)
    return frozenset(hidden)


def _doubtful(found: Painted, page: Box, *, everything: bool) -> tuple[set[int], set[int]]:
    """Return the orders of the texts that may be hidden, and of those that are too small to be read."""
    if not found.texts:
        return set(), set()
    boxes = np.array([text.box for text in found.texts])
    size = boxes[:, 2:] - boxes[:, :2]
    small = (size < SMALLEST).any(axis=1) | (size[:, 0] < 0.5 * size[:, 1])
    tiny = {found.texts[index].order for index in np.flatnonzero(small) if found.texts[index].size < SMALLEST}
    outside = (boxes[:, :2] < page[:2]).any(axis=1) | (boxes[:, 2:] > page[2:]).any(axis=1)
    below, covered = _grounds(found, boxes)
    doubtful = {
        text.order
        for text, ground, out in zip(found.texts, below, np.atleast_1d(outside), strict=True)
        if everything
        or out
        or text.veiled
        or text.mode in UNPAINTED
        or (text.clip is not None and area(common(text.clip, text.box)) < 0.9 * area(text.box))
        or any(_alike(text.colour, colour) for colour in ground)
    }
    return (doubtful | covered) - tiny, tiny


def _grounds(found: Painted, boxes: NDArray[np.float64]) -> tuple[list[tuple[Colour | None, ...]], set[int]]:
    """Return for each text the colours that it may stand on, and the orders of the texts that may be covered."""
    below: list[tuple[Colour | None, ...]] = [(WHITE,)] * len(found.texts)
    covered: set[int] = set()
    sizes = np.maximum(boxes[:, 2:] - boxes[:, :2], 0.01)
    for shape in found.shapes:
        shared = np.minimum(boxes[:, 2:], shape.box[2:]) - np.maximum(boxes[:, :2], shape.box[:2])
        part = shared / sizes
        touched = np.flatnonzero((part > 0).all(axis=1) & (part.prod(axis=1) > OVERLAP))
        if not touched.size:
            continue
        whole = ((part[:, 0] > 0.99) & (part[:, 1] > 0.8)).tolist()
        for index in touched.tolist():
            if shape.order > found.texts[index].order:
                covered.add(found.texts[index].order)
            elif shape.colour not in below[index] or whole[index]:
                below[index] = (shape.colour,) if whole[index] else (*below[index], shape.colour)
    return below, covered


@lru_cache(maxsize=1024)
def _alike(one: Colour | None, other: Colour | None) -> bool:
    if one is None or other is None:
        return True
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < DOUBTFUL


def _characters(textpage: pdfium.PdfTextPage) -> Iterator[tuple[int, raw.FPDF_PAGEOBJECT, int]]:
    """Yield the characters that the page paints; spaces and line ends that PDFium adds are part of no text."""
    for index in range(raw.FPDFText_CountChars(textpage.raw)):
        handle = raw.FPDFText_GetTextObject(textpage.raw, index)
        if handle:
            yield index, handle, ctypes.addressof(handle.contents)


def _unseen(
    page: pdfium.PdfPage,
    textpage: pdfium.PdfTextPage,
    characters: Sequence[tuple[int, raw.FPDF_PAGEOBJECT]],
    found: Painted,
) -> set[int]:
    """Return which of the characters make no difference to the drawn page, unless a scan shows them."""
    view = View(page)
    handles = {ctypes.addressof(handle.contents): handle for _, handle in characters}
    before, after = view.draw(()), view.draw(handles.values())
    changed = np.abs(before - after).max(axis=2) >= LEAST_CONTRAST
    places = {index: view.pixels(_box(textpage, index)) for index, _ in characters}
    unseen = {index for index, place in places.items() if not changed[place].any()}
    images = [shape.box for shape in found.shapes if shape.image]
    if unseen and sum(area(common(box, page.get_bbox())) for box in images) > SCAN * area(page.get_bbox()):
        scan = view.draw([*handles.values(), *(text.handle for text in found.texts)])
        shown = {index for index in unseen if _shown(scan, places[index], _box(textpage, index), images)}
        # Recognition places letters only roughly, so the letters of one text stand or fall together.
        whole = Counter(ctypes.addressof(handle.contents) for index, handle in characters if index in unseen)
        seen = Counter(ctypes.addressof(handle.contents) for index, handle in characters if index in shown)
        unseen = {
            index
            for index, handle in characters
            if index in unseen
            and seen[ctypes.addressof(handle.contents)] < 0.5 * whole[ctypes.addressof(handle.contents)]
        }
    return unseen


def _shown(scan: Picture, place: tuple[slice, slice], box: Box, images: Sequence[Box]) -> bool:
    """Return whether the scan shows something where a recognised character stands."""
    down, across = place
    margin = max(down.stop - down.start, 8)
    around = scan[
        max(down.start - margin, 0) : down.stop + margin, max(across.start - margin, 0) : across.stop + margin
    ]
    on_image = any(area(common(box, image)) > 0.5 * area(box) for image in images)
    return on_image and bool(around.size) and int(np.ptp(around)) >= DOUBTFUL


def _box(textpage: pdfium.PdfTextPage, index: int) -> Box:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    raw.FPDFText_GetCharBox(textpage.raw, index, left, right, bottom, top)
    return (left.value, bottom.value, right.value, top.value)


class View:
    """A page as it is drawn, with any of its objects left out."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self._page = page
        width, height = page.get_size()
        self._scale = min(SCALE, (MOST_PIXELS / max(width * height, 1)) ** 0.5)
        self._size = (int(width * self._scale), int(height * self._scale))

    def draw(self, without: Collection[raw.FPDF_PAGEOBJECT]) -> Picture:
        """Return the page's pixels (rows, columns, colours) without the objects."""
        for handle in without:
            raw.FPDFPageObj_SetIsActive(handle, OFF)
        try:
            bitmap = self._page.render(scale=self._scale)
            try:
                return np.array(bitmap.to_numpy()[:, :, :3], dtype=np.int16)
            finally:
                bitmap.close()
        finally:
            for handle in without:
                raw.FPDFPageObj_SetIsActive(handle, ON)

    def pixels(self, box: Box) -> tuple[slice, slice]:
        """Return the rows and columns that a box of the page takes up; none when it lies outside."""
        (x0, y0), (x1, y1) = self._device(box[0], box[3]), self._device(box[2], box[1])
        rows, columns = sorted((y0, y1)), sorted((x0, x1))
        return slice(max(rows[0], 0), max(rows[1] + 1, 0)), slice(max(columns[0], 0), max(columns[1] + 1, 0))

    def _device(self, x: float, y: float) -> tuple[int, int]:
        across, down = ctypes.c_int(), ctypes.c_int()
        raw.FPDF_PageToDevice(self._page.raw, 0, 0, *self._size, 0, x, y, across, down)
        return across.value, down.value
