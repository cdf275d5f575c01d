"""Puts a reviewer's decisions on the findings: rejected quotes go, edits take the place of the tool's answer."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from clauses.model import Evidence, Finding, Outcome, finding_key
from scoring.model import Action, Decision, Edit

REVIEWED = 1.0  # a person has read the words: nothing is left for the tool to doubt


def apply_decisions(
    findings: Sequence[Finding], decisions: Sequence[Decision], *, complete: Mapping[str, bool]
) -> tuple[Finding, ...]:
    """Return the findings as the reviewers left them, in the same order.

    `complete` says by document id whether the document was read completely: a finding whose every quote was
    rejected becomes absent only then, otherwise not_readable.
    """
    by_key = {decision.key: decision for decision in decisions}
    return tuple(_decided(finding, by_key, complete=complete.get(finding.document_id, False)) for finding in findings)


def decision_on(finding: Finding, quote: str | None, decisions: Mapping[str, Decision]) -> Decision | None:
    """Return the decision on one quote of a finding (None: on the finding itself), if there is one."""
    return decisions.get(finding_key(finding.check_id, finding.document_id, quote))


def _decided(finding: Finding, decisions: Mapping[str, Decision], *, complete: bool) -> Finding:
    kept = []
    for evidence in finding.evidence:
        decision = decision_on(finding, evidence.quote, decisions)
        if decision is None:
            kept.append(evidence)
        elif decision.action is not Action.REJECT:
            edited = _edited(evidence, decision.edit)
            kept += [edited] if edited else []
    on_whole = decision_on(finding, None, decisions)
    if on_whole is not None and on_whole.edit is not None and on_whole.edit.evidence is not None:
        marked = _edited(on_whole.edit.evidence, on_whole.edit)
        kept += [marked] if marked else []
    if kept:
        outcome = Outcome.CONFLICTING if finding.outcome is Outcome.CONFLICTING and len(kept) > 1 else Outcome.PRESENT
        return replace(finding, evidence=tuple(kept), outcome=outcome)
    if finding.evidence:
        return replace(finding, evidence=(), outcome=Outcome.ABSENT if complete else Outcome.NOT_READABLE)
    return finding


def _edited(evidence: Evidence, edit: Edit | None) -> Evidence | None:
    if edit is None:
        return replace(evidence, confidence=REVIEWED)
    if edit.outcome not in (None, Outcome.PRESENT, Outcome.CONFLICTING):
        return None
    base = edit.evidence or evidence
    return replace(
        base,
        confidence=REVIEWED,
        bound=edit.bound or evidence.bound,
        force=edit.force or evidence.force,
        exceptions=evidence.exceptions if edit.exceptions is None else edit.exceptions,
    )
