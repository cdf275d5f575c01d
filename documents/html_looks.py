"""What the words of a web page look like by the styles that the page itself holds: which of them nobody can see.

Rules of other files are not fetched. A colour that cannot be known (a picture, a variable) counts as one that shows.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import tinycss2
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError
from tinycss2.color4 import parse_color

# Text below this many pixels is a grey line to the eye: 1.9 points; the smallest print of real pages has 8 pixels.
SMALLEST = 2.5
LEAST_CONTRAST = 20 / 255
LEAST_OPACITY = 0.05
# So many pixels outside its place nothing is on the page.
FAR = 500.0
MOST_STYLES = 1_000_000
MOST_SELECTORS = 5000
PICTURE = re.compile(r"url\(|gradient\(|image\(")
COLOUR_WORDS = re.compile(r"[\w#-]+(?:\([^)]*\))?")
PIXELS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0, "vw": 10.0, "vh": 8.0}
NAMED_SIZES = {"xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "initial": 16.0}
PROPERTIES = frozenset((
    "display", "visibility", "opacity", "font-size", "font", "color", "background", "background-color", "position",
    "left", "right", "top", "bottom", "text-indent", "transform", "clip", "clip-path", "width", "height", "max-width",
    "max-height", "overflow", "overflow-x", "overflow-y", "content-visibility", "filter", "zoom", "margin-left",
    "-webkit-text-fill-color", "scale",
))  # fmt: skip
SIZE = re.compile(r"(-?\d*\.?\d+)(px|pt|pc|in|cm|mm|rem|em|ex|ch|vw|vh|%)?(?![\w.])")
# Marks of a state that a page is not in when it opens, or of words that no selector here finds.
PASSING = re.compile(
    r"::|:(?:before|after|hover|focus|active|visited|target|checked|placeholder|selection)", re.IGNORECASE
)
NOT_NOW = re.compile(r"\bprint\b|\bspeech\b|max-|min-width:\s*(?:1[3-9]|[2-9]\d)\d\d|prefers|orientation|\bnot\b|hover")
FLAT = re.compile(r"scale[xyd3]*\(\s*0(?:\.0\d*)?\s*[,)]|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0")
CLIPPED = re.compile(r"rect\(\s*(?:0|1)[a-z]*[\s,]+(?:0|1)[a-z]*[\s,]+(?:0|1)[a-z]*[\s,]+(?:0|1)[a-z]*\s*\)")
FILTERED = re.compile(r"opacity\(\s*0(?:\.0\d*)?%?\s*\)")
CUT_AWAY = re.compile(r"inset\(\s*(?:[5-9]\d|100)(?:\.\d+)?%|(?:circle|ellipse)\(\s*0")

Colour = tuple[float, float, float]
Values = dict[str, str]
Rank = tuple[bool, bool, tuple[int, int, int], int]


class Look(NamedTuple):
    """How the words at one place look; `ground` and `colour` are None where they cannot be known."""

    gone: bool = False
    visible: bool = True
    size: float = 16.0
    colour: Colour | None = (0.0, 0.0, 0.0)
    alpha: float = 1.0
    ground: Colour | None = (1.0, 1.0, 1.0)

    @property
    def hidden(self) -> bool:
        """Whether nobody can see the words."""
        if self.gone or not self.visible or self.size < SMALLEST or self.alpha < LEAST_OPACITY:
            return True
        if self.colour is None or self.ground is None:
            return False
        return self.alpha * max(abs(a - b) for a, b in zip(self.colour, self.ground, strict=True)) < LEAST_CONTRAST


@dataclass(slots=True)
class Looks:
    """The values that the page's rules give its elements, each with its rank among the rules."""

    _values: dict[int, dict[str, tuple[Rank, str]]] = field(default_factory=dict)

    def add(self, tree: LexborHTMLParser, styles: str) -> None:
        """Take in a style sheet."""
        rules = tinycss2.parse_stylesheet(styles[:MOST_STYLES], skip_comments=True, skip_whitespace=True)
        for order, (selector, declarations) in enumerate(_selectors(rules)):
            if order >= MOST_SELECTORS:
                return
            try:
                nodes = tree.css(selector)
            except SelectolaxError:
                continue
            for node in nodes:
                values = self._values.setdefault(node.mem_id, {})
                for name, value, important in declarations:
                    rank = (important, False, _specificity(selector), order)
                    if name not in values or values[name][0] <= rank:
                        values[name] = (rank, value)

    def of(self, node: LexborNode) -> Values:
        """Return the values that hold for an element itself."""
        ruled = self._values.get(node.mem_id, {})
        values = _attributes(node) | {name: value for name, (_, value) in ruled.items()}
        written = node.attributes.get("style")
        for name, value, important in _declarations(tinycss2.parse_blocks_contents(written)) if written else ():
            if important or name not in ruled or not ruled[name][0][0]:
                values[name] = value
        return values

    def enter(self, node: LexborNode, outer: Look) -> Look:
        """Return how words look inside an element, from how they look around it."""
        values = self.of(node)
        if not values:
            return outer
        size = _size(values.get("font-size") or values.get("font", ""), outer.size)
        colour, alpha = outer.colour, outer.alpha
        written = values.get("-webkit-text-fill-color") or values.get("color")
        if written and written not in ("inherit", "currentcolor", "unset"):
            colour, alpha = _colour(written)
        return Look(
            gone=outer.gone or _gone(values),
            visible={"hidden": False, "collapse": False, "visible": True}.get(
                values.get("visibility", ""), outer.visible
            ),
            size=size,
            colour=colour,
            alpha=alpha,
            ground=_ground(values, outer.ground),
        )

    def first(self, body: LexborNode) -> Look:
        """Return how words look in the page itself. A page that hides itself until it has loaded is not hidden."""
        page = Look()
        for node in (body.parent, body):
            if node is not None and node.tag in ("html", "body"):
                page = self.enter(node, page)._replace(gone=False, visible=True)
        return page


