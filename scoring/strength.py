"""How strong a clause is under a policy: a product of factors, each of which cites its words."""

from dataclasses import dataclass
from math import prod

from clauses.model import Evidence, ExceptionKind, Force, Unit, Value
from scoring.model import Criterion, Factor, Policy, Proof, Specificity, Tolerance, WordFactor
from scoring.wording import TOLERANCE

FORCE_WORDS = {
    Force.MUST: "binding",
    Force.MUST_NOT: "a binding ban",
    Force.EFFORTS: "efforts only",
    Force.MAY: "a right, not a duty",
    Force.DISCLAIMS: "disclaimed",
}
EXCEPTION_WORDS = {
    ExceptionKind.CONSENT: "except with consent",
    ExceptionKind.LAW: "except where the law says otherwise",
    ExceptionKind.LISTED_USES: "except for listed uses",
    ExceptionKind.PLAN: "depends on the plan",
    ExceptionKind.OPT_OUT: "only after opting out",
}
PROOF_WORDS = {
    Proof.AUDITED: "tested in an audit report",
    Proof.PROMISED: "promised in the contract documents",
    Proof.STATED: "stated only: in documentation, or in an audit report that does not count now",
    Proof.NONE: "no proof",
}
UNIT_WORDS = {unit: unit.value.replace("_", " ") for unit in Unit}


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A number from 0 to 1, the factors whose product it is, and the quote it rests on."""

    value: float
    factors: tuple[Factor, ...]
    evidence: Evidence


def wanted_strength(evidence: Evidence, criterion: Criterion, policy: Policy, proof: Proof) -> Strength:
    """Return the strength of a clause that the policy wants, with the factors that its criterion names."""
    factors = tuple(
        factor for name in criterion.factors if (factor := _factor(name, evidence, criterion, policy, proof))
    )
    return Strength(value=prod(factor.value for factor in factors), factors=factors, evidence=evidence)


def unwanted_strength(evidence: Evidence, criterion: Criterion) -> Strength:
    """Return what an unwanted clause leaves of the criterion: nothing, or the best tolerance that fits."""
    fits = [tolerance for tolerance in criterion.tolerances if _tolerated(tolerance, evidence)]
    best = max(fits, key=lambda tolerance: tolerance.value, default=None)
    if best is None:
        factor = Factor(name="unwanted", value=0.0, because="found, and not wanted", words=evidence.quote)
    else:
        factor = Factor(name=TOLERANCE, value=best.value, because=f"found, {best.because}", words=evidence.quote)
    return Strength(value=factor.value, factors=(factor,), evidence=evidence)


def _tolerated(tolerance: Tolerance, evidence: Evidence) -> bool:
    quote = evidence.quote.lower()
    return tolerance.exception in evidence.exceptions or any(word in quote for word in tolerance.words)


def _factor(name: str, evidence: Evidence, criterion: Criterion, policy: Policy, proof: Proof) -> Factor | None:
    if name == "force":
        return _force(evidence, policy)
    if name == "exceptions":
        return _exceptions(evidence, policy)
    if name == "specificity":
        table = dict(policy.specificity)
        return _specificity(evidence, table.get(criterion.check_id) or table.get("default"))
    if name in ("proof", "source"):
        return _proof(proof, dict(policy.proof), promised_is_full=name == "source")
    return _words(evidence, next(factor for factor in policy.word_factors if factor.name == name))


def _force(evidence: Evidence, policy: Policy) -> Factor:
    if evidence.force is None:
        return Factor(name="force", value=1.0, because="stated as a fact", words=evidence.quote)
    value = dict(policy.force).get(evidence.force, 1.0)
    return Factor(name="force", value=value, because=FORCE_WORDS[evidence.force], words=evidence.quote)


def _exceptions(evidence: Evidence, policy: Policy) -> Factor:
    values = dict(policy.exceptions)
    because = "; ".join(EXCEPTION_WORDS[kind] for kind in evidence.exceptions) or "no exceptions"
    value = prod(values.get(kind, 1.0) for kind in evidence.exceptions)
    return Factor(name="exceptions", value=value, because=because, words=evidence.quote)


def _specificity(evidence: Evidence, table: Specificity | None) -> Factor | None:
    if table is None:
        return None
    if not evidence.values:
        return Factor(name="specificity", value=table.none, because="no number", words=evidence.quote)
    rated = [(_tier(value, table), value) for value in evidence.values]
    best, value = max(rated, key=lambda pair: pair[0])
    return Factor(name="specificity", value=best, because=f"{value.words}", words=value.words)


def _tier(value: Value, table: Specificity) -> float:
    for tier in table.tiers:
        if value.unit is tier.unit and value.number is not None and value.number <= tier.up_to:
            return tier.value
    return table.other


def _proof(proof: Proof, values: dict[Proof, float], *, promised_is_full: bool) -> Factor:
    value = values[proof]
    if promised_is_full and proof in (Proof.PROMISED, Proof.AUDITED):
        value = 1.0
    return Factor(name="proof", value=value, because=PROOF_WORDS[proof])


def _words(evidence: Evidence, factor: WordFactor) -> Factor:
    quote = f" {evidence.quote.lower()} "
    for tier in factor.tiers:
        for word in tier.words:
            if word in quote:
                name = factor.name.replace("_", " ")
                return Factor(name=name, value=tier.value, because=tier.name, words=word.strip())
    name = factor.name.replace("_", " ")
    return Factor(name=name, value=factor.otherwise, because=factor.otherwise_because, words=evidence.quote)
