"""An audit document as lines of words for pages, the terminal and CSV: label, value, and the quote it rests on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from audits.model import (
    AuditKind,
    AuditReport,
    ControlProof,
    Fact,
    Opinion,
    PenTest,
    Quote,
    Signal,
    SignalKind,
    TestResult,
)
from reports.csv import table_csv
from reports.words import written_date

KINDS = {
    AuditKind.SOC1: "SOC 1",
    AuditKind.SOC2: "SOC 2",
    AuditKind.SOC3: "SOC 3",
    AuditKind.ISO27001: "ISO/IEC 27001",
    AuditKind.ISO27017: "ISO/IEC 27017",
    AuditKind.ISO27018: "ISO/IEC 27018",
    AuditKind.ISO27701: "ISO/IEC 27701",
    AuditKind.ISO42001: "ISO/IEC 42001",
    AuditKind.SOA: "Statement of applicability",
    AuditKind.WEBTRUST: "WebTrust",
    AuditKind.PENTEST: "Penetration test",
    AuditKind.AI_SPECIFIC: "AI-specific report",
    AuditKind.BRIDGE_LETTER: "Bridge letter",
    AuditKind.SELF_ASSESSMENT: "Vendor’s own summary, no audit",
}
OPINIONS = {
    Opinion.UNMODIFIED: "Unmodified",
    Opinion.QUALIFIED: "Qualified",
    Opinion.ADVERSE: "Adverse",
    Opinion.DISCLAIMER: "Disclaimer: the auditor gives no opinion",
}
RESULTS = {
    TestResult.NO_EXCEPTION: "No exception",
    TestResult.EXCEPTION: "Exception",
    TestResult.NOT_TESTED: "Not tested",
}
API = {"yes": "In scope", "no": "Left out"}
METHODS = {"carve_out": "Carved out", "inclusive": "Included"}
MOST_IDS = 120
COLUMNS = ("Report", "Control", "Control id", "Words of the control", "Test", "Result", "Page", "Crosswalk")


class Audit(Protocol):
    """An audit document with what was made of it (workflow.audits.AuditView)."""

    @property
    def name(self) -> str:
        """The file's name."""

    @property
    def report(self) -> AuditReport | None:
        """What was read."""

    @property
    def proofs(self) -> tuple[ControlProof, ...]:
        """The protections that it tested."""

    @property
    def signals(self) -> tuple[Signal, ...]:
        """What to look at."""

    @property
    def until(self) -> date | None:
        """The last day that it speaks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One fact in words; without a quote it is what was not found."""

    label: str
    value: str
    quote: Quote | None = None


def audit_kind(report: AuditReport | None) -> str:
    """Return the kind in words, with its type: "SOC 2 Type II"."""
    if report is None:
        return "Not an audit report"
    kind = KINDS[report.kind]
    typed = report.kind in (AuditKind.SOC1, AuditKind.SOC2) and report.report_type
    return f"{kind} Type {report.report_type.value}" if typed and report.report_type else kind


def days_covered(report: AuditReport) -> str:
    """Return the period or point in time in words, "" when none was found."""
    if report.period is None:
        return ""
    end = written_date(report.period.end)
    return f"{written_date(report.period.start)} to {end}" if report.period.start else f"On {end}"


def audit_lines(view: Audit) -> tuple[Line, ...]:
    """Return the facts of a report in the order in which a reader asks for them."""
    report = view.report
    return () if report is None else tuple(_lines(report, view.until))


def request_text(vendor: str, view: Audit) -> str:
    """Return a letter to the vendor with every question about a report, each once; "" when there is nothing to ask."""
    asked = {signal.ask: signal.seen for signal in view.signals if signal.kind is SignalKind.CHECK_THIS and signal.ask}
    if not asked or view.report is None:
        return ""
    days = days_covered(view.report)
    lines = [
        f"To {vendor}",
        "",
        f"We have read your report “{view.name}” ({audit_kind(view.report)}{', ' + days if days else ''}). "
        "Before we rely on it we have these questions.",
        "",
        *(f"{number}. {ask} We ask because: {seen}" for number, (ask, seen) in enumerate(asked.items(), start=1)),
        "",
        "Please answer in writing, with the document that shows it where there is one.",
    ]
    return "\n".join(lines) + "\n"


