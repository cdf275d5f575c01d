"""Background jobs as pages see and steer them; the work itself is in workflow/jobs.py."""

from collections.abc import Sequence
from datetime import UTC, datetime

from store import jobs as stored
from store.records import JobRecord, JobState
from workflow.model import Progress
from workflow.problems import UnknownDocument
from workflow.trail import note
from workflow.workspace import Workspace


def list_jobs(ws: Workspace, vendor: str | None = None, *, limit: int = 100) -> tuple[JobRecord, ...]:
    """Return the newest jobs of a vendor, or of all."""
    with ws.store.read() as session:
        return stored.jobs(session, vendor, limit=limit)


def latest_job(ws: Workspace, document_id: str) -> JobRecord | None:
    """Return the newest job of a document."""
    with ws.store.read() as session:
        return stored.latest(session, document_id)


def open_jobs(ws: Workspace, vendor: str | None = None) -> int:
    """Return how many jobs of a vendor, or of all, are not ended."""
    with ws.store.read() as session:
        return stored.count_open(session, vendor)


def progress_of(jobs: Sequence[JobRecord], now: datetime) -> Progress:
    """Return how many of the jobs are ended, and the seconds left as the ended ones and their pages tell."""
    ended = [job for job in jobs if not job.state.open]
    shares = [_share(job) for job in jobs]
    begun = [job.started_at for job in jobs if job.started_at is not None]
    spent = (now - min(begun)).total_seconds() if begun else 0.0
    known = sum(shares)
    left = None
    if len(ended) == len(jobs):
        left = 0.0
    elif known > 0 and spent > 0:
        left = max(0.0, spent * (len(jobs) - known) / known)
    return Progress(done=len(ended), total=len(jobs), seconds_left=left)


def cancel_job(ws: Workspace, job_id: int, *, by: str) -> JobRecord:
    """Cancel a job that is not ended and return how it stands now; its worker is stopped within a second."""
    with ws.store.write() as session:
        job = stored.job(session, job_id)
        if job is None:
            raise UnknownDocument("This file was removed meanwhile.")
        if stored.cancel(session, [job_id], datetime.now(UTC)):
            note(session, "cancel reading", job.document_name, by=by, vendor=job.vendor)
        return stored.job(session, job_id) or job


def cancel_all(ws: Workspace, vendor: str | None = None, *, by: str) -> int:
    """Cancel all open jobs of a vendor, or of all, and return how many there were."""
    with ws.store.write() as session:
        waiting = stored.open_jobs(session, vendor)
        for job in waiting:
            note(session, "cancel reading", job.document_name, by=by, vendor=job.vendor)
        return stored.cancel(session, [job.id for job in waiting], datetime.now(UTC))


def _share(job: JobRecord) -> float:
    if not job.state.open:
        return 1.0
    return job.done / job.total if job.state is JobState.WORKING and job.total else 0.0
