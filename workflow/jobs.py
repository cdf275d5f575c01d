"""Background jobs: files are read and checked in worker processes while pages and commands stay free.

The store holds every job's state, so that any page, process or restart sees it; this module only moves jobs on.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

from documents.isolation import Pool
from store import jobs as stored
from store.database import Store
from store.problems import StoreUnavailable
from store.records import JobRecord, JobState
from workflow.owners import Watch, owner_name
from workflow.reading import run_job
from workflow.settings import Settings
from workflow.tasks import run_task

LOG = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds between looks for jobs that another process queued
FAULT = (
    "{name} could not be finished because of a fault in the program. Nothing is lost. Choose Read again; "
    "if it happens again, tell your administrator, who finds the reason in the log."
)
LOOK_FOR_LEFT_EVERY = 5.0  # seconds between looks for jobs whose owner is gone


class JobRunner:
    """Takes queued jobs of the store one after the other, several at a time, each in a killable process.

    `after(vendor)` is called when the last open job of a vendor ended.
    """

    def __init__(self, store: Store, settings: Settings, *, after: Callable[[str], None]) -> None:
        self._store, self._settings, self._after = store, settings, after
        self.owner = owner_name()
        self._watch, self._at_hand = Watch(), set[int]()
        self._pool = Pool(run_task, limits=settings.limits, workers=settings.workers)
        self._news = threading.Condition()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Take up what an interrupted run left, then begin to work and to look after others' jobs."""
        self.requeue_left()
        self._begin(self._look_after, "jobs-left")
        for number in range(self._settings.workers):
            self._begin(self._serve, f"jobs-{number}")

    def _begin(self, work: Callable[[], None], name: str) -> None:
        thread = threading.Thread(target=work, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def wake(self) -> None:
        """Say that a job was queued."""
        with self._news:
            self._news.notify_all()

    def close(self) -> None:
        """Stop: what is being read goes back into the queue, for the next run."""
        self._stopping.set()
        self.wake()
        for thread in self._threads:
            thread.join()
        self._pool.close()

    def requeue_left(self) -> int:
        """Put jobs that nobody works on any more back into the queue, and return how many there were.

        That is so when their process is gone or silent, and for our own when we gave them up.
        """
        with self._store.write() as session:
            working = stored.working(session)
            given_up = [job for job in working if job.owner == self.owner and job.id not in self._at_hand]
            others = tuple(job for job in working if job.owner != self.owner)
            return sum(stored.requeue(session, job) for job in (*given_up, *self._watch.left(others)))

    def _look_after(self) -> None:
        while not self._stopping.wait(LOOK_FOR_LEFT_EVERY):
            with suppress(StoreUnavailable):
                if self.requeue_left():
                    self.wake()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with suppress(StoreUnavailable):  # a job that was at hand is queued again by the next look for left ones
                if (job := self._next()) is not None:
                    self._work_on(job)
                    continue
            with self._news:
                self._news.wait(LOOK_EVERY)

    def _next(self) -> JobRecord | None:
        with self._store.read() as session:
            if not stored.any_queued(session):
                return None
        with self._store.write() as session:
            job = stored.claim(session, self.owner, datetime.now(UTC))
            if job is not None:
                self._at_hand.add(job.id)  # before others can see it, so that nobody takes it for given up
            return job

    def _work_on(self, job: JobRecord) -> None:
        try:
            self._run(job)
        except StoreUnavailable:
            raise
        except Exception:
            LOG.exception("Job %s failed outside its worker", job.id)
            with self._store.write() as session:
                stored.finish(session, job, JobState.FAILED, FAULT.format(name=job.document_name), datetime.now(UTC))
        finally:
            self._at_hand.discard(job.id)

    def _run(self, job: JobRecord) -> None:
        settings = self._settings
        run_job(
            self._store,
            self._pool,
            job,
            limits=settings.limits,
            reach=settings.classifiers,
            stopping=self._stopping,
        )
        with self._store.read() as session:
            open_ones = stored.count_open(session, job.vendor)
        if not open_ones and not self._stopping.is_set():
            self._after(job.vendor)
