"""One job from its claim to its end: the worker reads and checks, its progress and result go into the store."""

import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from clauses.model import Reach
from documents.isolation import Job, Pool, Result
from documents.limits import Limits
from documents.model import Problem, ProblemCode
from documents.problems import shown
from store import documents as stored_documents
from store import jobs as stored_jobs
from store.database import Store
from store.records import DocumentRecord, JobRecord, JobState, JobStep
from workflow.audited import remember
from workflow.tasks import CheckTask, Reading, ReadTask, Task

LOOK_EVERY = 0.05  # seconds between looks at the worker
NOTE_EVERY = 0.5  # seconds between notes of progress in the store


class Place:
    """Where a worker is; it is told from another thread."""

    def __init__(self) -> None:
        self.done, self.total = 0, 0

    def __call__(self, done: int, total: int) -> None:
        """Take the worker's word."""
        self.done, self.total = done, total

    @property
    def step(self) -> JobStep:
        """Checks begin when all pages are read."""
        return JobStep.CHECKS if self.total and self.done >= self.total else JobStep.READING


def run_job(
    store: Store, pool: Pool, job: JobRecord, *, limits: Limits, reach: Reach, stopping: threading.Event
) -> None:
    """Read and check a claimed job's file and keep what came of it; while `stopping`, put the job back instead.

    `reach` says which classifiers read beside the frames.
    """
    with store.read() as session:
        document = stored_documents.document(session, job.document_id)
    if document is None:  # removed meanwhile, and the job with it
        return
    (task, files), place = _task(store, job, document, limits, reach), Place()
    if task is None:
        keep(
            store,
            job,
            document,
            Result(problem=_file_lost(document.name, rotten=store.files.path(document.id).exists())),
        )
        return
    result = _watch(store, job, pool.submit(task, name=document.name, files=files, on_progress=place), place, stopping)
    if stopping.is_set() and result.cancelled:
        with store.write() as session:
            stored_jobs.requeue(session, job)
    else:
        keep(store, job, document, result)


def _task(
    store: Store, job: JobRecord, document: DocumentRecord, limits: Limits, reach: Reach
) -> tuple[Task | None, tuple[Path, ...]]:
    """Return what the worker has to do and on which file; no task when the file's bytes are gone or are others."""
    corrected = document.kind if document.kind != document.guessed_kind else None
    if job.step is JobStep.CHECKS and document.guessed_kind is not None:
        with store.read() as session:
            text = stored_documents.text(session, document.id)
        if text is not None:
            guessed = replace(text, kind=document.guessed_kind)
            return CheckTask(document=guessed, kind=corrected or document.guessed_kind, reach=reach), ()
    path = store.files.path(document.id)
    if not store.files.sound(document.id):
        return None, ()
    return ReadTask(name=document.name, limits=limits, reach=reach, kind=corrected), (path,)


def _watch(store: Store, job: JobRecord, work: Job, place: Place, stopping: threading.Event) -> Result:
    """Wait for the worker; note its progress, and stop it when the job was cancelled or the program ends."""
    noted = 0.0
    try:
        while not work.ended:
            if stopping.is_set():
                work.cancel()
            elif time.monotonic() - noted >= NOTE_EVERY:
                noted = time.monotonic()
                if not _note(store, job, place):
                    work.cancel()
            time.sleep(LOOK_EVERY)
    except BaseException:
        work.cancel()  # nobody waits for it any more
        raise
    return work.result()


def _note(store: Store, job: JobRecord, place: Place) -> bool:
    """Give a sign of life; return False when the job should stop."""
    with store.write() as session:
        return stored_jobs.report(
            session, job, step=place.step, done=place.done, total=place.total, at=datetime.now(UTC)
        )


def keep(store: Store, job: JobRecord, document: DocumentRecord, result: Result) -> None:
    """Keep the reading, or why there is none, and end the job; a job that was cancelled meanwhile stays so."""
    now = datetime.now(UTC)
    with store.write() as session:
        if isinstance(result.value, Reading):
            read = result.value.document
            if result.value.audit is not None and document.kind in (None, read.kind):
                remember(read, result.value.audit)
            state = JobState.DONE if read.complete else JobState.PARTLY
            if stored_jobs.finish(session, job, state, _why(read.problems) if not read.complete else "", now):
                stored_documents.keep_reading(session, document.id, read, result.value.analysis, now)
        elif result.problem is not None and stored_jobs.finish(session, job, JobState.FAILED, result.problem.text, now):
            stored_documents.keep_failure(session, document.id, (result.problem,))


def _why(problems: tuple[Problem, ...]) -> str:
    """Return the sentences that say why a document was read only in part."""
    partial = (ProblemCode.UNREADABLE_PAGES, ProblemCode.TIMED_OUT, ProblemCode.LANGUAGE)
    return " ".join(problem.text for problem in problems if problem.code in partial)


def _file_lost(name: str, *, rotten: bool) -> Problem:
    why = "in the data folder has changed or cannot be read" if rotten else "is not in the data folder any more"
    return Problem(
        code=ProblemCode.DAMAGED,
        text=f"The file of {shown(name)} {why}. Add the file once more, then choose Read again.",
        fatal=True,
    )
