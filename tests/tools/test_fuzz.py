"""The fuzzer counts what happens to a reader, survives it, and saves the file that did it."""

import sys
from pathlib import Path

import pytest

from documents import problems
from tools.fuzz import __main__ as fuzzer
from tools.fuzz import child
from tools.fuzz.corpus import seeds
from tools.fuzz.mutate import WORDS, changed

ENDED = "import json, sys, time, os\nprint('ready')\nprint(json.dumps({'number': 0, 'end': 'read'}), flush=True)\n"


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_every_seed_is_read_as_it_is(kind: str, tmp_path: Path) -> None:
    ends = []
    for number, data in enumerate(seeds(kind)):
        (tmp_path / str(number)).mkdir()
        ends.append(child.read(kind, data, tmp_path / str(number)))
    assert "read" in ends


@pytest.mark.parametrize("kind", sorted(WORDS))
def test_a_number_always_makes_the_same_file_and_another_one_another(kind: str) -> None:
    assert changed(kind, 7) == changed(kind, 7)
    assert len({changed(kind, number) for number in range(20)}) > 10


@pytest.mark.parametrize(
    ("raised", "end"),
    [
        pytest.param(problems.damaged("x"), "sentence", id="a refusal is a sentence"),
        pytest.param(MemoryError(), "memory", id="no memory left"),
        pytest.param(ZeroDivisionError(), "fault", id="anything else is a fault"),
        pytest.param(RecursionError(), "fault", id="nesting that the reader does not bound"),
    ],
)
def test_how_a_file_ends_follows_from_what_was_raised(
    monkeypatch: pytest.MonkeyPatch, raised: Exception, end: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(child, "read_document", fails)
    assert child.one("html", 1)["end"] == end


@pytest.mark.parametrize(
    ("code", "end"),
    [
        pytest.param("os.kill(os.getpid(), 11)", "crash", id="a crash"),
        pytest.param("time.sleep(60)", "hang", id="a hang"),
        pytest.param("print(json.dumps({'number': 1, 'end': 'fault', 'why': 'x'}), flush=True)", "fault", id="a fault"),
    ],
)
def test_what_goes_wrong_is_counted_and_its_file_saved(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, end: str
) -> None:
    monkeypatch.setattr(fuzzer, "CHILD", [sys.executable, "-c", ENDED + code])
    monkeypatch.setattr(fuzzer, "SECONDS", 5)
    ends = fuzzer.fuzz("html", 0, 2, tmp_path)
    assert (ends["read"], ends[end]) == (1, 1)
    assert (tmp_path / f"{end}-1.html").read_bytes() == changed("html", 1)


@pytest.mark.parametrize(("end", "code"), [("fault", 1), ("crash", 0), ("read", 0)])
def test_only_a_fault_fails_the_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], end: str, code: int
) -> None:
    monkeypatch.setattr(fuzzer, "fuzz", lambda *_: fuzzer.Counter({end: 1}))
    monkeypatch.setattr(sys, "argv", ["fuzz", "--only", "html"])
    with pytest.raises(SystemExit) as ended:
        fuzzer.main()
    assert ended.value.code == code
    assert "html" in capsys.readouterr().out
