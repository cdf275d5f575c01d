"""Comments put into the parts of a Word file: its own comments stay, new ones follow with new numbers."""

from collections.abc import Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationships"
OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
RELS, TYPES, PART = "word/_rels/document.xml.rels", "[Content_Types].xml", "word/comments.xml"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def add_comments(
    parts: dict[str, bytes], order: list[str], notes: Mapping[int, str], *, author: str, stamp: str
) -> dict[int, str]:
    """Put comments into `parts` (name -> bytes) and new names into `order`; return the id of each."""
    if not notes:
        return {}
    part = _part(parts, order)
    root = etree.fromstring(parts[part], PARSER)
    first = 1 + max((int(i) for each in root if (i := each.get(f"{W}id", "")).isdecimal()), default=-1)
    ids = {number: str(first + at) for at, number in enumerate(notes)}
    for number, words in notes.items():
        comment = etree.SubElement(
            root,
            f"{W}comment",
            {f"{W}id": ids[number], f"{W}author": author, f"{W}date": stamp, f"{W}initials": author[:1]},
        )
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t").text = words
    parts[part] = _written(root)
    return ids


def _part(parts: dict[str, bytes], order: list[str]) -> str:
    """Return the name of the part with the comments; it is made and announced when there is none."""
    relations = etree.fromstring(parts[RELS], PARSER) if RELS in parts else etree.Element(RELATIONS)
    known = next((each.get("Target", "") for each in relations if each.get("Type") == KIND), "")
    name = known.lstrip("/") if known.startswith("/") else f"word/{known}"
    if known and name in parts:
        return name
    used = {each.get("Id", "") for each in relations}
    identity = next(f"rId{n}" for n in range(1, len(used) + 2) if f"rId{n}" not in used)
    etree.SubElement(relations, RELATION, {"Id": identity, "Type": KIND, "Target": "comments.xml"})
    types = etree.fromstring(parts[TYPES], PARSER)
    etree.SubElement(types, OVERRIDE, {"PartName": f"/{PART}", "ContentType": CONTENT})
    for new, content in ((RELS, _written(relations)), (TYPES, _written(types))):
        if new not in parts:
            order.append(new)
        parts[new] = content
    parts[PART] = _written(etree.Element(f"{W}comments", nsmap={"w": W.strip("{}")}))
    order.append(PART)
    return PART


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
