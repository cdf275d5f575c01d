"""The job runner with a pool that does what a test says, and once with real workers."""

import os
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from clauses.model import Analysis
from documents.isolation import Result
from documents.model import DocumentKind
from documents.problems import damaged, unreadable_pages
from store import jobs as stored
from store.records import JobRecord, JobState, JobStep
from tests.builders import build_document
from tests.workflow.builders import BAN, findings_of
from workflow import jobs as runner
from workflow.assess import list_assessments
from workflow.queue import cancel_job, latest_job, list_jobs, progress_of
from workflow.settings import Settings
from workflow.start import new_workspace
from workflow.tasks import CheckTask, Reading, Task
from workflow.upload import add_file, find_document, set_kind
from workflow.vendors import add_vendor
from workflow.workspace import Workspace

PATIENCE = 20.0


class SlowJob:
    """A worker's job that ends when the test lets it, or when it is cancelled."""

    def __init__(self, task: Task, on_progress: Callable[[int, int], None]) -> None:
        self.task, self.on_progress = task, on_progress
        self.outcome: Result | None = None

    def cancel(self) -> None:
        self.outcome = Result(cancelled=True)

    @property
    def ended(self) -> bool:
        return self.outcome is not None

    def result(self) -> Result:
        assert self.outcome is not None
        return self.outcome


class HandPool:
    """Stands in for the workers."""

    def __init__(self, *_: object, **__: object) -> None:
        self.jobs: list[SlowJob] = []

    def submit(
        self, task: Task, *, name: str, files: Sequence[Path], on_progress: Callable[[int, int], None]
    ) -> SlowJob:
        self.jobs.append(SlowJob(task, on_progress))
        return self.jobs[-1]

    def close(self) -> None:
        pass


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> HandPool:
    hand = HandPool()
    monkeypatch.setattr(runner, "Pool", lambda *_, **__: hand)
    return hand


@pytest.fixture
def working(settings: Settings, pool: HandPool) -> Iterator[Workspace]:
    workspace = new_workspace(settings)
    yield workspace
    workspace.close()


def add(ws: Workspace, words: str = BAN) -> str:
    vendor = add_vendor(ws, "Northwind", by="Ada").slug
    added = add_file(ws, vendor=vendor, name="terms.txt", data=words.encode(), by="Ada")
    assert added.document is not None
    return added.document.id


