"""The same campaign account by account with random numbers: a seed in, the share stopped with its interval out.

The interval covers chance only, mostly when a group is found. The same seed gives the same numbers.
"""

import math

import numpy as np

from vendors.exposure.closed import Floats, hazards, sizes
from vendors.exposure.model import Campaign, Defence, Spread

SEED = 20260605
REPLICATES = 400
AT_ONCE = 2_000_000  # accounts held in memory at a time


def simulate_queries(campaign: Campaign, defence: Defence, *, seed: int, replicates: int) -> Floats:
    """Return the queries that got through in each replicate; groups hold a whole number of accounts."""
    chance = np.random.default_rng(seed)
    at_once = max(1, AT_ONCE // max(campaign.accounts, 1))
    chunks = [min(at_once, replicates - done) for done in range(0, replicates, at_once)]
    got = np.concatenate([_run(campaign, defence, chance, chunk) for chunk in chunks])
    members = max(1, campaign.accounts // campaign.groups)
    return np.asarray(got * (campaign.accounts / (members * campaign.groups)), dtype=np.float64)


def simulated_share(campaign: Campaign, defence: Defence, *, seed: int = SEED, replicates: int = REPLICATES) -> Spread:
    """Return the share of the wanted queries that was stopped: mean, and 5 % to 95 % of the replicates."""
    if campaign.queries <= 0 or campaign.days <= 0:
        return Spread(mean=0.0, low=0.0, high=0.0)
    got = simulate_queries(campaign, defence, seed=seed, replicates=replicates)
    stopped = np.clip(1 - got / campaign.queries, 0.0, 1.0)
    low, high = np.quantile(stopped, [0.05, 0.95])
    return Spread(mean=float(stopped.mean()), low=float(low), high=float(high))


def _run(campaign: Campaign, defence: Defence, chance: np.random.Generator, replicates: int) -> Floats:
    members = max(1, campaign.accounts // campaign.groups)
    shape = (replicates, campaign.groups, members)
    rates, volume = hazards(campaign, defence), sizes(campaign)
    # With one class of account the index adds an axis of length 1 in place of a copy for every account.
    of_class = chance.integers(len(volume), size=shape) if len(volume) > 1 else np.zeros((1, 1, 1), dtype=np.int8)
    with np.errstate(divide="ignore"):
        life = chance.standard_exponential(shape) / rates.account[of_class]
    drawn = chance.random(shape)  # one draw for both: an account that leads to its group can be linked
    linkable, leads = drawn < defence.linkable, drawn < defence.linkable * defence.lead_chance
    found = np.where(leads, life, math.inf).min(axis=2)
    if rates.group > 0:
        found = np.minimum(found, chance.standard_exponential(found.shape) / rates.group)
    taken_down = np.where(linkable, (found + defence.response_days)[:, :, None], math.inf)
    end = np.minimum(np.minimum(life, taken_down), campaign.days)
    queries = _until(campaign, defence.cap, volume[of_class], end)
    return np.asarray(queries.sum(axis=(1, 2)), dtype=np.float64)


def _until(campaign: Campaign, cap: float, volume: Floats, end: Floats) -> Floats:
    """Return the queries of accounts until their end; a growing volume meets the cap at some time."""
    if campaign.growth == 0:
        return np.asarray(np.minimum(volume, cap) * end, dtype=np.float64)
    start, slope = volume * (1 - campaign.growth), 2 * volume * campaign.growth / campaign.days
    meets = np.clip((cap - start) / slope, 0.0, end)
    below = start * meets + slope * meets**2 / 2
    above = (end - meets) * cap if math.isfinite(cap) else 0.0
    return np.asarray(below + above, dtype=np.float64)
