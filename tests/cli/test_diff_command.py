"""`clausemark diff` and `clausemark missing`."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Caller

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vendors"
POLICY = SAMPLES / "tallowmere-ai" / "acceptable-use-policy.docx"
CONTRACT = """# Services Agreement

1. The Provider shall notify the Customer of any security incident within {hours} hours after becoming aware of it.

2. The Customer shall not use Output to train a model that competes with the Services.

3. The laws of Ireland govern this Agreement.
"""


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


@pytest.fixture
def versions(tmp_path: Path) -> tuple[str, str]:
    """Two versions of an invented contract: notice within 48, then within 96 hours."""
    paths = tmp_path / "agreement-1.md", tmp_path / "agreement-2.md"
    for path, hours in zip(paths, (48, 96), strict=True):
        path.write_text(CONTRACT.format(hours=hours))
    return str(paths[0]), str(paths[1])


def test_a_changed_number_is_shown_in_words_and_points(call: Caller, versions: tuple[str, str]) -> None:
    done = call("diff", *versions, "--on", "2026-11-25")
    assert done.code == 1
    text = " ".join(done.out.split())
    assert "went from 48 hours to 96 hours: -" in text
    assert "within [-48-][+96+] hours" in text


def test_the_same_file_twice_has_no_changes_and_exit_code_0(call: Caller, versions: tuple[str, str]) -> None:
    done = call("diff", versions[0], versions[0], "--on", "2026-11-25")
    assert done.code == 0 and "the same" in done.out


def test_json_holds_effects_and_every_change(call: Caller, versions: tuple[str, str]) -> None:
    found = json.loads(call("diff", *versions, "--on", "2026-11-25", "--format", "json").out)
    assert [change["kind"] for change in found["changes"]] == ["reworded"]
    assert found["effects"][0]["check"] == "incident_notice"
    assert found["score"]["after"] < found["score"]["before"]


def test_tracked_changes_are_compared_before_and_after(call: Caller) -> None:
    done = call("diff", str(POLICY), "--tracked", "--on", "2026-11-25")
    assert done.code == 1
    assert "[+" in done.out and "[-" in done.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["{old}"], "Give two files, or one Word file with --tracked."),
        (["{old}", "--tracked"], "is no Word file"),
    ],
)
def test_what_cannot_be_compared_is_a_clear_sentence(
    call: Caller, versions: tuple[str, str], arguments: list[str], sentence: str
) -> None:
    done = call("diff", *(each.format(old=versions[0]) for each in arguments))
    assert done.code != 0 and sentence in done.err and "Traceback" not in done.err


def test_named_documents_are_listed_with_what_is_here_and_what_prevails(call: Caller) -> None:
    done = call("missing", str(SAMPLES / "northwind-models"), "--on", "2026-11-25")
    text = " ".join(done.out.split())
    assert "Acceptable-use or usage policy: here, as acceptable-use-policy.html." in text
    assert "Order of precedence: “If they conflict, the Data Processing Agreement prevails" in text
