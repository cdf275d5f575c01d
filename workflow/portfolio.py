"""All vendors at a glance, several side by side, and what another policy would make of them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from customer.duties import key_days
from reports.comparison import build_comparison
from scoring.model import Assessment, Policy, Verdict
from store.records import VendorRecord
from workflow.assess import current_assessment, score_case
from workflow.case import Case, load_case, load_texts
from workflow.catalogue import sides
from workflow.model import Comparison, PolicyEffect, Portfolio, PortfolioRow
from workflow.policies import policy_in_use
from workflow.problems import NotScored
from workflow.queue import list_jobs
from workflow.vendors import find_vendor, list_vendors
from workflow.workspace import Workspace

MOST_JOBS = 10_000


def portfolio(ws: Workspace, *, on: date) -> Portfolio:
    """Return all vendors by name under the policy in use."""
    policy = policy_in_use(ws)
    cases = [load_case(ws, vendor.slug) for vendor in list_vendors(ws)]
    jobs: dict[str, list[bool]] = {}
    for job in list_jobs(ws, limit=MOST_JOBS):
        jobs.setdefault(job.vendor, []).append(job.state.open)
    return Portfolio(
        rows=tuple(_row(ws, case, policy, jobs.get(case.vendor.slug, []), on=on) for case in cases),
        policy=policy,
        on=on,
        newest_document=_newest(document.added_at for case in cases for document in case.documents),
    )


def compare(
    ws: Workspace, slugs: Sequence[str], published: Sequence[str] = (), *, on: date, by: str = ""
) -> Comparison:
    """Return two or more vendors side by side, those with documents scored with the policy in use; raise NotScored.

    `published` are ids of the catalogue, for vendors of which only published facts are known.
    """
    policy = policy_in_use(ws)
    stored = {slug: current_assessment(ws, slug, on=on, by=by, policy=policy) for slug in dict.fromkeys(slugs)}
    for slug, one in stored.items():
        if one is None:
            vendor = find_vendor(ws, slug)
            raise NotScored(f"Nothing of {vendor.name if vendor else slug} was read yet. Add a document first.")
    assessments = tuple(one.assessment for one in stored.values() if one is not None)
    compared = sides(ws, assessments, published)
    if len(compared) < 2:
        raise NotScored("Pick at least two vendors.")
    documents = load_texts(ws, [source.document_id for made in assessments for source in made.sources])
    page = build_comparison(
        assessments, documents, published=[side.name for side in compared[len(assessments) :]], on=on
    )
    note = f"Compared with {policy.title} {policy.version}."
    return Comparison(assessments=assessments, documents=documents, page=page, sides=compared, note=note)


def assessed(ws: Workspace, slugs: Sequence[str], *, on: date, by: str = "") -> tuple[Assessment, ...]:
    """Return the current assessment of each vendor of which something was read, under the policy in use."""
    policy = policy_in_use(ws)
    stored = [current_assessment(ws, slug, on=on, by=by, policy=policy) for slug in dict.fromkeys(slugs)]
    return tuple(one.assessment for one in stored if one is not None)


def scored_with(ws: Workspace, slugs: Sequence[str], policy: Policy, *, on: date) -> tuple[Assessment, ...]:
    """Return an assessment of each vendor of which something was read under any policy; nothing is stored."""
    cases = [case for slug in dict.fromkeys(slugs) if (case := load_case(ws, slug)).read]
    return tuple(score_case(case, policy, on=on) for case in cases)


def preview_policy(ws: Workspace, policy: Policy, *, on: date) -> tuple[PolicyEffect, ...]:
    """Return what a policy would make of every vendor that was read, beside the one in use; nothing is stored."""
    used = policy_in_use(ws)
    cases = [case for vendor in list_vendors(ws) if (case := load_case(ws, vendor.slug)).read]
    return tuple(_effect(case.vendor, score_case(case, used, on=on), score_case(case, policy, on=on)) for case in cases)


def critical_gaps(assessment: Assessment) -> int:
    """Return how many critical criteria are gaps."""
    return sum(r.criterion.critical and r.verdict is Verdict.GAP for r in assessment.results)


def _row(ws: Workspace, case: Case, policy: Policy, jobs: Sequence[bool], *, on: date) -> PortfolioRow:
    stored = current_assessment(ws, case.vendor.slug, on=on, policy=policy)
    made = stored.assessment if stored else None
    return PortfolioRow(
        vendor=case.vendor,
        assessment=made,
        assessment_id=stored.record.id if stored else None,
        critical_gaps=critical_gaps(made) if made else 0,
        to_review=made.to_review if made else 0,
        held_by=tuple(gate.text for gate in made.gates) if made else (),
        documents=len(case.documents),
        unread_documents=sum(not document.read for document in case.documents),
        open_jobs=sum(jobs),
        jobs=len(jobs),
        last_review=(reviewed := _newest(entry.at for entry in case.entries.values())),
        review_due=_older(reviewed or _newest(document.added_at for document in case.documents), ws, on=on),
        reminders=tuple(
            day for day in key_days(case.analyses) if 0 <= (day.day - on).days <= ws.settings.reminder_days
        ),
    )


def _newest(times: Iterable[datetime]) -> datetime | None:
    return max(times, default=None)


def _older(seen: datetime | None, ws: Workspace, *, on: date) -> bool:
    return seen is not None and (on - seen.date()).days > ws.settings.review_days


def _effect(vendor: VendorRecord, before: Assessment, after: Assessment) -> PolicyEffect:
    return PolicyEffect(
        vendor=vendor,
        score_before=before.score,
        band_before=before.band,
        score_after=after.score,
        band_after=after.band,
    )
