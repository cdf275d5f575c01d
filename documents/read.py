"""Bytes of one uploaded file in, a Document out: the one entrance to reading."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from documents import problems
from documents.blocks import number_blocks
from documents.disguise import block_by_look, disguised_words
from documents.docx import read_docx
from documents.formats import format_of
from documents.html import nested_too_deeply, read_html
from documents.kind import kind_of, title_of
from documents.language import language_of
from documents.limits import Limits
from documents.markdown import read_markdown
from documents.model import Block, Document, DocumentFormat, Problem, UnreadableDocument
from documents.passages import Reading
from documents.pdf import PdfReading, read_pdf
from documents.text import read_text


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
        DocumentFormat.HTML: partial(read_html, text, name, depth=limits.depth),
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
    if fatal := next((problem for problem in reading.problems if problem.fatal), None):
        raise UnreadableDocument(fatal)
    if not blocks and not pdf.unreadable:
        raise problems.without_text(name)
    seen = tuple(map(block_by_look, blocks))
    language = language_of(seen)
    title = title_of(reading.title, name, blocks)
    return Document(
        id=hashlib.sha256(data).hexdigest(),
        name=problems.shown(name),
        format=found,
        kind=kind_of(title, name, seen),
        title=title,
        language=language,
        page_count=reading.page_count,
        blocks=blocks,
        links=links,
        unreadable_pages=pdf.unreadable,
        recognised_pages=pdf.recognised,
        recognised_lines=pdf.recognised_lines,
        problems=(*reading.problems, *_disguise_problem(name, blocks, language), *_language_problem(name, language)),
    )


def _disguise_problem(name: str, blocks: Sequence[Block], language: str) -> Iterable[Problem]:
    words = disguised_words(blocks) if language == "en" else ()
    return (problems.disguised_text(name, words),) if words else ()


def _language_problem(name: str, language: str) -> Iterable[Problem]:
    return (problems.language(name, language),) if language not in ("en", "und") else ()
