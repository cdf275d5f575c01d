"""What a vendor would see: planted campaigns are found, honest traffic is not, whatever the order or the parts."""

import json
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from bench.traffic import COLUMNS, Campaign, Traffic, write_traffic
from customer.usage.caps import Cap, Release
from customer.usage.check import check_log, distributed
from customer.usage.contract import Kept, answers
from customer.usage.model import Level, UsageResult
from customer.usage.read import connect, open_rows, read_log
from tests.builders import analysed, build_document

START = datetime(2026, 11, 2, 8, tzinfo=UTC)


def groups_in(traffic: Traffic, folder: Path, *, threads: int = 2, parts: int = 1) -> list[tuple[list[int], Level]]:
    folder.mkdir()
    log = open_rows(connect(folder, threads=threads), traffic.pattern, accounts=traffic.accounts, columns=COLUMNS)
    found = [(group.accounts.tolist(), facts.level) for group, facts in distributed(log, parts=parts)]
    log.con.close()
    return found


def caught(traffic: Traffic, folder: Path) -> tuple[float, float]:
    """The share of planted accounts, and of honest ones, at medium or high."""
    flagged = np.zeros(traffic.accounts, dtype=bool)
    for accounts, level in groups_in(traffic, folder):
        if level is not Level.LOW:
            flagged[accounts] = True
    planted = flagged[traffic.planted].mean() if traffic.planted.any() else 0.0
    return float(planted), float(flagged[~traffic.planted].mean())


@pytest.mark.parametrize(
    "campaign",
    [
        Campaign(),
        Campaign(name="half cover", cover=0.5),
        Campaign(name="split", split=8),
        Campaign(name="rewritten", rewritten=0.3, templates=120),
        Campaign(name="quiet", quiet=True),
    ],
    ids=lambda campaign: campaign.name,
)
def test_a_planted_campaign_is_found_and_nobody_else(tmp_path: Path, campaign: Campaign) -> None:
    traffic = write_traffic(tmp_path / "rows", seed=5, scale=0.02, campaign=campaign)
    planted, honest = caught(traffic, tmp_path / "work")
    assert planted >= 0.95
    assert honest <= 0.005


@pytest.mark.parametrize("seed", range(5))
def test_honest_traffic_alone_raises_no_alarm(tmp_path: Path, seed: int) -> None:
    traffic = write_traffic(tmp_path / "rows", seed=100 + seed, scale=0.02, campaign=None)
    assert caught(traffic, tmp_path / "work")[1] == 0.0


def test_order_threads_and_parts_change_nothing(tmp_path: Path) -> None:
    traffic = write_traffic(tmp_path / "rows", seed=5, scale=0.01, campaign=Campaign())
    first = groups_in(traffic, tmp_path / "a")
    shutil.copytree(tmp_path / "rows", tmp_path / "turned")
    for number, path in enumerate(sorted((tmp_path / "turned").iterdir(), reverse=True)):
        path.rename(path.with_name(f"part{number:02d}.parquet"))
    turned = replace(traffic, pattern=str(tmp_path / "turned" / "*.parquet"))
    assert groups_in(turned, tmp_path / "b", threads=1, parts=4) == first


def checked(tmp_path: Path, rows: list[dict[str, object]], **how: object) -> UsageResult:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    (tmp_path / "work").mkdir()
    return check_log(read_log([path], tmp_path / "work"), **how)  # type: ignore[arg-type]


def row(n: int, seconds: float, **more: object) -> dict[str, object]:
    at = START + timedelta(seconds=seconds)
    return {"timestamp": at.isoformat(), "user": "ada", "prompt": f"Answer question {n} about {n * 7919}.", **more}


def found(result: UsageResult) -> dict[str, Level]:
    return {finding.detector: finding.level for finding in result.findings}


def test_a_loop_is_low_and_named_as_a_job_for_the_batch_interface(tmp_path: Path) -> None:
    result = checked(tmp_path, [row(n, 30 * n) for n in range(150)])
    assert found(result)["D4"] is Level.LOW
    loop = next(finding for finding in result.findings if finding.detector == "D4")
    assert "batch" in loop.advice and loop.accounts == ("ada",)


