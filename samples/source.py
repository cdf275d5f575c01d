"""Reads the text source of a sample document: headings, paragraphs, lists, tables and marked changes."""

import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from documents.markdown import read_markdown
from documents.model import BlockKind
from documents.numbering import label_of
from documents.passages import Passage

FOLDER = Path(__file__).parent / "sources"
CHANGE = re.compile(r"\{([+-])(.*?)\1\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a document as a writer needs it: kind "title", "heading", "text", "item" or "table".

    `depth` is a heading's level or a list item's depth; `rows` holds the cells of a table and
    `widths` the shares of its columns.
    """

    kind: str
    text: str = ""
    depth: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    widths: tuple[float, ...] = ()


def read_source(vendor: str, name: str) -> tuple[Part, ...]:
    """Return the parts of `sources/<vendor>/<name>.md`."""
    return parts_of((FOLDER / vendor / f"{name}.md").read_text(encoding="utf-8"))


def parts_of(source: str, *, widths: tuple[float, ...] = ()) -> tuple[Part, ...]:
    """Return the parts of a text; `widths` are the shares of a table's columns, all the same without them."""
    columns = iter(_table_widths(source))
    parts: list[Part] = []
    for is_cell, group in groupby(read_markdown(source).passages, lambda each: each.kind is BlockKind.TABLE_CELL):
        passages = list(group)
        parts += [_table(passages, next(columns), widths)] if is_cell else [_part(each) for each in passages]
    return tuple(parts)


def _part(passage: Passage) -> Part:
    if passage.kind is BlockKind.HEADING:
        kind = "title" if passage.level == 1 else "heading"
        return Part(kind=kind, text=passage.text, depth=passage.level)
    if passage.kind is BlockKind.ITEM:
        return Part(kind="item", text=passage.text, depth=passage.level)
    label = label_of(passage.text)
    lettered = label is not None and label.style.endswith(")")
    return Part(kind="text", text=passage.text, depth=1 if lettered else 0)


def _table(cells: list[Passage], width: int, widths: tuple[float, ...]) -> Part:
    rows = [tuple(cell.text for cell in cells[at : at + width]) for at in range(0, len(cells), width)]
    return Part(kind="table", rows=tuple(rows), widths=widths)


def _table_widths(source: str) -> list[int]:
    tables = re.findall(r"(?:^\|.*\n)+", source, re.MULTILINE)
    return [table.split("\n")[0].count("|") - 1 for table in tables]


def changes(text: str) -> list[tuple[str, str]]:
    """Return a text as (mark, words): mark "+" for inserted, "-" for deleted and "" for unchanged words."""
    found: list[tuple[str, str]] = []
    at = 0
    for change in CHANGE.finditer(text):
        found += [("", text[at : change.start()]), (change[1], change[2])]
        at = change.end()
    return [(mark, words) for mark, words in [*found, ("", text[at:])] if words]
