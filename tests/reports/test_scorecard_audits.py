"""The scorecard's page of each audit report, and its page of asks."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from audits.read import read_audit
from documents.model import Document, DocumentKind
from documents.read import read_document
from negotiation.asks import asks_of
from reports.html import scorecard_html
from reports.model import ScorecardPage
from reports.pdf import scorecard_pdf
from reports.scorecard import build_scorecard
from samples.reports import REPORTS
from scoring.assess import assess
from scoring.assurance import assurances
from scoring.model import Assessment, Source
from scoring.policy import shipped_policies

ON = date(2026, 6, 1)


def read(name: str) -> Document:
    return read_document((REPORTS / f"{name}.pdf").read_bytes(), f"{name}.pdf")


def assessed(document: Document) -> Assessment:
    """A vendor of which only an audit report is known."""
    assurance = assurances({document.id: read_audit(document)}, on=ON)[document.id]
    source = Source(
        document_id=document.id,
        name=document.name,
        kind=DocumentKind.AUDIT_REPORT,
        page_count=document.page_count,
        complete=True,
        assurance=assurance,
    )
    return assess(
        "Saltmarsh", findings=(), decisions=(), sources=[source], policy=shipped_policies()[0], on=ON,
        tool_version="1", rules_version="1",
    )  # fmt: skip


def page_of(name: str) -> ScorecardPage:
    document = read(name)
    return build_scorecard(assessed(document), {document.id: document}, reports={document.id: read_audit(document)})


def test_an_audit_report_has_a_page_with_facts_quotes_tests_and_what_you_have_to_run() -> None:
    (audit,) = page_of("saltmarsh-soc2-qualified").audits
    assert audit.heading == "SOC 2 Type II: saltmarsh-soc2-qualified.pdf"
    assert audit.counts == "Counts as proof on this day, for what it tested without exception."
    facts = {fact.label: fact for fact in audit.facts}
    assert facts["Opinion"].value == "Qualified"
    assert facts["Opinion"].quotes[0].words.startswith("In our opinion, except for the matter")
    assert facts["Opinion"].place.startswith("page") and facts["Opinion"].quotes[0].place == facts["Opinion"].place
    assert facts["Auditor"].quotes == () and facts["Auditor"].place.startswith("page")
    assert any(
        "Anomaly" in row.protection and "xception" in row.result and "no exception" not in row.result
        for row in audit.tested
    )
    assert len(audit.yours) == 5 and all(not text.startswith("•") for text in audit.yours)
    assert any("qualified" in line.seen for line in audit.to_check)


@pytest.mark.parametrize(
    "name", ["harbourline-soc2-clean", "saltmarsh-soc2-qualified", "harbourline-pentest", "harbourline-aiuc1"]
)
def test_a_report_takes_one_page_of_the_pdf(name: str) -> None:
    page = page_of(name)
    audit = page.audits[0]
    sheets = [sheet.extract_text().replace("\u200b", "") for sheet in PdfReader(BytesIO(scorecard_pdf(page))).pages]
    (own,) = [sheet for sheet in sheets if audit.heading in sheet]
    last = audit.yours[-1] if audit.yours else audit.tested[-1].protection if audit.tested else audit.facts[-1].value
    assert last[:40] in own.replace("\n", " ")


def test_what_the_auditor_tested_stands_beside_the_promise() -> None:
    page = page_of("harbourline-soc2-clean")
    row = next(row for row in page.proofs if row.name == "Rate limiting")
    assert row.audited.startswith("1\N{NO-BREAK SPACE}test: API-01: no exception; page")
    assert page.proof_gaps[1].startswith("Proven, not promised: Rate limiting")


def test_a_report_that_is_no_proof_says_why() -> None:
    (audit,) = page_of("ironvale-soc2-adverse").audits
    assert audit.counts == "Counts as stated, not as proof: the auditor's opinion is: adverse."


def test_a_report_that_is_not_kept_any_more_has_no_page() -> None:
    assert build_scorecard(assessed(read("harbourline-soc2-clean")), {}).audits == ()


def test_the_asks_of_a_scorecard_are_those_that_gain_most_with_the_vendors_name() -> None:
    document = read("harbourline-soc2-clean")
    made = assessed(document)
    policy = shipped_policies()[0]
    page = build_scorecard(
        made, {document.id: document}, wanted=asks_of(made, policy), reports={document.id: read_audit(document)}
    )
    assert 1 <= len(page.wordings) <= 7
    assert all("Saltmarsh" in row.wording or "{" not in row.wording for row in page.wordings)
    assert scorecard_pdf(page).startswith(b"%PDF")


def test_words_of_a_report_are_never_markup() -> None:
    document = read("saltmarsh-soc2-qualified")
    page = build_scorecard(assessed(document), {document.id: document}, reports={document.id: read_audit(document)})
    hostile = replace(page.audits[0], heading="<script>alert(1)</script> #panic()")
    html = scorecard_html(replace(page, audits=(hostile,)))
    assert "<script>alert" not in html and "&lt;script&gt;" in html
    assert scorecard_pdf(replace(page, audits=(hostile,))).startswith(b"%PDF")
