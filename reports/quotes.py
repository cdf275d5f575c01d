"""Evidence as a reader sees it: the exact words, the place where they stand, and what was searched without result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clauses.model import Evidence
from documents.model import Document, DocumentFormat
from reports.model import Quote
from reports.words import EXCEPTIONS, FORCES, NOTHING, PARTIES, counted, language_name, listed, page_list
from scoring.model import Source

BEGINNING = 110  # characters of a quote in a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The documents of an assessment: what scoring knows of each, and the read document where it is still kept."""

    sources: Mapping[str, Source]
    documents: Mapping[str, Document]

    def name(self, document_id: str) -> str:
        """Return a document's file name, or the start of its hash when it is not kept any more."""
        source, document = self.sources.get(document_id), self.documents.get(document_id)
        return source.name if source else document.name if document else f"document {document_id[:12]}"

    def quote(self, evidence: Evidence) -> Quote:
        """Return a piece of evidence with its place in words and what it says."""
        return Quote(
            words=evidence.quote,
            document=self.name(evidence.document_id),
            place=self._place(evidence),
            says=_says(evidence),
        )

    def where(self, document_id: str, evidence: Sequence[Evidence]) -> str:
        """Return a document with all places of some evidence in it: "Terms.pdf, pages 3–5 and 9"."""
        paged = _paged(self.documents.get(document_id))
        numbers = [item.page if paged else item.block + 1 for item in evidence if item.document_id == document_id]
        return f"{self.name(document_id)}, {page_list(numbers, 'page' if paged else 'paragraph')}"

    def searched(self, searched: Sequence[str], unread: Sequence[str]) -> str:
        """Return which documents and pages a "not found" rests on, and which could not be read."""
        sentences = []
        if searched:
            names = listed([self.name(document_id) for document_id in searched])
            sentences.append(f"Searched {self.extent(searched)}: {names}.")
        if unread:
            sentences.append(
                f"Could not read {listed([self._unread(d) for d in unread])}; nothing is claimed about that."
            )
        return " ".join(sentences)

    def reading(self, source: Source) -> str:
        """Return how completely a document was read, in one sentence."""
        parts = []
        if source.unreadable_pages:
            parts.append(f"Could not read {page_list(source.unreadable_pages)}")
        document = self.documents.get(source.document_id)
        if not source.analysable:
            parts.append(f"Language not analysed ({language_name(source.language)})")
        elif source.foreign_pages:
            where = f": {page_list(source.foreign_pages)}" if _paged(document) else ""
            parts.append(f"Passages in another language than English were not read{where}")
        if document and document.recognised_pages:
            parts.append(f"By text recognition: {page_list(document.recognised_pages)}")
        if not parts:
            return "Read completely" if source.complete else "Not read completely"
        return ". ".join(parts)

    def extent(self, document_ids: Sequence[str]) -> str:
        """Return how much was read: "3 documents (43 pages and 97 paragraphs read)"."""
        sources = [self.sources[document_id] for document_id in document_ids if document_id in self.sources]
        unpaged = {s.document_id: d for s in sources if (d := self.documents.get(s.document_id)) and not _paged(d)}
        pages = sum(s.page_count - len(s.unreadable_pages) for s in sources if s.document_id not in unpaged)
        paragraphs = sum(len(document.english_part().blocks) for document in unpaged.values())
        parts = [counted(pages, "page")] if pages else []
        parts += [counted(paragraphs, "paragraph")] if paragraphs else []
        return f"{counted(len(document_ids), 'document')} ({listed(parts) or 'nothing'} read)"

    def length(self, source: Source) -> str:
        """Return the length of a document: in pages, or in paragraphs where the format has no pages."""
        document = self.documents.get(source.document_id)
        if document is None or _paged(document):
            return counted(source.page_count, "page")
        return counted(len(document.blocks), "paragraph")

    def _unread(self, document_id: str) -> str:
        source, name = self.sources.get(document_id), self.name(document_id)
        if source and source.foreign_pages and not _paged(self.documents.get(document_id)):
            return f"the passages of {name} in another language"
        pages = (*source.unreadable_pages, *source.foreign_pages) if source else ()
        return f"{page_list(pages)} of {name}" if pages else name

    def _place(self, evidence: Evidence) -> str:
        document = self.documents.get(evidence.document_id)
        number = f"page {evidence.page}" if _paged(document) else f"paragraph {evidence.block + 1}"
        place = number.replace(" ", "\N{NO-BREAK SPACE}")
        heading = _heading(document, evidence.block)
        return f"{place}, “{heading}”" if heading else place


def _paged(document: Document | None) -> bool:
    """Say whether places are given by page: Word, HTML and text files have paragraphs instead."""
    return document is None or document.format is DocumentFormat.PDF


def _heading(document: Document | None, number: int) -> str:
    if document is None:
        return ""
    block = next((block for block in document.blocks if block.number == number), None)
    return block.heading_path[-1] if block and block.heading_path else ""


def _says(evidence: Evidence) -> str:
    parts = [f"Applies to {PARTIES[evidence.bound]}"] if evidence.bound else []
    parts += [FORCES[evidence.force]] if evidence.force else []
    parts += [EXCEPTIONS[kind] for kind in evidence.exceptions]
    parts += [value.words for value in evidence.values]
    return " · ".join(parts)


def places(shelf: Shelf, evidence: Sequence[Evidence]) -> str:
    """Return where several quotes stand, document by document, or "–" when there is none."""
    documents = dict.fromkeys(item.document_id for item in evidence)
    return "; ".join(shelf.where(document_id, evidence) for document_id in documents) or NOTHING


def quoted_places(shelf: Shelf, evidence: Sequence[Evidence]) -> str:
    """Return the beginning of the first quote and where all of them stand, "–" when there is none."""
    if not evidence:
        return NOTHING
    words = evidence[0].quote
    short = words if len(words) <= BEGINNING else f"{words[:BEGINNING].rsplit(' ', 1)[0]} …"
    return f"“{short}” {places(shelf, evidence)}"
