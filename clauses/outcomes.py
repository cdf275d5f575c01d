"""What the evidence of one document makes of each check: its outcome, its conflicts, the nearest passages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clauses.model import ClauseCheck, Evidence, Finding, Outcome
from documents.model import Document, DocumentKind

# Passages shown for a check that found nothing.
MOST_NEAREST = 3
# Reports tell what others did; a promise is no business of theirs unless a check asks for it.
REPORTS = frozenset({DocumentKind.AUDIT_REPORT, DocumentKind.CERTIFICATE})
# Two clauses that cannot both hold, when neither leaves an exception.
OPPOSITES = (
    ("customer_data_training_ban", "customer_data_training_right"),
    ("output_training_ban", "distillation_permission"),
)
# Clauses less sure than this are no ground to call a document contradictory.
FIRM = 0.85


def finding(
    check: ClauseCheck, document: Document, evidence: Iterable[Evidence], nearest: Iterable[Evidence] = ()
) -> Finding:
    """Return the finding of one check: present with evidence, else absent only of a document read completely.

    Where the document is of a kind that the check does not apply to, silence is "not applicable"; a clause that
    stands there all the same is kept, except in reports on others' controls.
    """
    found = tuple(evidence)
    applies = document.kind in check.applies_to
    if found and not applies and document.kind in REPORTS:
        found = ()
    return Finding(
        check_id=check.id,
        check_version=check.version,
        document_id=document.id,
        outcome=_outcome(document, present=bool(found), applies=applies),
        evidence=found,
        nearest=() if found or not applies else tuple(nearest)[:MOST_NEAREST],
    )


def failed(check: ClauseCheck, document: Document) -> Finding:
    """Return the finding of a check that failed in a document: nothing is claimed, neither found nor absent."""
    return Finding(
        check_id=check.id,
        check_version=check.version,
        document_id=document.id,
        outcome=Outcome.ERROR,
        message="This check failed in this document, so it says nothing about it. Read the document for it yourself.",
    )


def _outcome(document: Document, *, present: bool, applies: bool) -> Outcome:
    if present:
        return Outcome.PRESENT
    if document.analysable and not applies:
        return Outcome.NOT_APPLICABLE
    return Outcome.ABSENT if document.complete else Outcome.NOT_READABLE


def with_conflicts(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Mark findings as conflicting where two firm clauses of one document cannot both hold."""
    by_id = {each.check_id: each for each in findings}
    for one, other in OPPOSITES:
        first, second = by_id.get(one), by_id.get(other)
        if first and second and (pair := _clash(first, second)):
            for each, against in ((first, pair[1]), (second, pair[0])):
                message = f"Another clause says the opposite: “{against.quote}” (page {against.page})"
                by_id[each.check_id] = replace(each, outcome=Outcome.CONFLICTING, message=message)
    return tuple(by_id[each.check_id] for each in findings)


def _clash(first: Finding, second: Finding) -> tuple[Evidence, Evidence] | None:
    firm, against = _firm(first), _firm(second)
    # One sentence that forbids and allows ("not, except ...") is a rule with an exception, not a conflict.
    blocks = {each.block for each in firm}
    apart = [each for each in against if each.block not in blocks]
    return (firm[0], apart[0]) if firm and apart else None


def _firm(each: Finding) -> list[Evidence]:
    return [e for e in each.evidence if e.confidence >= FIRM and not e.exceptions]
