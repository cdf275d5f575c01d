import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from vendors.exposure.adapt import renewals
from vendors.exposure.assumptions import assumptions, central
from vendors.exposure.closed import binding_cap, expected_queries, share_stopped
from vendors.exposure.defence import account_price, defence_of
from vendors.exposure.limits import queries_a_day
from vendors.exposure.model import Campaign, Controls, Defence, Level, Limit, LimitKind, Tier
from vendors.exposure.published import campaigns, published_controls
from vendors.exposure.replay import replay
from vendors.exposure.sensitivity import levers, swings
from vendors.exposure.simulate import simulate_queries

JUNE = campaigns()[0]
OPEN = Defence(
    tiers=(Tier(cap=math.inf),),
    account_checks=0.0,
    content_queries=math.inf,
    rate_top=0.0,
    rate_half=math.inf,
    rate_power=2.0,
    linkable=0.0,
    group_days=math.inf,
    group_volume=10_000.0,
    lead_chance=0.0,
    response_days=7.0,
    account_price=2.3,
)


def controls(level: Level, *, spend: float = 500, **known: object) -> Controls:
    limit = Limit(
        name="spend",
        kind=LimitKind.DOLLARS_A_MONTH,
        value=spend,
        scope="organisation",
        source="a test",
        as_of=date(2026, 11, 1),
        confidence="vendor statement",
    )
    levels = dict.fromkeys(("account_checks", "content_analysis", "usage_monitoring", "group_detection"), level)
    return Controls(id="x", vendor="X", limits=(limit,), **levels | known)  # type: ignore[arg-type]


def test_the_june_case_is_about_1150_queries_an_account_and_26_a_day() -> None:
    assert round(JUNE.per_account) == 1152
    assert JUNE.per_account_day == pytest.approx(25.6)


def test_the_june_case_stays_below_every_limit_of_an_account_that_is_known() -> None:
    limits = [limit for vendor in published_controls() for limit in vendor.limits]
    assert len(limits) >= 10
    assert all(queries_a_day(limit, central()) > 5 * JUNE.per_account_day for limit in limits)


@pytest.mark.parametrize("campaign", campaigns(), ids=lambda one: one.id)
def test_every_reported_case_is_alleged_and_dated(campaign: Campaign) -> None:
    assert campaign.alleged_by
    assert campaign.on is not None
    assert campaign.source
    assert "lleged" in campaign.note


@pytest.mark.parametrize("one", assumptions(), ids=lambda one: one.id)
def test_every_assumption_has_unit_source_and_a_central_value_between_its_ends(one) -> None:
    assert one.unit
    assert one.source
    assert min(one.low, one.high) <= one.central <= max(one.low, one.high)


@pytest.mark.parametrize(
    ("kind", "value", "queries"),
    [
        (LimitKind.REQUESTS_A_SECOND, 1, 86_400),
        (LimitKind.REQUESTS_A_MINUTE, 1, 1440),
        (LimitKind.REQUESTS_A_DAY, 100, 100),
        (LimitKind.OUTPUT_TOKENS_A_MINUTE, 100_000, 72_000),
        (LimitKind.TOKENS_A_MONTH, 1_200_000, 10),
        (LimitKind.DOLLARS_A_MONTH, 500, 277.8),
        (LimitKind.CONCURRENT_REQUESTS, 2500, 7_200_000),
    ],
)
def test_limits_become_queries_a_day(kind: LimitKind, value: float, queries: float) -> None:
    limit = replace(controls(Level.NONE).limits[0], kind=kind, value=value)
    assert queries_a_day(limit, central()) == pytest.approx(queries, rel=1e-3)


@pytest.mark.parametrize(
    ("level", "stopped"), [(Level.NONE, 0.05), (Level.STATED, 0.35), (Level.TESTED, 0.83), (Level.STRONG, 0.975)]
)
def test_the_levels_stop_what_the_model_was_set_to(level: Level, stopped: float) -> None:
    assert share_stopped(JUNE, defence_of(controls(level), central())) == pytest.approx(stopped, abs=0.006)


@pytest.mark.parametrize(
    ("changes", "share"),
    [
        ({}, 0.0),
        ({"tiers": (Tier(cap=0.0),)}, 1.0),
        ({"account_checks": math.inf}, 1.0),
        ({"content_queries": 0.0}, 1.0),
        ({"linkable": 1.0, "group_days": 0.0, "response_days": 0.0}, 1.0),
        ({"linkable": 1.0, "group_days": 0.0, "response_days": 45.0}, 0.0),
        ({"linkable": 1.0, "group_days": 0.0, "response_days": 1e6}, 0.0),
        ({"linkable": 0.0, "group_days": 0.0, "response_days": 0.0}, 0.0),
        ({"linkable": 0.5, "group_days": 0.0, "response_days": 0.0}, 0.5),
    ],
)
def test_limits_at_zero_and_infinity(changes: dict[str, float], share: float) -> None:
    assert share_stopped(JUNE, replace(OPEN, **changes)) == pytest.approx(share, abs=1e-6)


@pytest.mark.parametrize("changes", [{"queries": 0.0}, {"accounts": 1}, {"days": 1e-9}, {"accounts": 1_000_000}])
def test_extreme_campaigns_give_finite_numbers(changes: dict[str, float]) -> None:
    got = expected_queries(replace(JUNE, **changes), defence_of(controls(Level.STRONG), central()))
    assert math.isfinite(got)
    assert got >= 0


