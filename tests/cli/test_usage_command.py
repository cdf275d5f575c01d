"""`clausemark usage` on the sample log."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Caller

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
LOG = str(SAMPLES / "usage" / "requests.jsonl.gz")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


def test_the_odd_group_of_the_sample_is_found_with_its_numbers_and_a_pack_is_written(
    call: Caller, tmp_path: Path
) -> None:
    pdf, rejects = tmp_path / "pack.pdf", tmp_path / "rejects.csv"
    done = call("usage", LOG, "--pdf", str(pdf), "--rejects", str(rejects), "--on", "2026-11-25")
    text = " ".join(done.out.split())
    assert done.code == 3
    assert "HIGH: Accounts that act as one 40 accounts draw on the same" in text
    assert "shares addresses: 1 (threshold 0.3, reached)" in text
    assert "low: Accounts that look like one application" in text
    assert "1\N{NO-BREAK SPACE}line could not be read." in done.out
    assert pdf.read_bytes().startswith(b"%PDF") and "no JSON" in rejects.read_text(encoding="utf-8-sig")


def test_a_group_that_is_named_in_a_file_stays_quiet(call: Caller, tmp_path: Path) -> None:
    names = tmp_path / "names.json"
    first = call("usage", LOG)
    number = next(line.split(".")[0] for line in first.out.splitlines() if "look like one application" in line)
    done = call("usage", LOG, "--names", str(names), "--name", f"{number}=Support desk")
    assert "Named by you: Support desk" in done.out
    assert "Named by you: Support desk" in call("usage", LOG, "--names", str(names)).out
    assert "cannot be named" in call("usage", LOG, "--names", str(names), "--name", "1=Us").err


def test_json_holds_findings_and_answers_to_the_contract(call: Caller) -> None:
    contract = str(SAMPLES / "vendors" / "northwind-models" / "acceptable-use-policy.html")
    found = json.loads(call("usage", LOG, "--contract", contract, "--format", "json").out)
    assert found["result"]["summary"]["rejected"] == 1
    assert {each["kept"] for each in found["contract"]} <= {"looks like it", "nothing seen", "could not be checked"}


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (["--map", "account=nobody"], "There is no column “nobody”"),
        (["--cap", "many=1"], "is no limit"),
        (["--vendor", "nobody"], "has no vendor “nobody”"),
        (["--map", "account"], "Write NAME=VALUE"),
        (["--name", "1=Us"], "--name needs --names"),
    ],
)
def test_what_cannot_be_used_is_a_clear_sentence(call: Caller, extra: list[str], sentence: str) -> None:
    done = call("usage", LOG, *extra)
    assert done.code != 0 and sentence in done.err and "Traceback" not in done.err