def test_the_tokens_of_a_loop_are_counted_for_the_batch_price(tmp_path: Path) -> None:
    usage = {"prompt_tokens": 70, "completion_tokens": 30}
    result = checked(tmp_path, [row(n, 30 * n, usage=usage) for n in range(150)])
    assert "15,000 tokens" in next(f for f in result.findings if f.detector == "D4").sentence


def test_times_that_are_whole_days_say_nothing_about_the_time_of_day(tmp_path: Path) -> None:
    cap = Cap(name="requests", value=5, per="minute", tokens=False, source="you")
    rows = [{"timestamp": f"2026-11-{1 + n % 28:02d}", "user": "ada"} for n in range(600)]
    result = checked(tmp_path, rows, caps=[cap])
    assert not {"D4", "D7", "D9"} & found(result).keys()
    assert {title for title, column in result.unchecked if column == "time of day"} == {
        "Loops with equal gaps", "Mostly at night and on weekends", "Near the vendor’s limits",
    }  # fmt: skip


@pytest.mark.parametrize(("step", "seen"), [(1, True), (7919, False)])
def test_a_walk_through_numbered_things_is_seen(tmp_path: Path, step: int, seen: bool) -> None:
    rows = [row(n, 61 * n + n % 7 * 5, prompt=f"Describe item {n * step % 100_003} of the list") for n in range(300)]
    assert ("D10" in found(checked(tmp_path, rows))) is seen


def test_uneven_gaps_are_no_loop(tmp_path: Path) -> None:
    assert "D4" not in found(checked(tmp_path, [row(n, 30 * n + 17 * (n * n % 13)) for n in range(150)]))


def test_asking_for_reasoning_at_scale_is_high(tmp_path: Path) -> None:
    rows = [row(n, 61 * n + n % 7 * 5, prompt=f"Give your chain of thought for {n}") for n in range(1100)]
    assert found(checked(tmp_path, rows))["D5"] is Level.HIGH


def test_a_key_used_from_many_networks_at_once_is_medium(tmp_path: Path) -> None:
    rows = [row(n, 86_400 * day + 20 * n, api_key="team", ip=f"10.{n % 6}.0.1") for day in range(4) for n in range(40)]
    assert found(checked(tmp_path, rows))["D8"] is Level.MEDIUM


@pytest.mark.parametrize(("limit", "level"), [(55, Level.MEDIUM), (65, Level.LOW), (500, None)])
def test_use_near_and_over_a_limit_is_told_apart(tmp_path: Path, limit: float, level: Level | None) -> None:
    cap = Cap(name="requests", value=limit, per="minute", tokens=False, source="you")
    result = checked(tmp_path, [row(n, n) for n in range(600)], caps=[cap])
    assert found(result).get("D9") is level


def test_a_burst_on_a_new_model_is_seen(tmp_path: Path) -> None:
    before = [row(n, 86_400 * (n // 10) + 60 * n, model="old") for n in range(140)]
    after = [row(n, 86_400 * 14 + 30 * n, model="new") for n in range(400)]
    result = checked(tmp_path, before + after, releases=[Release(model="new", day="2026-11-16")])
    assert found(result)["D6"] is Level.LOW


def test_what_cannot_be_checked_says_which_column_is_missing(tmp_path: Path) -> None:
    result = checked(tmp_path, [{"timestamp": START.isoformat(), "user": "ada"}] * 3)
    assert ("Accounts that act as one", "prompt") in result.unchecked
    assert ("Keys used from many places", "key, address") in result.unchecked


def test_clauses_are_answered_by_what_the_log_shows_and_never_as_a_breach(tmp_path: Path) -> None:
    ban = "Customer shall not attempt to extract the hidden reasoning or chain of thought of the models."
    keys = "Customer shall not resell access to the Services."
    contract = analysed(build_document(ban, keys)).findings
    rows = [row(n, 61 * n, prompt=f"Give your chain of thought for {n}") for n in range(100)]
    found_answers = {each.check_id: each for each in answers(checked(tmp_path, rows), contract)}
    assert found_answers["reasoning_extraction_ban"].kept is Kept.LOOKS_LIKE
    assert found_answers["resale_ban"].kept is Kept.NOTHING
    assert "breach" not in repr(found_answers)
