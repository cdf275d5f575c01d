"""Measures speed as ratios in one run: the whole analysis against pypdf's text extraction, the layers, the PDF."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from bench.answers import analyze
from clauses.classifier.load import load_classifiers
from clauses.engine import analyse
from clauses.model import Reach
from documents.model import Document, UnreadableDocument
from documents.read import read_document
from reports.pdf import scorecard_pdf
from reports.scorecard import build_scorecard
from scoring.assess import assess
from scoring.model import Source
from scoring.policy import shipped_policies

WARM_RUNS = 5
LAYER_FILES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Seconds and words per second of one run on one machine; only ratios are comparable elsewhere."""

    files: int
    pypdf_seconds: float
    analysis_seconds: float
    reading_words: float
    checks_words: float
    fast_words: float
    full_words: float
    pdf_seconds: float

    @property
    def ratio(self) -> float:
        """Whole analysis (two processes) against pypdf's text extraction (one process) of the same files."""
        return self.analysis_seconds / self.pypdf_seconds


def measure_speed(folder: Path) -> Speed:
    """Measure on the PDF contracts below a CUAD folder."""
    paths = sorted(p for p in (folder / "contracts").rglob("*") if p.suffix.lower() == ".pdf")
    pypdf_seconds = _timed(lambda: [_pypdf_text(path) for path in paths])
    run = analyze(paths)
    began = time.perf_counter()
    documents = _read(paths[:LAYER_FILES])
    reading = time.perf_counter() - began
    words = sum(len(block.text.split()) for document in documents for block in document.blocks)
    checks = _timed(lambda: [analyse(document) for document in documents])
    fast, full = load_classifiers(Reach.FAST), load_classifiers(Reach.FULL)
    weighed = _timed(lambda: [analyse(document, classifiers=fast) for document in documents])
    read = _timed(lambda: [analyse(document, classifiers=full) for document in documents])
    return Speed(
        files=len(paths),
        pypdf_seconds=pypdf_seconds,
        analysis_seconds=run.seconds,
        reading_words=words / reading,
        checks_words=words / checks,
        fast_words=words / weighed,
        full_words=words / read,
        pdf_seconds=_pdf_seconds(documents[0]),
    )


def _read(paths: list[Path]) -> list[Document]:
    found = []
    for path in paths:
        try:
            found.append(read_document(path.read_bytes(), path.name))
        except UnreadableDocument:
            continue
    return found


def _pypdf_text(path: Path) -> int:
    try:
        return sum(len(page.extract_text()) for page in PdfReader(path).pages)
    except PyPdfError:
        return 0


def _pdf_seconds(document: Document) -> float:
    """Return the median seconds of making a scorecard PDF again, after a first one."""
    source = Source(
        document_id=document.id,
        name=document.name,
        kind=document.kind,
        page_count=document.page_count,
        complete=document.complete,
    )
    assessment = assess(
        "Sample",
        findings=analyse(document).findings,
        decisions=(),
        sources=(source,),
        policy=shipped_policies()[0],
        on=date(2026, 1, 1),
        tool_version="bench",
        rules_version="bench",
    )
    page = build_scorecard(assessment, {document.id: document})
    scorecard_pdf(page)
    return statistics.median(_timed(lambda: scorecard_pdf(page)) for _ in range(WARM_RUNS))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
