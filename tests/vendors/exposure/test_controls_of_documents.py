from datetime import date

import pytest

from clauses.model import Finding, Unit, Value
from scoring.assess import assess
from scoring.policy import shipped_policies
from tests.builders import build_evidence, build_finding, build_source
from vendors.exposure.documents import controls_of
from vendors.exposure.model import Controls, Level, LimitKind


def controls(*findings: Finding, complete: bool = True) -> Controls:
    made = assess(
        "Northwind",
        findings=findings,
        decisions=(),
        sources=(build_source(complete=complete),),
        policy=shipped_policies()[0],
        on=date(2026, 11, 25),
        tool_version="1",
        rules_version="1",
    )
    return controls_of(made, id="northwind")


def limit(words: str, number: float, per: str, unit: Unit = Unit.COUNT, currency: str = "") -> Finding:
    value = Value(words=words, start=0, end=len(words), unit=unit, number=number, per=per, currency=currency)
    return build_finding("usage_limits", build_evidence(f"{words}.", values=(value,)))


@pytest.mark.parametrize(
    ("finding", "kind", "scope"),
    [
        (limit("1,000 requests per minute", 1000, "minute"), LimitKind.REQUESTS_A_MINUTE, "account"),
        (limit("10 requests per day", 10, "day/organisation"), LimitKind.REQUESTS_A_DAY, "organisation"),
        (limit("5,000 tokens per minute", 5000, "minute"), LimitKind.TOKENS_A_MINUTE, "account"),
        (limit("USD 500 per month", 500, "month", Unit.MONEY, "USD"), LimitKind.DOLLARS_A_MONTH, "account"),
    ],
)
def test_a_promised_limit_keeps_its_unit_and_scope(finding: Finding, kind: LimitKind, scope: str) -> None:
    (found,) = controls(finding).limits
    assert (found.kind, found.scope, found.confidence) == (kind, scope, "promised")
    assert "page 1" in found.source


@pytest.mark.parametrize(
    "finding",
    [
        limit("30 seats per month", 30, "month"),
        limit("EUR 500 per month", 500, "month", Unit.MONEY, "EUR"),
        limit("3 users per day", 3, "day"),
    ],
)
def test_a_number_that_limits_no_queries_is_left_out(finding: Finding) -> None:
    assert controls(finding).limits == ()


def test_a_promise_to_watch_use_is_stated_and_linking_needs_its_words() -> None:
    watched = controls(build_finding("usage_monitoring", build_evidence("Provider monitors use.")))
    linking = controls(build_finding("usage_monitoring", build_evidence("Provider looks for coordinated accounts.")))
    assert (watched.usage_monitoring, watched.group_detection) == (Level.STATED, Level.UNKNOWN)
    assert linking.group_detection is Level.STATED


@pytest.mark.parametrize(("complete", "level"), [(True, Level.NONE), (False, Level.UNKNOWN)])
def test_not_found_counts_only_where_everything_was_read(complete: bool, level: Level) -> None:
    assert controls(build_finding("usage_monitoring"), complete=complete).usage_monitoring is level


def test_terms_that_allow_distillation_are_marked() -> None:
    allowed = build_finding("distillation_permission", build_evidence("Customer may distil models from Output."))
    assert controls(allowed).permits_distillation
    assert not controls(build_finding("distillation_permission")).permits_distillation
