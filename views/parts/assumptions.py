"""The inputs of the replay: which campaign, and a slider with default and source for every assumption."""

from itertools import groupby

import streamlit as st

from vendors.exposure.assumptions import Assumption, Assumptions, assumptions
from vendors.exposure.model import Campaign
from views.messages import plain
from workflow.exposure import assumed, changed_campaign, known_campaigns

KEY = "assume_"
STEPS = 100


def choose_campaign() -> Campaign:
    """Offer the reported campaigns and other numbers in their place; other numbers make it the reader's own."""
    known = {one.id: one for one in known_campaigns()}
    picked = st.selectbox(
        "Campaign (alleged)", list(known), format_func=lambda key: known[key].title, key="exposure_campaign"
    )
    base = known[picked]
    with st.expander("Other numbers", type="compact"):
        queries = st.number_input("Queries wanted", 1_000, 1_000_000_000, int(base.queries), key=f"queries_{picked}")
        accounts = st.number_input("Accounts", 1, 1_000_000, base.accounts, key=f"accounts_{picked}")
        days = st.number_input("Days", 1, 3650, int(base.days), key=f"days_{picked}")
        groups = st.number_input("Independent groups", 1, 1000, 1, key=f"groups_{picked}")
        spread = st.slider("How unequal the accounts are (log-normal sigma)", 0.0, 1.5, 0.0, key=f"spread_{picked}")
        growth = st.slider("Growth, from 0 (every day the same) to 1", 0.0, 1.0, 0.0, key=f"growth_{picked}")
    return changed_campaign(
        base, queries=queries, accounts=accounts, days=days, groups=groups, spread=spread, growth=growth
    )


def choose_assumptions() -> Assumptions:
    """Offer every assumption as a slider, folded; return their values, the defaults where nothing was moved."""
    chosen: dict[str, float] = {}
    with st.expander("Assumptions, each with its default and source"):
        st.button("Reset all to their defaults", on_click=_reset, key="assumptions_reset")
        for group, members in groupby(assumptions(), key=lambda one: one.group):
            st.subheader(group, anchor=False)
            for one in members:
                chosen[one.id] = _slider(one)
    return assumed({name: value for name, value in chosen.items() if value != assumed()[name]})


def _slider(one: Assumption) -> float:
    low, high, key = float(min(one.low, one.high)), float(max(one.low, one.high)), KEY + one.id
    st.session_state.setdefault(key, float(one.central))
    changed = " (changed)" if st.session_state[key] != one.central else ""
    unit = "" if one.unit == "share" else f" ({plain(one.unit)})"
    value = st.slider(f"{one.name}{unit}{changed}", low, high, step=(high - low) / STEPS, format="%.6g", key=key)
    st.caption(plain(f"Default {one.central:,.10g}. {one.source}."))
    return float(value)


def _reset() -> None:
    for one in assumptions():
        st.session_state[KEY + one.id] = float(one.central)
