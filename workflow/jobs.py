"""Background jobs: files are read and checked in worker processes while pages and commands stay free.

The store holds every job's state, so that any page, process or restart sees it; this module only moves jobs on.
"""

import logging
import os
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from uuid import uuid4

from documents.isolation import Pool
from store import jobs as stored
from store.database import Store
from store.problems import StoreUnavailable
from store.records import JobRecord
from workflow.reading import run_job
from workflow.settings import Settings
from workflow.tasks import run_task

LOG = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds between looks for jobs that another process queued
ALIVE_WITHIN = timedelta(seconds=60)  # a job of another computer without a sign of life for so long was left


class JobRunner:
    """Takes queued jobs of the store one after the other, several at a time, each in a killable process.

    `after(vendor)` is called when the last open job of a vendor ended.
    """

    def __init__(self, store: Store, settings: Settings, *, after: Callable[[str], None]) -> None:
        self._store, self._settings, self._after = store, settings, after
        self.owner = f"{socket.gethostname()}:{os.getpid()}:{uuid4().hex[:8]}"
        self._pool = Pool(run_task, limits=settings.limits, workers=settings.workers)
        self._news = threading.Condition()
        self._stopping = threading.Event()
        self._threads: list[threading.Thread] = []

    def start(self) -> None:
        """Take up what an interrupted run left, then begin to work."""
        self.requeue_left()
        for number in range(self._settings.workers):
            thread = threading.Thread(target=self._serve, name=f"jobs-{number}", daemon=True)
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
        """Put jobs whose process is gone back into the queue, and return how many there were."""
        with self._store.write() as session:
            left = [number for number, owner, seen in stored.working(session) if self._left(owner, seen)]
            stored.requeue(session, left)
        return len(left)

    def _left(self, owner: str, seen_at: datetime | None) -> bool:
        host, _, rest = owner.partition(":")
        process = rest.partition(":")[0]
        if owner == self.owner:
            return False
        if host == socket.gethostname() and process.isdigit():
            return int(process) == os.getpid() or not _alive(int(process))
        return seen_at is None or datetime.now(UTC) - seen_at > ALIVE_WITHIN

    def _serve(self) -> None:
        while not self._stopping.is_set():
            with suppress(StoreUnavailable):  # the job stays where it is, and the next look takes it up
                if (job := self._next()) is not None:
                    self._run(job)
                    continue
            with self._news:
                self._news.wait(LOOK_EVERY)

    def _next(self) -> JobRecord | None:
        with self._store.read() as session:
            if not stored.any_queued(session):
                return None
        with self._store.write() as session:
            return stored.claim(session, self.owner, datetime.now(UTC))

    def _run(self, job: JobRecord) -> None:
        settings = self._settings
        run_job(
            self._store,
            self._pool,
            job,
            limits=settings.limits,
            reach=settings.second_layer,
            stopping=self._stopping,
        )
        with self._store.read() as session:
            open_ones = stored.count_open(session, job.vendor)
        if not open_ones and not self._stopping.is_set():
            self._after(job.vendor)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
