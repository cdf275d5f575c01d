"""Bytes of one uploaded file in, a Document out: the one entrance to reading."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from documents import problems
from documents.blocks import number_blocks
from documents.disguise import block_by_look, disguised_words
from documents.docx import read_docx
from documents.formats import format_of
from documents.html import nested_too_deeply, read_html
from documents.kind import kind_of, title_of
from documents.language import languages_of
from documents.limits import Limits
from documents.markdown import read_markdown
from documents.model import ENGLISH, UNKNOWN, Block, Document, DocumentFormat, Problem, UnreadableDocument
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
    if any(len(block.text) + len(block.lead_in) > LONGEST_PASSAGE for block in blocks):
        raise problems.passage_too_long(name, LONGEST_PASSAGE)
    seen = tuple(map(block_by_look, blocks))
    language, told = languages_of(seen)
    blocks = tuple(replace(block, language=each.language) for block, each in zip(blocks, told, strict=True))
    title = title_of(reading.title, name, blocks)
    noted = (*reading.problems, *_disguise_problem(name, blocks, language))
    document = Document(
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
        problems=noted,
    )
    return replace(document, problems=(*noted, *_language_problems(document)))


def _disguise_problem(name: str, blocks: Sequence[Block], language: str) -> Iterable[Problem]:
    words = disguised_words(blocks) if language == ENGLISH else ()
    return (problems.disguised_text(name, words),) if words else ()


def _language_problems(document: Document) -> Iterator[Problem]:
    """Yield what to say of passages in other languages than English: once for the document, or once a language."""
    if not document.analysable:
        if document.language not in (ENGLISH, UNKNOWN):
            yield problems.language(document.name, document.language)
        return
    paged = document.format is DocumentFormat.PDF
    english = {start.page for block in document.english_part().blocks for start in block.pages}
    for language in dict.fromkeys(document.language_of(block) for block in document.foreign):
        blocks = [block for block in document.foreign if document.language_of(block) == language]
        pages = sorted({start.page for block in blocks for start in block.pages})
        yield problems.foreign_passages(
            document.name,
            language,
            pages if paged else [block.number + 1 for block in blocks],
            word="page" if paged else "paragraph",
            partly=paged and not english.isdisjoint(pages),
        )
