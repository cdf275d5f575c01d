import math
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.vendors.exposure.strategies import CONTROLS, PRICES, between, campaigns, defences
from vendors.exposure.adapt import cheapest_plan
from vendors.exposure.closed import expected_queries, napkin_queries, share_stopped
from vendors.exposure.model import Campaign, Defence, Tier

SLACK = 1 + 1e-6  # of quadrature


@given(campaigns(), defences())
def test_between_nothing_and_everything_is_stopped(campaign: Campaign, defence: Defence) -> None:
    assert 0 <= expected_queries(campaign, defence) <= campaign.queries * SLACK
    assert 0 <= share_stopped(campaign, defence) <= 1


@pytest.mark.parametrize("control", [name for name in CONTROLS if name != "account_price"])
@settings(max_examples=25, deadline=None)
@given(data=st.data(), campaign=campaigns(), defence=defences())
def test_a_stricter_control_never_lets_more_through(
    data: st.DataObject, campaign: Campaign, defence: Defence, control: str
) -> None:
    low, high, more_is_stricter = CONTROLS[control]
    loose, strict = sorted(data.draw(st.tuples(between(low, high), between(low, high))), reverse=not more_is_stricter)
    before = expected_queries(campaign, replace(defence, **{control: loose}))
    assert expected_queries(campaign, replace(defence, **{control: strict})) <= before * SLACK + 1e-6


@settings(max_examples=25, deadline=None)
@given(campaigns(), defences(), between(0.0, 1.0))
def test_a_lower_cap_never_lets_more_through(campaign: Campaign, defence: Defence, part: float) -> None:
    lower = replace(defence, tiers=(Tier(cap=defence.cap * part),))
    assert expected_queries(campaign, lower) <= expected_queries(campaign, defence) * SLACK + 1e-6


@pytest.mark.parametrize("control", CONTROLS)
@settings(max_examples=3, deadline=None)
@given(data=st.data(), defence=defences())
def test_a_stricter_control_never_makes_the_attack_cheaper(data: st.DataObject, defence: Defence, control: str) -> None:
    low, high, more_is_stricter = CONTROLS[control]
    loose, strict = sorted(data.draw(st.tuples(between(low, high), between(low, high))), reverse=not more_is_stricter)
    assert _cost(replace(defence, **{control: strict})) >= _cost(replace(defence, **{control: loose})) * (1 - 1e-9)


@pytest.mark.parametrize(
    "stricter", [Tier(cap=20, deposit=50, days=5), Tier(cap=80, deposit=400, days=5), Tier(cap=80, deposit=50, days=40)]
)
@settings(max_examples=5, deadline=None)
@given(defence=defences())
def test_a_stricter_tier_never_makes_the_attack_cheaper(defence: Defence, stricter: Tier) -> None:
    loose = replace(defence, tiers=(Tier(cap=80, deposit=50, days=5),))
    assert _cost(replace(defence, tiers=(stricter,))) >= _cost(loose) * (1 - 1e-9)


@settings(max_examples=10, deadline=None)
@given(defence=defences())
def test_an_attack_costs_at_least_its_tokens(defence: Defence) -> None:
    assert _cost(defence) >= PRICES.tokens * 1e6


@given(campaigns(equal=True), defences())
def test_the_quick_estimate_is_never_above_the_exact_one(campaign: Campaign, defence: Defence) -> None:
    assert napkin_queries(campaign, defence) <= expected_queries(campaign, defence) * SLACK + 1e-6


@given(campaigns(), defences(), st.integers(2, 50))
def test_more_groups_never_lower_what_gets_through(campaign: Campaign, defence: Defence, groups: int) -> None:
    assume(campaign.accounts >= groups)
    one, many = expected_queries(campaign, defence), expected_queries(replace(campaign, groups=groups), defence)
    assert many * SLACK + 1e-6 >= one


@given(campaigns(equal=True), defences())
def test_twice_the_queries_by_twice_the_accounts_is_the_same_for_an_account(
    campaign: Campaign, defence: Defence
) -> None:
    alone = replace(defence, linkable=0.0)
    twice = replace(campaign, queries=2 * campaign.queries, accounts=2 * campaign.accounts)
    assert twice.per_account_day == pytest.approx(campaign.per_account_day)
    assert expected_queries(twice, alone) == pytest.approx(2 * expected_queries(campaign, alone))


def _cost(defence: Defence) -> float:
    plan = cheapest_plan(28.8e6, 45.0, defence, PRICES)
    return plan.cost if plan else math.inf
