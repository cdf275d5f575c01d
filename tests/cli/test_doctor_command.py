"""`clausemark doctor` for people and for monitoring."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Caller
from workflow import doctor
from workflow.doctor import Condition


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


@pytest.mark.parametrize(("well", "code", "word"), [(True, 0, "well "), (False, 1, "WRONG ")])
def test_the_exit_code_and_the_first_word_say_whether_all_is_well(
    call: Caller, monkeypatch: pytest.MonkeyPatch, well: bool, code: int, word: str
) -> None:
    monkeypatch.setattr(doctor, "_sandbox", lambda: Condition(name="sandbox", well=well, text="So it is."))
    done = call("doctor")
    assert done.code == code
    assert next(line for line in done.out.splitlines() if "So it is." in line).startswith(word)


def test_monitoring_gets_each_condition_by_name(call: Caller) -> None:
    found = json.loads(call("doctor", "--format", "json").out)
    assert [sorted(each) for each in found] == [["name", "text", "well"]] * 6
    assert {each["name"] for each in found} >= {"sandbox", "telemetry", "rights", "database"}
