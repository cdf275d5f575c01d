"""Markdown in, passages out: headings, nested lists, paragraphs, table cells; marks of emphasis are dropped."""

import re

from documents.model import BlockKind
from documents.normalise import normalise
from documents.passages import Passage, Reading

BULLET = re.compile(r"^(\s*)[*+-]\s+")
ITEM = re.compile(r"^(\s*)(?:[*+-]|\d+[.)]|\([a-z0-9]{1,4}\))\s+", re.IGNORECASE)
HEADING = re.compile(r"^\s{0,3}(#{1,6})\s*")
UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
TABLE_ROW = re.compile(r"^\s*\|.*\|\s*$")
TABLE_RULE = re.compile(r"^\s*\|?[\s:|-]+\|?\s*$")
LINK = re.compile(r"(!?)\[([^\[\]]{0,2000})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,200}){0,5})\)")
EMPHASIS = re.compile(r"(?<!\\)(?:\*{1,3}|`{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))")
ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
WHOLLY_BOLD = re.compile(r"^(?:\*\*|__)(?!\s)(.+?)(?:\*\*|__)$")
TITLE = re.compile(r"^(?=.{2,120}$)(?:(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)\\?[.)]\s.{1,80}|[^.;,:]+\w[)”\"]?)$")


def read_markdown(text: str) -> Reading:
    """Return the passages of a Markdown text."""
    reader = MarkdownReader()
    for line in text.splitlines():
        reader.line(line)
    reader.close()
    return Reading(passages=tuple(reader.passages))


class MarkdownReader:
    """Collects lines until a block ends; list depth comes from the indents that are open."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._lines: list[str] = []
        self._kind, self._level = BlockKind.PARAGRAPH, 0
        self._indents: list[int] = []

    def line(self, line: str) -> None:
        """Take the next line."""
        if not line.strip() or (RULE.match(line) and not UNDERLINE.match(line)):
            self.close()
        elif heading := HEADING.match(line):
            self.close()
            self._begin(BlockKind.HEADING, len(heading[1]), line[heading.end() :])
            self.close()
        elif self._lines and UNDERLINE.match(line) and self._kind is BlockKind.PARAGRAPH:
            self._kind, self._level = BlockKind.HEADING, 1 if "=" in line else 2
            self.close()
        elif item := ITEM.match(line):
            self.close()
            bullet = BULLET.match(line)
            depth = self._depth(_width(item[1]))
            if bullet is None and depth == 1:
                # "1." and "(a)" both stand at the left edge in many contracts: the label tells which is inside which.
                self._begin(BlockKind.PARAGRAPH, 0, line)
            else:
                self._begin(BlockKind.ITEM, depth, line[bullet.end() :] if bullet else line)
        elif TABLE_ROW.match(line):
            self.close()
            self._row(line)
        elif not UNDERLINE.match(line):
            self._text(line)

    def _text(self, line: str) -> None:
        if not self._lines:
            indent = _width(line[: len(line) - len(line.lstrip())])
            if not indent:
                self._indents.clear()
            self._kind, self._level = BlockKind.PARAGRAPH, sum(indent > each for each in self._indents)
        self._lines.append(line)

    def _begin(self, kind: BlockKind, level: int, line: str) -> None:
        self._kind, self._level = kind, level
        self._lines.append(line)
        if kind is BlockKind.HEADING:
            self._indents.clear()

    def _depth(self, indent: int) -> int:
        while self._indents and self._indents[-1] >= indent:
            self._indents.pop()
        self._indents.append(indent)
        return len(self._indents)

    def _row(self, line: str) -> None:
        if TABLE_RULE.match(line):
            return
        for cell in re.split(r"(?<!\\)\|", line.strip().strip("|")):
            self._add(BlockKind.TABLE_CELL, 0, cell)

    def close(self) -> None:
        """End the block that is open, if any."""
        if self._lines:
            whole = " ".join(line.strip() for line in self._lines)
            self._lines.clear()
            bold = WHOLLY_BOLD.match(whole.strip())
            if self._kind is BlockKind.PARAGRAPH and not self._level and bold and TITLE.match(bold[1]):
                self._kind, self._level = BlockKind.HEADING, 0
            self._add(self._kind, self._level, whole)

    def _add(self, kind: BlockKind, level: int, source: str) -> None:
        links = [(normalise(plain(match[2])), match[3]) for match in LINK.finditer(source) if not match[1]]
        text = normalise(plain(source))
        if text:
            self.passages.append(
                Passage(kind=kind, text=text, level=level, links=tuple(each for each in links if each[0]))
            )


def plain(source: str) -> str:
    """Return Markdown text without marks: a link becomes its words, an image its description."""
    text = LINK.sub(lambda match: match[2], source)
    text = EMPHASIS.sub("", LINK.sub(lambda match: match[2], text))
    return ESCAPE.sub("", re.sub(r"^\s*>\s?", "", text))


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