def controls_csv(views: Iterable[Audit]) -> bytes:
    """Return one row a tested protection, safe to open in a spreadsheet."""
    rows = [
        (view.name, p.protection, p.test.control_id, p.test.control, p.test.test, RESULTS[p.test.result],
         p.test.quote.page, ", ".join(p.crosswalk))
        for view in views
        for p in view.proofs
    ]  # fmt: skip
    return table_csv(COLUMNS, rows)


def _lines(report: AuditReport, until: date | None) -> Iterator[Line]:
    certificate, opinion = report.certificate, report.opinion
    if opinion:
        yield Line(label="Opinion", value=OPINIONS[opinion], quote=report.opinion_words)
    if report.period:
        yield Line(label="Covers", value=days_covered(report), quote=report.period.quote)
    if until and report.period and until != report.period.end:
        yield Line(label="With bridge letter", value=f"up to {written_date(until)}")
    yield from _facts(
        ("Tester" if report.pentest else "Auditor", report.auditor),
        ("Signed in", report.signed_at),
        ("Signed on", report.signed_on),
        ("Standard", report.standard),
        ("Company", report.company),
        ("Scope" if report.pentest or certificate else "System", report.system),
    )
    if report.basis:
        yield Line(label="Basis for it", value="see the words", quote=report.basis.quote)
    if report.api:
        yield Line(label="API service", value=API[report.api.value], quote=report.api.quote)
    if report.categories:
        yield Line(label="Categories", value=", ".join(report.categories))
    if report.method:
        yield Line(label="Subservice organisations", value=METHODS[report.method.value], quote=report.method.quote)
    if certificate:
        yield from _facts(
            ("Certificate", certificate.number),
            ("Body", certificate.body),
            ("Accreditation", certificate.accreditation),
            ("Issued", certificate.issued),
            ("Valid until", certificate.valid_until),
        )
    yield from _counts(report)
    yield from (Line(label="Matter", value="does not modify the opinion", quote=quote) for quote in report.matters)


def _counts(report: AuditReport) -> Iterator[Line]:
    yield from _tested(report.pentest)
    if report.applicability:
        one = report.applicability
        yield Line(label="Controls that apply", value=f"{len(one.applied)}: {', '.join(one.applied[:MOST_IDS])}")
        yield from (Line(label=f"Left out: {name}", value="see the words", quote=quote) for name, quote in one.left_out)
    if report.tests:
        found = [test.result for test in report.tests]
        counted = ", ".join(f"{found.count(result)} {words.lower()}" for result, words in RESULTS.items())
        yield Line(label="Tests of controls", value=f"{len(found)}: {counted}")
    for test in report.tests:
        if test.result is TestResult.EXCEPTION:
            yield Line(label=f"Exception in {test.control_id}", value=test.control, quote=test.quote)
    for quote in report.responses:
        yield Line(label="Management’s response", value="see the words", quote=quote)


def _tested(test: PenTest | None) -> Iterator[Line]:
    """Yield what a penetration test says: method, counts by severity, retest, and each finding with its state."""
    if test is None:
        return
    yield from _facts(("Method", test.method))
    if test.severities:
        numbers = ", ".join(f"{each.count} {each.name}" for each in test.severities)
        yield Line(label="Findings", value=numbers, quote=test.severities[0].quote)
    if test.retest:
        yield Line(label="Retest", value=test.retest.value, quote=test.retest.quote)
    for finding in test.findings:
        name = " ".join(filter(None, [finding.id, finding.title]))
        state = finding.state or "state not said"
        yield Line(label=f"Finding, {finding.severity}", value=f"{name} ({state})", quote=finding.quote)


def _facts(*facts: tuple[str, Fact | None]) -> Iterator[Line]:
    for label, fact in facts:
        if fact is not None:
            yield Line(label=label, value=fact.value, quote=fact.quote)