def until(said: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not said():
        assert time.monotonic() < end, "It did not happen in time."
        time.sleep(0.02)


def job_of(ws: Workspace, document_id: str) -> JobRecord:
    job = latest_job(ws, document_id)
    assert job is not None
    return job


def reading(document_id: str, *, unread: tuple[int, ...] = ()) -> Result:
    document = replace(build_document(BAN, document_id=document_id), page_count=3, unreadable_pages=unread)
    if unread:
        document = replace(document, problems=(unreadable_pages("terms.txt", unread, 3),))
    analysis = Analysis(document_id=document_id, findings=findings_of(document), rules_version="1")
    return Result(value=Reading(document=document, analysis=analysis))


def test_progress_shows_in_the_store_while_the_worker_reads(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    pool.jobs[0].on_progress(2, 3)
    until(lambda: job_of(working, document_id).done == 2)
    assert job_of(working, document_id).step is JobStep.READING
    pool.jobs[0].on_progress(3, 3)
    until(lambda: job_of(working, document_id).step is JobStep.CHECKS)


@pytest.mark.parametrize(
    ("unread", "state", "message"),
    [
        pytest.param((), JobState.DONE, "", id="read completely"),
        pytest.param((2,), JobState.PARTLY, "1 of 3 pages of terms.txt could not be read", id="a page unread"),
    ],
)
def test_a_job_ends_as_its_document_was_read(
    working: Workspace, pool: HandPool, unread: tuple[int, ...], state: JobState, message: str
) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    pool.jobs[0].outcome = reading(document_id, unread=unread)
    until(lambda: not job_of(working, document_id).state.open)
    assert job_of(working, document_id).state is state
    assert job_of(working, document_id).message.startswith(message)


def test_a_file_that_cannot_be_read_fails_with_the_sentence(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    problem = damaged("terms.txt").problem
    pool.jobs[0].outcome = Result(problem=problem)
    until(lambda: not job_of(working, document_id).state.open)
    assert (job_of(working, document_id).state, job_of(working, document_id).message) == (JobState.FAILED, problem.text)


def test_bytes_that_are_gone_are_said_so(working: Workspace, pool: HandPool) -> None:
    vendor = add_vendor(working, "Northwind", by="Ada").slug
    document_id = add(working, "first words")
    until(lambda: pool.jobs)
    added = add_file(working, vendor=vendor, name="lost.txt", data=b"other words", by="Ada")
    assert added.document is not None
    working.store.files.remove(added.document.id)
    pool.jobs[0].outcome = reading(document_id)
    until(lambda: not job_of(working, added.document.id if added.document else "").state.open)
    assert "not in the data folder any more" in job_of(working, added.document.id).message


def test_cancelling_stops_the_worker_and_keeps_nothing(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    cancel_job(working, job_of(working, document_id).id, by="Ada")
    until(lambda: pool.jobs[0].ended)
    assert job_of(working, document_id).state is JobState.CANCELLED
    record = find_document(working, document_id)
    assert record is not None
    assert not record.read


def test_a_result_that_comes_after_the_cancel_is_not_kept(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    with working.store.write() as session:
        stored.cancel(session, [job_of(working, document_id).id], datetime.now(UTC))
    pool.jobs[0].outcome = reading(document_id)
    time.sleep(0.3)
    record = find_document(working, document_id)
    assert record is not None
    assert not record.read


def test_closing_puts_the_work_back_into_the_queue(settings: Settings, pool: HandPool) -> None:
    workspace = new_workspace(settings)
    document_id = add(workspace)
    until(lambda: pool.jobs)
    workspace.close()
    again = new_workspace(settings, work=False)
    assert job_of(again, document_id).state is JobState.QUEUED
    again.close()


@pytest.mark.parametrize(
    ("owner", "age", "left"),
    [
        pytest.param("{host}:999999999:x", 0, True, id="a process of this computer that is gone"),
        pytest.param("{host}:{own}:earlier", 0, True, id="an earlier process with our number"),
        pytest.param("{host}:{parent}:x", 9999, False, id="a process of this computer that lives"),
        pytest.param("elsewhere:1:x", 5, False, id="another computer, seen just now"),
        pytest.param("elsewhere:1:x", 999, True, id="another computer, not seen for long"),
    ],
)
def test_only_jobs_whose_process_is_gone_are_taken_up_again(ws: Workspace, owner: str, age: int, left: bool) -> None:
    add(ws)
    name = owner.format(host=socket.gethostname(), own=os.getpid(), parent=os.getppid())
    with ws.store.write() as session:
        stored.claim(session, name, datetime.now(UTC) - timedelta(seconds=age))
    assert ws.jobs.requeue_left() == int(left)


def test_a_restart_reads_what_was_interrupted(settings: Settings, pool: HandPool) -> None:
    before = new_workspace(settings, work=False)
    document_id = add(before)
    with before.store.write() as session:
        stored.claim(session, f"{socket.gethostname()}:999999999:x", datetime.now(UTC))
    before.close()
    after = new_workspace(settings)
    until(lambda: pool.jobs)
    pool.jobs[0].outcome = reading(document_id)
    until(lambda: job_of(after, document_id).state is JobState.DONE)
    after.close()


def test_a_vendor_is_scored_when_its_last_job_ends(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    pool.jobs[0].outcome = reading(document_id)
    until(lambda: list_assessments(working, "northwind"))


def test_a_corrected_kind_runs_the_checks_again_without_reading(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    pool.jobs[0].outcome = reading(document_id)
    until(lambda: not job_of(working, document_id).state.open)
    set_kind(working, document_id, DocumentKind.POLICY, by="Ada")
    until(lambda: len(pool.jobs) > 1)
    task = pool.jobs[1].task
    assert isinstance(task, CheckTask)
    assert (task.kind, task.document.kind) == (DocumentKind.POLICY, DocumentKind.CONTRACT)
    pool.jobs[1].outcome = reading(document_id)
    until(lambda: not job_of(working, document_id).state.open)
    record = find_document(working, document_id)
    assert record is not None
    assert (record.kind, record.guessed_kind) == (DocumentKind.POLICY, DocumentKind.CONTRACT)


def job(state: JobState, *, done: int = 0, total: int = 0, started: int | None = None) -> JobRecord:
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    begun = None if started is None else noon + timedelta(seconds=started)
    return JobRecord(
        id=1, document_id="d", document_name="d", vendor="v", state=state, queued_at=noon, by="Ada", done=done,
        total=total, started_at=begun,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("jobs", "done", "left"),
    [
        pytest.param([], 0, 0.0, id="nothing"),
        pytest.param([job(JobState.QUEUED)], 0, None, id="nothing begun"),
        pytest.param([job(JobState.DONE, started=0), job(JobState.FAILED, started=1)], 2, 0.0, id="all ended"),
        pytest.param([job(JobState.DONE, started=0), job(JobState.QUEUED)], 1, 20.0, id="one of two"),
        pytest.param([job(JobState.WORKING, done=5, total=10, started=0)], 0, 20.0, id="half of one"),
    ],
)
def test_the_time_left_follows_from_what_is_done(jobs: list[JobRecord], done: int, left: float | None) -> None:
    progress = progress_of(jobs, datetime(2026, 11, 25, 12, 0, 20, tzinfo=UTC))
    assert (progress.done, progress.total, progress.seconds_left) == (done, len(jobs), left)


def test_real_workers_read_a_real_file(settings: Settings) -> None:
    workspace = new_workspace(settings)
    try:
        document_id = add(workspace, f"TERMS OF SERVICE\n\n{BAN}\n\nThis agreement is governed by the laws of Ireland.")
        end = time.monotonic() + 90
        while job_of(workspace, document_id).state.open and time.monotonic() < end:
            time.sleep(0.1)
        assert [job.state for job in list_jobs(workspace)] == [JobState.DONE]
    finally:
        workspace.close()
