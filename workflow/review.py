"""Review: what waits for a person, their decisions with history, and passages that they mark themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from clauses.model import Evidence, Finding, Force, Party, finding_key
from clauses.registry import BY_ID, CHECKS
from scoring.model import Action, Assessment, CriterionResult, Decision, DecisionReason, Edit, Verdict
from store import decisions as stored
from store import documents as stored_documents
from store.problems import RevisionTaken
from store.records import DecisionRecord, DocumentRecord
from workflow.assess import score_case
from workflow.case import Case, load_case
from workflow.model import ReviewItem
from workflow.passages import check_quote
from workflow.policies import policy_in_use
from workflow.problems import DecidedByAnother, ReasonNeeded, UnknownDocument
from workflow.trail import note as line
from workflow.workspace import Workspace

LONGEST_NOTE = 2000
ANY_DAY = date(2000, 1, 1)  # what is open does not depend on the day
ORDER = {check.id: number for number, check in enumerate(CHECKS)}


def review_items(ws: Workspace, vendor: str) -> tuple[ReviewItem, ...]:
    """Return every quote, and every finding without one, in the order of the families, then of the documents.

    For each criterion that waits for a review exactly one item is open: the quote that its points rest on.
    """
    case = load_case(ws, vendor)
    assessment = score_case(case, policy_in_use(ws), on=ANY_DAY)
    return items_of(case, assessment)


def items_of(case: Case, assessment: Assessment) -> tuple[ReviewItem, ...]:
    """Return the items of a case whose assessment is known."""
    results = {result.criterion.check_id: result for result in assessment.results}
    documents = {document.id: document for document in case.documents}
    findings = sorted((f for f in case.findings if f.check_id in BY_ID), key=lambda f: ORDER[f.check_id])
    items: dict[str, ReviewItem] = {}
    for finding in findings:
        for evidence in finding.evidence or (None,):
            item = _item(finding, evidence, documents[finding.document_id], case.entries, results)
            items.setdefault(item.key, item)
    open_keys = set(_open_keys(results, items))
    return tuple(replace(item, open=key in open_keys) for key, item in items.items())


def decide(
    ws: Workspace,
    item: ReviewItem,
    action: Action,
    *,
    by: str,
    reason: DecisionReason | None = None,
    note: str = "",
    edit: Edit | None = None,
) -> Decision:
    """Keep a decision at once and return it.

    Raises ReasonNeeded for a critical check that is rejected or edited without a reason, QuoteNotInDocument for an
    edit whose passage is not in the document, DecidedByAnother when somebody decided since `item` was loaded.
    """
    if item.critical and action is not Action.ACCEPT and reason is None:
        raise ReasonNeeded("This check is critical: say why you reject or change what was found.")
    if edit is not None and edit.evidence is not None:
        check_quote(ws, edit.evidence)
    decision = Decision(
        key=item.key,
        check_id=item.check.id,
        document_id=item.document.id,
        action=action,
        reason=reason,
        note=note.strip()[:LONGEST_NOTE],
        by=by,
        at=datetime.now(UTC),
        edit=edit if action is Action.EDIT else None,
    )
    _add(ws, item.key, item.document, item.check.id, decision, seen=item.revision, by=by)
    return decision


def undo(ws: Workspace, key: str, *, seen: int, by: str) -> None:
    """Take the decision that holds back; `seen` is the revision that the reviewer saw. Raises DecidedByAnother."""
    entries = history(ws, key)
    if not entries:
        return
    last = entries[-1]
    with ws.store.read() as session:
        document = stored_documents.document(session, last.document_id)
    if document is None:
        raise UnknownDocument("This document is not here any more: it was removed.")
    _add(ws, key, document, last.check_id, None, seen=seen, by=by)


def history(ws: Workspace, key: str) -> tuple[DecisionRecord, ...]:
    """Return all entries of one finding, oldest first."""
    with ws.store.read() as session:
        return stored.history(session, key)


def duties(ws: Workspace, vendor: str) -> tuple[ReviewItem, ...]:
    """Return the quotes that forbid you something, as the reviewers left them: "What you must not do"."""
    return tuple(item for item in review_items(ws, vendor) if _forbids_you(item))


def _add(
    ws: Workspace,
    key: str,
    document: DocumentRecord,
    check_id: str,
    decision: Decision | None,
    *,
    seen: int,
    by: str,
) -> None:
    at = decision.at if decision and decision.at else datetime.now(UTC)
    record = DecisionRecord(
        key=key, revision=seen + 1, document_id=document.id, check_id=check_id, by=by, at=at, decision=decision
    )
    before = history(ws, key)
    try:
        with ws.store.write() as session:
            stored.add(session, record)
            line(
                session,
                decision.action.value if decision else "take back",
                f"{BY_ID[check_id].title if check_id in BY_ID else check_id}, {document.name}",
                by=by,
                vendor=document.vendor,
                before=_said(before[-1].decision) if before else "",
                after=_said(decision),
            )
    except RevisionTaken as error:
        last = history(ws, key)[-1]
        raise DecidedByAnother(who=last.by, at=last.at, decision=last.decision) from error


def _said(decision: Decision | None) -> str:
    """Return a decision in words for the trail."""
    if decision is None:
        return ""
    parts = [decision.action.value, decision.reason.value.replace("_", " ") if decision.reason else "", decision.note]
    edit = decision.edit
    if edit is not None:
        changes = {"outcome": edit.outcome, "bound": edit.bound, "force": edit.force}
        parts += [f"{name}: {value}" for name, value in changes.items() if value is not None]
        parts += [f"exceptions: {', '.join(edit.exceptions) or 'none'}"] if edit.exceptions is not None else []
        parts += [f"quote: “{edit.evidence.quote}”"] if edit.evidence else []
    return "; ".join(part for part in parts if part)


def _item(
    finding: Finding,
    evidence: Evidence | None,
    document: DocumentRecord,
    entries: Mapping[str, DecisionRecord],
    results: Mapping[str, CriterionResult],
) -> ReviewItem:
    key = finding_key(finding.check_id, finding.document_id, evidence.quote if evidence else None)
    entry, result = entries.get(key), results.get(finding.check_id)
    return ReviewItem(
        key=key,
        title=result.title if result else BY_ID[finding.check_id].title,
        check=BY_ID[finding.check_id],
        finding=finding,
        evidence=evidence,
        document=document,
        verdict=result.verdict if result else Verdict.NOT_APPLICABLE,
        decision=entry.decision if entry else None,
        revision=entry.revision if entry else 0,
        critical=bool(result and result.criterion.critical),
        open=False,
    )


def _open_keys(results: Mapping[str, CriterionResult], items: Mapping[str, ReviewItem]) -> Iterator[str]:
    """Yield the key of one item for each criterion that waits: the one that counts, or the first undecided one."""
    for check_id, result in results.items():
        if not result.open_review:
            continue
        own = [item for item in items.values() if item.check.id == check_id and item.evidence is not None]
        undecided = [item for item in own if item.decision is None]
        counts = [item for item in undecided if result.best and _same(item.evidence, result.best)]
        if chosen := next(iter(counts or undecided or own), None):
            yield chosen.key


def _same(one: Evidence | None, other: Evidence) -> bool:
    return one is not None and (one.document_id, one.block, one.start) == (
        other.document_id,
        other.block,
        other.start,
    )


def _forbids_you(item: ReviewItem) -> bool:
    if item.evidence is None or (item.decision and item.decision.action is Action.REJECT):
        return False
    edit = item.decision.edit if item.decision else None
    force = edit.force if edit and edit.force else item.evidence.force
    bound = edit.bound if edit and edit.bound else item.evidence.bound
    return force is Force.MUST_NOT and bound in (Party.CUSTOMER, Party.BOTH)
