"""Results in words for a terminal: quotes in full, wrapped to its width, control signs made visible."""

import shutil
import textwrap
from itertools import groupby

import click

from clauses.model import Evidence, Finding
from clauses.registry import BY_ID, CHECKS
from documents.model import Document, DocumentFormat
from reports.printable import printable_text
from reports.words import EXCEPTIONS, FAMILIES, FORCES, KINDS, OUTCOMES, PARTIES, counted, page_list
from workflow.bulk import FileReading

ORDER = {check.id: number for number, check in enumerate(CHECKS)}
MARGIN = 12


def width() -> int:
    """Return how wide text may be here."""
    return max(40, min(100, shutil.get_terminal_size((100, 24)).columns))


def say(text: str = "", *, indent: int = 0, hang: int = 0) -> None:
    """Print a paragraph, wrapped; lines after the first stand `hang` further to the right."""
    lines = textwrap.wrap(
        printable_text(text), width(), initial_indent=" " * indent, subsequent_indent=" " * (indent + hang)
    )
    click.echo("\n".join(lines))


def print_reading(read: FileReading) -> None:
    """Print what came of one file: its head, problems, what was found with quotes, what was not."""
    say(str(read.path))
    if read.reading is not None:
        say(_head(read.reading.document), indent=2)
    for problem in read.problems:
        say(problem.text, indent=2, hang=2)
    if read.reading is not None:
        known = [finding for finding in read.reading.analysis.findings if finding.check_id in BY_ID]
        findings = sorted(known, key=lambda finding: ORDER[finding.check_id])
        for family, members in groupby(findings, key=lambda finding: BY_ID[finding.check_id].family):
            say()
            say(FAMILIES[family], indent=2)
            for finding in members:
                _print_finding(finding, read.reading.document)
    say()


def place(evidence: Evidence, document: Document) -> str:
    """Return where a quote stands: its page, or its paragraph where the format has no pages."""
    if document.format is DocumentFormat.PDF:
        return f"page {evidence.page}"
    return f"paragraph {evidence.block + 1}"


def _head(document: Document) -> str:
    parts = [KINDS[document.kind]]
    if document.format is DocumentFormat.PDF:
        parts.append(counted(document.page_count, "page"))
    else:
        parts.append(counted(len(document.blocks), "paragraph"))
    if document.unreadable_pages:
        parts.append(f"could not read {page_list(document.unreadable_pages)}")
    return ", ".join(parts)


def _print_finding(finding: Finding, document: Document) -> None:
    say(f"{OUTCOMES[finding.outcome]:{MARGIN}}{BY_ID[finding.check_id].title}", indent=4, hang=MARGIN)
    for evidence in finding.evidence:
        say(f"{place(evidence, document)}: {says(evidence)}".rstrip(": "), indent=4 + MARGIN)
        say(f"“{evidence.quote}”", indent=4 + MARGIN, hang=1)


def says(evidence: Evidence) -> str:
    """Return who is bound, how firmly, with which exceptions and numbers: "you must not, with consent; 30 days"."""
    words = [PARTIES[evidence.bound]] if evidence.bound else []
    words += [FORCES[evidence.force]] if evidence.force else []
    exceptions = ", ".join(EXCEPTIONS[kind] for kind in evidence.exceptions)
    values = ", ".join(value.words for value in evidence.values)
    parts = [" ".join(words), f"except {exceptions}" if exceptions else "", values]
    return "; ".join(part for part in parts if part)
