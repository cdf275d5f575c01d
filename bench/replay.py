"""Measures the campaign replay: exact value, a million accounts simulated, an attacker who adapts, eight vendors."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace

from vendors.exposure.adapt import cheapest_plan
from vendors.exposure.assumptions import central
from vendors.exposure.closed import share_stopped
from vendors.exposure.defence import defence_of, prices_of
from vendors.exposure.published import campaigns, published_controls
from vendors.exposure.replay import replay
from vendors.exposure.simulate import SEED, simulate_queries

RUNS, MILLION, REPLICATES, VENDORS = 5, 1_000_000, 100, 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayFigures:
    """Median seconds of one core."""

    exact_seconds: float
    million_seconds: float
    adapt_seconds: float
    vendors_seconds: float


def measure_replay() -> ReplayFigures:
    """Measure on the best known campaign and the first vendors of the published controls."""
    campaign, values, vendors = campaigns()[0], central(), published_controls()[:VENDORS]
    defence = defence_of(vendors[0], values)
    million = replace(campaign, accounts=MILLION, queries=campaign.per_account * MILLION)
    return ReplayFigures(
        exact_seconds=_median(lambda: share_stopped(campaign, defence)),
        million_seconds=_median(lambda: simulate_queries(million, defence, seed=SEED, replicates=REPLICATES), runs=1),
        adapt_seconds=_median(lambda: cheapest_plan(campaign.queries, campaign.days, defence, prices_of(values))),
        vendors_seconds=_median(lambda: [replay(campaign, one, values) for one in vendors], runs=1),
    )


def _median(work: Callable[[], object], *, runs: int = RUNS) -> float:
    return statistics.median(_timed(work) for _ in range(runs))


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
