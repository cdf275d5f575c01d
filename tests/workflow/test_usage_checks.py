"""A log checked in a process of its own, names of groups that are kept, and what batch would have saved."""

import json
from pathlib import Path

import pytest

from customer.usage.model import Level
from samples.usage_log import FILE as LOG
from store import preferences
from workflow.catalogue import catalogue
from workflow.usage import (
    NAMED,
    LogRefused,
    catalogue_vendor,
    check_files,
    forget_name,
    keep_name,
    named_groups,
    saving_words,
    stages,
)
from workflow.usage_job import RunningCheck, UsageTask, written_to
from workflow.workspace import Workspace


def rows(path: Path, number: int, **more: object) -> Path:
    lines = [{"timestamp": f"2026-11-02T08:{n // 60:02d}:{n % 60:02d}Z", "user": "ada", **more} for n in range(number)]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def task(*paths: Path) -> UsageTask:
    return UsageTask(paths=paths, own={}, caps=())


def test_the_check_of_another_process_gives_the_same_result_and_removes_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    (log,) = written_to(folder, [("../../requests.jsonl.gz", LOG.read_bytes())])
    assert log.parent == folder and log.name == "log0.jsonl.gz"
    running = RunningCheck(task(log), folder=folder)
    made = running.result()
    assert made.findings == check_files([LOG]).findings
    assert running.ended and running.stage in stages(1)
    assert not folder.exists()


def test_a_stopped_check_says_so_and_keeps_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    running = RunningCheck(task(rows(folder / "a.jsonl", 2000)), folder=folder)
    running.stop()
    with pytest.raises(LogRefused, match="stopped"):
        running.result()
    assert not folder.exists()


def test_why_a_log_is_refused_comes_back_from_the_process(tmp_path: Path) -> None:
    bad = tmp_path / "a.parquet"
    bad.write_bytes(b"no parquet")
    with pytest.raises(LogRefused, match="damaged"):
        RunningCheck(task(bad)).result()


def test_a_named_group_is_kept_and_can_be_forgotten(ws: Workspace) -> None:
    low = next(each for each in check_files([LOG]).findings if each.detector == "D3" and each.level is Level.LOW)
    with pytest.raises(LogRefused, match="name"):
        keep_name(ws, low, "  ", by="Dana")
    keep_name(ws, low, "Support desk", by="Dana")
    again = check_files([LOG], named=named_groups(ws))
    assert [each.named for each in again.findings if each.named] == ["Support desk"]
    forget_name(ws, "Support desk", by="Dana")
    assert named_groups(ws) == ()


def test_damaged_names_are_a_clear_sentence(ws: Workspace) -> None:
    with ws.store.write() as session:
        preferences.keep(session, NAMED, "{}")
    with pytest.raises(LogRefused, match="names of groups could not be read"):
        named_groups(ws)


def test_the_saving_of_loops_is_told_in_dollars_with_the_day_of_the_prices(tmp_path: Path) -> None:
    usage = {"prompt_tokens": 1_000_000, "completion_tokens": 200_000}
    made = check_files([rows(tmp_path / "a.jsonl", 150, usage=usage)])
    vendor = next(each for each in catalogue() if each.id == "anthropic")
    # 150 million input tokens at $1.50 less, and 30 million output tokens at $7.50 less
    assert "about $450 at list prices of Anthropic (as of 30" in saving_words(made, vendor)
    assert saving_words(made, None) == ""
    assert saving_words(check_files([rows(tmp_path / "b.jsonl", 50, usage=usage)]), vendor) == ""


def test_the_limits_are_those_of_the_vendor_of_that_name(ws: Workspace) -> None:
    found = catalogue_vendor(ws, "Anthropic PBC")
    assert found is not None and found.id == "anthropic"
    assert catalogue_vendor(ws, "Northwind Models") is None
