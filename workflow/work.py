"""The work of a worker process: read and check a file, draw a page, find a quote on a page."""

from collections.abc import Sequence
from dataclasses import replace
from typing import BinaryIO

from audits.read import read_audit
from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Analysis, Evidence, Reach
from documents.disguise import document_by_look
from documents.isolation import Report
from documents.model import Document, Problem, ProblemCode, UnreadableDocument
from documents.pdf.images import page_image, quote_boxes
from documents.read import read_document
from documents.tracked import before_changes
from reports.redline import CannotRedline, redline
from workflow.model import Box
from workflow.tasks import (
    AUDITS,
    Answer,
    Audit,
    AuditTask,
    Boxes,
    BoxesTask,
    CheckTask,
    DrawTask,
    Reading,
    ReadTask,
    RedlineTask,
    Task,
)


def do(task: Task, files: Sequence[BinaryIO], report: Report) -> Answer:
    """Do a task on the files that came with it, telling how far it is; raise UnreadableDocument."""
    if isinstance(task, ReadTask):
        return _read(task, files[0], report)
    if isinstance(task, CheckTask):
        return Reading(document=task.document, analysis=checked(replace(task.document, kind=task.kind), task.reach))
    if isinstance(task, AuditTask):
        return Audit(report=read_audit(task.document))
    if isinstance(task, RedlineTask):
        return _redline(task, files[0])
    if isinstance(task, DrawTask):
        return page_image(files[0].read(), task.page, task.dpi)
    return _boxes(task, files[0])


def _read(task: ReadTask, file: BinaryIO, report: Report) -> Reading:
    data = file.read(task.limits.file_bytes + 1)
    if task.before_changes:
        data = before_changes(data, task.name, task.limits)
    document = read_document(data, task.name, limits=task.limits, report=report, recognising=report.recognising)
    report(document.page_count, document.page_count)
    corrected = replace(document, kind=task.kind) if task.kind else document
    audit = read_audit(corrected) if corrected.kind in AUDITS else None
    return Reading(document=document, analysis=checked(corrected, task.reach), audit=audit)


def checked(document: Document, reach: Reach) -> Analysis:
    """Run all checks, with the classifiers that `reach` names.

    The checks read words by their look; the quotes are as the document writes them.
    """
    seen = document_by_look(document)
    analysis = analyse(seen, classifiers=load_classifiers(reach))
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


def _redline(task: RedlineTask, file: BinaryIO) -> bytes:
    data = file.read(task.limits.file_bytes + 1)
    try:
        return redline(data, task.proposals, author=task.author, on=task.on, name=task.name, limits=task.limits)
    except CannotRedline as cannot:
        problem = Problem(code=ProblemCode.DAMAGED, text=str(cannot), fatal=True)
        raise UnreadableDocument(problem) from cannot


def _boxes(task: BoxesTask, file: BinaryIO) -> Boxes:
    boxes = quote_boxes(file.read(), task.page, task.quote, task.recognised_lines)
    return Boxes(boxes=tuple(Box(left=left, top=top, width=width, height=height) for left, top, width, height in boxes))
