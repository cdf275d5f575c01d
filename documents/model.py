"""The data types of a document that was read: what every other package knows of a file."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

ENGLISH = "en"  # the language that the checks understand
UNKNOWN = "und"  # the language of a text without words


class DocumentKind(StrEnum):
    """What a document is for; guessed on reading, correctable by the reviewer."""

    CONTRACT = "contract"
    POLICY = "policy"
    DPA = "dpa"
    ORDER_FORM = "order_form"
    AUDIT_REPORT = "audit_report"
    CERTIFICATE = "certificate"
    DOCUMENTATION = "documentation"


class DocumentFormat(StrEnum):
    """The file format, decided by the first bytes and never by the name alone."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


class BlockKind(StrEnum):
    """The role of a block on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE_CELL = "table_cell"


class ProblemCode(StrEnum):
    """Why a file, or a part of it, gave no result."""

    EMPTY = "empty"
    LOCKED = "locked"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    TOO_MANY_PAGES = "too_many_pages"
    WRONG_TYPE = "wrong_type"
    TIMED_OUT = "timed_out"
    OUT_OF_MEMORY = "out_of_memory"
    UNREADABLE_PAGES = "unreadable_pages"
    LANGUAGE = "language"
    FOREIGN_PASSAGES = "foreign_passages"
    TRACKED_CHANGES = "tracked_changes"
    ATTACHMENTS = "attachments"
    FORM_FIELDS = "form_fields"
    RECOGNISED = "recognised"
    REORDERED = "reordered"
    NOT_STARTED = "not_started"
    HIDDEN_TEXT = "hidden_text"
    DISGUISED_TEXT = "disguised_text"
    KILLED = "killed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A sentence for the buyer: what is wrong and what to do. `fatal` means that nothing was read."""

    code: ProblemCode
    text: str
    pages: tuple[int, ...] = ()
    fatal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStart:
    """From character `offset` of a block's text on, the words stand on `page` (counted from 1)."""

    offset: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A numbered paragraph, list item, heading or table cell, in reading order.

    `text` is normalised (single spaces, straight hyphens joined at line ends); its letters and digits stand in
    that order in the raw text of the page. `lead_in` is the sentence that an item continues
    ("You must not:"), with the outer lists' items before it; it is empty for other blocks. `pages` names
    where the block starts and each page on which it goes on; formats without pages have page 1. `language` is
    that of the block where it is another one than the document's, else empty (documents/language.py).
    """

    number: int
    kind: BlockKind
    text: str
    heading_path: tuple[str, ...] = ()
    lead_in: str = ""
    pages: tuple[PageStart, ...] = (PageStart(offset=0, page=1),)
    language: str = ""

    @property
    def page(self) -> int:
        """The page on which the block starts."""
        return self.pages[0].page

    def page_at(self, offset: int) -> int:
        """Return the page on which the character at `offset` of the text stands."""
        return [start.page for start in self.pages if start.offset <= offset][-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the document: the words that carry it, its target, and the block that holds it."""

    text: str
    target: str
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedLine:
    """A line that text recognition saw on a page image; its box in fractions of the page's width and height."""

    page: int
    text: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file as it was read.

    `id` is the SHA-256 of its bytes, in hex; `language` that of most of the text, an ISO 639-1 code or "und".
    """

    id: str
    name: str
    format: DocumentFormat
    kind: DocumentKind
    title: str
    language: str
    page_count: int
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    unreadable_pages: tuple[int, ...] = ()
    recognised_pages: tuple[int, ...] = ()
    recognised_lines: tuple[RecognisedLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def complete(self) -> bool:
        """True when every page was read and every passage is English: only then may a check say "absent"."""
        read = self.analysable and not self.foreign
        return read and not self.unreadable_pages and not any(p.fatal for p in self.problems)

    @property
    def analysable(self) -> bool:
        """True when the document has passages in the language that the checks understand (English)."""
        return self.language == ENGLISH or any(block.language == ENGLISH for block in self.blocks)

    @property
    def foreign(self) -> tuple[Block, ...]:
        """The passages that the checks do not understand and never read."""
        return tuple(block for block in self.blocks if self.language_of(block) != ENGLISH)

    @property
    def foreign_pages(self) -> tuple[int, ...]:
        """The pages with passages that were not read while others were; none of a document that is not analysed."""
        if not self.analysable:
            return ()
        return tuple(sorted({start.page for block in self.foreign for start in block.pages}))

    def language_of(self, block: Block) -> str:
        """Return the language of one of the document's passages."""
        return block.language or self.language

    def english_part(self) -> Self:
        """Return the document with only the passages that the checks understand.

        What is not in them is still not absent: that is said of the whole document.
        """
        return replace(self, blocks=tuple(b for b in self.blocks if self.language_of(b) == ENGLISH))


class UnreadableDocument(Exception):
    """Raised when nothing of a file could be read; carries the sentence for the buyer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem
