"""Published limits as queries a day: limits and the size of a query in, the binding one and its headroom out."""

import math
from collections.abc import Sequence

import numpy as np

from vendors.exposure.assumptions import Assumptions
from vendors.exposure.closed import sizes
from vendors.exposure.model import BindingLimit, Campaign, Limit, LimitKind, Tier

MINUTES, SECONDS, MONTH = 1_440, 86_400, 30  # of a day, of a day, days of a month


def queries_a_day(limit: Limit, sizes_of: Assumptions) -> float:
    """Return how many queries a day one account may send under this limit."""
    tokens_in, tokens_out = sizes_of["tokens_in"], sizes_of["tokens_out"]
    each = {
        LimitKind.REQUESTS_A_SECOND: SECONDS,
        LimitKind.REQUESTS_A_MINUTE: MINUTES,
        LimitKind.REQUESTS_A_DAY: 1,
        LimitKind.INPUT_TOKENS_A_MINUTE: MINUTES / tokens_in,
        LimitKind.OUTPUT_TOKENS_A_MINUTE: MINUTES / tokens_out,
        LimitKind.TOKENS_A_MINUTE: MINUTES / (tokens_in + tokens_out),
        LimitKind.TOKENS_A_MONTH: 1 / (MONTH * (tokens_in + tokens_out)),
        LimitKind.DOLLARS_A_MONTH: 1 / (MONTH * sizes_of.list_price),
        LimitKind.CONCURRENT_REQUESTS: SECONDS / sizes_of["seconds_a_query"],
    }
    return float(limit.value * each[limit.kind])


def tiers_of(limits: Sequence[Limit], sizes_of: Assumptions) -> tuple[Tier, ...]:
    """Return what a new account and each later tier may send, by price; no limit known: one tier without a cap."""
    steps = sorted({(limit.days, limit.deposit) for limit in limits}) or [(0.0, 0.0)]
    return tuple(
        Tier(
            cap=_smallest([x for x in limits if (x.days, x.deposit) == step], sizes_of)[1],
            deposit=step[1],
            days=step[0],
        )
        for step in steps
    )


def binding_limit(limits: Sequence[Limit], campaign: Campaign, sizes_of: Assumptions) -> BindingLimit:
    """Return the smallest limit of a new account, its headroom over the campaign, and what it would cut off."""
    entry = min(((x.days, x.deposit) for x in limits), default=None)
    limit, cap = _smallest([x for x in limits if (x.days, x.deposit) == entry], sizes_of)
    volume = sizes(campaign)
    return BindingLimit(
        limit=limit,
        cap=cap,
        headroom=cap / float(volume.max()) if volume.max() else math.inf,
        stopped=1 - float(np.minimum(volume, cap).mean() / volume.mean()) if volume.mean() else 0.0,
        accounts_needed=math.ceil(campaign.queries / (cap * campaign.days)) if cap else math.inf,
    )


def _smallest(limits: Sequence[Limit], sizes_of: Assumptions) -> tuple[Limit | None, float]:
    caps = [(queries_a_day(limit, sizes_of), n) for n, limit in enumerate(limits)]
    cap, place = min(caps, default=(math.inf, -1))
    return (limits[place] if place >= 0 else None), cap