@pytest.mark.parametrize("level", [Level.STATED, Level.TESTED, Level.STRONG])
@pytest.mark.parametrize(
    "shape", [{}, {"spread": 1.2}, {"growth": 1.0}, {"spread": 0.8, "growth": 0.5}, {"groups": 20}]
)
@pytest.mark.parametrize("cap", [1e4, 20.0])
def test_the_exact_value_and_the_simulation_agree(level: Level, shape: dict[str, float], cap: float) -> None:
    campaign = replace(JUNE, queries=2.88e6, accounts=2_500, **shape)
    defence = replace(defence_of(controls(level), central()), tiers=(Tier(cap=cap),), lead_chance=1e-3)
    exact, drawn = expected_queries(campaign, defence), simulate_queries(campaign, defence, seed=7, replicates=400)
    error = float(drawn.std(ddof=1) / math.sqrt(len(drawn)))
    assert abs(float(drawn.mean()) - exact) <= 4 * error + 0.003 * exact


def test_the_same_seed_gives_the_same_numbers() -> None:
    defence = defence_of(controls(Level.STATED), central())
    once, again, other = (simulate_queries(JUNE, defence, seed=seed, replicates=5) for seed in (1, 1, 2))
    assert np.array_equal(once, again)
    assert not np.array_equal(once, other)


def test_a_cap_that_stops_half_stops_half() -> None:
    uneven = replace(JUNE, spread=1.0)
    assert binding_cap(JUNE, 0.5) == pytest.approx(12.8)
    assert share_stopped(uneven, replace(OPEN, tiers=(Tier(cap=binding_cap(uneven, 0.5)),))) == pytest.approx(0.5)


def test_an_id_costs_its_tries() -> None:
    assert account_price(central(), 0.0) == pytest.approx(2.3)
    assert account_price(central(), 1.0) == pytest.approx(62.3)


def test_half_the_limit_changes_nothing_and_identity_with_linking_multiplies() -> None:
    found = {lever.name: lever for lever in levers(JUNE, controls(Level.STATED), central())}
    as_is, half = found["As it is"], found["Half the limit per account"]
    linked, with_id = found["Linked-account detection, strong"], found["Government ID for every account"]
    both = found["Strong linked-account detection and government ID"]
    assert half.stopped == pytest.approx(as_is.stopped)
    assert linked.stopped == pytest.approx(0.92, abs=0.005)
    plans = [lever.plan for lever in (as_is, linked, with_id, both)]
    extras = [plan.extra for plan in plans if plan is not None]
    assert extras == pytest.approx([940, 5_800, 20_300, 65_700], rel=0.02)
    assert extras[3] > extras[1] + extras[2]


def test_account_checks_matter_most_to_the_share_stopped() -> None:
    found = swings(JUNE, controls(Level.STATED), central())
    assert found[0].id == "account_checks"
    assert (round(found[0].at_low, 2), round(found[0].at_high, 2)) == (0.23, 0.71)
    assert [swing.width for swing in found] == sorted((swing.width for swing in found), reverse=True)


def test_what_is_unknown_gives_a_range_and_not_none() -> None:
    found = replay(JUNE, controls(Level.STATED, group_detection=Level.UNKNOWN), central(), replicates=20)
    assert found.uncertain
    assert (round(found.least.mean, 2), round(found.most.mean, 2)) == (0.19, 0.35)
    assert "whether it links accounts" in found.controls.unknown


def test_an_attack_that_cannot_be_done_in_time_has_no_plan() -> None:
    assert replay(JUNE, controls(Level.STATED, spend=1), central(), replicates=5).plan is None


@pytest.mark.parametrize("rate", [0.005, 0.05, 0.5])
@pytest.mark.parametrize(("response", "rebuild"), [(7.0, 3.0), (1.0, 1.0), (0.0, 10.0), (30.0, math.inf), (60.0, 3.0)])
def test_days_up_and_takedowns_of_a_rebuilt_group_agree_with_a_simulation(
    rate: float, response: float, rebuild: float
) -> None:
    up, takedowns = renewals(np.array([rate]), days=45.0, response=response, rebuild=rebuild)
    drawn_up, drawn_takedowns = _renewed(rate, response=response, rebuild=rebuild)
    for exact, drawn in ((float(up[0]), drawn_up), (float(takedowns[0]), drawn_takedowns)):
        error = float(drawn.std(ddof=1) / math.sqrt(len(drawn)))
        assert abs(float(drawn.mean()) - exact) <= 4 * error + 0.003 * exact


def _renewed(rate: float, *, response: float, rebuild: float) -> tuple[np.ndarray, np.ndarray]:
    """Days up and takedowns within 45 days of 40,000 groups that are found, taken down and rebuilt in turn."""
    chance = np.random.default_rng(3)
    now, up, takedowns = (np.zeros(40_000) for _ in range(3))
    while (now < 45).any():
        down = now + chance.exponential(1 / rate, len(now)) + response
        up += np.clip(np.minimum(down, 45) - now, 0, None)
        takedowns += down < 45
        now = np.maximum(down + rebuild, now)
    return up, takedowns
