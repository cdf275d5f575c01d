"""What the words of a Word file look like: which of them nobody can see.

Hidden by their own marks or by a style's, set in the colour of what lies below, tiny, or in a box, row or line
without room. A colour that the file does not say (a theme's, a picture's) counts as one that shows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from documents.word_styles import MOST_PARENTS, Styles, W

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
VML = "{urn:schemas-microsoft-com:vml}"
# Half-points, percent, twentieths of a point: text or lines below these cannot be read.
SMALLEST_SIZE, SMALLEST_SCALE, SMALLEST_LINE = 4, 10, 40
# No page is so wide or high: 22 inches, in twentieths of a point and in English metric units.
WIDEST_PAGE, WIDEST_PAGE_EMU = 31_680, 20_116_800
LEAST_CONTRAST = 20
TRANSPARENT = 95_000
WHITE = (255, 255, 255)
HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "white": "FFFFFF", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000",
    "darkMagenta": "800080", "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
# Parts of a table that a style can shade; its bands may be anywhere.
PARTS = ("firstRow", "lastRow", "firstCol", "lastCol")
HEX = re.compile(r"#?([0-9A-Fa-f]{6})")
NO_ROOM = re.compile(r"(?:^|;)\s*(?:(?:width|height):\s*0(?:\.0+)?(?:pt|in|px|cm|mm)?|visibility:\s*hidden)\s*(?:;|$)")

Colour = tuple[int, int, int]
Marks = dict[str, object]


@dataclass(slots=True)
class Looks:
    """Tells of runs, boxes and rows whether they can be seen."""

    styles: Styles
    defaults: Marks = field(default_factory=dict)
    _known: dict[str, Marks] = field(default_factory=dict)

    def hides(self, run: etree._Element, paragraph: etree._Element) -> bool:
        """Return whether nobody can see a run's words."""
        marks = self._marks(run, paragraph)
        if marks.get("vanish") or marks.get("tiny"):
            return True
        colour = marks.get("colour")
        return isinstance(colour, tuple) and any(_alike(colour, ground) for ground in self._grounds(paragraph, marks))

    def hides_paragraph(self, paragraph: etree._Element) -> bool:
        """Return whether a paragraph has no room: its lines have no height, or it lies beside the page."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return False
        spacing, indent = properties.find(f"{W}spacing"), properties.find(f"{W}ind")
        if spacing is not None and spacing.get(f"{W}lineRule") == "exact" and _number(spacing, "line") < SMALLEST_LINE:
            return True
        return indent is not None and any(abs(_number(indent, side)) > WIDEST_PAGE for side in ("left", "start"))

    def _marks(self, run: etree._Element, paragraph: etree._Element) -> Marks:
        marks = self.defaults
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None:
            marks = {**marks, **self._of_style(style.get(f"{W}val", ""))}
        own = run.find(f"{W}rPr")
        if own is None:
            return marks
        style = own.find(f"{W}rStyle")
        if style is not None:
            marks = {**marks, **self._of_style(style.get(f"{W}val", ""))}
        return {**marks, **_read(own)}

    def _of_style(self, name: str) -> Marks:
        """Return what a style and those that it is based on say, the nearest first."""
        if name not in self._known:
            marks: Marks = {}
            for element in self._chain(name):
                properties = element.find(f"{W}rPr")
                marks = {**(_read(properties) if properties is not None else {}), **marks}
            self._known[name] = marks
        return self._known[name]

    def _chain(self, name: str) -> Iterator[etree._Element]:
        for _ in range(MOST_PARENTS):
            element = self.styles.elements.get(name)
            if element is None:
                return
            yield element
            parent = element.find(f"{W}basedOn")
            name = parent.get(f"{W}val", "") if parent is not None else ""

    def _grounds(self, paragraph: etree._Element, marks: Marks) -> tuple[Colour, ...]:
        """Return the colours one of which lies below the words; none when it may be any colour."""
        if "ground" in marks:
            return _known(marks["ground"])
        chain = [paragraph]
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        chain += self._chain(style.get(f"{W}val", "")) if style is not None else ()
        for element in chain:
            shade = element.find(f"{W}pPr/{W}shd")
            if shade is not None and (found := _shade(shade)) != "auto":
                return _known(found)
        cell = paragraph
        for holder in paragraph.iterancestors():
            cell = holder if holder.tag == f"{W}tc" else cell
            found = self._ground_of(holder, cell)
            if found != "auto":
                return _known(found)
        return (WHITE,)

    def _ground_of(self, holder: etree._Element, cell: etree._Element) -> object:
        if holder.tag == f"{W}tc":
            shade = holder.find(f"{W}tcPr/{W}shd")
            return _shade(shade) if shade is not None else "auto"
        if holder.tag == f"{W}tbl":
            return self._ground_of_table(holder, cell)
        if holder.tag == f"{WPS}wsp":
            return _fill(holder)
        if holder.tag in (f"{VML}shape", f"{VML}rect", f"{VML}roundrect"):
            return _colour(holder.get("fillcolor", "")[:7]) if holder.get("fillcolor") else "auto"
        return "auto"

    def _ground_of_table(self, table: etree._Element, cell: etree._Element) -> object:
        """Return a table's own shade; where its style shades the cell, the colour cannot be known."""
        shade = table.find(f"{W}tblPr/{W}shd")
        if shade is not None and (found := _shade(shade)) != "auto":
            return found
        style = table.find(f"{W}tblPr/{W}tblStyle")
        for element in self._chain(style.get(f"{W}val", "")) if style is not None else ():
            for each in element.iter(f"{W}shd"):
                part = next((holder.get(f"{W}type", "") for holder in each.iterancestors(f"{W}tblStylePr")), "")
                if _shade(each) not in ("auto", WHITE) and _is_in(cell, table, part):
                    return None
        return "auto"


