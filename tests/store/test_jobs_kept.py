from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session

from store import jobs
from store.database import Store
from store.records import JobRecord, JobState, JobStep

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


def claimed(session: Session, owner: str = "me") -> JobRecord:
    job = jobs.claim(session, owner, NOON)
    assert job is not None
    return job


def queued(store: Store) -> int:
    with store.write() as session:
        return jobs.queue(session, "d1", by="Ada", at=NOON)


def test_a_job_is_claimed_by_one_process_only(store: Store) -> None:
    queued(store)

    def claim(number: int) -> bool:
        with store.write() as session:
            return jobs.claim(session, f"process {number}", NOON) is not None

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(claim, range(6))) == [False] * 5 + [True]


def test_a_document_that_waits_already_gets_no_second_job(store: Store) -> None:
    assert queued(store) == queued(store)


def test_progress_is_kept_while_a_job_works(store: Store) -> None:
    number = queued(store)
    with store.write() as session:
        assert jobs.report(session, claimed(session), step=JobStep.READING, done=3, total=9, at=NOON)
    with store.read() as session:
        job = jobs.job(session, number)
    assert job is not None
    assert (job.state, job.done, job.total) == (JobState.WORKING, 3, 9)


@pytest.mark.parametrize("state", [JobState.DONE, JobState.FAILED])
def test_a_cancelled_job_stays_cancelled_whatever_its_worker_says(store: Store, state: JobState) -> None:
    number = queued(store)
    with store.write() as session:
        mine = claimed(session)
        assert jobs.cancel(session, [number], NOON) == 1
        assert not jobs.report(session, mine, step=JobStep.READING, done=1, total=2, at=NOON)
        assert not jobs.finish(session, mine, state, "", NOON)
        job = jobs.job(session, number)
    assert job is not None
    assert job.state is JobState.CANCELLED


def test_an_ended_job_cannot_be_cancelled(store: Store) -> None:
    number = queued(store)
    with store.write() as session:
        jobs.finish(session, claimed(session), JobState.DONE, "", NOON)
        assert jobs.cancel(session, [number], NOON) == 0


def test_a_requeued_job_begins_anew(store: Store) -> None:
    number = queued(store)
    with store.write() as session:
        mine = claimed(session)
        jobs.report(session, mine, step=JobStep.CHECKS, done=9, total=9, at=NOON)
        assert jobs.requeue(session, mine)
        again = jobs.claim(session, "you", NOON)
    assert again is not None
    assert (again.id, again.done, again.step) == (number, 0, JobStep.READING)


def test_an_owner_that_lost_its_job_can_neither_tell_nor_end_nor_requeue_it(store: Store) -> None:
    number = queued(store)
    with store.write() as session:
        lost = claimed(session, "silent")
        jobs.requeue(session, lost)
        held = claimed(session, "living")
        assert not jobs.report(session, lost, step=JobStep.READING, done=1, total=2, at=NOON)
        assert not jobs.finish(session, lost, JobState.FAILED, "", NOON)
        assert not jobs.requeue(session, lost)
        assert jobs.finish(session, held, JobState.DONE, "", NOON)
        job = jobs.job(session, number)
    assert job is not None
    assert (job.state, job.owner) == (JobState.DONE, "living")
