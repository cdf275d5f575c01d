"""What the readers hand on: stretches of a document in reading order, before they are numbered as blocks."""

from dataclasses import dataclass

from documents.model import BlockKind, PageStart, Problem

FIRST_PAGE = (PageStart(offset=0, page=1),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A heading, paragraph, list item or table cell as a reader found it; `text` is normalised.

    `level` is the heading's level (1 is the outermost) or the list's depth (1 is the outermost); 0 means that the
    format does not say and the text's own numbering decides. `links` pairs words with targets.
    """

    kind: BlockKind
    text: str
    level: int = 0
    pages: tuple[PageStart, ...] = FIRST_PAGE
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one reader made of a file: its passages, and what it knows of the pages.

    `title` is what the file itself says it is called, or empty; `problems` is what the buyer should know.
    """

    passages: tuple[Passage, ...]
    title: str = ""
    page_count: int = 1
    problems: tuple[Problem, ...] = ()
