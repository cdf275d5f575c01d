"""A group of accounts in; how it behaves, fact by fact against a threshold, and the level that follows, out.

The thresholds separate a copying campaign from seats of one application, users of a coding tool and an evaluation
harness, all of them invented traffic (docs/usage.md); real traffic will differ.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import numpy as np

from customer.usage.cohorts import Group
from customer.usage.model import Level, Reason
from customer.usage.read import Log

HIGH, MEDIUM = 4, 3
FEWEST_COMBINATIONS, EVEN_ENTROPY = 500, 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A fact's name, its points, its threshold, and whether it holds above or below it."""

    name: str
    points: int
    threshold: float
    above: bool = True


FEW_REPEATS = Rule(name="many templates, few repeats", points=2, threshold=0.10)
NO_NIGHT = Rule(name="no day and night", points=2, threshold=0.12, above=False)
REASONING = Rule(name="asks for reasoning", points=2, threshold=0.20)
GRID = Rule(name="covers a grid evenly", points=1, threshold=0.80)
IN_STEP = Rule(name="acts in step", points=1, threshold=0.15)
EVEN = Rule(name="even volume across accounts", points=1, threshold=0.5, above=False)
ADDRESSES = Rule(name="shares addresses", points=1, threshold=0.30)

CALL_CENTRE = frozenset({NO_NIGHT.name, IN_STEP.name, EVEN.name})
CROWD = frozenset({FEW_REPEATS.name, NO_NIGHT.name})
TEAM = frozenset({FEW_REPEATS.name, EVEN.name})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known of a group: its rows, reasons and level, and its rows by hour of the day."""

    rows: int
    reasons: tuple[Reason, ...]
    level: Level
    hours: tuple[int, ...]


def facts_of(log: Log, groups: Sequence[Group]) -> tuple[Facts, ...]:
    """Return the facts of each group; a fact whose column is not there is left out."""
    con = log.con
    accounts = np.concatenate([group.accounts for group in groups]) if groups else np.zeros(0, dtype=np.int64)
    numbers = np.repeat(np.arange(len(groups)), [len(group.accounts) for group in groups])
    con.register("member_arrays", {"account": accounts.astype(np.int32), "grp": numbers.astype(np.int32)})
    con.execute("CREATE OR REPLACE TEMP TABLE members AS SELECT * FROM member_arrays")
    con.unregister("member_arrays")
    hours, rows = _hours(con, len(groups))
    shares = {
        FEW_REPEATS: [group.pairs / max(group.rows, 1) for group in groups],
        NO_NIGHT: [_resultant(each) for each in hours],
        IN_STEP: _in_step(con, len(groups)),
        EVEN: _by_group(con, len(groups), EVEN_SQL),
    }
    if log.has("elicits"):
        shares[REASONING] = _by_group(con, len(groups), ELICITS_SQL)
    if log.has("address"):
        shares[ADDRESSES] = _by_group(con, len(groups), ADDRESS_SQL)
    if log.has("slots"):
        shares[GRID] = [_grid(con, number) for number in range(len(groups))]
    found = []
    for number in range(len(groups)):
        reasons = tuple(_reason(rule, values[number]) for rule, values in shares.items())
        level = _level(reasons)
        found.append(Facts(rows=rows[number], reasons=reasons, level=level, hours=tuple(hours[number])))
    con.execute("DROP TABLE members")
    return tuple(found)


EVEN_SQL = """
SELECT grp, stddev_pop(pace) / nullif(avg(pace), 0) AS value FROM (
  SELECT grp, account, count(*) / greatest(date_diff('day', min(ts), max(ts)) + 1, 1) AS pace
  FROM rows JOIN members USING (account) GROUP BY grp, account) GROUP BY grp
"""
ELICITS_SQL = "SELECT grp, avg(elicits::INTEGER) AS value FROM rows JOIN members USING (account) GROUP BY grp"
ADDRESS_SQL = """
SELECT grp, sum(CASE WHEN users >= 5 THEN n ELSE 0 END) / sum(n) AS value FROM (
  SELECT grp, address, count(*) AS n, count(DISTINCT account) AS users
  FROM rows JOIN members USING (account) WHERE address IS NOT NULL GROUP BY grp, address) GROUP BY grp
