"""Passages that a reviewer marks: found in the document and checked letter by letter."""

from clauses.model import Evidence
from documents.model import Block, Document
from workflow.case import load_texts
from workflow.problems import QuoteNotInDocument, UnknownDocument
from workflow.workspace import Workspace

FEWEST_LETTERS = 8  # fewer stand in a document by chance
CLOSING = tuple(".;:,!?)]")  # taken into the quote where the reviewer copied it too


def find_passage(ws: Workspace, document_id: str, words: str) -> Evidence:
    """Return the passage that the words stand in, exactly as the document writes it.

    Spaces, line breaks, capitals and kinds of quotation marks do not matter; letters and digits do. Raises
    QuoteNotInDocument.
    """
    document = _document(ws, document_id)
    wanted = "".join(c for c in words.lower() if c.isalnum())
    if len(wanted) < FEWEST_LETTERS:
        raise QuoteNotInDocument("Mark at least a few words of the passage.")
    for block in document.blocks:
        place = _place(block, wanted, closing=words.rstrip()[-1:])
        if place is not None:
            return _evidence(document, block, *place)
    raise QuoteNotInDocument(
        "These words are not in the document. Copy them from one paragraph, without leaving any out."
    )


def check_quote(ws: Workspace, evidence: Evidence) -> None:
    """Raise QuoteNotInDocument unless the quote stands at its place in the document letter by letter."""
    blocks = {block.number: block for block in _document(ws, evidence.document_id).blocks}
    block = blocks.get(evidence.block)
    if block is None or not evidence.quote or block.text[evidence.start : evidence.end] != evidence.quote:
        raise QuoteNotInDocument("These words are not in the document.")


def _document(ws: Workspace, document_id: str) -> Document:
    text = load_texts(ws, [document_id]).get(document_id)
    if text is None:
        raise UnknownDocument("This document has not been read, or is not here any more.")
    return text


def _place(block: Block, wanted: str, *, closing: str) -> tuple[int, int] | None:
    kept = [(letter, place) for place, c in enumerate(block.text) for letter in c.lower() if letter.isalnum()]
    at = "".join(letter for letter, _ in kept).find(wanted)
    if at < 0:
        return None
    start, end = kept[at][1], kept[at + len(wanted) - 1][1] + 1
    if closing in CLOSING and block.text[end : end + 1] == closing:
        end += 1
    return start, end


def _evidence(document: Document, block: Block, start: int, end: int) -> Evidence:
    return Evidence(
        document_id=document.id,
        block=block.number,
        start=start,
        end=end,
        quote=block.text[start:end],
        page=block.page_at(start),
        layers=(),  # no layer of the tool: a person read it
    )
