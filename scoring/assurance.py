"""Audit reports as read and a day in; what they prove of each check on that day, out."""

from collections.abc import Mapping
from datetime import date

from audits.controls import cover
from audits.model import AuditKind, AuditReport, Opinion, TestResult
from audits.signals import in_date
from scoring.model import Assurance

REJECTED = frozenset({Opinion.ADVERSE, Opinion.DISCLAIMER})


def assurances(reports: Mapping[str, AuditReport | None], *, on: date) -> dict[str, Assurance]:
    """Return what each audit document proves on a day, by document id; bridge letters extend the reports among them.

    A document that is no report of a known kind, a vendor's own summary, a bridge letter alone, a report that is out of
    date, and one whose auditor gave an adverse opinion or none, prove nothing: what they say counts as stated.
    """
    bridges = [each for each in reports.values() if each is not None and each.kind is AuditKind.BRIDGE_LETTER]
    return {identity: _assurance(report, bridges, on) for identity, report in reports.items()}


def _assurance(report: AuditReport | None, bridges: list[AuditReport], on: date) -> Assurance:
    if report is None or report.kind in (AuditKind.SELF_ASSESSMENT, AuditKind.BRIDGE_LETTER):
        return Assurance(counts=False, because="not an audit report of a known kind")
    if report.opinion in REJECTED:
        return Assurance(counts=False, because=f"the auditor's opinion is: {report.opinion.value}")
    if not in_date(report, on=on, bridges=bridges):
        return Assurance(counts=False, because="the audit report is out of date")
    results = [(proof.check, proof.test.result) for proof in cover(report)]
    excepted = {check for check, result in results if result is TestResult.EXCEPTION}
    passed = {check for check, result in results if result is TestResult.NO_EXCEPTION}
    return Assurance(counts=True, tested=tuple(sorted(passed - excepted)), excepted=tuple(sorted(excepted)))
