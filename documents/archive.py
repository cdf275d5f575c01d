"""Opens the zip archive of a Word file with limits on what it may unpack to, and parses its XML without entities."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath

from lxml import etree

from documents import problems
from documents.limits import Limits

MOST_PARTS = 5000
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
BROKEN = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)


class Archive:
    """The parts of one Word file. Names are looked up in the archive only and never touch the disk."""

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self._name, self._limits, self._unpacked = name, limits, 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as broken:
            raise problems.damaged(name) from broken
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS or sum(each.file_size for each in entries) > limits.unpacked_bytes:
            raise problems.unpacks_too_large(name, limits.unpacked_bytes)
        self.order = tuple(dict.fromkeys(each.filename for each in entries))
        self.names = frozenset(self.order)

    def read(self, part: str) -> bytes:
        """Return a part's bytes; counted as they come, because the sizes in an archive's index may lie."""
        rest = self._limits.unpacked_bytes - self._unpacked
        try:
            with self._zip.open(part) as source:
                data = source.read(rest + 1)
        except (*BROKEN, KeyError, RuntimeError) as broken:
            raise problems.damaged(self._name) from broken
        if len(data) > rest:
            raise problems.unpacks_too_large(self._name, self._limits.unpacked_bytes)
        self._unpacked += len(data)
        return data

    def xml(self, part: str) -> etree._Element:
        """Return a part's root element. No entity, no DTD and no network; nesting beyond libxml2's 256 is refused."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.read(part), parser)
        except etree.XMLSyntaxError as broken:
            raise problems.damaged(self._name) from broken
        return root

    def optional_xml(self, part: str) -> etree._Element | None:
        """Return a part's root element, or None when the part is missing or broken: the text can do without it."""
        if part not in self.names:
            return None
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
        root: etree._Element | None = etree.fromstring(self.read(part), parser)
        return root

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Return a part's relations: id -> (kind, target); targets inside the archive are full part names."""
        path = PurePosixPath(part)
        root = self.optional_xml(str(path.parent / "_rels" / f"{path.name}.rels"))
        found = {}
        for each in root.iter(RELATIONS) if root is not None else ():
            target, kind = each.get("Target", ""), each.get("Type", "").rsplit("/", 1)[-1]
            if each.get("TargetMode") != "External":
                target = target.lstrip("/") if target.startswith("/") else _inside(path.parent, target)
            found[each.get("Id", "")] = (kind, target)
        return found


def _inside(folder: PurePosixPath, target: str) -> str:
    parts = list(folder.parts)
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step not in ("", "."):
            parts.append(step)
    return "/".join(parts)
