"""`clausemark audit` on the sample vendors' reports."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Caller

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "vendors"
REPORT = str(SAMPLES / "northwind-models" / "soc2-type-ii-report.pdf")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


def test_facts_come_with_quotes_and_tests_with_results(call: Caller) -> None:
    done = call("audit", REPORT, "--on", "2026-11-25")
    assert done.code == 0
    assert "Opinion: Unmodified" in done.out
    assert "Auditor: Beckwith & Orme LLP" in done.out
    assert "Anomaly detection and monitoring: row 3, exception" in done.out
    assert "Good: The report covers days up to 30 September 2026." in done.out


def test_a_later_day_makes_the_same_report_old(call: Caller) -> None:
    done = call("audit", REPORT, "--on", "2027-11-25")
    assert "Check this: The report ended 421 days before 25 November 2027." in done.out


def test_csv_has_a_line_a_tested_control_and_json_every_fact(call: Caller) -> None:
    lines = call("audit", REPORT, "--on", "2026-11-25", "--format", "csv").out.splitlines()
    assert lines[0].endswith("Report,Control,Control id,Words of the control,Test,Result,Page,Crosswalk")
    assert any("Rate limiting,row 1" in line for line in lines)
    (report,) = json.loads(call("audit", REPORT, "--on", "2026-11-25", "--format", "json").out)
    assert report["report"]["opinion"] == "unmodified"
    assert report["current"] is True


def test_a_file_that_is_no_report_says_so(call: Caller, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("The parties meet once a month to talk about the weather in some detail.", encoding="utf-8")
    assert "does not look like an audit report" in call("audit", str(file)).out


def test_the_questions_are_printed_as_a_letter(call: Caller) -> None:
    letter = call("audit", REPORT, "--on", "2027-11-25", "--format", "request").out
    assert letter.startswith("To the vendor")
    assert "Is there a newer report, or a bridge letter for the time since?" in letter
