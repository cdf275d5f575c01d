"""Pages of a PDF as pictures with the quotes' places; drawn in a worker process and kept in the data folder."""

from hashlib import sha256

from pydantic import TypeAdapter

from documents.model import DocumentFormat
from store.records import DocumentRecord
from store.rights import write_private
from workflow.case import load_texts
from workflow.model import Box
from workflow.problems import PageUnavailable, UnknownDocument
from workflow.tasks import Boxes, BoxesTask, DrawTask, Task
from workflow.upload import find_document
from workflow.workspace import Workspace

LOWEST_DPI, HIGHEST_DPI = 50, 300
_BOXES = TypeAdapter(tuple[Box, ...])


def page_image(ws: Workspace, document_id: str, page: int, *, dpi: int = 150) -> bytes:
    """Return a page (from 1) of a PDF as PNG, drawn once and kept. Raises PageUnavailable, UnknownDocument."""
    document = _pdf(ws, document_id, page)
    dpi = min(max(dpi, LOWEST_DPI), HIGHEST_DPI)
    kept = ws.settings.images_folder / f"{document_id}-{page}-{dpi}.png"
    if not kept.exists():
        drawn = _done(ws, document, DrawTask(page=page, dpi=dpi))
        if not isinstance(drawn, bytes):
            raise PageUnavailable(f"Page {page} of {document.name} could not be drawn.")
        write_private(kept, drawn)
    return kept.read_bytes()


def quote_boxes(ws: Workspace, document_id: str, page: int, quote: str) -> tuple[Box, ...]:
    """Return where a quote stands on a page of a PDF, a box a line; nothing when it cannot be placed.

    Found once and kept. Raises PageUnavailable, UnknownDocument.
    """
    document = _pdf(ws, document_id, page)
    named = sha256(quote.encode()).hexdigest()[:16]
    kept = ws.settings.images_folder / f"{document_id}-{page}-{named}.json"
    if not kept.exists():
        text = load_texts(ws, [document_id]).get(document_id)
        lines = tuple(line for line in text.recognised_lines if line.page == page) if text else ()
        found = _done(ws, document, BoxesTask(page=page, quote=quote, recognised_lines=lines))
        write_private(kept, _BOXES.dump_json(found.boxes if isinstance(found, Boxes) else ()))
    return _BOXES.validate_json(kept.read_bytes())


def _pdf(ws: Workspace, document_id: str, page: int) -> DocumentRecord:
    document = find_document(ws, document_id)
    if document is None:
        raise UnknownDocument("This document is not here any more: it was removed.")
    if document.format is not DocumentFormat.PDF:
        raise PageUnavailable(f"{document.name} has no pages to show; its text is shown instead.")
    if not 1 <= page <= (document.page_count or 0):
        raise PageUnavailable(f"{document.name} has no page {page}.")
    return document


def _done(ws: Workspace, document: DocumentRecord, task: Task) -> object:
    result = ws.drawing.submit(task, name=document.name, files=(ws.store.files.path(document.id),)).result()
    if result.problem is not None:
        raise PageUnavailable(f"The page could not be drawn. {result.problem.text}")
    return result.value
