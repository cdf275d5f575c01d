"""An attacker who replaces accounts and adapts: what is wanted, a defence and prices in, the cheapest plan out.

Every plan of one fixed grid is priced: queries an account and day, accounts a group, days until a group that was taken
down is rebuilt. Since the grid is the same for every vendor and each control makes no plan better, a stricter
control never makes the attack cheaper. The days to rebuild are the attacker's choice: fixed at the least, a longer
waiting time for a tier would seem to help.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammainc

from vendors.exposure.closed import Floats, account_hazard, group_hazard
from vendors.exposure.model import Defence, Plan, Prices, Tier

RATES = np.logspace(0, 5, 101)
GROUPS = np.logspace(0, 6, 121)
REBUILD = (1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 14.0, 21.0, 30.0, 45.0, 60.0, 90.0, math.inf)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offers:
    """The grid priced for one number of days to rebuild; infinite cost where a plan cannot be done."""

    cost: Floats
    accounts: Floats
    groups: Floats
    takedowns: Floats
    up_days: Floats


def cheapest_plan(queries: float, days: float, defence: Defence, prices: Prices) -> Plan | None:
    """Return the plan with the least cost, ties to fewer accounts; None when no plan reaches the queries in time."""
    tiers = [_tier(rate, defence) for rate in RATES]
    best: tuple[float, float, Plan] | None = None
    for rebuild in REBUILD:
        offers = _offers(queries, days, defence, prices, rebuild=rebuild, tiers=tiers)
        place = np.unravel_index(np.lexsort((offers.accounts.ravel(), offers.cost.ravel()))[0], offers.cost.shape)
        if not math.isfinite(offers.cost[place]):
            continue
        found = _plan(
            offers, place=(int(place[0]), int(place[1])), wanted=(queries, days), rebuild=rebuild, prices=prices
        )
        if best is None or (found.cost, found.accounts) < best[:2]:
            best = (found.cost, found.accounts, found)
    return best[2] if best else None


def renewals(found: Floats, *, days: float, response: float, rebuild: float) -> tuple[Floats, Floats]:
    """Return the expected days that a group is up and its expected takedowns within `days`.

    A group is found at the rate `found` per day, taken down `response` days later and rebuilt after `rebuild` days.
    """
    rate = np.clip(found, 1e-12, 1e12)
    up, takedowns = np.zeros_like(rate), np.zeros_like(rate)
    k, left = 0, days
    while left > 0:
        after = max(left - response, 0.0)
        start = np.ones_like(rate) if k == 0 else gammainc(k, rate * left)
        ended = gammainc(k + 1, rate * after)
        up += left * start - after * ended + (k + 1) / rate * gammainc(k + 2, rate * after)
        if k:
            up -= k / rate * gammainc(k + 1, rate * left)
        takedowns += ended
        k, left = k + 1, left - response - rebuild
    return np.clip(up, 0.0, days), takedowns


def _tier(rate: float, defence: Defence) -> Tier | None:
    """Return the first tier whose cap covers a rate, the cheapest in days and then in money."""
    return next((tier for tier in defence.tiers if tier.cap >= rate), None)


def _offers(
    queries: float, days: float, defence: Defence, prices: Prices, *, rebuild: float, tiers: list[Tier | None]
) -> Offers:
    rate, members = RATES[:, None], GROUPS[None, :]
    caught = account_hazard(rate, defence)
    found = group_hazard(rate * members, defence) + defence.linkable * defence.lead_chance * members * caught
    alive, takedowns = renewals(found, days=days, response=min(defence.response_days, days), rebuild=rebuild)
    up = (1 - defence.linkable) * days + defence.linkable * alive
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        of_group = members * rate * up
        used = (1 / up + caught + defence.linkable * takedowns / up) / rate
        deposit = np.array([tier.deposit if tier else 0.0 for tier in tiers])[:, None]
        groups = np.ceil(queries / of_group)
        tokens = np.maximum(deposit * used, prices.tokens)
        cost = queries * (defence.account_price * used + tokens + prices.traffic)
        cost = cost + groups * prices.group * (1 + takedowns)
        accounts = queries * used
        feasible = (accounts <= prices.most_identities) & _allowed(tiers, prices, rebuild)[:, None] & (up > 0)
    return Offers(
        cost=np.where(feasible, cost, math.inf), accounts=accounts, groups=groups, takedowns=takedowns, up_days=up
    )


def _allowed(tiers: list[Tier | None], prices: Prices, rebuild: float) -> NDArray[np.bool_]:
    """Return which rates an account may send at: within a tier, unnoticed by sales, its tier reached when rebuilt."""
    fits = [tier is not None and rebuild >= max(prices.rebuild_days, tier.days) for tier in tiers]
    return np.array(fits) & (prices.most_a_day >= RATES)


def _plan(
    offers: Offers, *, place: tuple[int, int], wanted: tuple[float, float], rebuild: float, prices: Prices
) -> Plan:
    queries, days = wanted
    cost, up = float(offers.cost[place]) / queries * 1e6, float(offers.up_days[place])
    return Plan(
        per_account_day=float(RATES[place[0]]),
        accounts_a_group=float(GROUPS[place[1]]),
        groups=int(offers.groups[place]),
        accounts=float(offers.accounts[place]),
        takedowns=float(offers.takedowns[place] * offers.groups[place]),
        rebuild_days=rebuild,
        delay_days=days * (days / up - 1),
        cost=cost,
        extra=cost - prices.tokens * 1e6,
    )
