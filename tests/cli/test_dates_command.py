"""`clausemark dates` on a sample vendor."""

from pathlib import Path

import pytest

from tests.cli.calls import Caller

FOLDER = str(Path(__file__).resolve().parents[2] / "samples" / "vendors" / "northwind-models")


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path) -> Caller:
    return Caller(monkeypatch, capfd, tmp_path)


def test_days_are_printed_with_what_they_rest_on(call: Caller) -> None:
    done = call("dates", FOLDER, "--on", "2026-11-25")
    assert done.code == 0
    assert "16 October 2028, in 691 days: Last day to give notice against renewal" in done.out
    assert "90 days before the end on 14 January 2029" in done.out
    assert "runs for 36 months" in done.out


def test_a_calendar_and_a_table_are_written(call: Caller, tmp_path: Path) -> None:
    ics, table = tmp_path / "northwind.ics", tmp_path / "northwind.csv"
    done = call("dates", FOLDER, "--on", "2026-11-25", "--ics", str(ics), "--csv", str(table))
    assert done.code == 0
    assert "DTSTART;VALUE=DATE:20290114" in ics.read_text()
    assert table.read_text(encoding="utf-8-sig").splitlines()[0].startswith("Day,What,")


def test_an_unknown_country_is_a_clear_sentence(call: Caller) -> None:
    done = call("dates", FOLDER, "--on", "2026-11-25", "--country", "XX")
    assert done.code != 0
    assert "“XX”" in done.err and "Traceback" not in done.err
