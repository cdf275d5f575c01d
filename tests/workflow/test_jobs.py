"""The job runner with a pool that does what a test says, and once with real workers."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from clauses.model import Analysis
from documents.isolation import Pool, Result
from documents.model import DocumentKind
from documents.problems import damaged, unreadable_pages
from store import jobs as stored
from store.database import Store
from store.problems import StoreUnavailable
from store.records import JobRecord, JobState, JobStep
from tests.builders import build_document
from tests.workflow.builders import BAN, findings_of
from workflow import jobs as runner
from workflow import owners
from workflow.assess import list_assessments
from workflow.owners import Watch, started
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
    ("owner", "left"),
    [
        pytest.param("{host}:999999999:1:x", True, id="a process of this computer that is gone"),
        pytest.param("{host}:{own}:earlier:x", True, id="an earlier process with our number"),
        pytest.param("{host}:{parent}:earlier:x", True, id="a number that another process has now"),
        pytest.param("{host}:{zombie}:{zombie_start}:x", True, id="a process that only waits to be buried"),
        pytest.param("{host}:{own}", True, id="an owner as earlier versions wrote it"),
        pytest.param("{host}:{parent}:{parent_start}:x", False, id="a process of this computer that lives"),
        pytest.param("elsewhere:1:1:x", False, id="another computer, as far as one look can tell"),
    ],
)
def test_jobs_whose_process_is_gone_are_taken_up_again(
    ws: Workspace, zombie: tuple[int, str], owner: str, left: bool
) -> None:
    add(ws)
    name = owner.format(
        host=socket.gethostname(), own=os.getpid(), parent=os.getppid(), parent_start=started(os.getppid()),
        zombie=zombie[0], zombie_start=zombie[1],
    )  # fmt: skip
    with ws.store.write() as session:
        stored.claim(session, name, datetime.now(UTC))
    assert ws.jobs.requeue_left() == int(left)


@pytest.fixture
def zombie() -> Iterator[tuple[int, str]]:
    """A process that was killed and that nobody has buried yet, with its start."""
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    start = started(process.pid) or ""
    process.kill()
    until(lambda: started(process.pid) == "ended")
    yield process.pid, start
    process.wait()


@pytest.mark.parametrize(
    ("signs", "left"),
    [
        pytest.param([0, 0, 0], [False, False, True], id="silent for a minute"),
        pytest.param([0, 1, 2], [False, False, False], id="slow, but it speaks"),
        pytest.param([9999, 9999, 9999], [False, False, True], id="silent, with a clock that is ahead"),
        pytest.param([-9999, -9998, -9997], [False, False, False], id="speaks, with a clock that is behind"),
        pytest.param([None, None, None], [False, False, True], id="never spoke"),
    ],
)
def test_an_owner_is_silent_when_its_sign_of_life_stays_the_same(signs: list[int | None], left: list[bool]) -> None:
    now = [0.0]
    watch = Watch(clock=lambda: now[0])
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    said = []
    for sign in signs:
        seen = None if sign is None else noon + timedelta(seconds=sign)
        said.append(bool(watch.left((stored.WorkingJob(1, "elsewhere:1:1:x", seen),))))
        now[0] += 31
    assert said == left


def test_a_living_process_takes_up_the_job_of_one_that_died(
    working: Workspace, pool: HandPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "LOOK_FOR_LEFT_EVERY", 0.1)
    first = add(working, "first words")
    until(lambda: pool.jobs)
    vendor = add_vendor(working, "Northwind", by="Ada").slug
    second = add_file(working, vendor=vendor, name="b.txt", data=b"other words", by="Ada").document
    assert second is not None
    with working.store.write() as session:
        job = stored.claim(session, f"{socket.gethostname()}:999999999:1:x", datetime.now(UTC))
    assert job is not None
    pool.jobs[0].outcome = reading(first)
    until(lambda: len(pool.jobs) == 2)
    pool.jobs[1].outcome = reading(second.id)
    until(lambda: job_of(working, second.id).state is JobState.DONE)


def test_a_job_that_another_took_over_is_let_go(working: Workspace, pool: HandPool) -> None:
    document_id = add(working)
    until(lambda: pool.jobs)
    with working.store.write() as session:
        stored.requeue(session, job_of(working, document_id))
        other = stored.claim(session, "elsewhere:1:1:x", datetime.now(UTC))
    until(lambda: pool.jobs[0].ended)
    assert pool.jobs[0].outcome == Result(cancelled=True)
    assert other is not None
    assert job_of(working, document_id).owner == other.owner


def test_a_store_that_fails_for_a_while_costs_no_job(
    working: Workspace, pool: HandPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runner, "LOOK_FOR_LEFT_EVERY", 0.1)
    document_id = add(working)
    until(lambda: pool.jobs)
    real, failing = working.store.write, threading.Event()

    def write() -> AbstractContextManager[Session]:
        if failing.is_set():
            raise StoreUnavailable("disk full")
        return real()

    monkeypatch.setattr(working.store, "write", write)
    failing.set()
    until(lambda: pool.jobs[0].ended)
    failing.clear()
    until(lambda: len(pool.jobs) == 2)
    pool.jobs[1].outcome = reading(document_id)
    until(lambda: job_of(working, document_id).state is JobState.DONE)


def test_a_fault_of_the_program_ends_the_job_with_a_sentence_and_the_next_one_runs(
    working: Workspace, pool: HandPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = runner.run_job

    def run(store: Store, pool_: Pool, job: JobRecord, **more: Any) -> None:
        if job.document_name == "terms.txt":
            raise ZeroDivisionError
        real(store, pool_, job, **more)

    monkeypatch.setattr(runner, "run_job", run)
    first = add(working)
    second = add_file(working, vendor="northwind", name="b.txt", data=b"other words", by="Ada").document
    assert second is not None
    until(lambda: pool.jobs)
    pool.jobs[0].outcome = reading(second.id)
    until(lambda: job_of(working, second.id).state is JobState.DONE)
    assert job_of(working, first).state is JobState.FAILED
    assert "a fault in the program" in job_of(working, first).message


@pytest.mark.parametrize("end", ["kill", "stop"])
def test_a_second_process_that_is_killed_or_stands_still_loses_its_job_to_the_first(
    settings: Settings, pool: HandPool, monkeypatch: pytest.MonkeyPatch, end: str
) -> None:
    monkeypatch.setattr(runner, "LOOK_FOR_LEFT_EVERY", 0.1)
    monkeypatch.setattr(owners, "SILENT_AFTER", 1.0)
    first = new_workspace(settings, work=False)
    document_id = add(first)
    second = subprocess.Popen(
        [sys.executable, "-c", CLAIMS, str(settings.data_folder)], stdout=subprocess.PIPE, text=True
    )
    assert second.stdout is not None
    assert second.stdout.readline() == "claimed\n"
    first.jobs.start()
    second.send_signal(signal.SIGKILL if end == "kill" else signal.SIGSTOP)
    until(lambda: pool.jobs)
    assert job_of(first, document_id).owner == first.jobs.owner
    second.kill()
    second.wait()
    first.close()


CLAIMS = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
from store import jobs
from store.records import JobStep
from workflow.settings import Settings
from workflow.start import new_workspace
ws = new_workspace(Settings(data_folder=Path(sys.argv[1]), samples=False, workers=1), work=False)
with ws.store.write() as session:
    job = jobs.claim(session, ws.jobs.owner, datetime.now(UTC))
print("claimed", flush=True)
while True:
    with ws.store.write() as session:
        jobs.report(session, job, step=JobStep.READING, done=0, total=0, at=datetime.now(UTC))
    time.sleep(0.2)
"""


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
