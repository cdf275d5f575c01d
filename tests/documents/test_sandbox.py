"""A reader that was taken over can do nothing: a payload inside a worker tries, and every attempt is refused."""

import os
import socket
import time
from ast import literal_eval
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from documents import isolation, process, telemetry
from documents.isolation import Pool
from documents.limits import Limits
from documents.model import ProblemCode
from documents.process import Access
from documents.sandbox import calls, support
from documents.sandbox.filter import program
from documents.sandbox.support import Support
from tests.documents.payload import LIES, attack, lie, stuck

HERE = support.support()
needs_landlock = pytest.mark.skipif(HERE.landlock == 0, reason="this kernel has no Landlock")
needs_filter = pytest.mark.skipif(not HERE.filter, reason="this kernel filters no system calls")


@dataclass
class Targets:
    """What the payload is set upon: a store, a home, a listening port, a process of ours."""

    store: Path
    new: Path
    folder: Path
    port: int
    abstract: str

    def aim(self, name: str) -> str:
        return f"{name} {AIMS[name](self)}" if name in AIMS else name


AIMS = {
    **dict.fromkeys(("read", "write", "overwrite", "delete", "link", "mode", "thread"), lambda t: t.store),
    **dict.fromkeys(("signal", "stop", "ptrace", "memory", "vm", "environment", "owner"), lambda t: os.getpid()),
    "list": lambda t: t.folder,
    "connect": lambda t: t.port,
    "abstract": lambda t: t.abstract,
}


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Targets]:
    folder = tmp_path_factory.mktemp("data")
    store = folder / "clausemark.sqlite3"
    store.write_text("confidential")
    name = f"clausemark-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as listening, socket.socket(socket.AF_UNIX) as abstract:
        abstract.bind(f"\0{name}")
        abstract.listen()
        port = listening.getsockname()[1]
        yield Targets(store=store, new=folder / "new", folder=folder, port=port, abstract=name)


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(attack, workers=1) as pool:
        yield pool


FILES = ("read", "list", "write", "overwrite", "delete", "thread", "memory", "environment", "processes")
SYSTEM = (
    "link", "mode", "connect", "udp", "pair", "abstract", "exec", "run", "fork", "signal", "stop", "ptrace", "vm",
    "owner", "outlive",
)  # fmt: skip


@needs_landlock
@pytest.mark.parametrize("name", FILES)
def test_the_payload_reaches_no_file(pool: Pool, targets: Targets, name: str) -> None:
    said = pool.submit(targets.aim(name), name="x").result().value
    assert said == "refused: PermissionError"
    assert targets.store.read_text() == "confidential"


@needs_filter
@pytest.mark.parametrize("name", SYSTEM)
def test_the_payload_reaches_no_other_process_and_no_network(pool: Pool, targets: Targets, name: str) -> None:
    assert pool.submit(targets.aim(name), name="x").result().value == "refused: PermissionError"


@pytest.mark.parametrize("name", ["hidden", "limit"])
def test_the_payload_hides_no_memory_in_files_and_keeps_its_limits(pool: Pool, name: str) -> None:
    assert pool.submit(name, name="x").result().value.startswith("refused")


def test_what_libraries_need_still_works(pool: Pool) -> None:
    assert pool.submit("executable", name="x").result().value.startswith("done")


def test_the_payload_sees_no_secret_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAUSEMARK_DATABASE_URL", "postgresql://user:secret@host/store")
    with Pool(attack, workers=1) as pool:
        seen = literal_eval(pool.submit("calls", name="x").result().value)
    allowed = {*process.ENVIRONMENT, *process.OWN, *telemetry.OFF, "PYTHONPATH"}
    assert set(seen) <= allowed
    assert seen["HOME"] == "/nonexistent"


@pytest.mark.parametrize("what", list(LIES))
def test_a_worker_that_sends_anything_but_a_message_is_killed(what: str) -> None:
    with Pool(lie, workers=1) as pool:
        problem = pool.submit(what, name="contract.pdf").result().problem
    assert problem is not None
    assert problem.code is ProblemCode.DAMAGED


