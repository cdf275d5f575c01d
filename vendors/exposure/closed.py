"""Expected queries of a campaign that does not refill, exactly: a campaign and a defence in, queries out.

An account is caught by itself at a constant rate; its group is found by volume or by following a caught account, and
all accounts that can be tied together go down some days later. What an account attempts makes it conspicuous, also
beyond its cap: with the rate at the cap a stricter cap would seem to help the attacker.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

from vendors.exposure.model import Campaign, Defence

Floats = NDArray[np.float64]
CLASSES = 500  # equally likely sizes of account when they are unequal
NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)
SETTLED = 60.0  # time constants after which exp(-x) is 0 for our purpose
AT_ONCE = 1e12  # a rate per day that ends everything at once; infinity would make 0 x infinity
GROWING_PANELS = 8  # pieces a panel is cut into when the volume grows into the cap


@dataclass(frozen=True, slots=True, kw_only=True)
class Hazards:
    """Chances per day: of each size of account to be caught, and of a group to be found by its volume."""

    account: Floats
    group: float
    members: float


def sizes(campaign: Campaign) -> Floats:
    """Return queries a day of each class of account, their mean being the campaign's."""
    if campaign.spread == 0:
        return np.array([campaign.per_account_day])
    normal = ndtri((np.arange(CLASSES) + 0.5) / CLASSES)
    shape = np.exp(campaign.spread * normal - campaign.spread**2 / 2)
    return np.asarray(campaign.per_account_day * shape / shape.mean(), dtype=np.float64)


def account_hazard(volume: Floats, defence: Defence) -> Floats:
    """Return the chance per day that an account of this volume (queries a day) is caught."""
    by_content = volume / max(defence.content_queries, 1 / AT_ONCE)
    by_rate = np.zeros_like(volume)
    if defence.rate_top and math.isfinite(defence.rate_half):
        with np.errstate(divide="ignore"):
            by_rate = defence.rate_top / (1 + (defence.rate_half / volume) ** defence.rate_power)
    return np.asarray(np.minimum(defence.account_checks + by_content + by_rate, AT_ONCE), dtype=np.float64)


def group_hazard(volume: Floats, defence: Defence) -> Floats:
    """Return the chance per day that a group of this volume (queries a day) is found."""
    if math.isinf(defence.group_days) or math.isinf(defence.group_volume):
        return np.zeros_like(volume)
    share = np.where(volume > 0, volume / np.maximum(volume + defence.group_volume, 1e-300), 0.0)
    return np.asarray(share / max(defence.group_days, 1 / AT_ONCE), dtype=np.float64)


def hazards(campaign: Campaign, defence: Defence) -> Hazards:
    """Return the chances per day for a campaign's accounts and groups."""
    members = campaign.accounts / campaign.groups
    volume = np.array([members * campaign.per_account_day])
    return Hazards(
        account=account_hazard(sizes(campaign), defence),
        group=float(group_hazard(volume, defence)[0]),
        members=members,
    )


def expected_queries(campaign: Campaign, defence: Defence) -> float:
    """Return the queries that get through before accounts are taken down; nothing is refilled."""
    if campaign.queries <= 0 or campaign.days <= 0:
        return 0.0
    rates, days = hazards(campaign, defence), campaign.days
    response = min(defence.response_days, days)
    alone = _alone(campaign, defence, rates.account, response)
    reached = [time for time in _reaching(campaign, defence.cap) if response < time < days]
    edges = _panels([*reached, *_edges(rates, defence, response, days)])
    rest = _integral(campaign, defence, rates, edges, grouped=False)
    hidden = _integral(campaign, defence, rates, edges, grouped=True)
    linked = defence.linkable
    return campaign.accounts * float(alone + (1 - linked) * rest + linked * hidden)


def share_stopped(campaign: Campaign, defence: Defence) -> float:
    """Return the share of the wanted queries that does not get through, from 0 to 1."""
    if campaign.queries <= 0:
        return 0.0
    return min(1.0, max(0.0, 1 - expected_queries(campaign, defence) / campaign.queries))


def napkin_queries(campaign: Campaign, defence: Defence) -> float:
    """Return a quick lower estimate for equal accounts with the same volume every day (at most 10 % below).

    Taken from one constant rate of takedown; not for unequal or growing accounts.
    """
    rates, days = hazards(campaign, defence), campaign.days
    caught, response = float(rates.account[0]), min(defence.response_days, campaign.days)
    found = rates.group + defence.linkable * defence.lead_chance * rates.members * caught
    linked = lived(caught, response) + math.exp(-caught * response) * lived(caught + found, days - response)
    per_day = campaign.accounts * min(campaign.per_account_day, defence.cap)
    return per_day * ((1 - defence.linkable) * lived(caught, days) + defence.linkable * linked)


def lived(rate: float, days: float) -> float:
    """Return the expected days of life within `days` when each day ends it at this rate."""
    return days if rate * days < 1e-12 else -math.expm1(-rate * days) / rate


