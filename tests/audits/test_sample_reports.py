"""The invented reports of the samples, each opinion among them, are read as they were written."""

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date

import pytest

from audits.controls import cover
from audits.model import AuditKind, AuditReport
from audits.read import read_audit
from audits.signals import covered_until, in_date, judge
from documents.read import read_document
from samples.reports import BRIDGE, OTHERS, REPORTS, reports
from samples.writers import write_pdf

ON = date(2026, 6, 1)
NAMES = sorted(path.stem for path in REPORTS.glob("*.pdf"))
SOC = [name for name in NAMES if name not in {other for other, _, _ in OTHERS}]


@pytest.fixture(scope="module")
def read() -> Callable[[str], AuditReport]:
    """Return the report of a sample, read once."""
    known: dict[str, AuditReport] = {}

    def read_once(name: str) -> AuditReport:
        if name not in known:
            report = read_audit(read_document((REPORTS / f"{name}.pdf").read_bytes(), f"{name}.pdf"))
            assert report is not None
            known[name] = report
        return known[name]

    return read_once


def shown(report: AuditReport) -> str:
    """All that is read of a report, and what is asked about it, as JSON."""
    period, test = report.period, report.pentest
    facts = {
        "kind": report.kind,
        "type": report.report_type and report.report_type.value,
        "auditor": report.auditor and report.auditor.value,
        "signed": [report.signed_at and report.signed_at.value, report.signed_on and report.signed_on.value],
        "company": report.company and report.company.value,
        "system": report.system and report.system.value,
        "period": period and [period.start and period.start.isoformat(), period.end.isoformat(), period.quote.page],
        "opinion": report.opinion,
        "basis": report.basis and report.basis.quote.text,
        "api": report.api and [report.api.value, report.api.quote.text],
        "categories": report.categories,
        "method": report.method and report.method.value,
        "subservice": [quote.text for quote in report.subservice],
        "customer controls": [quote.text for quote in report.customer_controls],
        "responses": [quote.text for quote in report.responses],
        "tests": [f"{test.control_id} {test.result} p. {test.quote.page}" for test in report.tests],
        "certificate": report.certificate
        and {
            field.name: fact and fact.value
            for field in fields(report.certificate)
            for fact in [getattr(report.certificate, field.name)]
        },
        "test method": test and test.method and test.method.value,
        "severities": test and [f"{each.count} {each.name}" for each in test.severities],
        "findings": test and [f"{f.id} {f.severity} {f.state} p. {f.quote.page}: {f.title}" for f in test.findings],
        "retest": test and test.retest and test.retest.value,
        "protections": sorted({proof.protection for proof in cover(report)}),
        "signals": [f"{signal.id}: {signal.seen}" for signal in judge(report, on=ON)],
    }
    return json.dumps(facts, indent=1, ensure_ascii=False) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_report_is_read_as_it_was_written(
    name: str, read: Callable[[str], AuditReport], golden: Callable[[str, str], None]
) -> None:
    golden(f"audits/{name}.json", shown(read(name)))


@pytest.mark.parametrize("name", SOC)
def test_a_sample_report_has_ten_pages_and_a_matrix_that_crosses_pages(
    name: str, read: Callable[[str], AuditReport]
) -> None:
    document = read_document((REPORTS / f"{name}.pdf").read_bytes(), f"{name}.pdf")
    assert document.page_count >= 10
    assert len({test.quote.page for test in read(name).tests}) >= 3


@pytest.mark.parametrize(
    ("name", "opinion"),
    [
        ("harbourline-soc2-clean", "unmodified"),
        ("saltmarsh-soc2-qualified", "qualified"),
        ("ironvale-soc2-adverse", "adverse"),
        ("lowfield-soc2-disclaimer", "disclaimer"),
    ],
)
def test_management_says_the_same_under_every_opinion_and_is_not_believed(
    name: str, opinion: str, read: Callable[[str], AuditReport]
) -> None:
    assert read(name).opinion == opinion
    assert read(name).assertion is not None


def test_a_bridge_letter_extends_the_stale_report_but_not_to_now(read: Callable[[str], AuditReport]) -> None:
    stale, bridge = read("coldharbour-soc2-stale"), read(BRIDGE)
    assert bridge.kind is AuditKind.BRIDGE_LETTER
    assert covered_until(stale) == date(2024, 9, 30)
    assert covered_until(stale, [bridge]) == date(2024, 12, 31)
    assert in_date(stale, on=date(2025, 11, 1), bridges=[bridge]) and not in_date(stale, on=date(2025, 11, 1))
    assert not in_date(stale, on=ON, bridges=[bridge])


def test_the_committed_files_are_what_the_sources_give() -> None:
    name, company, parts = next(reports())
    made = write_pdf(company, parts, sections_on_new_pages=True)
    assert made == write_pdf(company, parts, sections_on_new_pages=True)
    old, new = (read_document(data, f"{name}.pdf").blocks for data in ((REPORTS / f"{name}.pdf").read_bytes(), made))
    assert [block.text for block in old] == [block.text for block in new]