def _is_in(cell: etree._Element, table: etree._Element, part: str) -> bool:
    """Return whether a cell belongs to a part of its table that a style names: its first row, its last column."""
    row = cell.getparent()
    if row is None or part not in PARTS:
        return True
    whole, member = (table.findall(f"{W}tr"), row) if part.endswith("Row") else (row.findall(f"{W}tc"), cell)
    return bool(whole) and whole[0 if part.startswith("first") else -1] is member


def looks_of(root: etree._Element | None, styles: Styles) -> Looks:
    """Return the looks that a styles part describes."""
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if root is not None else None
    marks = _read(defaults) if defaults is not None else {}
    plain = next((each for each in styles.elements.values() if _is_default(each)), None)
    own = plain.find(f"{W}rPr") if plain is not None else None
    return Looks(styles, {**marks, **(_read(own) if own is not None else {})})


def _is_default(style: etree._Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")


def hides_box(content: etree._Element) -> bool:
    """Return whether a text box has no room, is marked as hidden, or lies beside the page."""
    for holder in content.iterancestors(f"{WP}inline", f"{WP}anchor", f"{VML}shape", f"{VML}rect", f"{W}p"):
        if holder.tag == f"{W}p":
            return False
        if NO_ROOM.search(holder.get("style", "")) or holder.get("hidden") in ("1", "true"):
            return True
        size, name = holder.find(f"{WP}extent"), holder.find(f"{WP}docPr")
        if size is not None and "0" in (size.get("cx"), size.get("cy")):
            return True
        offsets = [float(each.text or 0) for each in holder.iter(f"{WP}posOffset") if _is_number(each.text or "0")]
        if any(abs(offset) > WIDEST_PAGE_EMU for offset in offsets):
            return True
        if name is not None and name.get("hidden") in ("1", "true"):
            return True
    return False


def hides_row(row: etree._Element) -> bool:
    """Return whether a table's row is hidden or has no height."""
    if _is_on(row.find(f"{W}trPr/{W}hidden")):
        return True
    height = row.find(f"{W}trPr/{W}trHeight")
    return height is not None and height.get(f"{W}hRule") == "exact" and _number(height, "val") < SMALLEST_LINE


def _read(properties: etree._Element) -> Marks:
    """Return what a set of run properties says of the words' look."""
    found: Marks = {}
    for element in properties:
        tag = element.tag
        if tag == f"{W}vanish":
            found["vanish"] = _is_on(element)
        elif tag == f"{W}color":
            found.setdefault("colour", _written(element))
        elif tag == f"{W}sz":
            found["tiny"] = found.get("tiny") or 0 <= _number(element, "val", 24) < SMALLEST_SIZE
        elif tag == f"{W}w":
            found["tiny"] = found.get("tiny") or 0 <= _number(element, "val", 100) < SMALLEST_SCALE
        elif tag == f"{W}highlight":
            found["ground"] = _colour(HIGHLIGHTS.get(element.get(f"{W}val", ""), "")) or "auto"
        elif tag == f"{W}shd":
            found.setdefault("ground", _shade(element))
        elif tag == f"{W14}textFill":
            found |= _text_fill(element)
    if found.get("ground") == "auto":
        del found["ground"]
    return found


def _text_fill(element: etree._Element) -> Marks:
    if element.find(f"{W14}noFill") is not None:
        return {"vanish": True}
    alpha = element.find(f".//{W14}alpha")
    if alpha is not None and _is_number(alpha.get(f"{W14}val", "")) and int(alpha.get(f"{W14}val", "0")) > TRANSPARENT:
        return {"vanish": True}
    plain = element.find(f"{W14}solidFill/{W14}srgbClr")
    return {"colour": _colour(plain.get(f"{W14}val", "") if plain is not None else "")}


def _written(element: etree._Element) -> Colour | None:
    """Return the colour of words; None where Word chooses one that shows, or a theme that is not read here does."""
    if element.get(f"{W}val") in (None, "auto") and element.get(f"{W}themeColor") in ("background1", "light1"):
        return WHITE
    return _colour(element.get(f"{W}val", ""))


def _shade(element: etree._Element) -> object:
    """Return the colour of a shading, "auto" for none, or None when it cannot be known."""
    fill, ink = (_colour(element.get(f"{W}{key}", "")) for key in ("fill", "color"))
    pattern = element.get(f"{W}val", "clear")
    if pattern in ("clear", "nil"):
        return fill or "auto" if element.get(f"{W}fill", "auto") == "auto" or fill else None
    if pattern == "solid":
        return ink or (0, 0, 0)
    if pattern.startswith("pct") and pattern[3:].isdigit():
        part = int(pattern[3:]) / 100
        ground, over = fill or WHITE, ink or (0, 0, 0)
        return tuple(round(a * (1 - part) + b * part) for a, b in zip(ground, over, strict=True))
    return None


def _fill(shape: etree._Element) -> object:
    """Return the fill of a drawn shape, "auto" for none, or None when it cannot be known."""
    properties = shape.find(f"{WPS}spPr")
    if properties is not None and properties.find(f"{A}noFill") is not None:
        return "auto"
    plain = properties.find(f"{A}solidFill/{A}srgbClr") if properties is not None else None
    if plain is not None:
        return _colour(plain.get("val", ""))
    styled = shape.find(f"{WPS}style/{A}fillRef")
    painted = properties is not None and any(str(each.tag).endswith("Fill") for each in properties)
    return None if painted or (styled is not None and styled.get("idx") != "0") else "auto"


def _known(ground: object) -> tuple[Colour, ...]:
    return (ground,) if isinstance(ground, tuple) else ()


def _alike(one: Colour, other: Colour) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) < LEAST_CONTRAST


def _colour(text: str) -> Colour | None:
    match = HEX.fullmatch(text)
    return (int(match[1][:2], 16), int(match[1][2:4], 16), int(match[1][4:], 16)) if match else None


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _number(element: etree._Element, key: str, otherwise: int = 0) -> float:
    value = element.get(f"{W}{key}", "")
    return float(value) if _is_number(value) else otherwise


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d{1,12}(?:\.\d{1,6})?", text) is not None
