from hypothesis import strategies as st

from vendors.exposure.model import Campaign, Defence, Prices, Tier

PRICES = Prices(
    tokens=0.06, traffic=6e-5, group=2000.0, rebuild_days=3.0, most_identities=1_000_000.0, most_a_day=10_000.0
)

# For each control: its range and whether more of it is stricter.
CONTROLS = {
    "account_checks": (0.0, 0.2, True),
    "content_queries": (50.0, 1e6, False),
    "rate_top": (0.0, 2.0, True),
    "rate_half": (10.0, 1e5, False),
    "linkable": (0.0, 1.0, True),
    "group_days": (0.5, 1000.0, False),
    "group_volume": (10.0, 1e6, False),
    "lead_chance": (0.0, 1e-2, True),
    "response_days": (0.0, 60.0, False),
    "account_price": (0.1, 500.0, True),
}


def between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_infinity=False, allow_subnormal=False)


def defences() -> st.SearchStrategy[Defence]:
    numbers = {name: between(low, high) for name, (low, high, _) in CONTROLS.items()}
    tiers = st.builds(Tier, cap=between(1.0, 1e5), deposit=between(0.0, 500.0), days=between(0.0, 30.0)).map(
        lambda tier: (tier,)
    )
    return st.builds(Defence, tiers=tiers, rate_power=st.just(2.0), **numbers)


def campaigns(*, equal: bool = False) -> st.SearchStrategy[Campaign]:
    shape = st.just(0.0)
    return st.builds(
        Campaign,
        id=st.just("any"),
        title=st.just("Any"),
        queries=between(1e3, 1e8),
        accounts=st.integers(1, 100_000),
        days=between(1.0, 200.0),
        spread=shape if equal else st.sampled_from([0.0, 0.7, 1.5]),
        growth=shape if equal else st.sampled_from([0.0, 0.4, 1.0]),
    )
