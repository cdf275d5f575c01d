"""A pool survives whatever its tasks do."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from documents import isolation
from documents.isolation import Pool
from documents.limits import Limits
from documents.model import ProblemCode
from documents.process import Access
from tests.documents.tasks import obey, refuse, stand_still

LIMITS = Limits(seconds=0.5, seconds_per_recognised_page=1, memory_bytes=400 * 1024**2)


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pool]:
    monkeypatch.setattr(isolation, "GRACE", 0.3)
    with Pool(obey, limits=LIMITS, workers=1) as pool:
        pool.submit("warm up", name="x").result()
        yield pool


@pytest.mark.parametrize(
    ("task", "code"),
    [
        pytest.param("hang", ProblemCode.TIMED_OUT, id="a task that hangs is stopped"),
        pytest.param("stand still", ProblemCode.TIMED_OUT, id="a worker that stands still is stopped"),
        pytest.param("fail", ProblemCode.DAMAGED, id="a task that raises is a damaged file"),
        pytest.param("deep", ProblemCode.DAMAGED, id="a file that is nested too deeply is no crash"),
        pytest.param("locked", ProblemCode.LOCKED, id="an unreadable file keeps its own reason"),
    ],
)
def test_a_bad_task_ends_with_a_problem_and_the_next_one_runs(pool: Pool, task: str, code: ProblemCode) -> None:
    bad, good = pool.submit(task, name="contract.pdf"), pool.submit("next", name="next.pdf")
    problem = bad.result().problem
    assert problem is not None
    assert problem.code is code
    assert problem.text.startswith(("contract.pdf", "Reading contract.pdf"))
    assert good.result().value.startswith("next by")


def test_a_task_that_grows_is_stopped() -> None:
    with Pool(obey, limits=Limits(memory_bytes=400 * 1024**2), workers=1) as pool:
        problem = pool.submit("grow", name="contract.pdf").result().problem
    assert problem is not None
    assert problem.code is ProblemCode.OUT_OF_MEMORY


def test_an_answer_that_is_too_long_has_a_sentence_of_its_own() -> None:
    with Pool(obey, workers=1) as pool:
        problem = pool.submit("much", name="contract.pdf").result().problem
    assert problem is not None
    assert problem.code is ProblemCode.TOO_LARGE


def test_a_task_that_raises_does_not_cost_the_worker(pool: Pool) -> None:
    before = pool.submit("one", name="x").result().value
    pool.submit("fail", name="x").result()
    assert pool.submit("one", name="x").result().value == before


def test_progress_reaches_the_caller(pool: Pool) -> None:
    told: list[tuple[int, int]] = []
    pool.submit("pages", name="x", on_progress=lambda done, total: told.append((done, total))).result()
    assert told[-1] == (3, 3)


def test_recognised_pages_give_more_time(pool: Pool) -> None:
    assert pool.submit("recognise", name="x").result().value is not None


def test_cancelling_stops_a_running_and_a_waiting_job(pool: Pool) -> None:
    running, waiting = pool.submit("hang", name="x"), pool.submit("one", name="y")
    time.sleep(0.1)
    waiting.cancel()
    running.cancel()
    assert running.result().cancelled
    assert waiting.result().cancelled


def test_results_come_in_the_order_given() -> None:
    tasks = [("slow", "a"), *((f"task {number}", "b") for number in range(12)), ("slow", "c")]
    with Pool(obey, workers=2) as pool:
        values = [result.value.split(" by ")[0] for result in pool.results(tasks)]
    assert values == [task for task, _ in tasks]


def test_a_caller_that_raises_on_progress_does_not_stop_the_pool(pool: Pool) -> None:
    def raises(done: int, total: int) -> None:
        raise ZeroDivisionError(done, total)

    assert pool.submit("pages", name="x", on_progress=raises).result().problem is not None
    assert pool.submit("one", name="x").result().value is not None


def test_closing_stops_what_runs_and_what_waits() -> None:
    pool = Pool(obey, workers=1)
    running, waiting = pool.submit("hang", name="x"), pool.submit("one", name="y")
    time.sleep(0.2)
    pool.close()
    assert running.result().cancelled
    assert waiting.result().cancelled


def test_a_worker_that_cannot_start_is_not_called_a_damaged_file() -> None:
    with Pool(obey, workers=1, prepare=refuse) as pool:
        problem = pool.submit("one", name="x").result().problem
    assert problem is not None
    assert problem.code is ProblemCode.NOT_STARTED


def test_a_worker_that_was_killed_is_tried_once_more(tmp_path: Path) -> None:
    with Pool(obey, workers=1, access=Access(write=(tmp_path,), file_bytes=1)) as pool:
        result = pool.submit(f"die once {tmp_path / 'seen'}", name="x").result()
    assert result.problem is None
    assert result.value.startswith("die once")


def test_a_worker_that_dies_twice_is_said_to_have_been_stopped() -> None:
    with Pool(obey, workers=1) as pool:
        bad, good = pool.submit("die", name="contract.pdf"), pool.submit("next", name="next.pdf")
        problem = bad.result().problem
        assert problem is not None
        assert problem.code is ProblemCode.KILLED
        assert problem.text.startswith("Reading contract.pdf ended twice")
        assert good.result().value.startswith("next by")


LARGER_THAN_A_PIPE = "x" * 10_000_000


@pytest.mark.parametrize("end", ["cancel", "time-out"])
def test_a_worker_that_never_takes_its_task_is_reached(monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    monkeypatch.setattr(isolation, "STARTING", 0.3 if end == "time-out" else 60)
    with Pool(obey, limits=LIMITS, workers=1, prepare=stand_still) as pool:
        job = pool.submit(LARGER_THAN_A_PIPE, name="x")
        if end == "cancel":
            time.sleep(0.3)
            job.cancel()
        began = time.monotonic()
        result = job.result()
        assert time.monotonic() - began < 15
    assert result.cancelled == (end == "cancel")
    assert end == "cancel" or (result.problem is not None and result.problem.code is ProblemCode.NOT_STARTED)
