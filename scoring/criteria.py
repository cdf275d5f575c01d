"""Decides one criterion: what was found, what it is worth, and what is still open."""

from collections.abc import Sequence
from dataclasses import dataclass

from clauses.model import ClauseCheck, Evidence, Finding, Layer, Outcome, Party
from documents.model import DocumentKind
from scoring.controls import PROOF_OF_KIND, proof_of, tested
from scoring.decisions import REVIEWED
from scoring.model import Criterion, CriterionResult, Decision, Factor, Policy, Proof, Source, Verdict, Wanted
from scoring.strength import Strength, unwanted_strength, wanted_strength
from scoring.wording import title_beside

KIND_WORDS = {
    DocumentKind.POLICY: "a usage policy",
    DocumentKind.DPA: "a data-processing agreement",
    DocumentKind.ORDER_FORM: "an order form",
    DocumentKind.DOCUMENTATION: "documentation",
}
BINDING = frozenset({Proof.PROMISED, Proof.STATED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """What a criterion is decided from: the reviewed findings, the decisions and the documents."""

    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]
    sources: tuple[Source, ...]
    missing: tuple[DocumentKind, ...]

    def of(self, check_id: str) -> tuple[Finding, ...]:
        """Return the findings of one check."""
        return tuple(finding for finding in self.findings if finding.check_id == check_id)

    def source(self, evidence: Evidence) -> Source:
        """Return the document of a quote."""
        return next(source for source in self.sources if source.document_id == evidence.document_id)


def decide(criterion: Criterion, check: ClauseCheck, materials: Materials, policy: Policy) -> CriterionResult:
    """Return how a criterion came out; points are None where nothing could be decided."""
    findings = materials.of(criterion.check_id)
    evidence = [e for finding in findings for e in finding.evidence if _counts(e, criterion, materials)]
    if evidence:
        return _found(criterion, check, materials, policy, evidence)
    return _not_found(criterion, check, materials)


def _counts(evidence: Evidence, criterion: Criterion, materials: Materials) -> bool:
    """Say whether a quote counts: an audit report proves a control, but is no promise for other criteria."""
    return PROOF_OF_KIND[materials.source(evidence).kind] in BINDING or "proof" in criterion.factors


def _found(
    criterion: Criterion, check: ClauseCheck, materials: Materials, policy: Policy, evidence: Sequence[Evidence]
) -> CriterionResult:
    findings = materials.of(criterion.check_id)
    proof = _best_proof(evidence, criterion, materials)
    fitting = [e for e in evidence if _party_fits(e, criterion)]
    conflicting = any(finding.outcome is Outcome.CONFLICTING for finding in findings)
    if criterion.wanted is Wanted.ABSENT:
        strength = min((unwanted_strength(e, criterion) for e in evidence), key=lambda s: s.value)
    elif fitting:
        rated = [wanted_strength(e, criterion, policy, proof) for e in fitting]
        choose = min if conflicting else max
        strength = choose(rated, key=lambda s: s.value)
    else:
        strength = _other_way_round(evidence[0], criterion)
    return _result(criterion, check, materials, policy, strength, proof=proof, conflicting=conflicting)


def _result(
    criterion: Criterion,
    check: ClauseCheck,
    materials: Materials,
    policy: Policy,
    strength: Strength,
    *,
    proof: Proof,
    conflicting: bool,
) -> CriterionResult:
    findings = materials.of(criterion.check_id)
    evidence = [e for finding in findings for e in finding.evidence]
    verified = any(_verified(e) for e in evidence)
    doubtful = max(e.confidence for e in evidence) < policy.review_below
    waits = doubtful or conflicting or (criterion.critical and not verified)
    points = criterion.weight * strength.value
    other = criterion.weight if criterion.wanted is Wanted.ABSENT else 0.0
    verdict = Verdict.REVIEW if doubtful or conflicting else _verdict(strength.value, policy)
    outcome = Outcome.CONFLICTING if conflicting else Outcome.PRESENT
    return CriterionResult(
        criterion=criterion,
        family=check.family,
        title=title_beside(verdict, criterion, check.title, outcome=outcome, factors=strength.factors),
        outcome=outcome,
        verdict=verdict,
        proof=proof,
        points=points,
        low=min(points, other) if waits else points,
        high=max(points, other) if waits else points,
        factors=strength.factors,
        findings=findings,
        best=strength.evidence,
        decisions=_decisions(criterion, materials),
        verified=verified,
        open_review=waits,
        message="two clauses disagree; the weaker one counts"
        if conflicting
        else strength.factors[0].because
        if strength.factors and strength.value == 0
        else "",
    )


def _not_found(criterion: Criterion, check: ClauseCheck, materials: Materials) -> CriterionResult:
    holders = [source for source in materials.sources if source.kind in criterion.kinds]
    searched = tuple(source.document_id for source in holders if source.complete)
    unread = tuple(source.document_id for source in holders if not source.complete)
    missing = tuple(kind for kind in materials.missing if kind in criterion.kinds)
    broken = any(finding.outcome is Outcome.ERROR for finding in materials.of(criterion.check_id))
    waits = _waits_for(unread=len(unread), missing=missing, holders=len(holders), broken=broken)
    wanted_absent = criterion.wanted is Wanted.ABSENT
    points = None if waits else (criterion.weight if wanted_absent else 0.0)
    outcome = Outcome.ABSENT if not waits or (holders and not unread) else Outcome.NOT_READABLE
    if broken:
        outcome = Outcome.ERROR
    verdict = Verdict.UNDECIDED if waits else (Verdict.MEETS if wanted_absent else Verdict.GAP)
    because = "not found, as wanted" if wanted_absent else "not found in the documents read"
    factors = () if waits else (Factor(name="presence", value=1.0 if wanted_absent else 0.0, because=because),)
    return CriterionResult(
        criterion=criterion,
        family=check.family,
        title=title_beside(verdict, criterion, check.title, outcome=outcome),
        outcome=outcome,
        verdict=verdict,
        proof=Proof.NONE,
        points=points,
        low=points or 0.0,
        high=criterion.weight if points is None else points,
        factors=factors,
        findings=materials.of(criterion.check_id),
        decisions=_decisions(criterion, materials),
        searched=searched,
        unread=unread,
        verified=bool(_decisions(criterion, materials)),
        message="" if waits else because,
        waits_for=waits,
    )


def _waits_for(*, unread: int, missing: Sequence[DocumentKind], holders: int, broken: bool) -> str:
    if broken:
        return "the check failed on a document; the reason is in the log"
    if unread:
        return "a readable copy of the pages that could not be read"
    if not holders:
        return "a document that may hold it"
    if missing:
        return f"{KIND_WORDS.get(missing[0], 'a document')} that the contract refers to and that was not given"
    return ""


def _other_way_round(evidence: Evidence, criterion: Criterion) -> Strength:
    wanted = {Party.CUSTOMER: "you", Party.VENDOR: "the vendor"}.get(criterion.party or Party.BOTH, "both")
    because = f"found, but the other way round: wanted for {wanted}"
    factor = Factor(name="party", value=0.0, because=because, words=evidence.quote)
    return Strength(value=0.0, factors=(factor,), evidence=evidence)


def _party_fits(evidence: Evidence, criterion: Criterion) -> bool:
    if criterion.party is None or evidence.bound in (None, Party.BOTH):
        return True
    return evidence.bound is criterion.party


def _best_proof(evidence: Sequence[Evidence], criterion: Criterion, materials: Materials) -> Proof:
    """Return the best proof: a promise whose protection was tested without exception counts as audited."""
    order = (Proof.AUDITED, Proof.PROMISED, Proof.STATED)
    given = {proof_of(materials.source(e), criterion.check_id) for e in evidence}
    if Proof.PROMISED in given and tested(materials.sources, criterion.check_id):
        return Proof.AUDITED
    return next(proof for proof in order if proof in given)


def _verified(evidence: Evidence) -> bool:
    independent = {layer for layer in evidence.layers if layer in (Layer.RULES, Layer.SCORER, Layer.SECOND_OPINION)}
    return evidence.confidence >= REVIEWED or len(independent) > 1


def _verdict(strength: float, policy: Policy) -> Verdict:
    if strength <= 0:
        return Verdict.GAP
    return Verdict.PARTLY if strength < policy.partly_below else Verdict.MEETS


def _decisions(criterion: Criterion, materials: Materials) -> tuple[Decision, ...]:
    return tuple(d for d in materials.decisions if d.check_id == criterion.check_id)
