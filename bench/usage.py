"""Plants campaigns in made-up traffic and measures how many accounts are found; and the two real traces.

The detectors were tuned on seeds 1, 11 and 12; what is reported is seeds 21 and 22. Baselines: rows an active day
against a threshold, and an isolation forest over volume, time and tokens, both set to the same rate of false alarms.
"""

import csv
import resource
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import IsolationForest

from bench.traffic import COLUMNS, Campaign, Traffic, write_traffic
from customer.usage.check import check_log, distributed
from customer.usage.model import Level
from customer.usage.read import Log, connect, open_rows, read_log

SCALE, SEEDS, FALSE_RATE = 0.06, (21, 22), 0.005
MEMORY = 2000  # MB for DuckDB; what NumPy holds comes on top
CAMPAIGNS = (
    Campaign(),
    Campaign(name="quiet: people's hours, uneven, own addresses", quiet=True),
    Campaign(name="quiet, no elicitation", quiet=True, elicits=0.005),
    Campaign(name="split 16-fold", split=16),
    Campaign(name="split 32-fold", split=32),
    Campaign(name="6,000 templates", templates=6000),
    Campaign(name="cover traffic 50 %", cover=0.5),
    Campaign(name="cover traffic 80 %", cover=0.8),
    Campaign(name="cover traffic 90 %", cover=0.9),
    Campaign(name="cover traffic 95 %", cover=0.95),
    Campaign(name="cover traffic 80 %, quiet", cover=0.8, quiet=True),
    Campaign(name="every request rewritten, 30 % of words", rewritten=0.3),
    Campaign(name="every request rewritten, 50 % of words, 60 templates", rewritten=0.5, templates=60),
    Campaign(name="every request rewritten, 70 % of words", rewritten=0.7),
    Campaign(name="hard A: split 4, cover 50 %, 30 % rewritten in 200 variants, four groups, quiet", split=4, cover=0.5,
             rewritten=0.3, variants=200, groups=4, quiet=True),
    Campaign(name="hard B: split 8, cover 70 %, 50 % rewritten in 200 variants, quiet", split=8, cover=0.7,
             rewritten=0.5, variants=200, quiet=True),
    Campaign(name="60 templates, quiet, no elicitation", templates=60, quiet=True, elicits=0.005),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class CampaignFigure:
    """Recall of planted accounts, and share of honest ones, at medium or high; one pair a seed."""

    name: str
    recall: tuple[float, ...]
    false: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SizeFigure:
    """Seconds of the check from fingerprints at one size."""

    rows: int
    accounts: int
    seconds: float
    recall: float
    false: float


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageFigures:
    """All figures of the log check; `peak` is the memory of the process in MB, the generator included."""

    campaigns: tuple[CampaignFigure, ...]
    honest: tuple[float, ...]
    sizes: tuple[SizeFigure, ...]
    peak: float
    baselines: tuple[tuple[str, float], ...]
    reading: float
    traces: tuple[tuple[str, int, str], ...]


def measure_usage(folder: Path, *, full: bool = True) -> UsageFigures:
    """Measure with the token counts of the real traces; the full size takes about five minutes and 4 GB of disk."""
    tokens = _tokens(folder)
    campaigns = [_measured(campaign, tokens) for campaign in CAMPAIGNS]
    honest = tuple(_false(_run(None, seed, SCALE, tokens)[0:2]) for seed in SEEDS)
    sizes = tuple(_sized(scale, tokens) for scale in ((0.0165, 0.06, 0.33, 1.0) if full else (0.0165, 0.06)))
    return UsageFigures(
        campaigns=tuple(campaigns),
        honest=honest,
        sizes=sizes,
        peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        baselines=_baselines(tokens),
        reading=_reading(),
        traces=tuple(_trace(path) for path in sorted(folder.glob("*.csv"))),
    )


def _measured(campaign: Campaign, tokens: tuple[NDArray[np.int64], NDArray[np.int64]]) -> CampaignFigure:
    runs = [_run(campaign, seed, SCALE, tokens) for seed in SEEDS]
    return CampaignFigure(
        name=campaign.name,
        recall=tuple(float(flagged[traffic.planted].mean()) for flagged, traffic, _ in runs),
        false=tuple(_false((flagged, traffic)) for flagged, traffic, _ in runs),
    )


def _sized(scale: float, tokens: tuple[NDArray[np.int64], NDArray[np.int64]]) -> SizeFigure:
    flagged, traffic, seconds = _run(Campaign(), SEEDS[0], scale, tokens)
    return SizeFigure(
        rows=traffic.rows,
        accounts=traffic.accounts,
        seconds=seconds,
        recall=float(flagged[traffic.planted].mean()),
        false=_false((flagged, traffic)),
    )


def _run(
    campaign: Campaign | None, seed: int, scale: float, tokens: tuple[NDArray[np.int64], NDArray[np.int64]]
) -> tuple[NDArray[np.bool_], Traffic, float]:
    with tempfile.TemporaryDirectory() as folder:
        rows, work = Path(folder) / "rows", Path(folder) / "work"
        work.mkdir()
        traffic = write_traffic(rows, seed=seed, scale=scale, campaign=campaign, tokens=tokens)
        log = _log(traffic, work)
        start = time.perf_counter()
        flagged = np.zeros(traffic.accounts, dtype=bool)
        for group, facts in distributed(log):
            flagged[group.accounts] |= facts.level is not Level.LOW
        seconds = time.perf_counter() - start
        log.con.close()
        return flagged, traffic, seconds


def _log(traffic: Traffic, work: Path) -> Log:
    con = connect(work, memory_megabytes=MEMORY)
    return open_rows(con, traffic.pattern, accounts=traffic.accounts, columns=COLUMNS)


def _false(run: tuple[NDArray[np.bool_], Traffic]) -> float:
    flagged, traffic = run
    return float(flagged[~traffic.planted].mean())


def _baselines(tokens: tuple[NDArray[np.int64], NDArray[np.int64]]) -> tuple[tuple[str, float], ...]:
    """Return the recall of the reported shape by methods that look at one account at a time."""
    with tempfile.TemporaryDirectory() as folder:
        rows, work = Path(folder) / "rows", Path(folder) / "work"
        work.mkdir()
        traffic = write_traffic(rows, seed=SEEDS[0], scale=SCALE, campaign=Campaign(), tokens=tokens)
        found = (
            _log(traffic, work)
            .con.execute(
                """SELECT account, count(*) / count(DISTINCT ts::DATE) AS pace, count(*) AS n,
              count(DISTINCT ts::DATE) AS active,
              avg(tokens_in), avg(tokens_out), stddev_pop(tokens_in), stddev_pop(tokens_out), avg(hour(ts)),
              stddev_pop(hour(ts)), count(DISTINCT hour(ts)), avg((isodow(ts) > 5)::INTEGER)
            FROM rows GROUP BY account ORDER BY account"""
            )
            .fetchnumpy()
        )
    columns = [np.nan_to_num(np.asarray(values, dtype=float)) for values in found.values()]
    accounts, features = columns[0].astype(int), np.column_stack(columns[1:])
    planted = traffic.planted[accounts]
    forest = IsolationForest(random_state=1).fit(features)
    return (
        ("rows an active day over a threshold", _recall(features[:, 0], planted)),
        ("isolation forest over eleven features", _recall(-forest.score_samples(features), planted)),
    )


def _recall(score: NDArray[np.float64], planted: NDArray[np.bool_]) -> float:
    limit = np.quantile(score[~planted], 1 - FALSE_RATE)
    return float((score[planted] > limit).mean())


def _reading() -> float:
    """Return how many prompts a second are read into fingerprints, from JSON lines with texts of about 560 signs."""
    draw = np.random.default_rng(3)
    words = [
        f"{a}{b}" for a in ("re", "con", "in", "de", "pro") for b in ("form", "duct", "tract", "sent", "vert", "ject")
    ]
    count = 100_000
    with tempfile.TemporaryDirectory() as folder:
        path, work = Path(folder) / "log.csv", Path(folder) / "work"
        work.mkdir()
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(["timestamp", "user", "prompt"])
            for number in range(count):
                text = " ".join(draw.choice(words, 80))
                writer.writerow([f"2026-11-{1 + number % 28:02d}T12:00:00", f"u{number % 500}", text])
        start = time.perf_counter()
        read_log([path], work).con.close()
        return count / (time.perf_counter() - start)


def _trace(path: Path) -> tuple[str, int, str]:
    with tempfile.TemporaryDirectory() as folder:
        log = read_log([path], Path(folder))
        result = check_log(log)
        log.con.close()
    levels: Sequence[Level] = [finding.level for finding in result.findings]
    highest = next((level.value for level in (Level.HIGH, Level.MEDIUM, Level.LOW) if level in levels), "nothing")
    return path.stem, result.summary.rows, highest


def _tokens(folder: Path) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    both: list[tuple[int, int]] = []
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8") as file:
            both += [(int(row["ContextTokens"]), int(row["GeneratedTokens"])) for row in csv.DictReader(file)]
    table = np.array(both, dtype=np.int64)
    return table[:, 0], table[:, 1]
