"""A Word file in, passages out, by its own XML: tracked insertions, footnotes, headers, nested tables, text boxes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from documents import problems
from documents.archive import Archive
from documents.limits import Limits
from documents.markdown import TITLE
from documents.model import BlockKind
from documents.normalise import normalise
from documents.passages import Passage, Reading
from documents.word_looks import hides_box, hides_row, looks_of
from documents.word_styles import read_styles

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
# Deleted and moved-away words, field codes and the second copy of drawings are no text of the contract.
SKIPPED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{MC}Fallback", f"{W}rPr", f"{W}pPr"))
SPACE = frozenset((f"{W}tab", f"{W}br", f"{W}cr", f"{W}ptab"))
HOLDERS = frozenset((f"{W}ins", f"{W}moveTo", f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag"))


def read_docx(data: bytes, name: str, limits: Limits) -> Reading:
    """Return the passages of a Word file.

    Raises UnreadableDocument when the archive or its main part is damaged or unpacks to too much, or when all words
    are hidden.
    """
    archive = Archive(data, name, limits)
    main = next(
        (part for kind, part in archive.relations("").values() if kind == "officeDocument"), "word/document.xml"
    )
    if main not in archive.names:
        raise problems.damaged(name)
    walk = WordWalk(archive, main)
    passages = tuple(walk.document())
    unseen = [line for line in map(normalise, walk.hidden) if any(map(str.isalnum, line))]
    if unseen and not passages:
        raise problems.only_hidden_text(name, unseen)
    hidden = (problems.hidden_text(name, {1: unseen}, paged=False),) if unseen else ()
    changed = (problems.tracked_changes(name, walk.insertions, walk.deletions),) if walk.changed else ()
    embedded = sorted(part.rsplit("/", 1)[-1] for part in archive.names if part.startswith("word/embeddings/"))
    attached = (problems.attachments(name, embedded),) if embedded else ()
    return Reading(passages=passages, problems=changed + hidden + attached)


@dataclass(slots=True)
class Words:
    """The words of one paragraph, and what else it holds."""

    text: list[str] = field(default_factory=list)
    bold: bool = True
    links: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


class WordWalk:
    """Walks through the body of a Word file, then its notes, headers and footers."""

    def __init__(self, archive: Archive, main: str) -> None:
        self._archive, self._main = archive, main
        self._relations = archive.relations(main)
        styles = archive.optional_xml(self._part("styles"))
        self._styles = read_styles(styles)
        self._looks = looks_of(styles, self._styles)
        self.hidden: list[str] = []
        self._notes = {f"{kind}Reference": self._read_notes(kind) for kind in ("footnote", "endnote")}
        self.insertions = self.deletions = 0

    @property
    def changed(self) -> bool:
        """Return whether there are tracked changes."""
        return bool(self.insertions or self.deletions)

    def _part(self, kind: str) -> str:
        return next((part for each, part in self._relations.values() if each == kind), "")

    def _read_notes(self, kind: str) -> dict[str, etree._Element]:
        root = self._archive.optional_xml(self._part(f"{kind}s"))
        if root is None:
            return {}
        return {note.get(f"{W}id", ""): note for note in root if note.get(f"{W}type", "normal") == "normal"}

    def document(self) -> Iterator[Passage]:
        """Yield the passages of the body, then those of headers and footers, each once."""
        root = _transitional(self._archive.xml(self._main))
        self.insertions = sum(1 for _ in root.iter(f"{W}ins", f"{W}moveTo"))
        self.deletions = sum(1 for _ in root.iter(f"{W}del", f"{W}moveFrom"))
        body = root.find(f"{W}body")
        yield from self._container(body if body is not None else root, in_cell=False)
        seen = set()
        for kind, part in self._relations.values():
            page = self._archive.optional_xml(part) if kind in ("header", "footer") else None
            for passage in self._container(page, in_cell=False) if page is not None else ():
                if passage.text not in seen:
                    seen.add(passage.text)
                    yield Passage(kind=BlockKind.PARAGRAPH, text=passage.text, links=passage.links)

    def _container(self, parent: etree._Element, *, in_cell: bool) -> Iterator[Passage]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, in_cell=in_cell)
            elif child.tag == f"{W}tbl":
                for cell in child.iterfind(f".//{W}tc"):
                    if next(cell.iterancestors(f"{W}tbl")) is child:
                        yield from self._cell(cell)
            elif child.tag in HOLDERS:
                yield from self._container(child, in_cell=in_cell)

    def _cell(self, cell: etree._Element) -> Iterator[Passage]:
        row = cell.getparent()
        if row is not None and hides_row(row):
            self._set_aside(cell)
        else:
            yield from self._container(cell, in_cell=True)

    def _set_aside(self, element: etree._Element) -> None:
        """Keep the words below an element as hidden."""
        self.hidden.append(" ".join(text.text or "" for text in element.iter(f"{W}t")))

    def _paragraph(self, paragraph: etree._Element, *, in_cell: bool) -> Iterator[Passage]:
        if self._looks.hides_paragraph(paragraph):
            self._set_aside(paragraph)
            return
        words = Words()
        self._words(paragraph, words, paragraph)
        text = normalise("".join(words.text))
        if text:
            kind, level = self._role(paragraph, text, words, in_cell=in_cell)
            yield Passage(kind=kind, text=text, level=level, links=tuple(words.links))
        for box in words.boxes:
            yield from self._container(box, in_cell=in_cell)
        for reference, number in words.notes:
            note = self._notes[reference].get(number)
            yield from self._container(note, in_cell=False) if note is not None else ()

    def _role(self, paragraph: etree._Element, text: str, words: Words, *, in_cell: bool) -> tuple[BlockKind, int]:
        style = self._styles.of(paragraph)
        if style.heading and len(text) <= 250:
            return BlockKind.HEADING, style.heading
        if in_cell:
            return BlockKind.TABLE_CELL, 0
        if words.bold and TITLE.match(text):
            return BlockKind.HEADING, 7 + style.list_depth if style.list_depth else 0
        return (BlockKind.ITEM, style.list_depth) if style.list_depth else (BlockKind.PARAGRAPH, 0)

    def _words(self, element: etree._Element, words: Words, paragraph: etree._Element) -> None:
        for child in element:
            tag = child.tag
            if tag in SKIPPED or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                self._run_text(child, words)
            elif tag in SPACE:
                words.text.append(" ")
            elif tag == f"{W}noBreakHyphen":
                words.text.append("-")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                words.notes.append((tag.removeprefix(W), child.get(f"{W}id", "")))
            elif (tag == f"{W}r" and self._looks.hides(child, paragraph)) or (
                tag == f"{W}txbxContent" and hides_box(child)
            ):
                self._set_aside(child)
            elif tag == f"{W}txbxContent":
                words.boxes.append(child)
            elif tag == f"{W}hyperlink":
                self._link(child, words, paragraph)
            else:
                self._words(child, words, paragraph)

    def _run_text(self, text: etree._Element, words: Words) -> None:
        words.text.append(text.text or "")
        run = text.getparent()
        bold = run.find(f"{W}rPr/{W}b") if run is not None else None
        if (text.text or "").strip() and (bold is None or bold.get(f"{W}val") in ("0", "false")):
            words.bold = False

    def _link(self, link: etree._Element, words: Words, paragraph: etree._Element) -> None:
        before = len(words.text)
        self._words(link, words, paragraph)
        kind, target = self._relations.get(link.get(f"{R}id", ""), ("", ""))
        text = normalise("".join(words.text[before:]))
        if kind == "hyperlink" and text and target:
            words.links.append((text, target))


def _transitional(root: etree._Element) -> etree._Element:
    """Return the tree in the namespace that Word writes by default; "strict" files use another for the same names."""
    if not str(root.tag).startswith("{" + STRICT):
        return root
    for element in root.iter("{*}*"):
        element.tag = str(element.tag).replace("{" + STRICT + "}", W)
        for key, value in element.attrib.items():
            element.set(str(key).replace("{" + STRICT + "}", W), value)
    return root
