"""The data types of a document that was read: what every other package knows of a file."""

from dataclasses import dataclass
from enum import StrEnum


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
    TRACKED_CHANGES = "tracked_changes"
    ATTACHMENTS = "attachments"
    FORM_FIELDS = "form_fields"
    RECOGNISED = "recognised"
    REORDERED = "reordered"
    NOT_STARTED = "not_started"
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
    where the block starts and each page on which it goes on; formats without pages have page 1.
    """

    number: int
    kind: BlockKind
    text: str
    heading_path: tuple[str, ...] = ()
    lead_in: str = ""
    pages: tuple[PageStart, ...] = (PageStart(offset=0, page=1),)

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
    """One file as it was read. `id` is the SHA-256 of its bytes, in hex; `language` an ISO 639-1 code or "und"."""

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
        """True when every page was read and the language can be analysed: only then may a check say "absent"."""
        return not self.unreadable_pages and self.analysable and not any(p.fatal for p in self.problems)

    @property
    def analysable(self) -> bool:
        """True when the checks understand the document's language (English)."""
        return self.language == "en"


class UnreadableDocument(Exception):
    """Raised when nothing of a file could be read; carries the sentence for the buyer."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.text)
        self.problem = problem
