"""A campaign replayed against a vendor: campaign, controls and assumptions in, the five answers out.

What is unknown is read twice, as none and as stated, and both ends are kept.
"""

from dataclasses import replace

from vendors.exposure.adapt import cheapest_plan
from vendors.exposure.assumptions import Assumptions
from vendors.exposure.closed import binding_cap, share_stopped
from vendors.exposure.defence import defence_of, prices_of
from vendors.exposure.limits import binding_limit
from vendors.exposure.model import Campaign, Controls, Defence, Level, Replay, Spread
from vendors.exposure.simulate import REPLICATES, SEED, simulated_share

CHEAP = 0.1  # of list price, as resellers are reported to sell
HALF = 0.5  # the share that the cap named as binding would stop


def replay(
    campaign: Campaign, controls: Controls, values: Assumptions, *, seed: int = SEED, replicates: int = REPLICATES
) -> Replay:
    """Return what binds, what is stopped, and what an attacker who adapts would pay; means exact, ranges simulated."""
    weak, good = (defence_of(controls, values, unknown=level) for level in (Level.NONE, Level.STATED))
    least = _stopped(campaign, weak, seed=seed, replicates=replicates)
    most = least if weak == good else _stopped(campaign, good, seed=seed, replicates=replicates)
    wanted = (campaign.queries, campaign.days)
    plan = cheapest_plan(*wanted, weak, prices_of(values))
    return Replay(
        campaign=campaign,
        controls=controls,
        binding=binding_limit(controls.limits, campaign, values),
        binding_cap=campaign.per_account_day,
        half_cap=binding_cap(campaign, HALF),
        least=least,
        most=most,
        plan=plan,
        dearest=plan if weak == good else cheapest_plan(*wanted, good, prices_of(values)),
        cheap_plan=cheapest_plan(*wanted, weak, prices_of(values, paid_share=CHEAP)),
        set_size=values["set_size"],
        seed=seed,
        replicates=replicates,
    )


def without_detection(controls: Controls) -> Controls:
    """Return a vendor with its published limits alone: no detection, no identity check."""
    bare = Controls(id=controls.id, vendor=controls.vendor, limits=controls.limits)
    none = Level.NONE
    return replace(bare, account_checks=none, content_analysis=none, usage_monitoring=none, group_detection=none)


def _stopped(campaign: Campaign, defence: Defence, *, seed: int, replicates: int) -> Spread:
    drawn = simulated_share(campaign, defence, seed=seed, replicates=replicates)
    return replace(drawn, mean=share_stopped(campaign, defence))
