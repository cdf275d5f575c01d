"""What is read from invented audit reports: the auditor's own conclusion, its days, its firm, its tests."""

from dataclasses import replace
from datetime import date

import pytest

from audits.controls import cover, crosswalk
from audits.model import AuditKind, Opinion, SignalKind
from audits.model import TestResult as Result
from audits.period import day_of
from audits.read import read_audit
from audits.signals import in_date, judge
from clauses.registry import BY_ID
from documents.model import Block, Document, DocumentKind
from tests.builders import build_document

TITLE = "Independent Service Auditor's Report"
SCOPE = "For this Type II report we have examined the system throughout the period January 1, 2026 to June 30, 2026."
OPINION = "In our opinion, in all material respects, the controls were suitably designed and operated effectively."
SIGNATURE = "Harbour & Pine LLP Certified Public Accountants Oslo July 20, 2026"
ASSERTION = "Assertion of Northwind Management"


def build_report(*texts: str, title: str = "SOC 2 Type II Report") -> Document:
    """An invented audit report with one paragraph a text."""
    return replace(build_document(*texts, kind=DocumentKind.AUDIT_REPORT), title=title)


def usual(opinion: str = OPINION, *more: str) -> Document:
    """A report with the given opinion paragraph, and more after management's assertion."""
    return build_report(TITLE, SCOPE, opinion, SIGNATURE, ASSERTION, *more)


def test_a_clean_report_gives_its_facts() -> None:
    report = read_audit(usual())
    assert report and report.period and report.auditor and report.report_type
    assert (report.kind, report.opinion) == (AuditKind.SOC2, Opinion.UNMODIFIED)
    assert (report.period.start, report.period.end) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (report.auditor.value, report.report_type.value) == ("Harbour & Pine LLP", "II")


@pytest.mark.parametrize(
    ("words", "opinion"),
    [
        (
            "In our opinion, except for the matter above, in all material respects, controls were effective.",
            "qualified",
        ),
        ("In our opinion, because of the matters above, controls were not suitably designed.", "adverse"),
        ("We do not express an opinion on the description.", "disclaimer"),
        ("In our opinion management's assertion is fairly stated, in all material respects.", "unmodified"),
    ],
)
def test_the_opinion_is_told_from_the_auditors_paragraph(words: str, opinion: str) -> None:
    report = read_audit(usual(words))
    assert report and report.opinion and report.opinion.value == opinion


def test_managements_words_do_not_change_the_opinion_or_the_period() -> None:
    said = "Controls were not effective, except for access, during the period March 1, 2020 to March 31, 2020."
    report = read_audit(usual(OPINION, said))
    assert report and report.period
    assert (report.opinion, report.period.end) == (Opinion.UNMODIFIED, date(2026, 6, 30))


def test_an_emphasis_is_a_matter_and_leaves_the_opinion_alone() -> None:
    emphasis = ("Emphasis of Matter", "An outage occurred, except for one region.", SIGNATURE)
    report = read_audit(build_report(TITLE, SCOPE, OPINION, *emphasis, ASSERTION))
    assert report and report.opinion is Opinion.UNMODIFIED
    assert [matter.text for matter in report.matters] == ["An outage occurred, except for one region."]


def test_an_assertion_before_the_letter_gives_no_period() -> None:
    early = "We confirm it for the period May 1, 2019 to May 31, 2019."
    report = read_audit(build_report(ASSERTION, early, TITLE, SCOPE, OPINION, SIGNATURE))
    assert report and report.period and report.period.end == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("for the period from 1 July 2025 through 30 June 2026", "2025-07-01", "2026-06-30"),
        ("during the period September 1, 2025, to August 31, 2026,", "2025-09-01", "2026-08-31"),
        ("throughout the period 2025-09-01 to 2026-08-31", "2025-09-01", "2026-08-31"),
        ("as at 30 June 2026", "None", "2026-06-30"),
        ("as of June 30, 2026", "None", "2026-06-30"),
    ],
)
def test_periods_are_read_as_letters_write_them(words: str, first: str, last: str) -> None:
    report = read_audit(build_report(TITLE, f"We have examined the controls {words}.", OPINION, SIGNATURE))
    assert report and report.period
    assert (str(report.period.start), str(report.period.end)) == (first, last)


def test_a_day_that_does_not_exist_is_no_date() -> None:
    assert day_of("February 30, 2026") is None


def test_every_quote_is_in_its_block_letter_by_letter() -> None:
    document = usual(OPINION, "CC6.1", "Requests have a rate limit.", "Inspected it.", "No exceptions noted")
    report = read_audit(document)
    assert report and report.opinion_words and report.period and report.auditor and report.tests
    for quote in (report.opinion_words, report.period.quote, report.auditor.quote, report.tests[0].quote):
        assert document.blocks[quote.block].text[quote.start : quote.end] == quote.text


