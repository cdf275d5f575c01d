"""Findings, decisions and a policy become an assessment; pure functions without text, clock or files."""

from collections.abc import Sequence
from datetime import date

from clauses.model import Family, Finding
from clauses.registry import BY_ID
from documents.model import DocumentKind
from scoring.controls import control_proofs
from scoring.criteria import Materials, decide
from scoring.decisions import apply_decisions
from scoring.model import Assessment, CriterionResult, Decision, FamilyResult, Gate, Policy, Source, Verdict, Wanted


def assess(
    vendor: str,
    *,
    findings: Sequence[Finding],
    decisions: Sequence[Decision],
    sources: Sequence[Source],
    policy: Policy,
    on: date,
    tool_version: str,
    rules_version: str,
) -> Assessment:
    """Return the assessment of a vendor on a date under a policy.

    Score = 100 x points / weight of the criteria that could be decided; coverage = decided weight / all weight,
    both in percent. Below the policy's minimum coverage there is a score but no band.
    """
    reviewed = apply_decisions(findings, decisions, complete={s.document_id: s.complete for s in sources})
    materials = Materials(
        findings=reviewed,
        decisions=tuple(decisions),
        sources=tuple(sources),
        missing=missing_kinds(reviewed, sources, policy),
    )
    results = tuple(
        decide(criterion, BY_ID[criterion.check_id], materials, policy)
        for criterion in policy.criteria
        if criterion.wanted is not Wanted.IGNORE
    )
    score, low, high, coverage = figures(results)
    gates = tuple(gate for gate in policy.gates if gate_failed(gate, results, sources))
    return Assessment(
        vendor=vendor,
        on=on,
        policy_id=policy.id,
        policy_version=policy.version,
        policy_title=policy.title,
        tool_version=tool_version,
        rules_version=rules_version,
        score=score,
        low=low,
        high=high,
        band=band_of(score, coverage, gates, policy),
        coverage=coverage,
        minimum_coverage=policy.minimum_coverage,
        results=results,
        families=_families(results),
        gates=gates,
        controls=control_proofs(reviewed, sources),
        sources=tuple(sources),
        bands=policy.bands,
        to_review=sum(result.open_review for result in results),
        message=_message(score, coverage, policy),
    )


def missing_kinds(findings: Sequence[Finding], sources: Sequence[Source], policy: Policy) -> tuple[DocumentKind, ...]:
    """Return the kinds of document that the contract makes part of itself and that were not given."""
    given = {source.kind for source in sources}
    named = " ".join(
        evidence.quote.lower()
        for finding in findings
        if finding.check_id == "incorporated_documents"
        for evidence in finding.evidence
    )
    return tuple(
        kind for kind, words in policy.incorporated if kind not in given and any(word in named for word in words)
    )


def figures(results: Sequence[CriterionResult]) -> tuple[float | None, float, float, float]:
    """Return score, lowest and highest score, and coverage, in percent; no score where nothing was decided."""
    decided = [result for result in results if result.points is not None]
    weight = sum(result.criterion.weight for result in decided)
    total = sum(result.criterion.weight for result in results)
    if not weight:
        return None, 0.0, 100.0, 0.0
    points = sum(result.points or 0.0 for result in decided)
    low, high = sum(result.low for result in decided), sum(result.high for result in decided)
    return (
        round(100 * points / weight, 1),
        round(100 * low / weight, 1),
        round(100 * high / weight, 1),
        round(100 * weight / total, 1),
    )


def band_of(score: float | None, coverage: float, gates: Sequence[Gate], policy: Policy) -> str:
    """Return the band's letter, "" where none is given."""
    if score is None or coverage < policy.minimum_coverage or any(not gate.cap for gate in gates):
        return ""
    letters = [band.letter for band in policy.bands]
    earned = next(band.letter for band in policy.bands if score >= band.from_score)
    return max([earned, *(gate.cap for gate in gates)], key=letters.index)


def gate_failed(gate: Gate, results: Sequence[CriterionResult], sources: Sequence[Source]) -> bool:
    """Say whether a gate fails."""
    if not gate.check_id:
        contracts = [source for source in sources if source.kind is DocumentKind.CONTRACT]
        return bool(contracts) and not any(source.complete for source in contracts)
    result = next((r for r in results if r.criterion.check_id == gate.check_id), None)
    if result is None or result.points is None or not result.criterion.weight:
        return False
    return result.points / result.criterion.weight < gate.below


def _families(results: Sequence[CriterionResult]) -> tuple[FamilyResult, ...]:
    found = []
    for family in Family:
        members = [result for result in results if result.family is family]
        decided = [result for result in members if result.points is not None]
        if members:
            found.append(
                FamilyResult(
                    family=family,
                    points=round(sum(result.points or 0.0 for result in decided), 4),
                    decided=sum(result.criterion.weight for result in decided),
                    weight=sum(result.criterion.weight for result in members),
                )
            )
    return tuple(found)


def _message(score: float | None, coverage: float, policy: Policy) -> str:
    if score is None:
        return "Nothing could be decided yet: add a contract that can be read."
    if coverage < policy.minimum_coverage:
        return f"Too little could be read for a band ({coverage:.0f} %, needs {policy.minimum_coverage:.0f} %)."
    return ""


def gaps(assessment: Assessment) -> tuple[CriterionResult, ...]:
    """Return the criteria that lose points, critical ones first, then by the points that they lose."""
    lossy = [
        result
        for result in assessment.results
        if result.verdict in (Verdict.GAP, Verdict.PARTLY, Verdict.REVIEW) and result.points is not None
    ]
    return tuple(
        sorted(
            (result for result in lossy if result.criterion.weight - (result.points or 0.0) > 0.01),
            key=lambda result: (not _critical_gap(result), -(result.criterion.weight - (result.points or 0.0))),
        )
    )


def _critical_gap(result: CriterionResult) -> bool:
    return result.criterion.critical and result.verdict is Verdict.GAP
