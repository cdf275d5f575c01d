"""What an audit report proves on a day, and what that is worth to a criterion that asks for proof."""

from dataclasses import replace
from datetime import date

import pytest

from audits.model import AuditKind, AuditReport, ControlTest, Opinion, Period, Quote
from audits.model import TestResult as Result
from clauses.model import Value
from documents.model import DocumentKind
from scoring.assurance import assurances
from scoring.controls import control_proofs, proof_of
from scoring.model import Assurance, Proof, Source
from tests.builders import build_evidence, build_finding, build_source
from tests.scoring.policies import NOTICE
from tests.scoring.test_assess import HOURS_20, scored

ON = date(2026, 11, 25)
WORDS = Quote(block=0, page=1, start=0, end=1, text="x")


def control_test(result: Result, control: str = "Incidents are reported to customers within 48 hours.") -> ControlTest:
    return ControlTest(control_id="CC7.3", control=control, test="Inspected both.", result=result, quote=WORDS)


def report(**changes: object) -> AuditReport:
    """A clean SOC 2 report that ended on 30 June 2026 and tested the response to incidents."""
    usual = AuditReport(
        document="r",
        kind=AuditKind.SOC2,
        opinion=Opinion.UNMODIFIED,
        period=Period(start=date(2025, 7, 1), end=date(2026, 6, 30), quote=WORDS),
        tests=(control_test(Result.NO_EXCEPTION),),
    )
    return replace(usual, **changes)


def test_a_current_clean_report_proves_what_it_tested() -> None:
    found = assurances({"r": report()}, on=ON)["r"]
    assert found == Assurance(counts=True, tested=("incident_notice",))


def test_an_exception_in_any_test_of_a_protection_takes_its_proof_away() -> None:
    tests = (control_test(Result.NO_EXCEPTION), control_test(Result.EXCEPTION, "Incidents are classified."))
    found = assurances({"r": report(tests=tests)}, on=ON)["r"]
    assert (found.counts, found.tested, found.excepted) == (True, (), ("incident_notice",))


def test_what_was_not_tested_is_no_proof() -> None:
    assert assurances({"r": report(tests=(control_test(Result.NOT_TESTED),))}, on=ON)["r"].tested == ()


@pytest.mark.parametrize(
    ("changes", "because"),
    [
        ({"opinion": Opinion.ADVERSE}, "opinion is: adverse"),
        ({"opinion": Opinion.DISCLAIMER}, "opinion is: disclaimer"),
        ({"kind": AuditKind.SELF_ASSESSMENT}, "not an audit report"),
        ({"period": Period(start=None, end=date(2025, 11, 24), quote=WORDS)}, "out of date"),
        ({"period": None}, "out of date"),
    ],
)
def test_a_report_that_proves_nothing_says_why(changes: dict[str, object], because: str) -> None:
    found = assurances({"r": report(**changes)}, on=ON)["r"]
    assert not found.counts and because in found.because and found.tested == ()


def test_a_qualified_opinion_still_counts_with_its_exceptions() -> None:
    assert assurances({"r": report(opinion=Opinion.QUALIFIED)}, on=ON)["r"].counts


def test_a_bridge_letter_among_the_documents_keeps_a_report_current() -> None:
    old = report(period=Period(start=date(2024, 7, 1), end=date(2025, 6, 30), quote=WORDS))
    letter = AuditReport(
        document="b",
        kind=AuditKind.BRIDGE_LETTER,
        period=Period(start=date(2025, 7, 1), end=date(2025, 12, 31), quote=WORDS),
    )
    found = assurances({"r": old, "b": letter}, on=ON)
    assert found["r"].counts and not found["b"].counts


def notice(assurance: Assurance | None, *documents: str) -> Proof:
    """The proof of a promise of 20 hours in `documents`: "d1" is the contract, "r" the report."""
    values: tuple[Value, ...] = (HOURS_20,)
    findings = [
        build_finding("incident_notice", build_evidence(document_id=each, values=values, bound=None), document_id=each)
        for each in documents
    ]
    sources: tuple[Source, ...] = (
        build_source(),
        replace(build_source("r", kind=DocumentKind.AUDIT_REPORT), assurance=assurance),
    )
    return scored([NOTICE], *findings, sources=sources).results[0].proof


TESTED = Assurance(counts=True, tested=("incident_notice",))
EXCEPTED = Assurance(counts=True, excepted=("incident_notice",))
STALE = Assurance(counts=False, because="the audit report is out of date")


@pytest.mark.parametrize(
    ("assurance", "documents", "proof"),
    [
        (TESTED, ["d1"], Proof.AUDITED),
        (TESTED, ["r"], Proof.AUDITED),
        (EXCEPTED, ["d1", "r"], Proof.PROMISED),
        (EXCEPTED, ["r"], Proof.STATED),
        (STALE, ["d1", "r"], Proof.PROMISED),
        (STALE, ["r"], Proof.STATED),
        (None, ["r"], Proof.AUDITED),
    ],
)
def test_a_promise_that_was_tested_is_audited_and_a_stale_report_only_states(
    assurance: Assurance | None, documents: list[str], proof: Proof
) -> None:
    assert notice(assurance, *documents) is proof


def test_a_quote_of_a_stale_report_is_listed_as_stated() -> None:
    finding = build_finding("incident_notice", build_evidence(document_id="r"), document_id="r")
    source = replace(build_source("r", kind=DocumentKind.AUDIT_REPORT), assurance=STALE)
    assert proof_of(source, "incident_notice") is Proof.STATED
    control = next(each for each in control_proofs([finding], [source]) if each.check_id == "incident_notice")
    assert (len(control.audited), len(control.stated)) == (0, 1)
