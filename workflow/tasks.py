"""What worker processes can be asked for, as plain data; the work itself, and all that it loads, is in work.py."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from clauses.model import Analysis
from documents.isolation import Report
from documents.limits import Limits
from documents.model import Document, DocumentKind, RecognisedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """Read a file and run all checks over it; `kind` is what a reviewer said the document is, if one did."""

    path: Path
    name: str
    limits: Limits
    kind: DocumentKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask:
    """Run all checks once more over a document that was read, as the kind that a reviewer said it is."""

    document: Document
    kind: DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawTask:
    """Draw a page of a PDF."""

    path: Path
    page: int
    dpi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesTask:
    """Find where a quote stands on a page of a PDF."""

    path: Path
    page: int
    quote: str
    recognised_lines: tuple[RecognisedLine, ...] = ()


Task = ReadTask | CheckTask | DrawTask | BoxesTask


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file that was read."""

    document: Document
    analysis: Analysis


def run_task(task: Task, report: Report) -> object:
    """Do a task in a worker: the function that the pools are made with.

    The work is imported here, so that pages and commands never load the readers, the tokenizer and the checks'
    patterns: that takes seconds and a few hundred MB.
    """
    return import_module("workflow.work").do(task, report)
