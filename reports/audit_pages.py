"""Audit reports become a page each of the scorecard: what each says, how believable it is, what it tested."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from audits.controls import cover
from audits.model import AuditKind, AuditReport, ControlProof, ControlTest, Signal, SignalKind, TestResult
from audits.model import Quote as AuditQuote
from audits.signals import covered_until, judge
from documents.model import DocumentKind
from reports.audits import RESULTS, Line, audit_kind, audit_lines
from reports.model import AuditFact, AuditPage, Quote, TestedControl, ToCheck
from reports.words import counted, page_list
from scoring.model import Assessment, Source

KINDS = (DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE)
LONGEST, SHORT = 360, 120  # characters of a quote; a basis paragraph may take a page
MOST_FACTS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What reports.audits asks of an audit document."""

    name: str
    report: AuditReport
    proofs: tuple[ControlProof, ...]
    signals: tuple[Signal, ...]
    until: date | None


def audit_pages(assessment: Assessment, reports: Mapping[str, AuditReport | None]) -> tuple[AuditPage, ...]:
    """Return a page for each audit report that is kept, in the order of the documents, judged as of the assessment.

    `reports` are what the documents say, by id.
    """
    found = [(each, reports.get(each.document_id)) for each in assessment.sources if each.kind in KINDS]
    read = [(source, report) for source, report in found if report is not None]
    bridges = [report for _, report in read if report.kind is AuditKind.BRIDGE_LETTER]
    return tuple(_page(source, _view(source, report, bridges, on=assessment.on)) for source, report in read)


def _view(source: Source, report: AuditReport, bridges: Sequence[AuditReport], *, on: date) -> _View:
    return _View(
        name=source.name,
        report=report,
        proofs=cover(report),
        signals=judge(report, on=on, bridges=bridges),
        until=covered_until(report, bridges),
    )


def _page(source: Source, view: _View) -> AuditPage:
    return AuditPage(
        heading=f"{audit_kind(view.report)}: {source.name}",
        counts=_counts(source),
        facts=tuple(_fact(line, source) for line in audit_lines(view)[:MOST_FACTS]),
        tested=_tested(view.proofs),
        to_check=tuple(
            ToCheck(seen=each.seen, ask=each.ask) for each in view.signals if each.kind is SignalKind.CHECK_THIS
        ),
        yours=tuple(quote.text.lstrip("•- ") for quote in view.report.customer_controls),
    )


def _counts(source: Source) -> str:
    if source.assurance is None:
        return "Whether it is proof on this day was not decided."
    if source.assurance.counts:
        return "Counts as proof on this day, for what it tested without exception."
    return f"Counts as stated, not as proof: {source.assurance.because}."


def _tested(proofs: Sequence[ControlProof]) -> tuple[TestedControl, ...]:
    """Return a row a protection: its tests by the ids of their controls, and the results counted."""
    names = dict.fromkeys(proof.protection for proof in proofs)
    return tuple(_row(name, [proof.test for proof in proofs if proof.protection == name]) for name in names)


def _row(name: str, tests: Sequence[ControlTest]) -> TestedControl:
    found = [test.result for test in tests]
    several = len(set(found)) > 1
    results = [f"{found.count(each)} {RESULTS[each].lower()}" for each in TestResult if each in found]
    words = ", ".join(results) if several else RESULTS[found[0]].lower()
    pages = page_list(sorted({test.quote.page for test in tests}))
    ids = ", ".join(dict.fromkeys(test.control_id for test in tests))
    return TestedControl(protection=name, tests=f"{counted(len(tests), 'test')}: {ids}", result=f"{words}; {pages}")


def _fact(line: Line, source: Source) -> AuditFact:
    """Return a fact; its words are quoted where the value is a word of ours and not theirs."""
    if line.quote is None:
        return AuditFact(label=line.label, value=line.value, place="", quotes=())
    value, words = _letters(line.value), _letters(line.quote.text)
    said = words in value or (value in words and len(line.quote.text) < SHORT)
    quotes = () if said else (_quote(line.quote, source),)
    return AuditFact(label=line.label, value=line.value, place=page_list([line.quote.page]), quotes=quotes)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def _quote(quote: AuditQuote, source: Source) -> Quote:
    text = quote.text if len(quote.text) <= LONGEST else f"{quote.text[:LONGEST]} …"
    return Quote(words=text, document=source.name, place=page_list([quote.page]), says="")