def binding_cap(campaign: Campaign, share: float) -> float:
    """Return the cap in queries a day that would stop this share of the volume, were nothing adapted."""
    volume = sizes(campaign)
    wanted, low, high = (1 - share) * float(volume.mean()), 0.0, float(volume.max())
    for _ in range(80):
        middle = (low + high) / 2
        low, high = (middle, high) if float(np.minimum(volume, middle).mean()) < wanted else (low, middle)
    return high


def output(campaign: Campaign, cap: float, times: Floats) -> Floats:
    """Return queries a day that get through, a row for each class of account and a column for each time."""
    pace = 1 + campaign.growth * (2 * times / campaign.days - 1)
    return np.asarray(np.minimum(sizes(campaign)[:, None] * pace[None, :], cap), dtype=np.float64)


def _alone(campaign: Campaign, defence: Defence, caught: Floats, response: float) -> float:
    """Return the mean queries of an account until a group could first be taken down."""
    if campaign.growth == 0:
        flat = np.minimum(sizes(campaign), defence.cap)
        return float(np.mean(flat * np.array([lived(float(rate), response) for rate in caught])))
    reached = [time for time in _reaching(campaign, defence.cap) if time < response]
    times, weights = _nodes(_panels([0.0, *reached, *_ends(caught, response), response]), GROWING_PANELS)
    survival = np.exp(-caught[:, None] * times[None, :])
    return float(np.mean((output(campaign, defence.cap, times) * survival) @ weights))


def _integral(campaign: Campaign, defence: Defence, rates: Hazards, edges: Sequence[float], *, grouped: bool) -> float:
    """Return the mean queries of an account from the response time on, with its group looked for or not."""
    times, weights = _nodes(edges, GROWING_PANELS if campaign.growth else 1)
    if not len(times):
        return 0.0
    survival = np.exp(-rates.account[:, None] * times[None, :])
    if grouped:
        survival = survival * _undiscovered(rates, defence, times - edges[0])[None, :]
    return float(np.mean((output(campaign, defence.cap, times) * survival) @ weights))


def _undiscovered(rates: Hazards, defence: Defence, since: Floats) -> Floats:
    """Return the chance that a group is not found after so many days, seen by one of its accounts."""
    led = defence.linkable * defence.lead_chance * -np.expm1(-rates.account[:, None] * since[None, :])
    with np.errstate(divide="ignore"):
        led_by_none = np.log1p(-np.minimum(led, 1.0)).mean(axis=0)
    others = max(rates.members - 1, 0.0)
    leads = np.exp(others * led_by_none) if others else np.ones_like(since)
    return np.asarray(np.exp(-rates.group * since) * leads, dtype=np.float64)


def _edges(rates: Hazards, defence: Defence, response: float, days: float) -> list[float]:
    """Return where to cut the time from the response to the end, so that every piece is smooth."""
    found = rates.group + defence.linkable * defence.lead_chance * rates.members * rates.account
    ends = [*_ends(rates.account, days - response), *_ends(rates.account + found, days - response)]
    return _panels([response, *(response + end for end in ends), days])


def _reaching(campaign: Campaign, cap: float) -> list[float]:
    """Return when the smallest and the largest accounts grow into the cap, where their output bends (days, from 0)."""
    if campaign.growth == 0 or not math.isfinite(cap):
        return []
    volume = sizes(campaign)
    ends = volume[[0, -1]]
    paces = cap / ends[ends > 0]
    times = (1 + (paces - 1) / campaign.growth) * campaign.days / 2
    return [float(time) for time in times if time > 0]


def _ends(rates: Floats, days: float) -> list[float]:
    """Return when these decays are over, from the fastest to the slowest in steps of at most ten, within the time."""
    decays = rates[(rates > 0) & (rates < math.inf)]
    if not len(decays):
        return []
    fastest, slowest = SETTLED / float(decays.max()), SETTLED / float(decays.min())
    steps = 1 if slowest == fastest else 2 + int(math.log10(slowest / fastest))
    return [float(end) for end in np.geomspace(fastest, slowest, steps) if end < days]


def _panels(edges: Sequence[float]) -> list[float]:
    return sorted(set(edges))


def _nodes(edges: Sequence[float], pieces: int) -> tuple[Floats, Floats]:
    """Return Gauss-Legendre nodes and weights, each piece between two edges cut again into `pieces`."""
    cuts = [low + (high - low) * k / pieces for low, high in pairwise(edges) for k in range(pieces)]
    if not cuts:
        return np.array([]), np.array([])
    ends = np.array([*cuts[1:], edges[-1]])
    half, middle = (ends - np.array(cuts)) / 2, (ends + np.array(cuts)) / 2
    return (middle[:, None] + half[:, None] * NODES).ravel(), (half[:, None] * WEIGHTS).ravel()
