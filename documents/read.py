"""Bytes of one uploaded file in, a Document out: the one entrance to reading."""

import hashlib
from collections.abc import Callable, Iterable
from functools import partial

from documents import problems
from documents.blocks import number_blocks
from documents.docx import WordReading, read_docx
from documents.formats import format_of
from documents.html import nested_too_deeply, read_html
from documents.kind import kind_of, title_of
from documents.language import language_of
from documents.limits import Limits
from documents.markdown import read_markdown
from documents.model import Document, DocumentFormat, Problem, UnreadableDocument
from documents.passages import Reading
from documents.pdf import PdfReading, read_pdf
from documents.text import read_text

LONGEST_PASSAGE = 500_000  # characters; spaCy refuses texts of twice that, and no paragraph is near it


def _ignore(*_: int) -> None:
    """Report to nobody."""


def read_document(
    data: bytes,
    name: str,
    *,
    limits: Limits | None = None,
    report: Callable[[int, int], None] | None = None,
    recognising: Callable[[int], None] | None = None,
) -> Document:
    """Return a file as numbered blocks with all that could not be read.

    `name` is shown and is a hint, never a path. `report` is told (pages done, pages in all) and `recognising`
    how many pages went through text recognition so far, before each such page. Raises UnreadableDocument when
    nothing of the file could be read; its problem says why and what to do.
    """
    limits = limits or Limits()
    if len(data) > limits.file_bytes:
        raise problems.too_large(name, len(data), limits.file_bytes)
    found, text = format_of(data, name)
    if found is DocumentFormat.HTML and nested_too_deeply(text):
        raise problems.nested_too_deeply(name)
    readers: dict[DocumentFormat, Callable[[], Reading]] = {
        DocumentFormat.PDF: partial(
            read_pdf, data, name, limits, report=report or _ignore, recognising=recognising or _ignore
        ),
        DocumentFormat.DOCX: partial(read_docx, data, name, limits),
        DocumentFormat.HTML: partial(read_html, text, depth=limits.depth),
        DocumentFormat.MARKDOWN: partial(read_markdown, text),
        DocumentFormat.TEXT: partial(read_text, text),
    }
    reading = readers[found]()
    if found is not DocumentFormat.PDF and report:
        report(reading.page_count, reading.page_count)
    return _document(data, name, found, reading)


def _document(data: bytes, name: str, found: DocumentFormat, reading: Reading) -> Document:
    blocks, links = number_blocks(reading.passages)
    pdf = reading if isinstance(reading, PdfReading) else PdfReading(passages=())
    noted = reading.problems if isinstance(reading, (PdfReading, WordReading)) else ()
    if fatal := next((problem for problem in noted if problem.fatal), None):
        raise UnreadableDocument(fatal)
    if not blocks and not pdf.unreadable:
        raise problems.without_text(name)
    if any(len(block.text) + len(block.lead_in) > LONGEST_PASSAGE for block in blocks):
        raise problems.passage_too_long(name, LONGEST_PASSAGE)
    language = language_of(blocks)
    title = title_of(reading.title, name, blocks)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        name=problems.shown(name),
        format=found,
        kind=kind_of(title, name, blocks),
        title=title,
        language=language,
        page_count=reading.page_count,
        blocks=blocks,
        links=links,
        unreadable_pages=pdf.unreadable,
        recognised_pages=pdf.recognised,
        recognised_lines=pdf.recognised_lines,
        problems=(*noted, *_language_problem(name, language)),
    )


def _language_problem(name: str, language: str) -> Iterable[Problem]:
    return (problems.language(name, language),) if language not in ("en", "und") else ()
