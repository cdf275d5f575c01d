"""What a Word file's styles say of its paragraphs: heading level and list depth."""

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HEADING_NAME = re.compile(r"^heading (\d)$", re.IGNORECASE)
BODY_LEVEL = 9
MOST_PARENTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """`heading` is the heading's level from 1, `list_depth` the list's from 1; 0 means that it is none."""

    heading: int = 0
    list_depth: int = 0


@dataclass(slots=True)
class Styles:
    """The paragraph styles by id, as XML elements."""

    elements: dict[str, etree._Element] = field(default_factory=dict)

    def of(self, paragraph: etree._Element) -> Style:
        """Return what the paragraph's own marks and its style chain say; its own marks count first."""
        heading = list_depth = 0
        listed: bool | None = None
        for element in self._chain(paragraph):
            properties = element.find(f"{W}pPr")
            if not heading:
                heading = _heading(element, properties)
            if listed is None and properties is not None:
                listed, depth = _list(properties)
                list_depth = list_depth or depth
        return Style(heading=heading if heading > 0 else 0, list_depth=list_depth if listed else 0)

    def _chain(self, paragraph: etree._Element) -> list[etree._Element]:
        chain, style = [paragraph], paragraph.find(f"{W}pPr/{W}pStyle")
        while style is not None and len(chain) < MOST_PARENTS:
            element = self.elements.get(style.get(f"{W}val", ""))
            if element is None:
                break
            chain.append(element)
            style = element.find(f"{W}basedOn")
        return chain


def _heading(element: etree._Element, properties: etree._Element | None) -> int:
    """Return the heading's level; -1 when the element says that it is body text, 0 when it says nothing."""
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    if outline is not None:
        level = _number(outline)
        return level + 1 if level < BODY_LEVEL else -1
    name = element.find(f"{W}name")
    shown = name.get(f"{W}val", "") if name is not None else ""
    match = HEADING_NAME.match(shown)
    return int(match[1]) if match else 1 if shown.lower() == "title" else 0


def _list(properties: etree._Element) -> tuple[bool | None, int]:
    numbering = properties.find(f"{W}numPr")
    if numbering is None:
        return None, 0
    number, level = numbering.find(f"{W}numId"), numbering.find(f"{W}ilvl")
    depth = _number(level) + 1 if level is not None else 1
    return (None, depth) if number is None else (_number(number) != 0, depth)


def _number(element: etree._Element) -> int:
    value = element.get(f"{W}val", "0")
    return int(value) if value.isdigit() else 0


def read_styles(root: etree._Element | None) -> Styles:
    """Return the styles of a styles part, or none when the file has no such part."""
    if root is None:
        return Styles()
    return Styles({each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")})
