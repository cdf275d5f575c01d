"""Controls from a vendor's own documents: an assessment in, what the replay can use of it out.

A document that was read completely and does not hold a control counts as "looked for, not found"; everything else that
is not found stays unknown. Linking of accounts and checks of identity are taken from the words of the quotes.
"""

import re
from collections.abc import Iterator
from datetime import date

from clauses.model import Evidence, Outcome, Unit, Value
from scoring.model import Assessment, CriterionResult, Proof
from vendors.exposure.model import Controls, Level, Limit, LimitKind

LINKED = re.compile(
    r"\b(?:linked|coordinated|related|multiple|associated) accounts?\b|\bcoordinated (?:use|activity)\b", re.I
)
IDENTITY = re.compile(
    r"\bverif(?:y|ies|ied|ication)\b|\bidentity (?:check|document)s?\b|\bgovernment[- ](?:issued )?ID\b", re.I
)
COUNTED = {
    ("request", "second"): LimitKind.REQUESTS_A_SECOND,
    ("request", "minute"): LimitKind.REQUESTS_A_MINUTE,
    ("request", "day"): LimitKind.REQUESTS_A_DAY,
    ("token", "minute"): LimitKind.TOKENS_A_MINUTE,
    ("token", "month"): LimitKind.TOKENS_A_MONTH,
}


def controls_of(assessment: Assessment, *, id: str) -> Controls:  # noqa: A002 - the name of the field
    """Return what an uploaded vendor's documents say of its controls, with the date of the assessment."""
    results = {result.criterion.check_id: result for result in assessment.results}
    monitoring, testing = results.get("usage_monitoring"), results.get("extraction_testing")
    permission = results.get("distillation_permission")
    return Controls(
        id=id,
        vendor=assessment.vendor,
        limits=tuple(_limits(results.get("usage_limits"), assessment.on)),
        account_checks=_worded(results.get("account_integrity"), IDENTITY),
        content_analysis=_tested(testing),
        usage_monitoring=_level(monitoring),
        group_detection=_worded(monitoring, LINKED),
        permits_distillation=permission is not None and permission.outcome is Outcome.PRESENT,
        note="From the uploaded documents.",
        sources=tuple(source.name for source in assessment.sources),
    )


def _level(result: CriterionResult | None) -> Level:
    if result is None:
        return Level.UNKNOWN
    if result.outcome is Outcome.PRESENT:
        return Level.STATED
    complete = result.outcome is Outcome.ABSENT and not result.unread and not result.waits_for
    return Level.NONE if complete else Level.UNKNOWN


def _tested(result: CriterionResult | None) -> Level:
    """Return the level of defences that are tested: an audit report that shows the test makes them tested."""
    level = _level(result)
    audited = result is not None and result.proof is Proof.AUDITED
    return Level.TESTED if level is Level.STATED and audited else level


def _worded(result: CriterionResult | None, words: re.Pattern[str]) -> Level:
    """Return stated when a quote has the words; a control that has no check of its own is otherwise unknown."""
    if _level(result) is Level.NONE:
        return Level.NONE
    return Level.STATED if any(words.search(quote.quote) for quote in _quotes(result)) else Level.UNKNOWN


def _limits(result: CriterionResult | None, on: date) -> Iterator[Limit]:
    for evidence in _quotes(result):
        for value in evidence.values:
            kind = _kind(value, evidence)
            if kind is not None and value.number:
                yield Limit(
                    name="from the documents",
                    kind=kind,
                    value=value.number,
                    scope=value.per.partition("/")[2] or "account",
                    source=f"“{evidence.quote}”, page {evidence.page}",
                    as_of=on,
                    confidence="promised",
                )


def _kind(value: Value, evidence: Evidence) -> LimitKind | None:
    period = value.per.partition("/")[0]
    if value.unit is Unit.MONEY:
        return LimitKind.DOLLARS_A_MONTH if period == "month" and value.currency == "USD" else None
    counted = "token" if "token" in value.words.lower() else "request"
    if counted == "request" and "request" not in evidence.quote.lower():
        return None
    return COUNTED.get((counted, period)) if value.unit is Unit.COUNT else None


def _quotes(result: CriterionResult | None) -> tuple[Evidence, ...]:
    if result is None or result.outcome is not Outcome.PRESENT:
        return ()
    return tuple(evidence for finding in result.findings for evidence in finding.evidence)