"""


def _by_group(con: duckdb.DuckDBPyConnection, groups: int, query: str) -> list[float]:
    values = {int(grp): float(value) for grp, value in con.execute(query).fetchall() if value is not None}
    return [values.get(number, math.nan) for number in range(groups)]


def _hours(con: duckdb.DuckDBPyConnection, groups: int) -> tuple[list[list[int]], list[int]]:
    hours = [[0] * 24 for _ in range(groups)]
    query = "SELECT grp, hour(ts), count(*) FROM rows JOIN members USING (account) GROUP BY ALL"
    for grp, hour, count in con.execute(query).fetchall():
        hours[grp][hour] = int(count)
    return hours, [sum(each) for each in hours]


def _resultant(hours: Sequence[int]) -> float:
    """Return how strongly rows gather at one time of day: 0 all around the clock, 1 in one hour."""
    total = sum(hours)
    if not total:
        return 1.0
    angles = 2 * math.pi * np.arange(24) / 24
    weights = np.array(hours) / total
    squared = float((weights @ np.cos(angles)) ** 2 + (weights @ np.sin(angles)) ** 2)
    return math.sqrt(max(squared - 1 / total, 0.0))


def _in_step(con: duckdb.DuckDBPyConnection, groups: int) -> list[float]:
    """Return the squared variation of hourly rows beyond chance and beyond the pattern of the week."""
    query = """
    SELECT grp, epoch(date_trunc('hour', ts))::BIGINT // 3600, count(*)
    FROM rows JOIN members USING (account) GROUP BY ALL
    """
    counts: list[dict[int, int]] = [{} for _ in range(groups)]
    for grp, hour, count in con.execute(query).fetchall():
        counts[grp][int(hour)] = int(count)
    return [_beyond_week(each) for each in counts]


def _beyond_week(counts: dict[int, int]) -> float:
    if len(counts) < 2:
        return 0.0
    first, last = min(counts), max(counts)
    rows = np.array([counts.get(hour, 0) for hour in range(first, last + 1)], dtype=np.float64)
    week = np.arange(first, last + 1) % 168
    mean = (np.bincount(week, rows, minlength=168) / np.maximum(np.bincount(week, minlength=168), 1))[week]
    squared = float((mean**2).sum())
    return float(max(((rows - mean) ** 2 - mean).sum(), 0.0) / squared) if squared else 0.0


def _grid(con: duckdb.DuckDBPyConnection, number: int) -> float:
    """Return the share of all combinations of two masked values that occur, 0 where they are not used evenly."""
    query = """
    SELECT split_part(slots, ' ', 1) AS a, split_part(slots, ' ', 2) AS b, count(*) AS n
    FROM rows JOIN members USING (account) WHERE grp = ? AND slots IS NOT NULL AND slots LIKE '% %' GROUP BY a, b
    """
    found = con.execute(query, [number]).fetchnumpy()
    combinations = len(found["n"])
    if combinations < FEWEST_COMBINATIONS:
        return 0.0
    sizes = []
    for column in ("a", "b"):
        _, values = np.unique(np.asarray(found[column], dtype=str), return_inverse=True)
        weights = np.bincount(values, np.asarray(found["n"], dtype=np.float64))
        share = weights / weights.sum()
        if len(share) < 2 or -(share * np.log(share)).sum() < EVEN_ENTROPY * math.log(len(share)):
            return 0.0
        sizes.append(len(share))
    return combinations / (sizes[0] * sizes[1])


def _level(reasons: Sequence[Reason]) -> Level:
    """Return the level of the points.

    Hours and volume alone are those of a call centre around the clock; many templates around the clock alone are those
    of a crowd of strangers, in even volume those of a team. All three stay low, whatever the points.
    """
    held = [reason for reason in reasons if reason.holds]
    points = sum(reason.points for reason in held)
    names = {reason.name for reason in held}
    if points < MEDIUM or any(names <= honest for honest in (CALL_CENTRE, CROWD, TEAM)):
        return Level.LOW
    return Level.HIGH if points >= HIGH else Level.MEDIUM


def _reason(rule: Rule, value: float) -> Reason:
    holds = not math.isnan(value) and (value >= rule.threshold if rule.above else value <= rule.threshold)
    return Reason(name=rule.name, value=value, threshold=rule.threshold, holds=holds, points=rule.points)
