"""What worker processes can be asked for, as plain data; the work itself, and all that it loads, is in work.py.

A file that a task is about comes along as an open file; nothing here holds a path.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from typing import BinaryIO

from audits.model import AuditReport
from clauses.model import Analysis, Reach
from documents.isolation import Report
from documents.limits import Limits
from documents.model import Document, DocumentKind, RecognisedLine
from negotiation.redline import Proposal
from workflow.model import Box

AUDITS = (DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """Read a file and run all checks over it; `kind` is what a reviewer said the document is, if one did.

    `reach` says which classifiers read beside the frames. `before_changes`: read a Word file as it was
    before its tracked changes.
    """

    name: str
    limits: Limits
    reach: Reach
    kind: DocumentKind | None = None
    before_changes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckTask:
    """Run all checks once more over a document that was read, as the kind that a reviewer said it is."""

    document: Document
    kind: DocumentKind
    reach: Reach


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditTask:
    """Read what a document says as an audit report."""

    document: Document


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineTask:
    """Put proposals into a Word file as tracked changes by an author on a day."""

    name: str
    limits: Limits
    proposals: tuple[Proposal, ...]
    author: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawTask:
    """Draw a page of a PDF."""

    page: int
    dpi: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxesTask:
    """Find where a quote stands on a page of a PDF."""

    page: int
    quote: str
    recognised_lines: tuple[RecognisedLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one file that was read.

    `audit` is what it says as an audit report, None when it is none or was not asked.
    """

    document: Document
    analysis: Analysis
    audit: AuditReport | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What a document says as an audit report, None when it is none."""

    report: AuditReport | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """Where a quote stands on a page."""

    boxes: tuple[Box, ...]


Task = ReadTask | CheckTask | AuditTask | RedlineTask | DrawTask | BoxesTask
Answer = Reading | Audit | Boxes | bytes


def run_task(task: Task, files: Sequence[BinaryIO], report: Report) -> Answer:
    """Do a task in a worker: the function that the pools are made with.

    The work is imported here, so that pages and commands never load the readers, the tokenizer and the checks'
    patterns: that takes seconds and a few hundred MB.
    """
    done: Answer = import_module("workflow.work").do(task, files, report)
    return done
