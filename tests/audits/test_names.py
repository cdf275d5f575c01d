"""Which company and system a report is about, what a certificate says, and where the parts of a report disagree."""

from dataclasses import replace
from datetime import date

import pytest

from audits.model import AuditKind, AuditReport
from audits.read import read_audit
from audits.signals import judge
from documents.model import DocumentKind
from documents.read import read_document
from tests.builders import build_document

LETTER = (
    "Independent Service Auditor's Report",
    "To the Management of Northwind Models, Inc.",
    "We have examined the description of Northwind Models, Inc. of its hosted interface throughout the period "
    "January 1, 2026 to March 31, 2026, based on the trust services criteria relevant to security and availability.",
    "Northwind Models, Inc. uses Fjordline Hosting AS (a subservice organization) for data centres.",
    "In our opinion, in all material respects, the controls were suitably designed and operated effectively.",
    "Harbour & Pine LLP Certified Public Accountants Oslo April 20, 2026",
)
CERTIFICATE = """# Certificate of Registration

This is to certify that: Northwind Models, Inc. 12 Harbour Road Oslo

Holds Certificate Number: IS 712345 and complies with the requirements of ISO/IEC 27001:2022.

Scope: Hosted large language models over an API, in accordance with the Statement of Applicability version 3.2.

For and on behalf of Polaris: Original registration date: 2023-04-11 Effective date: 12 Apr 2026
Expiry date: 11 Apr 2029
"""
APPLICABILITY = """# Statement of Applicability ISO/IEC 27001:2022

Version 2.1, 3 February 2026

| Control | Title | Applicable | Justification |
|--|--|--|--|
| A.5.1 | Policies for information security | Yes | Required |
| A.7.4 | Physical security monitoring | No | No premises of our own |
| A.8.16 | Monitoring activities | Yes | Risk treatment |
"""


def soc2(*more: str) -> AuditReport:
    document = replace(build_document(*LETTER, *more, kind=DocumentKind.AUDIT_REPORT), title="SOC 2 Type II Report")
    read = read_audit(document)
    assert read is not None
    return read


def read_text(text: str) -> AuditReport:
    read = read_audit(read_document(text.encode(), "a.md"))
    assert read is not None
    return read


def asked(report: AuditReport) -> set[str]:
    return {signal.id for signal in judge(report, on=date(2026, 6, 1))}


def test_the_company_and_its_system_are_read_from_the_letter() -> None:
    report = soc2()
    assert report.company and report.company.value == "Northwind Models, Inc."
    assert report.system and report.system.value == "hosted interface"


@pytest.mark.parametrize(
    ("assertion", "differs"),
    [
        ("Management of Northwind Models, Inc.", False),
        ("Management of Northwind", False),
        ("Management of Southgate Compute Ltd", True),
    ],
)
def test_an_assertion_of_another_company_is_asked_about(assertion: str, differs: bool) -> None:
    said = "We assert that the description presents the system and that controls were suitably designed."
    assert ("company" in asked(soc2("Assertion of Management", said, assertion))) is differs


@pytest.mark.parametrize(("also", "differs"), [("", True), (" and availability", False)])
def test_categories_that_management_does_not_assert_are_asked_about(also: str, differs: bool) -> None:
    said = f"Controls met the trust services criteria relevant to security{also}."
    assert ("categories" in asked(soc2("Assertion of Management", said))) is differs


@pytest.mark.parametrize(
    ("described", "differs"),
    [
        ("The company uses Fjordline Hosting AS, a subservice organization, for its data centres.", False),
        ("The company uses Kestrel Cloud GmbH, a subservice organization, for its data centres.", True),
        ("The description lists the controls.", False),
    ],
)
def test_another_list_of_subservice_organisations_is_asked_about(described: str, differs: bool) -> None:
    assert ("subservice" in asked(soc2("Assertion of Management", "We assert it.", described))) is differs


def test_a_certificate_gives_company_number_scope_body_and_days() -> None:
    report = read_text(CERTIFICATE)
    fields = report.certificate
    assert report.kind is AuditKind.ISO27001 and fields and fields.number and fields.body
    assert fields.issued and fields.valid_until and report.company and report.system
    assert report.company.value == "Northwind Models, Inc."
    assert (fields.number.value, fields.body.value) == ("IS 712345", "Polaris")
    assert (fields.issued.value, fields.valid_until.value) == ("2026-04-12", "2029-04-11")
    assert report.system.value.startswith("Hosted large language models over an API")
    assert report.api and report.api.value == "yes"


def test_a_statement_of_applicability_gives_what_applies_and_what_is_left_out() -> None:
    report = read_text(APPLICABILITY)
    assert report.kind is AuditKind.SOA and report.applicability
    assert report.applicability.applied == ("A.5.1", "A.8.16")
    assert [name for name, _ in report.applicability.left_out] == ["A.7.4"]
    assert report.applicability.version and report.applicability.version.value == "2.1"


def test_a_report_that_mentions_other_tests_later_keeps_its_own_kind() -> None:
    words = "This SOC 2 report covers security. A penetration test is made each year, and a bridge letter can be had."
    document = replace(build_document(*LETTER[:1], words, kind=DocumentKind.AUDIT_REPORT), title="Report")
    read = read_audit(document)
    assert read and read.kind is AuditKind.SOC2


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("AIUC-1 Certification Report", AuditKind.AI_SPECIFIC),
        ("AI Red Teaming Report for the Northwind API", AuditKind.AI_SPECIFIC),
        ("AI Security Assessment of the Northwind assistant", AuditKind.AI_SPECIFIC),
        ("Gateway Security Assessment", AuditKind.PENTEST),
        ("Statement of Applicability ISO/IEC 27001", AuditKind.SOA),
        ("Bridge Letter for the SOC 2 report", AuditKind.BRIDGE_LETTER),
        ("SOC 3 Report", AuditKind.SOC3),
    ],
)
def test_the_title_tells_the_kind(title: str, kind: AuditKind) -> None:
    document = replace(build_document("Words of the report.", kind=DocumentKind.AUDIT_REPORT), title=title)
    read = read_audit(document)
    assert read and read.kind is kind
