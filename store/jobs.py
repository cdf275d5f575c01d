"""Background jobs in the store: claimed by one process, seen by all, taken up again when their process died."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from store.records import JobRecord, JobState, JobStep
from store.tables import DocumentRow, JobRow


@dataclass(frozen=True, slots=True)
class WorkingJob:
    """A job that somebody works on, and when that one gave a sign of life."""

    id: int
    owner: str
    seen_at: datetime | None


OPEN = (JobState.QUEUED.value, JobState.WORKING.value)


def jobs(session: Session, vendor: str | None, *, limit: int) -> tuple[JobRecord, ...]:
    """Return the newest jobs of a vendor, or of all."""
    query = select(JobRow, DocumentRow.name, DocumentRow.vendor).join(DocumentRow)
    if vendor is not None:
        query = query.where(DocumentRow.vendor == vendor)
    rows = session.execute(query.order_by(JobRow.id.desc()).limit(limit))
    return tuple(_record(*row) for row in rows)


def open_jobs(session: Session, vendor: str | None = None) -> tuple[JobRecord, ...]:
    """Return the jobs of a vendor, or of all, that are not ended, oldest first."""
    query = select(JobRow, DocumentRow.name, DocumentRow.vendor).join(DocumentRow).where(JobRow.state.in_(OPEN))
    if vendor is not None:
        query = query.where(DocumentRow.vendor == vendor)
    return tuple(_record(*row) for row in session.execute(query.order_by(JobRow.id)))


def job(session: Session, job_id: int) -> JobRecord | None:
    """Return one job."""
    query = select(JobRow, DocumentRow.name, DocumentRow.vendor).join(DocumentRow).where(JobRow.id == job_id)
    row = session.execute(query).one_or_none()
    return None if row is None else _record(*row)


def latest(session: Session, document_id: str) -> JobRecord | None:
    """Return the newest job of a document."""
    query = select(JobRow, DocumentRow.name, DocumentRow.vendor).join(DocumentRow)
    row = session.execute(query.where(JobRow.document_id == document_id).order_by(JobRow.id.desc()).limit(1)).first()
    return None if row is None else _record(*row)


def queue(session: Session, document_id: str, *, by: str, at: datetime, step: JobStep = JobStep.READING) -> int:
    """Queue a document and return the job's number; one that waits already is used instead of a second.

    `step` is where it begins: a document that was read may need only the checks again.
    """
    waiting = session.scalar(
        select(JobRow.id).where(JobRow.document_id == document_id, JobRow.state == JobState.QUEUED)
    )
    if waiting is not None:
        return waiting
    row = JobRow(document_id=document_id, state=JobState.QUEUED, step=step, by=by, queued_at=at)
    session.add(row)
    session.flush()
    return row.id


def any_queued(session: Session) -> bool:
    """Tell whether a job waits."""
    return session.scalar(select(JobRow.id).where(JobRow.state == JobState.QUEUED).limit(1)) is not None


def count_open(session: Session, vendor: str | None = None) -> int:
    """Return how many jobs of a vendor, or of all, are not ended."""
    query = select(func.count()).select_from(JobRow).join(DocumentRow).where(JobRow.state.in_(OPEN))
    if vendor is not None:
        query = query.where(DocumentRow.vendor == vendor)
    return session.scalar(query) or 0


def claim(session: Session, owner: str, at: datetime) -> JobRecord | None:
    """Take the oldest queued job for a process; None when there is none or another process was faster."""
    query = select(JobRow.id).where(JobRow.state == JobState.QUEUED).order_by(JobRow.id).limit(1)
    job_id = session.scalar(query)
    if job_id is None:
        return None
    taken = session.execute(
        update(JobRow)
        .where(JobRow.id == job_id, JobRow.state == JobState.QUEUED)
        .values(state=JobState.WORKING, owner=owner, started_at=at, seen_at=at, done=0, total=0)
        .returning(JobRow.id)
    ).first()
    return job(session, job_id) if taken else None


def report(session: Session, job: JobRecord, *, step: JobStep, done: int, total: int, at: datetime) -> bool:
    """Note how far a job is; return False when it was cancelled, removed or given to another owner and should stop."""
    changed = session.execute(
        update(JobRow).where(*_held(job)).values(step=step, done=done, total=total, seen_at=at).returning(JobRow.id)
    ).first()
    return changed is not None


def finish(session: Session, job: JobRecord, state: JobState, message: str, at: datetime) -> bool:
    """End a working job; return False when it was cancelled, removed or given to another, which stays as it is."""
    changed = session.execute(
        update(JobRow)
        .where(*_held(job))
        .values(state=state, step=None, message=message, finished_at=at)
        .returning(JobRow.id)
    ).first()
    return changed is not None


def cancel(session: Session, job_ids: Sequence[int], at: datetime) -> int:
    """Cancel those of the jobs that are still open, and return how many that were."""
    changed = session.execute(
        update(JobRow)
        .where(JobRow.id.in_(job_ids), JobRow.state.in_(OPEN))
        .values(state=JobState.CANCELLED, step=None, finished_at=at)
        .returning(JobRow.id)
    )
    return len(changed.all())


def working(session: Session) -> tuple[WorkingJob, ...]:
    """Return every job that somebody works on."""
    rows = session.execute(select(JobRow.id, JobRow.owner, JobRow.seen_at).where(JobRow.state == JobState.WORKING))
    return tuple(WorkingJob(*row) for row in rows)


def requeue(session: Session, job: JobRecord | WorkingJob) -> bool:
    """Put a job back into the queue unless another owner has it by now; return whether it was."""
    changed = session.execute(
        update(JobRow)
        .where(*_held(job))
        .values(state=JobState.QUEUED, step=JobStep.READING, owner="", started_at=None, seen_at=None, done=0, total=0)
        .returning(JobRow.id)
    ).first()
    return changed is not None


def _held(job: JobRecord | WorkingJob) -> tuple[ColumnElement[bool], ...]:
    """Return what is true of a job's row while its owner still works on it."""
    return JobRow.id == job.id, JobRow.state == JobState.WORKING, JobRow.owner == job.owner


def _record(row: JobRow, document_name: str, vendor: str) -> JobRecord:
    return JobRecord(
        id=row.id,
        document_id=row.document_id,
        document_name=document_name,
        vendor=vendor,
        state=JobState(row.state),
        step=JobStep(row.step) if row.step else None,
        done=row.done,
        total=row.total,
        message=row.message,
        queued_at=row.queued_at,
        started_at=row.started_at,
        finished_at=row.finished_at,
        by=row.by,
        owner=row.owner,
    )
