"""What worker processes do with a file: read and check it, draw a page, find a quote on a page."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from clauses.engine import analyse
from clauses.model import Analysis
from documents.isolation import Report
from documents.limits import Limits
from documents.model import Document, DocumentKind, Problem, ProblemCode, RecognisedLine, UnreadableDocument
from documents.pdf.images import page_image, quote_boxes
from documents.problems import shown, too_large
from documents.read import read_document
from workflow.model import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file."""

    document: Document
    analysis: Analysis


class Task(Protocol):
    """Something that a worker can do; it is sent there as it is."""

    def run(self, report: Report) -> object:
        """Do it in the worker, telling how far it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """Read a file and run all checks over it; `kind` is what a reviewer said the document is, if one did."""

    path: Path
    name: str
    limits: Limits
    kind: DocumentKind | None = None

    def run(self, report: Report) -> Reading:
        """Return the document and its analysis; raise UnreadableDocument."""
        data = content(self.path, self.name, self.limits)
        document = read_document(data, self.name, limits=self.limits, report=report, recognising=report.recognising)
        report(document.page_count, document.page_count)
        corrected = replace(document, kind=self.kind) if self.kind else document
        return Reading(document=document, analysis=analyse(corrected))


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawTask:
    """Draw a page of a PDF."""

    path: Path
    page: int
    dpi: int

    def run(self, report: Report) -> bytes:  # noqa: ARG002 - one page has no progress; the signature is Task's
        """Return the page as PNG; raise UnreadableDocument."""
        return page_image(self.path.read_bytes(), self.page, self.dpi)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesTask:
    """Find where a quote stands on a page of a PDF."""

    path: Path
    page: int
    quote: str
    recognised_lines: tuple[RecognisedLine, ...] = ()

    def run(self, report: Report) -> tuple[Box, ...]:  # noqa: ARG002 - one page has no progress; the signature is Task's
        """Return a box a line; raise UnreadableDocument."""
        boxes = quote_boxes(self.path.read_bytes(), self.page, self.quote, self.recognised_lines)
        return tuple(Box(left=left, top=top, width=width, height=height) for left, top, width, height in boxes)


def content(path: Path, name: str, limits: Limits) -> bytes:
    """Return a file's bytes; raise UnreadableDocument when it is not there, is no file, or is too large to be read."""
    try:
        if not path.is_file():
            raise _unopened(name, "it is not there, or is no file")
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise too_large(name, size, limits.file_bytes)
        return path.read_bytes()
    except OSError as error:
        raise _unopened(name, (error.strerror or str(error)).lower()) from error


def _unopened(name: str, why: str) -> UnreadableDocument:
    text = f"{shown(name)} could not be opened: {why}. Check its name and whether you may read it."
    return UnreadableDocument(Problem(code=ProblemCode.DAMAGED, text=text, fatal=True))


def run_task(task: Task, report: Report) -> object:
    """Do one task: the function that the worker pools are made with."""
    return task.run(report)
