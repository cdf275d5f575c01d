from datetime import date

import pytest

from clauses.model import ExceptionKind, Force, Layer, Outcome, Party, Unit, Value
from documents.model import DocumentKind
from scoring.assess import assess, gaps
from scoring.model import Assessment, Source, Verdict
from tests.builders import build_evidence, build_finding, build_source
from tests.scoring.policies import BAN, GATE, NOTICE, PERMISSION, small_policy

HOURS_48 = Value(words="48 hours", start=0, end=8, unit=Unit.HOURS, number=48)
HOURS_20 = Value(words="20 hours", start=0, end=8, unit=Unit.HOURS, number=20)
DAYS_3 = Value(words="3 business days", start=0, end=15, unit=Unit.BUSINESS_DAYS, number=3)


def scored(policy_parts, *findings, sources: tuple[Source, ...] = (build_source(),), decisions=()) -> Assessment:
    return assess(
        "Northwind",
        findings=findings,
        decisions=decisions,
        sources=sources,
        policy=small_policy(*policy_parts),
        on=date(2026, 11, 25),
        tool_version="1",
        rules_version="1",
    )


@pytest.mark.parametrize(
    ("evidence", "points"),
    [
        pytest.param(build_evidence(), 10.0, id="a plain ban keeps all points"),
        pytest.param(build_evidence(force=Force.EFFORTS), 6.0, id="efforts only"),
        pytest.param(build_evidence(exceptions=(ExceptionKind.CONSENT,)), 9.0, id="except with consent"),
        pytest.param(
            build_evidence(exceptions=(ExceptionKind.PLAN, ExceptionKind.CONSENT)), 5.4, id="two exceptions multiply"
        ),
        pytest.param(build_evidence("You may not build models that compete with us."), 7.0, id="competing models only"),
        pytest.param(build_evidence(bound=Party.BOTH), 10.0, id="both parties include the wanted one"),
        pytest.param(build_evidence(bound=Party.VENDOR), 0.0, id="the other way round"),
    ],
)
def test_strength_is_the_product_of_the_named_factors(evidence, points):
    result = scored([BAN], build_finding("output_training_ban", evidence)).results[0]
    assert result.points == pytest.approx(points)


def test_the_other_way_round_is_present_and_a_gap_and_says_so():
    result = scored([BAN], build_finding("output_training_ban", build_evidence(bound=Party.VENDOR))).results[0]
    assert (result.outcome, result.verdict) == (Outcome.PRESENT, Verdict.GAP)
    assert "the other way round" in result.message


@pytest.mark.parametrize(
    ("values", "points"),
    [
        pytest.param((), 7.5 * 0.6 * 0.9, id="promptly"),
        pytest.param((HOURS_48,), 7.5 * 0.9 * 0.9, id="48 hours"),
        pytest.param((HOURS_20,), 7.5 * 1.0 * 0.9, id="20 hours"),
        pytest.param((DAYS_3,), 7.5 * 0.7 * 0.9, id="business days are not converted to hours"),
    ],
)
def test_a_number_counts_by_the_tiers_of_its_own_unit(values, points):
    evidence = build_evidence("We notify you.", bound=Party.VENDOR, force=Force.MUST, values=values)
    assert scored([NOTICE], build_finding("incident_notice", evidence)).results[0].points == pytest.approx(points)


@pytest.mark.parametrize(
    ("kind", "factor"),
    [(DocumentKind.CONTRACT, 0.9), (DocumentKind.DOCUMENTATION, 0.5), (DocumentKind.AUDIT_REPORT, 1.0)],
)
def test_proof_depends_on_the_kind_of_document(kind, factor):
    evidence = build_evidence("We notify you.", bound=Party.VENDOR, force=Force.MUST, values=(HOURS_20,))
    result = scored([NOTICE], build_finding("incident_notice", evidence), sources=(build_source(kind=kind),)).results[0]
    assert result.points == pytest.approx(7.5 * factor)


def test_an_audit_report_is_no_promise_where_no_proof_is_asked_for():
    finding = build_finding("output_training_ban", build_evidence())
    sources = (build_source(kind=DocumentKind.AUDIT_REPORT), build_source("d2"))
    result = scored([BAN], finding, build_finding("output_training_ban", document_id="d2"), sources=sources).results[0]
    assert result.outcome is Outcome.ABSENT


def test_absent_gives_no_points_when_every_document_was_read():
    result = scored([BAN], build_finding("output_training_ban")).results[0]
    assert (result.points, result.verdict, result.searched) == (0.0, Verdict.GAP, ("d1",))


def test_nothing_is_claimed_of_a_document_that_was_not_read_completely():
    finding = build_finding("output_training_ban", outcome=Outcome.NOT_READABLE)
    result = scored([BAN], finding, sources=(build_source(complete=False),)).results[0]
    assert (result.points, result.verdict, result.outcome) == (None, Verdict.UNDECIDED, Outcome.NOT_READABLE)
    assert "could not be read" in result.waits_for


def test_an_absence_is_undecided_while_a_linked_policy_is_not_given():
    linked = build_finding("incorporated_documents", build_evidence("You comply with the Acceptable Use Policy."))
    result = scored([BAN], build_finding("output_training_ban"), linked).results[0]
    assert result.points is None
    assert "usage policy" in result.waits_for