@pytest.mark.parametrize("how", ["expression", "threads"])
def test_a_worker_that_holds_the_interpreter_is_stopped_in_time(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    monkeypatch.setattr(isolation, "GRACE", 0.3)
    with Pool(stuck, limits=Limits(seconds=2), workers=1) as pool:
        problem = pool.submit(how, name="contract.pdf").result().problem
    assert problem is not None
    assert problem.code is ProblemCode.TIMED_OUT


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="this system does not kill the children of a dead parent")
def test_a_worker_stuck_in_an_expression_dies_with_its_program(tmp_path: Path) -> None:
    started = tmp_path / "worker"
    child = os.fork()
    if child == 0:  # a program of its own, which ends without a word to its worker
        pool = Pool(stuck, workers=1)
        pool.submit("expression", name="x", on_progress=lambda done, _: started.write_text(str(done)))
        while not started.exists() or not started.read_text():
            time.sleep(0.05)
        os._exit(0)
    os.waitpid(child, 0)
    worker = int(started.read_text())
    assert _gone(worker, within=5)


def _gone(number: int, *, within: float) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        try:
            state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False


@needs_landlock
def test_a_worker_with_files_of_its_own_reaches_these_and_no_others(targets: Targets, tmp_path: Path) -> None:
    log, scratch = tmp_path / "log.jsonl", tmp_path / "scratch"
    log.write_text("{}")
    scratch.mkdir()
    access = Access(read=(log,), write=(scratch,), file_bytes=1000)
    with Pool(attack, workers=1, access=access) as pool:
        said = {
            name: pool.submit(task, name="x").result().value.split(":")[0]
            for name, task in {
                "its log": f"read {log}",
                "its folder": f"write {scratch / 'part'}",
                "its log changed": f"overwrite {log}",
                "beside it": f"write {tmp_path / 'other'}",
                "the store": f"read {targets.store}",
                "its folder's programs": "run",
            }.items()
        }
    assert said == {
        "its log": "done", "its folder": "done", "its log changed": "refused", "beside it": "refused",
        "the store": "refused", "its folder's programs": "refused",
    }  # fmt: skip


def test_where_a_sandbox_is_required_and_there_is_none_nothing_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(support, "support", lambda: Support(landlock=0, filter=False))
    monkeypatch.setattr(isolation, "sealed", lambda _: False)
    with Pool(attack, limits=Limits(require_sandbox=True), workers=1) as pool:
        problem = pool.submit("read x", name="contract.pdf").result().problem
    assert problem is not None
    assert "contract.pdf was not read" in problem.text
    assert "require" in problem.text


@pytest.mark.parametrize(
    ("has", "words"),
    [
        pytest.param(Support(landlock=7, filter=True), "in a sandbox", id="all of it"),
        pytest.param(Support(landlock=0, filter=True), "lacks Landlock.", id="an old kernel"),
        pytest.param(Support(landlock=0, filter=False), "lacks Landlock and seccomp.", id="another system"),
    ],
)
def test_the_system_says_what_it_lacks(has: Support, words: str) -> None:
    assert words in has.sentence
    assert has.complete is ("sandbox:" in has.sentence and "without" not in has.sentence)


@pytest.mark.parametrize("machine", ["x86_64", "aarch64"])
@pytest.mark.parametrize("writing", [True, False])
def test_the_filter_fits_the_kernel_and_ends_with_a_refusal(machine: str, writing: bool) -> None:
    made = program(machine, 1234, writing=writing)
    assert len(made) < 4096  # BPF_MAXINSNS
    assert made[-1] == (0x06, 0, 0, 0x00050000 | 1)
    assert all(0 <= yes < 256 and 0 <= no < 256 for _, yes, no, _ in made)


def test_no_call_is_listed_twice_and_none_that_reaches_others() -> None:
    for machine in ("x86_64", "aarch64"):
        numbers = [getattr(each, machine) for each in (calls.ALWAYS | calls.WRITING).values()]
        known = [number for number in numbers if number is not None]
        assert len(known) == len(set(known))
    forbidden = {
        "socket",
        "connect",
        "execve",
        "fork",
        "vfork",
        "ptrace",
        "kill",
        "sendmsg",
        "memfd_create",
        "io_uring_setup",
    }
    assert not forbidden & {*calls.ALWAYS, *calls.WRITING}
