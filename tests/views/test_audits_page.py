"""The Audits page, drawn without a browser."""

from documents.model import DocumentKind
from tests.views.conftest import Draw, words
from tests.workflow.builders import BAN, add_read
from workflow.workspace import Workspace

REPORT = (
    "SOC 2 Type II Report",
    "Independent Service Auditor's Report",
    "We have examined the system throughout the period July 1, 2024 to June 30, 2025.",
    "In our opinion, in all material respects, the controls were suitably designed and operated effectively.",
    "Harbour & Pine LLP Certified Public Accountants",
    "Control Test Result",
    "Each key has a rate limit.",
    "Sent <b>many</b> requests.",
    "No exceptions noted.",
)


def test_without_a_report_the_page_says_what_to_do(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    assert "Ask the vendor for its current SOC 2 Type II report" in words(draw("audits"))


def test_a_report_is_shown_with_what_it_says_and_what_to_ask(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    add_read(ws, *REPORT, name="soc2.txt", kind=DocumentKind.AUDIT_REPORT)
    page = draw("audits")
    assert not page.exception
    text = words(page)
    assert "**Opinion:** Unmodified" in text
    assert "1 July 2024 to 30 June 2025" in text
    assert "Ask: Is there a newer report, or a bridge letter for the time since?" in text
    assert "fake" not in text.lower() and "fraud" not in text.lower()


def test_a_quote_opens_in_the_document_and_the_questions_become_a_letter(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN)
    add_read(ws, *REPORT, name="soc2.txt", kind=DocumentKind.AUDIT_REPORT)
    page = draw("audits")
    letter = next(code.value for code in page.code if code.value.startswith("To Northwind Models"))
    assert (
        "1. Is there a newer report, or a bridge letter for the time since? We ask because: The report ended" in letter
    )
    page.button(key="fact_0").click().run()
    assert not page.exception
    assert "soc2.txt, page 1" in words(page)


def test_promises_without_a_current_test_are_listed(draw: Draw, ws: Workspace) -> None:
    add_read(ws, BAN, "This Agreement enters into force on 1 March 2026 and ends on 28 February 2027.")
    add_read(ws, *REPORT, name="soc2.txt", kind=DocumentKind.AUDIT_REPORT)
    assert "Proven, not promised: nothing." in words(draw("audits"))
