"""The work of a worker process: read and check a file, draw a page, find a quote on a page."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Analysis, Evidence, Reach
from documents.disguise import document_by_look
from documents.isolation import Report
from documents.limits import Limits
from documents.model import Document, Problem, ProblemCode, UnreadableDocument
from documents.pdf.images import page_image, quote_boxes
from documents.problems import shown, too_large
from documents.read import read_document
from workflow.model import Box
from workflow.settings import load_settings
from workflow.tasks import BoxesTask, CheckTask, DrawTask, Reading, ReadTask, Task


def do(task: Task, report: Report) -> Reading | bytes | tuple[Box, ...]:
    """Do a task, telling how far it is; raise UnreadableDocument."""
    if isinstance(task, ReadTask):
        return _read(task, report)
    if isinstance(task, CheckTask):
        return Reading(document=task.document, analysis=checked(replace(task.document, kind=task.kind)))
    if isinstance(task, DrawTask):
        return page_image(task.path.read_bytes(), task.page, task.dpi)
    return _boxes(task)


def _read(task: ReadTask, report: Report) -> Reading:
    data = content(task.path, task.name, task.limits)
    document = read_document(data, task.name, limits=task.limits, report=report, recognising=report.recognising)
    report(document.page_count, document.page_count)
    corrected = replace(document, kind=task.kind) if task.kind else document
    return Reading(document=document, analysis=checked(corrected))


def checked(document: Document) -> Analysis:
    """Run all checks, with the classifiers that the setting names.

    The checks read words by their look; the quotes are as the document writes them.
    """
    seen = document_by_look(document)
    analysis = analyse(seen, classifiers=load_classifiers(_reach()))
    return analysis if seen is document else _as_written(analysis, document)


def _as_written(analysis: Analysis, document: Document) -> Analysis:
    """Return the analysis with each quote letter for letter as it stands in the document."""
    texts = {block.number: block.text for block in document.blocks}

    def quoted(evidence: Evidence) -> Evidence:
        return replace(evidence, quote=texts[evidence.block][evidence.start : evidence.end])

    findings = (
        replace(each, evidence=tuple(map(quoted, each.evidence)), nearest=tuple(map(quoted, each.nearest)))
        for each in analysis.findings
    )
    facts = (replace(each, quote=texts[each.block][each.start : each.end]) for each in analysis.facts)
    return replace(analysis, findings=tuple(findings), facts=tuple(facts))


@lru_cache(maxsize=1)
def _reach() -> Reach:
    """Return the setting, read once a worker: a worker lives as long as the settings of its program."""
    return load_settings().classifiers


def _boxes(task: BoxesTask) -> tuple[Box, ...]:
    boxes = quote_boxes(task.path.read_bytes(), task.page, task.quote, task.recognised_lines)
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