def looks_of(tree: LexborHTMLParser) -> Looks:
    """Return the looks of a page by its own style sheets."""
    looks = Looks()
    styles = "\n".join(node.text() for node in tree.css("style") if _is_shown(node))
    if styles.strip():
        looks.add(tree, styles)
    return looks


def _is_shown(style: LexborNode) -> bool:
    return not NOT_NOW.search((style.attributes.get("media") or "").lower())


Declared = list[tuple[str, str, bool]]


def _selectors(rules: list[tinycss2.ast.Node]) -> Iterator[tuple[str, Declared]]:
    for rule in rules:
        if (
            rule.type == "at-rule"
            and rule.content is not None
            and rule.lower_at_keyword in ("media", "supports", "layer")
        ):
            if not NOT_NOW.search(tinycss2.serialize(rule.prelude).lower()):
                yield from _selectors(tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif rule.type == "qualified-rule":
            declarations = list(_declarations(tinycss2.parse_blocks_contents(rule.content)))
            selectors = tinycss2.serialize(rule.prelude).strip() if declarations else ""
            for selector in filter(None, map(str.strip, re.split(r",(?![^(]*\))", selectors))):
                if not PASSING.search(selector):
                    yield selector, declarations


def _declarations(content: list[tinycss2.ast.Node]) -> Iterator[tuple[str, str, bool]]:
    for each in content:
        if each.type == "declaration" and each.lower_name in PROPERTIES:
            yield each.lower_name, tinycss2.serialize(each.value).strip().lower(), each.important


def _specificity(selector: str) -> tuple[int, int, int]:
    return (
        selector.count("#"),
        len(re.findall(r"\.|\[|:", selector)),
        len(re.findall(r"(?:^|[\s>+~])[a-z]", selector, re.IGNORECASE)),
    )


def _attributes(node: LexborNode) -> Values:
    """Return what an element's old attributes say; every rule counts more than these."""
    marks, values = node.attributes, {}
    if "hidden" in marks:
        values["display"] = "none"
    if marks.get("bgcolor"):
        values["background-color"] = str(marks["bgcolor"]).lower()
    written = marks.get("color") if node.tag == "font" else marks.get("text") if node.tag == "body" else None
    if written:
        values["color"] = written.lower()
    return values


def _gone(values: Values) -> bool:
    """Return whether an element is not shown at all, or beside the page, or cut away."""
    return _off(values) or _moved_away(values) or _cut_away(values)


def _off(values: Values) -> bool:
    faint = min(_fraction(values.get("opacity", "1")), _fraction(values.get("zoom", "1")))
    return (
        values.get("display", "").startswith("none")
        or values.get("content-visibility") == "hidden"
        or faint <= LEAST_OPACITY
        or FILTERED.search(values.get("filter", "")) is not None
    )


def _moved_away(values: Values) -> bool:
    moved = values.get("transform", "")
    placed = values.get("position") in ("absolute", "fixed")
    return (
        (placed and any(_offset(values, side) for side in ("left", "top", "right", "bottom")))
        or ("translate" in moved and _farthest(moved) > FAR)
        or FLAT.search(moved) is not None
        or values.get("scale") == "0"
        or _length(values.get("text-indent", "0")) < -FAR
        or _length(values.get("margin-left", "0")) < -2 * FAR
    )


def _cut_away(values: Values) -> bool:
    placed = values.get("position") in ("absolute", "fixed")
    cut = any(values.get(name, "").startswith(("hidden", "clip")) for name in ("overflow", "overflow-x", "overflow-y"))
    flat = any(_length(values.get(name, "99px")) <= 1 for name in ("width", "height", "max-width", "max-height"))
    clipped = placed and CLIPPED.search(values.get("clip", "")) is not None
    return clipped or (cut and flat) or CUT_AWAY.search(values.get("clip-path", "")) is not None


def _offset(values: Values, side: str) -> bool:
    return _length(values.get(side, "0")) < -FAR or _length(values.get(side, "0")) > 20 * FAR


def _farthest(text: str) -> float:
    return max((abs(_length(match[0])) for match in SIZE.finditer(text)), default=0.0)


def _length(text: str) -> float:
    """Return a length in pixels; percent and letters' widths as if of a usual page; 99 for what is no length."""
    match = SIZE.match(text)
    if match is None:
        return 99.0
    number, unit = float(match[1]), match[2] or "px"
    return number * (8.0 if unit == "%" else PIXELS.get(unit, 16.0))


def _fraction(text: str) -> float:
    match = SIZE.match(text)
    return float(match[1]) / (100 if match[2] == "%" else 1) if match else 1.0


def _size(text: str, outer: float) -> float:
    match = SIZE.search(text)
    if match is None:
        return NAMED_SIZES.get(text, outer)
    number, unit = float(match[1]), match[2]
    if unit in ("em", "%", "ex", "ch"):
        return outer * number / (100 if unit == "%" else 1 if unit == "em" else 2)
    if unit is None:
        return 0.0 if not number and text.strip() == match[0] else outer
    return number * PIXELS[unit]


def _colour(text: str) -> tuple[Colour | None, float]:
    """Return a colour with its opacity; None where it is none that can be known."""
    try:
        parsed = parse_color(text)
        found = parsed.to("srgb") if parsed is not None and parsed != "currentcolor" else None
    except (ValueError, NotImplementedError, AttributeError):
        return None, 1.0
    if found is None:
        return None, 1.0
    red, green, blue = (float(part or 0) for part in found.coordinates)
    return (red, green, blue), float(found.alpha)


def _ground(values: Values, outer: Colour | None) -> Colour | None:
    written = values.get("background-color") or values.get("background")
    if PICTURE.search(values.get("background", "")):
        return None
    for part in COLOUR_WORDS.findall(written or ""):
        colour, alpha = _colour(part)
        if colour is not None and outer is not None:
            red, green, blue = (alpha * own + (1 - alpha) * under for own, under in zip(colour, outer, strict=True))
            return (red, green, blue)
        if colour is not None:
            return colour if alpha > 0.5 else None
    return None if "var(" in (written or "") else outer
