"""What the answer rests on and what would change it: assumptions and controls, each changed alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from vendors.exposure.adapt import cheapest_plan
from vendors.exposure.assumptions import Assumptions, assumptions
from vendors.exposure.closed import share_stopped
from vendors.exposure.defence import defence_of, prices_of
from vendors.exposure.model import Campaign, Controls, Defence, Level, Lever, Swing, Tier

SHOWN = 0.005  # swings of less than half a percentage point are left out
Change = Callable[[Controls], Controls]


def swings(campaign: Campaign, controls: Controls, values: Assumptions) -> tuple[Swing, ...]:
    """Return how each assumption moves the share stopped, widest first; what is unknown is read as stated."""

    def stopped(case: Campaign, used: Assumptions) -> float:
        return share_stopped(case, defence_of(controls, used, unknown=Level.STATED))

    found = [
        Swing(
            id=one.id,
            name=one.name,
            unit=one.unit,
            low=one.low,
            high=one.high,
            at_low=stopped(campaign, values.changed({one.id: one.low})),
            at_high=stopped(campaign, values.changed({one.id: one.high})),
        )
        for one in assumptions()
    ]
    found += [
        Swing(id=key, name=name, unit=unit, low=low, high=high, at_low=stopped(a, values), at_high=stopped(b, values))
        for key, name, unit, low, high, a, b in _campaigns(campaign)
    ]
    return tuple(sorted((swing for swing in found if swing.width > SHOWN), key=lambda swing: (-swing.width, swing.id)))


def levers(campaign: Campaign, controls: Controls, values: Assumptions) -> tuple[Lever, ...]:
    """Return what single controls would change, what is unknown read as none; the vendor as it is comes first."""
    wanted, prices = (campaign.queries, campaign.days), prices_of(values)
    return tuple(
        Lever(
            name=name,
            ask=ask,
            stopped=share_stopped(campaign, defence),
            plan=cheapest_plan(*wanted, defence, prices),
        )
        for name, ask, defence in _changed(campaign, controls, values)
    )


def _campaigns(case: Campaign) -> Iterator[tuple[str, str, str, float, float, Campaign, Campaign]]:
    """Yield what is not public of the campaign itself: name, unit, low and high value, and both campaigns."""
    long, short = case.days * 2, case.days / 3
    yield "days", "Days of the campaign", "days", long, short, replace(case, days=long), replace(case, days=short)
    few, many = max(1, round(case.accounts / 3)), case.accounts * 3
    more, less = replace(case, accounts=many), replace(case, accounts=few)
    yield "accounts", "Accounts of the campaign", "accounts", many, few, more, less
    same, unlike = replace(case, spread=0.0), replace(case, spread=1.5)
    yield "spread", "How unequal the accounts are", "log-normal sigma", 0, 1.5, same, unlike
    yield "growth", "Growth", "share", 0, 1, replace(case, growth=0.0), replace(case, growth=1.0)
    split, whole = replace(case, groups=min(100, case.accounts)), replace(case, groups=1)
    yield "groups", "Independent groups", "groups", split.groups, 1, split, whole


def _changed(campaign: Campaign, controls: Controls, values: Assumptions) -> Iterator[tuple[str, str, Defence]]:
    base = defence_of(controls, values)
    yield "As it is", "", base
    if base.cap < float("inf"):
        yield "Half the limit per account", "a lower limit per account", _capped(base, base.cap / 2)
    below = max(campaign.per_account_day * 0.98, 0.01)
    if base.cap > below:
        yield "A limit just below the campaign", "a limit below the campaign’s rate", _capped(base, below)
    for name, ask, change in CHANGES:
        changed = defence_of(change(controls), values)
        if changed != base:
            yield name, ask, changed


def _capped(defence: Defence, cap: float) -> Defence:
    return replace(
        defence, tiers=tuple(Tier(cap=min(t.cap, cap), deposit=t.deposit, days=t.days) for t in defence.tiers)
    )


def _with_id(controls: Controls) -> Controls:
    return replace(controls, identity_share=1.0)


def _fast(controls: Controls) -> Controls:
    return replace(controls, response_days=min(1.0, controls.response_days or 1.0))


def _linking(level: Level, controls: Controls) -> Controls:
    return replace(controls, group_detection=level)


def _reading(level: Level, controls: Controls) -> Controls:
    return replace(controls, content_analysis=level)


# In the order of the table. Linked-account detection keeps the vendor's own response time where it states one.
CHANGES: tuple[tuple[str, str, Change], ...] = (
    ("Government ID for every account", "an identity check of every account", _with_id),
    ("Takedown within one day", "a response time of one day", _fast),
    ("Linked-account detection, tested", "tested linked-account detection", partial(_linking, Level.TESTED)),
    ("Linked-account detection, strong", "strong linked-account detection", partial(_linking, Level.STRONG)),
    ("Content analysis, tested", "tested content analysis", partial(_reading, Level.TESTED)),
    ("Content analysis, strong", "strong content analysis", partial(_reading, Level.STRONG)),
    (
        "Strong linked-account detection and government ID",
        "strong linked-account detection and an identity check of every account",
        lambda controls: _with_id(_linking(Level.STRONG, controls)),
    ),
)


def by_limit(campaign: Campaign, controls: Controls, values: Assumptions) -> tuple[tuple[float, float], ...]:
    """Return (limit in queries a day, share stopped) from a tenth of the campaign's rate to a thousand times it."""
    base = defence_of(controls, values)
    caps = [campaign.per_account_day * 10 ** (step / 10) for step in range(-10, 31)]
    return tuple((cap, share_stopped(campaign, replace(base, tiers=(Tier(cap=cap),)))) for cap in caps)
