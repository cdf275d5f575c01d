"""Assessments of a vendor: made when something changed, stored with their policy, reopened as they were."""

from datetime import UTC, date, datetime
from functools import lru_cache

from scoring.assess import assess
from scoring.model import Assessment, Policy
from scoring.policy import PolicyError
from store import assessments as stored
from store.database import Store
from store.records import AssessmentRecord
from workflow.assurance import with_assurance
from workflow.case import Case, load_case
from workflow.model import StoredAssessment
from workflow.policies import policy_in_use, read_policy
from workflow.problems import UnknownAssessment
from workflow.trail import note
from workflow.version import TOOL_VERSION
from workflow.workspace import Workspace

KEPT_IN_MEMORY = 200


def current_assessment(
    ws: Workspace, vendor: str, *, on: date, by: str = "", policy: Policy | None = None
) -> StoredAssessment | None:
    """Return a vendor's assessment on a date under the policy in use or another one; None when nothing was read yet.

    It is made only when documents, findings, decisions or the policy changed since the one of that date.
    """
    policy = policy or policy_in_use(ws)
    case = load_case(ws, vendor)
    if not case.read:
        return None
    inputs = case.fingerprint(policy)
    with ws.store.read() as session:
        record = stored.current(session, vendor, on, inputs)
    return _stored(ws, record) if record else _make(ws, case, policy, on=on, by=by, inputs=inputs)


def score_case(case: Case, policy: Policy, *, on: date) -> Assessment:
    """Return a case's assessment without storing it."""
    return assess(
        case.vendor.name,
        findings=case.findings,
        decisions=case.decisions,
        sources=with_assurance(case.sources, case.audit_texts, on=on),
        policy=policy,
        on=on,
        tool_version=TOOL_VERSION,
        rules_version=case.rules_version,
    )


def list_assessments(ws: Workspace, vendor: str) -> tuple[AssessmentRecord, ...]:
    """Return a vendor's stored assessments, newest first."""
    with ws.store.read() as session:
        return stored.assessments(session, vendor)


def reopen_assessment(ws: Workspace, assessment_id: int) -> StoredAssessment:
    """Return a stored assessment exactly as it was, and say whether it is outdated. Raises UnknownAssessment."""
    with ws.store.read() as session:
        record = stored.assessment(session, assessment_id)
    if record is None:
        raise UnknownAssessment("This assessment is not here any more.")
    return _stored(ws, record, compare=True)


def latest_on(ws: Workspace, vendor: str, *, on: date, policy_id: str | None = None) -> StoredAssessment | None:
    """Return the newest assessment that was stored for a date, under one policy or any."""
    with ws.store.read() as session:
        record = stored.latest_on(session, vendor, on, policy_id)
    return None if record is None else _stored(ws, record, compare=True)


def keep_assessment(ws: Workspace, assessment_id: int, *, what: str, by: str) -> None:
    """Mark an assessment as handed out (`what`: as which file), so that it is never replaced."""
    with ws.store.write() as session:
        record = stored.assessment(session, assessment_id)
        if record is None:
            raise UnknownAssessment("This assessment is not here any more.")
        stored.keep(session, assessment_id)
        note(session, "export scorecard", what, by=by, vendor=record.vendor)


def _make(ws: Workspace, case: Case, policy: Policy, *, on: date, by: str, inputs: str) -> StoredAssessment:
    made = score_case(case, policy, on=on)
    record = AssessmentRecord(
        id=0,
        vendor=case.vendor.slug,
        on=on,
        policy_id=policy.id,
        policy_version=policy.version,
        score=made.score,
        band=made.band,
        coverage=made.coverage,
        kept=False,
        inputs=inputs,
        made_at=datetime.now(UTC),
        made_by=by,
    )
    with ws.store.write() as session:
        number = stored.add(session, record, made, policy_text=policy.source, inputs=inputs)
        kept = stored.assessment(session, number) or record
    return StoredAssessment(record=kept, assessment=made, policy=policy)


def _stored(ws: Workspace, record: AssessmentRecord, *, compare: bool = False) -> StoredAssessment:
    made, text = _content(ws.store, record.id, record.made_at)
    try:
        policy: Policy | None = read_policy(text)
    except PolicyError:  # an old policy may name a check that is not there any more; the result still shows
        policy = None
    outdated = _outdated(ws, record, made) if compare else ""
    return StoredAssessment(record=record, assessment=made, policy=policy, outdated=outdated)


@lru_cache(maxsize=KEPT_IN_MEMORY)
def _content(store: Store, assessment_id: int, made_at: datetime) -> tuple[Assessment, str]:  # noqa: ARG001 - part of the key: SQLite uses numbers again
    with store.read() as session:
        return stored.content(session, assessment_id)


def _outdated(ws: Workspace, record: AssessmentRecord, made: Assessment) -> str:
    policy = policy_in_use(ws)
    if (policy.id, policy.version) != (record.policy_id, record.policy_version):
        now = str(policy.version) if policy.id == record.policy_id else f"{policy.title} {policy.version}"
        return f"Scored with {made.policy_title} {made.policy_version}; the policy is now {now}."
    if load_case(ws, record.vendor).fingerprint(policy) != record.inputs:
        return "Documents, findings or decisions have changed since."
    return ""
