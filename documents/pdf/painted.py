"""What a PDF page paints, in order: its texts, and the shapes and images that may lie under or over them.

Asked of every page, so each call to PDFium counts; the numbers come back in variables that are made once, which is
safe because all calls hold the engine's lock.
"""

import ctypes
from collections.abc import Iterator
from functools import reduce
from itertools import islice
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
Colour = tuple[int, int, int]
WHOLE: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
DEEPEST = 6
# A page of more objects is a drawing; the texts behind that many are looked at on the rendered page.
MOST_OBJECTS = 20_000
# Rules and borders are thinner than this, in points; they hide no word.
THIN = 3.0
# The points of a rectangle: the usual path that a text is cut to.
RECTANGLE = (4, 5)
MOST_CUTS, MOST_CORNERS = 8, 64
NOWHERE: Box = (1e9, 1e9, -1e9, -1e9)
# Annotations that paint nothing over the text of a page.
BARE_ANNOTATIONS = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP, raw.FPDF_ANNOT_TEXT)
OUTLINED = (raw.FPDF_TEXTRENDERMODE_STROKE, raw.FPDF_TEXTRENDERMODE_STROKE_CLIP)

_FLOATS = tuple(ctypes.c_float() for _ in range(4))
_WHOLES = tuple(ctypes.c_uint() for _ in range(4))
_MODES = tuple(ctypes.c_int() for _ in range(2))
_MATRIX = raw.FS_MATRIX()


class Text(NamedTuple):
    """A text as the page paints it; `order` counts what is painted, `box` is in points from the lower left corner.

    `colour` is None where it is a pattern. `veiled`: it is painted through transparency, a blend mode or a mask.
    `clip` is the box that it is cut to.
    """

    handle: raw.FPDF_PAGEOBJECT
    order: int
    box: Box
    matrix: Matrix
    mode: int
    colour: Colour | None
    veiled: bool
    clip: Box | None

    @property
    def address(self) -> int:
        """What tells this text from the others of its page."""
        return ctypes.addressof(self.handle.contents)

    @property
    def size(self) -> float:
        """The smaller of the font's height and width in points, as it is seen."""
        raw.FPDFTextObj_GetFontSize(self.handle, _FLOATS[0])
        a, b, c, d, _, _ = _times(_matrix(self.handle), self.matrix)
        return float(abs(_FLOATS[0].value) * min((a * a + b * b) ** 0.5, (c * c + d * d) ** 0.5))


class Shape(NamedTuple):
    """A filled shape, an image or an annotation; `colour` is None where it is not one colour over its whole box."""

    order: int
    box: Box
    colour: Colour | None
    image: bool = False


class Painted(NamedTuple):
    """All that is painted on a page; `whole` is False when there is more than was looked at."""

    texts: list[Text]
    shapes: list[Shape]
    whole: bool


def painted(page: pdfium.PdfPage) -> Painted:
    """Return what the page paints. The caller holds the engine's lock."""
    texts: list[Text] = []
    shapes: list[Shape] = []
    walk = _objects(page)
    for order, (handle, kind, matrix, veiled) in enumerate(islice(walk, MOST_OBJECTS)):
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(_text(handle, order, matrix, veiled=veiled))
        elif kind == raw.FPDF_PAGEOBJ_PATH:
            if (shape := _path(handle, order, matrix)) is not None:
                shapes.append(shape)
        else:
            shapes.append(Shape(order, _bounds(handle, matrix), None, kind == raw.FPDF_PAGEOBJ_IMAGE))
    whole = next(walk, None) is None
    shapes += (Shape(MOST_OBJECTS, box, None) for box in _annotations(page))
    return Painted(texts, shapes, whole)


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, int, Matrix, bool]]:
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        handle = raw.FPDFPage_GetObject(page.raw, index)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _inside(handle, WHOLE, 1, veiled=False)
        else:
            yield handle, kind, WHOLE, False


def _inside(
    form: raw.FPDF_PAGEOBJECT, outer: Matrix, depth: int, *, veiled: bool
) -> Iterator[tuple[raw.FPDF_PAGEOBJECT, int, Matrix, bool]]:
    matrix = _times(_matrix(form), outer)
    hazy = veiled or bool(raw.FPDFPageObj_HasTransparency(form))
    for index in range(raw.FPDFFormObj_CountObjects(form) if depth <= DEEPEST else 0):
        handle = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_FORM:
            yield from _inside(handle, matrix, depth + 1, veiled=hazy)
        else:
            yield handle, kind, matrix, hazy