@pytest.mark.parametrize(
    ("words", "result"),
    [
        ("No exceptions noted.", Result.NO_EXCEPTION),
        ("Exception noted: 2 of 25 keys had no limit.", Result.EXCEPTION),
        ("Not tested: no occurrence in the period.", Result.NOT_TESTED),
    ],
)
def test_a_row_over_a_page_end_is_one_tested_control(words: str, result: Result) -> None:
    report = read_audit(usual(OPINION, "CC6.1", "Each key has a rate limit.", "Inspected the settings.", words))
    assert report
    assert [(t.control_id, t.result) for t in report.tests] == [("CC6.1", result)]
    assert [proof.check for proof in cover(report)] == ["usage_limits"]


def test_a_stale_report_is_something_to_ask_about() -> None:
    report = read_audit(usual())
    assert report and in_date(report, on=date(2026, 11, 25)) and not in_date(report, on=date(2027, 7, 1))
    assert ("age", SignalKind.CHECK_THIS) in [(s.id, s.kind) for s in judge(report, on=date(2027, 7, 1))]


def test_a_template_and_a_missing_letter_are_something_to_ask_about() -> None:
    report = read_audit(build_report("The system of [Company Name] serves requests."))
    assert report
    assert {s.id for s in judge(report, on=date(2026, 11, 25))} == {
        "period",
        "sections",
        "assertion",
        "opinion",
        "auditor",
        "api",
        "placeholders",
    }


def test_a_contract_and_a_vendors_own_summary_are_no_audits() -> None:
    assert read_audit(build_document("In our opinion, SOC 2 matters.")) is None
    own = read_audit(build_report("Our answers.", title="Security white paper on SOC 2"))
    assert own and own.kind is AuditKind.SELF_ASSESSMENT


def test_each_row_of_the_crosswalk_names_a_check_that_exists() -> None:
    assert len(crosswalk()) == 9
    for name, check, _, ids in crosswalk():
        assert name and ids and check in BY_ID, name


def test_blocks_without_an_opinion_give_none() -> None:
    document = build_report(TITLE)
    empty: tuple[Block, ...] = ()
    report = read_audit(replace(document, blocks=empty))
    assert report and report.opinion is None


def test_a_matrix_without_ids_is_read_by_its_head_and_a_row_ends_with_its_result() -> None:
    rows = (
        "Control Test Result",
        "Each key has a rate limit.",
        "Sent 1,500 requests in a minute.",
        "No exceptions noted.",
        "Usage is monitored for patterns of extraction.",
        "Inspected a sample of 40 alerts. One exception: an alert was reviewed after three days.",
    )
    report = read_audit(usual(OPINION, *rows))
    assert report
    assert [(t.control_id, t.result) for t in report.tests] == [
        ("row 1", Result.NO_EXCEPTION),
        ("row 2", Result.EXCEPTION),
    ]
    assert report.tests[1].test == "Inspected a sample of 40 alerts."
    assert [proof.check for proof in cover(report)] == ["usage_limits", "usage_monitoring"]


@pytest.mark.parametrize(
    ("signature", "place"),
    [
        (("Harbour & Pine LLP Certified Public Accountants Oslo July 20, 2026",), "Oslo"),
        (("Harbour & Pine LLP", "Boston, Massachusetts", "July 20, 2026"), "Boston, Massachusetts"),
        (("/s/ Harbour & Pine LLP", "Leeds, United Kingdom, 20 July 2026"), "Leeds, United Kingdom"),
        (
            ("Harbour & Pine LLP Certified Public Accountants 40 Quay St, Suite 6 Tampa, FL 33607 July 20, 2026",),
            "Tampa, FL",
        ),
        (("Harbour & Pine LLP", "July 20, 2026"), None),
    ],
)
def test_where_and_when_the_letter_was_signed(signature: tuple[str, ...], place: str | None) -> None:
    report = read_audit(build_report(TITLE, SCOPE, OPINION, *signature, ASSERTION))
    assert report and report.auditor and report.signed_on
    assert (report.auditor.value, report.signed_on.value) == ("Harbour & Pine LLP", "2026-07-20")
    assert (report.signed_at and report.signed_at.value) == place


@pytest.mark.parametrize(
    ("firm", "asked"),
    [
        ("Harbour & Pine LLP", True),
        ("Harbour & Pine LLP, Certified Public Accountants", False),
        ("Ernst & Young LLP", False),
    ],
)
def test_a_firm_that_cannot_be_looked_up_is_something_to_ask_about(firm: str, asked: bool) -> None:
    report = read_audit(build_report(TITLE, SCOPE, OPINION, firm, "Oslo", "July 20, 2026", ASSERTION))
    assert report
    assert ("licence" in {signal.id for signal in judge(report, on=date(2026, 11, 25))}) is asked


def test_a_report_in_another_language_gives_no_facts() -> None:
    assert read_audit(replace(usual(), language="de")) is None


def test_passages_in_another_language_give_no_facts_and_are_asked_about() -> None:
    document = usual()
    blocks = tuple(replace(block, language="de") if OPINION in block.text else block for block in document.blocks)
    report = read_audit(replace(document, blocks=blocks))
    assert report is not None
    assert report.opinion is None
    assert report.unreadable_pages == (1,)
