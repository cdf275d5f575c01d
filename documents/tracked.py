"""A Word file with tracked changes in; the same file as it was before them, out."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from documents.docx import W

MAIN = "word/document.xml"
INSERTED = (f"{W}ins", f"{W}moveTo")
DELETED = (f"{W}del", f"{W}moveFrom")
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def before_changes(data: bytes) -> bytes:
    """Return a Word file with every tracked change of its body rejected; the other parts stay as they are.

    `data` must have been read without a problem before: sizes are not checked again.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            new.writestr(part.filename, _rejected(content) if part.filename == MAIN else content)
    return out.getvalue()


def _rejected(content: bytes) -> bytes:
    root = etree.fromstring(content, PARSER)
    for paragraph in list(root.iter(f"{W}p")):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}ins") is not None:
            _join_with_next(paragraph)
    for element in list(root.iter(*INSERTED)):
        parent = element.getparent()
        if parent is not None and parent.tag != f"{W}rPr":
            parent.remove(element)
    for element in list(root.iter(*DELETED)):
        _unwrap(element)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for row in list(root.iter(f"{W}tr")):
        parent = row.getparent()
        if row.find(f"{W}trPr/{W}ins") is not None and parent is not None:
            parent.remove(row)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _join_with_next(paragraph: etree._Element) -> None:
    """Undo an inserted paragraph mark: what stands in the paragraph belongs to the next one."""
    following = paragraph.getnext()
    parent = paragraph.getparent()
    if following is None or following.tag != f"{W}p" or parent is None:
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed(list(_without_properties(paragraph))):
        following.insert(at, child)
    parent.remove(paragraph)


def _without_properties(paragraph: etree._Element) -> Iterator[etree._Element]:
    return (child for child in paragraph if child.tag != f"{W}pPr")


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)