def _text(handle: raw.FPDF_PAGEOBJECT, order: int, matrix: Matrix, *, veiled: bool) -> Text:
    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    colour = _colour(handle, stroked=mode in OUTLINED)
    veiled = veiled or bool(raw.FPDFPageObj_HasTransparency(handle))
    return Text(handle, order, _bounds(handle, matrix), matrix, mode, colour, veiled, _clip(handle, matrix))


def _path(handle: raw.FPDF_PAGEOBJECT, order: int, matrix: Matrix) -> Shape | None:
    """Return a path as a shape; None when it is a rule or an outline."""
    box = _bounds(handle, matrix)
    if box[2] - box[0] < THIN or box[3] - box[1] < THIN:
        return None
    fill, stroke = _MODES
    raw.FPDFPath_GetDrawMode(handle, fill, stroke)
    if not fill.value:
        wide = stroke.value and raw.FPDFPageObj_GetStrokeWidth(handle, _FLOATS[0]) and _FLOATS[0].value >= THIN
        return Shape(order, box, None) if wide else None
    # Only a rectangle covers its whole box.
    plain = raw.FPDFPath_CountSegments(handle) in RECTANGLE and not raw.FPDFPageObj_HasTransparency(handle)
    return Shape(order, box, _colour(handle, stroked=False) if plain else None)


def _colour(handle: raw.FPDF_PAGEOBJECT, *, stroked: bool) -> Colour | None:
    red, green, blue, alpha = _WHOLES
    ask = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    return (red.value, green.value, blue.value) if ask(handle, red, green, blue, alpha) else None


def _bounds(handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box:
    left, bottom, right, top = _FLOATS
    if not raw.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return (0.0, 0.0, 0.0, 0.0)
    return _moved((left.value, bottom.value, right.value, top.value), matrix)


def _clip(handle: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box | None:
    """Return the box that all paths which cut the object have in common; None when nothing cuts it."""
    path = raw.FPDFPageObj_GetClipPath(handle)
    count = raw.FPDFClipPath_CountPaths(path) if path else 0
    if count < 1:
        return None
    boxes = [_cut(path, index) for index in range(min(count, MOST_CUTS))]
    return _moved(reduce(common, boxes), matrix)


def _cut(path: raw.FPDF_CLIPPATH, index: int) -> Box:
    x, y = _FLOATS[:2]
    count = raw.FPDFClipPath_CountPathSegments(path, index)
    left, bottom, right, top = NOWHERE
    # Two opposite corners say all of a rectangle.
    for number in (0, 2) if count in RECTANGLE else range(min(count, MOST_CORNERS)):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, index, number), x, y)
        across, up = x.value, y.value
        left, bottom, right, top = min(left, across), min(bottom, up), max(right, across), max(top, up)
    return (left, bottom, right, top)


def _annotations(page: pdfium.PdfPage) -> Iterator[Box]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page.raw), MOST_OBJECTS)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        rect = raw.FS_RECTF()
        paints = raw.FPDFAnnot_GetSubtype(annotation) not in BARE_ANNOTATIONS
        if paints and raw.FPDFAnnot_GetRect(annotation, rect):
            yield rect.left, rect.bottom, rect.right, rect.top
        raw.FPDFPage_CloseAnnot(annotation)


def common(one: Box, other: Box) -> Box:
    """Return what two boxes have in common; turned inside out where they have nothing."""
    return (max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3]))


def area(box: Box) -> float:
    """Return the area of a box; 0.0 for one that is turned inside out."""
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _matrix(handle: raw.FPDF_PAGEOBJECT) -> Matrix:
    if not raw.FPDFPageObj_GetMatrix(handle, _MATRIX):
        return WHOLE
    return (_MATRIX.a, _MATRIX.b, _MATRIX.c, _MATRIX.d, _MATRIX.e, _MATRIX.f)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _moved(box: Box, matrix: Matrix) -> Box:
    if matrix is WHOLE:
        return box
    a, b, c, d, e, f = matrix
    if not b and not c and a > 0 < d:
        return (box[0] * a + e, box[1] * d + f, box[2] * a + e, box[3] * d + f)
    corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[::2] for y in box[1::2]]
    across, up = zip(*corners, strict=True)
    return (min(across), min(up), max(across), max(up))
