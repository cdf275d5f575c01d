"""A Word file with tracked changes in; the same file as it was before them, out."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from documents import problems
from documents.archive import Archive
from documents.docx import W
from documents.limits import Limits

MAIN = "word/document.xml"
INSERTED = (f"{W}ins", f"{W}moveTo")
DELETED = (f"{W}del", f"{W}moveFrom")


def before_changes(data: bytes, name: str, limits: Limits | None = None) -> bytes:
    """Return a Word file with every tracked change of its body rejected; the other parts stay as they are.

    Raises UnreadableDocument for a file that is no Word file, is damaged, or unpacks to too much.
    """
    archive = Archive(data, name, limits or Limits())
    if MAIN not in archive.names:
        raise problems.damaged(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in archive.order:
            new.writestr(part, _rejected(archive.xml(part)) if part == MAIN else archive.read(part))
    return out.getvalue()


def _rejected(root: etree._Element) -> bytes:
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
