"""Scope, certificates, penetration tests, bridge letters and alike reports, from invented texts."""

from datetime import date

import pytest

from audits.model import AuditKind, AuditReport, SignalKind
from audits.read import read_audit
from audits.signals import covered_until, in_date, judge
from audits.similar import most_alike, shared_wording
from documents.model import Document, DocumentKind
from tests.audits.test_audits import OPINION, SCOPE, SIGNATURE, TITLE, build_report
from tests.builders import build_document

ON = date(2026, 11, 25)
WORDING = "the auditor selected a sample of changes and compared each with its ticket and approval"


def read(*texts: str, title: str = "SOC 2 Type II Report") -> AuditReport:
    """The report of an invented document."""
    found = read_audit(build_report(*texts, title=title))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("The services in scope are the hosted Model API and its console.", "yes"),
        ("The Model API is not included in the scope of this report.", "no"),
        ("This report covers the console; the inference API is excluded.", "no"),
        ("Customers call the API with a key.", None),
        ("Capital projects are excluded.", None),
    ],
)
def test_whether_the_api_is_in_scope_comes_from_a_sentence_that_says_so(words: str, value: str | None) -> None:
    api = read(TITLE, SCOPE, OPINION, SIGNATURE, words).api
    assert (api.value if api else None) == value


def test_the_categories_are_those_named_beside_the_criteria() -> None:
    words = "We examined the trust services criteria relevant to security and confidentiality."
    assert read(TITLE, words, OPINION, SIGNATURE).categories == ("security", "confidentiality")


def test_carved_out_subservice_organisations_are_something_to_ask_about() -> None:
    words = "Northwind uses Cumulus Hosting, a subservice organization, under the carve-out method."
    report = read(TITLE, SCOPE, OPINION, SIGNATURE, words)
    assert report.method and report.method.value == "carve_out"
    assert [quote.text for quote in report.subservice] == [words]
    assert "carve_out" in {signal.id for signal in judge(report, on=ON)}


def test_the_customers_own_controls_are_listed_as_they_stand() -> None:
    items = ("1. Rotate interface keys at least yearly.", "2. Review access each quarter.")
    report = read(TITLE, OPINION, "Complementary User Entity Controls", *items)
    assert tuple(quote.text for quote in report.customer_controls) == items


def test_a_response_of_management_is_kept_with_its_words() -> None:
    words = "Management\u2019s response: the two keys were limited on 3 May 2026 and the check was automated."
    assert [quote.text for quote in read(TITLE, OPINION, words).responses] == [words]


def certificate(until: str) -> AuditReport:
    """An invented certificate."""
    return read(
        "Certificate of Registration",
        "Certificate Number: AIMS-7714",
        "Issued by: Polaris Certification. Date of issue: 1 March 2025",
        f"Valid until {until}",
        title="ISO/IEC 42001 Certificate",
    )


def test_the_fields_of_a_certificate() -> None:
    fields = certificate("28 February 2028").certificate
    assert fields and fields.number and fields.body and fields.issued and fields.valid_until
    assert (fields.number.value, fields.body.value) == ("AIMS-7714", "Polaris Certification")
    assert (fields.issued.value, fields.valid_until.value) == ("2025-03-01", "2028-02-28")


@pytest.mark.parametrize(("until", "current"), [("28 February 2028", True), ("24 November 2026", False)])
def test_a_lapsed_certificate_is_not_current_and_is_asked_about(until: str, current: bool) -> None:
    report = certificate(until)
    assert in_date(report, on=ON) is current
    kinds = {signal.id: signal.kind for signal in judge(report, on=ON)}
    assert (kinds["validity"] is SignalKind.OK) is current


def test_findings_of_a_penetration_test_by_severity() -> None:
    report = read("Findings: Critical: 0, High: 2, Medium: 5", "A retest in May closed both.", title="Penetration Test")
    assert report.kind is AuditKind.PENTEST and report.pentest and report.pentest.retest
    counted = [(each.name, each.count) for each in report.pentest.severities]
    assert counted == [("critical", 0), ("high", 2), ("medium", 5)]


def bridge(words: str) -> AuditReport:
    """An invented bridge letter."""
    return read(f"No change is known for the period {words}.", title="Bridge Letter for the SOC 2 report")


def test_a_bridge_letter_that_joins_on_extends_the_days() -> None:
    report = read(TITLE, "We examined it throughout the period July 1, 2024 to June 30, 2025.", OPINION, SIGNATURE)
    assert not in_date(report, on=ON)
    joined = bridge("July 1, 2025 to March 31, 2026")
    assert covered_until(report, [joined]) == date(2026, 3, 31)
    assert in_date(report, on=ON, bridges=[joined])
    assert not in_date(report, on=ON, bridges=[bridge("September 1, 2025 to March 31, 2026")])


def test_type_one_is_a_snapshot() -> None:
    report = read(TITLE, "This Type I report is as of June 30, 2026.", OPINION, SIGNATURE, title="SOC 2 Type I Report")
    assert "type" in {signal.id for signal in judge(report, on=ON)}


def _long(name: str, end: str) -> Document:
    words = WORDING.split(" ")
    texts = [" ".join(words[n:] + words[:n]) for n in range(8)]
    return build_document(f"{name} report", *texts, end, kind=DocumentKind.AUDIT_REPORT, document_id=name)


def test_reports_that_share_nearly_all_wording_are_found_and_others_are_not() -> None:
    one, twin = _long("one", "signed in May"), _long("two", "signed in June")
    other = build_document("Something else is said here of access and of logs.", document_id="three")
    assert shared_wording(one, twin) > 0.6
    found = most_alike(one, [one, other, twin])
    assert found and found[0].id == "two"
    assert most_alike(one, [other]) is None