def test_an_absence_counts_once_the_linked_policy_is_given():
    linked = build_finding("incorporated_documents", build_evidence("You comply with the Acceptable Use Policy."))
    absent = [build_finding("output_training_ban", document_id=name) for name in ("d1", "d2")]
    sources = (build_source(), build_source("d2", kind=DocumentKind.POLICY))
    assert scored([BAN], *absent, linked, sources=sources).results[0].points == 0.0


@pytest.mark.parametrize(
    ("evidence", "points"),
    [
        pytest.param((), 10.0, id="absent, as wanted"),
        pytest.param((build_evidence("You may distil.", force=Force.MAY),), 0.0, id="present"),
        pytest.param(
            (build_evidence("You may distil with consent.", exceptions=(ExceptionKind.CONSENT,)),),
            6.0,
            id="with consent",
        ),
    ],
)
def test_an_unwanted_clause_costs_the_points_that_no_tolerance_keeps(evidence, points):
    result = scored([PERMISSION], build_finding("distillation_permission", *evidence)).results[0]
    assert result.points == pytest.approx(points)


def test_the_worst_unwanted_clause_counts():
    mild = build_evidence("With consent you may distil.", exceptions=(ExceptionKind.CONSENT,))
    finding = build_finding("distillation_permission", mild, build_evidence("You may distil."))
    assert scored([PERMISSION], finding).results[0].points == 0.0


def test_a_failed_gate_caps_the_band_and_keeps_the_score():
    allowed = build_finding("distillation_permission", build_evidence("You may distil.", force=Force.MAY))
    ban = build_finding("output_training_ban", build_evidence())
    notice = build_finding("incident_notice", build_evidence("We notify.", bound=Party.VENDOR, values=(HOURS_20,)))
    result = scored([PERMISSION, BAN, NOTICE, GATE], allowed, ban, notice)
    assert result.gates[0].id == "distillation_allowed"
    assert result.score == pytest.approx(100 * 16.75 / 27.5, abs=0.05)
    assert result.band == "D"


def test_the_band_is_withheld_below_the_minimum_coverage():
    ban = build_finding("output_training_ban", build_evidence())
    unread = build_finding("incident_notice", outcome=Outcome.NOT_READABLE, document_id="d2")
    policy = NOTICE.replace('kinds = ["contract"]', 'kinds = ["dpa"]')
    sources = (build_source(), build_source("d2", kind=DocumentKind.DPA, complete=False))
    result = scored([BAN, policy], ban, unread, sources=sources)
    assert (result.band, result.score) == ("", 100.0)
    assert result.coverage == pytest.approx(57.1)
    assert "needs 70 %" in result.message


def test_confidence_changes_the_range_and_never_the_points():
    doubtful = scored([BAN], build_finding("output_training_ban", build_evidence(confidence=0.5)))
    assert (doubtful.score, doubtful.low, doubtful.high) == (100.0, 0.0, 100.0)
    assert doubtful.results[0].verdict is Verdict.REVIEW


@pytest.mark.parametrize(
    ("layers", "to_review"), [((Layer.RULES,), 1), ((Layer.RULES, Layer.SCORER), 0)], ids=["one layer", "two layers"]
)
def test_a_critical_finding_waits_for_a_second_layer_or_a_reviewer(layers, to_review):
    assert scored([BAN], build_finding("output_training_ban", build_evidence(layers=layers))).to_review == to_review


def test_conflicting_clauses_wait_for_review_and_the_weaker_counts():
    finding = build_finding(
        "output_training_ban",
        build_evidence(),
        build_evidence("You use efforts not to train.", force=Force.EFFORTS),
        outcome=Outcome.CONFLICTING,
    )
    result = scored([BAN], finding).results[0]
    assert (result.verdict, result.points) == (Verdict.REVIEW, pytest.approx(6.0))


def test_an_unread_contract_gives_no_band():
    gate = '[[gates]]\nid = "unread"\ncap = ""\ntext = "Not read."\nlifts = "Add a copy."\n'
    finding = build_finding("output_training_ban", build_evidence())
    assert scored([BAN, gate], finding, sources=(build_source(complete=False),)).band == ""


def test_gaps_put_critical_ones_first_and_then_the_largest_loss():
    findings = (
        build_finding("incident_notice"),
        build_finding("distillation_permission", build_evidence("You may distil.")),
        build_finding("output_training_ban", build_evidence(force=Force.EFFORTS)),
    )
    order = [result.criterion.check_id for result in gaps(scored([BAN, PERMISSION, NOTICE], *findings))]
    assert order == ["distillation_permission", "incident_notice", "output_training_ban"]


def test_no_documents_give_no_score_and_a_sentence():
    result = scored([BAN], sources=())
    assert (result.score, result.band, result.coverage) == (None, "", 0.0)
    assert "add a contract" in result.message


def test_the_same_input_gives_the_same_assessment():
    finding = build_finding("output_training_ban", build_evidence())
    assert scored([BAN], finding) == scored([BAN], finding)
