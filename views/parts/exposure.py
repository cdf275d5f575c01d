"""The Exposure tab: a reported campaign replayed against vendors' controls, with every assumption as a slider."""

from collections.abc import Sequence

import streamlit as st

from scoring.model import Assessment
from vendors.exposure.assumptions import Assumptions, version
from vendors.exposure.model import Campaign, Controls, Lever, Replay, Swing
from vendors.exposure.words import NOTICE, amount, arithmetic, dollars, lesson, origin, percent, sentences, share_words
from views.charts import Bar, labelled_bars, limit_curve, tornado
from views.messages import plain
from views.parts.assumptions import choose_assumptions, choose_campaign
from workflow.exposure import (
    curve_of_limits,
    known_vendors,
    replay_vendors,
    uploaded_controls,
    what_matters,
)

MOST = 8
MOST_SWINGS = 8
FIRST = ("anthropic", "openai", "google-gemini", "mistral")


def draw_exposure(assessments: Sequence[Assessment], published: Sequence[str] = ()) -> None:
    """Draw the replay for the vendors that are compared and for others whose controls are published.

    `published` are the ids of the catalogue's vendors to begin with.
    """
    campaign = choose_campaign()
    st.markdown(f"**{plain(arithmetic(campaign))}**")
    st.caption(plain(origin(campaign)))
    vendors = _chosen([uploaded_controls(one) for one in assessments], published or FIRST)
    if not vendors:
        st.markdown("Pick at least one vendor.")
        return
    results = st.container()
    values = choose_assumptions()
    with results, st.spinner("Replaying the campaign"):
        replays = [_replayed(one, campaign, values) for one in vendors]
        _overview(replays)
        _detail(replays, campaign, values)
    st.caption(plain(f"{NOTICE} Assumptions of {version()}, seed {replays[0].seed}, {replays[0].replicates} runs."))


def _chosen(uploaded: Sequence[Controls], published: Sequence[str]) -> list[Controls]:
    known = {one.id: one for one in (*uploaded, *known_vendors())}
    first = [one.id for one in uploaded] + [name for name in published if name in known]
    picked = st.multiselect(
        "Vendors in the replay",
        list(known),
        default=first[:MOST],
        format_func=lambda key: known[key].vendor + (" (your documents)" if known[key] in uploaded else ""),
        max_selections=MOST,
        key="exposure_vendors",
    )
    return [known[key] for key in picked]


@st.cache_data(max_entries=200, show_spinner=False)
def _replayed(controls: Controls, campaign: Campaign, values: Assumptions) -> Replay:
    return replay_vendors([controls], campaign, values)[0]


@st.cache_data(max_entries=100, show_spinner=False)
def _matters(
    controls: Controls, campaign: Campaign, values: Assumptions
) -> tuple[tuple[Swing, ...], tuple[Lever, ...]]:
    return what_matters(controls, campaign, values)


def _overview(replays: Sequence[Replay]) -> None:
    st.subheader("Share of the campaign stopped", anchor=False)
    scored = [one for one in replays if not one.controls.permits_distillation]
    if scored:
        bars = [Bar(label=_label(one), value=100 * one.least.mean, whole=100 * one.most.mean) for one in scored]
        labelled_bars([*bars], alt_text="; ".join(_label(one) for one in scored))
        st.caption(
            "Filled: what is unknown read as none. Pale: read as stated. If repeated, without replacing accounts."
        )
    for one in replays:
        if one.controls.permits_distillation:
            st.markdown(plain(f"{one.controls.vendor}: permitted by its terms. The replay is not scored."))
    with st.expander("Show as table", type="compact"):
        st.dataframe([_row(one) for one in replays], hide_index=True, placeholder="–")


def _label(one: Replay) -> str:
    return f"{one.controls.vendor}: {share_words(one)}"


def _row(one: Replay) -> dict[str, str | None]:
    scored, plan = not one.controls.permits_distillation, one.plan
    fewest, most = one.left
    left = amount(most) if not one.uncertain else f"{amount(fewest)} to {amount(most)}"
    return {
        "Vendor": one.controls.vendor,
        "Tightest limit, queries a day": amount(one.binding.cap) if one.binding.limit else "unknown",
        "Times what was used": amount(one.binding.headroom) if one.binding.limit else "unknown",
        "Stopped": share_words(one) if scored else "permitted by its terms",
        "Queries got": left if scored else None,
        "Cost per million": dollars(plan.cost) if scored and plan else None,
        "On top of tokens": dollars(plan.extra) if scored and plan else None,
        "Accounts": amount(plan.accounts) if scored and plan else None,
    }


def _detail(replays: Sequence[Replay], campaign: Campaign, values: Assumptions) -> None:
    st.subheader("What would have stopped it", anchor=False)
    names = {one.controls.id: one for one in replays}
    picked = st.selectbox("Vendor", list(names), format_func=lambda key: names[key].controls.vendor, key="exposure_one")
    one = names[picked]
    if one.controls.permits_distillation:
        st.markdown(plain(" ".join(sentences(one))))
        return
    swings, levers = _matters(one.controls, campaign, values)
    st.markdown(f"**{plain(lesson(one, levers))}**")
    for sentence in sentences(one):
        st.markdown(plain(sentence))
    st.dataframe([_lever(lever) for lever in levers], hide_index=True)
    _curve(one, campaign, values)
    _tornado(one, swings)


def _lever(lever: Lever) -> dict[str, str]:
    return {
        "One control changed": lever.name,
        "Stopped": percent(lever.stopped),
        "Per million, on top of tokens": dollars(lever.plan.extra) if lever.plan else "not reachable",
        "Accounts": amount(lever.plan.accounts) if lever.plan else "–",
    }


def _curve(one: Replay, campaign: Campaign, values: Assumptions) -> None:
    st.subheader("What a limit per account would do", anchor=False)
    points = [(limit, 100 * share) for limit, share in curve_of_limits(one.controls, campaign, values)]
    used = campaign.per_account_day
    limit_curve(
        points, used=used, alt_text=f"Percent stopped against the limit; the campaign used {amount(used)} a day"
    )
    st.caption(
        "Percent stopped, against the limit in queries a day. Dashed: what the campaign used per account and day."
    )
    with st.expander("Show as table", type="compact"):
        st.dataframe(
            [{"Limit": amount(limit), "Stopped": f"{share:.0f} %"} for limit, share in points], hide_index=True
        )


def _tornado(one: Replay, swings: Sequence[Swing]) -> None:
    st.subheader("What the answer rests on", anchor=False)
    rows = [
        (f"{percent(swing.at_low)} to {percent(swing.at_high)}: {swing.name}", *_ends(swing))
        for swing in swings[:MOST_SWINGS]
    ]
    if not rows:
        st.markdown("No assumption moves the share stopped by half a percentage point.")
        return
    tornado(rows, score=100 * one.most.mean, alt_text=f"Share stopped by assumption; widest: {rows[0][0]}")
    st.caption("Share stopped when one assumption goes from its low to its high value; what is unknown read as stated.")
    with st.expander("Show as table", type="compact"):
        st.dataframe([_swing(swing) for swing in swings], hide_index=True)


def _ends(swing: Swing) -> tuple[float, float]:
    return 100 * min(swing.at_low, swing.at_high), 100 * max(swing.at_low, swing.at_high)


def _swing(swing: Swing) -> dict[str, str]:
    return {
        "Assumption": swing.name,
        "Unit": swing.unit,
        "Low": f"{swing.low:g}",
        "High": f"{swing.high:g}",
        "Stopped at low": percent(swing.at_low),
        "Stopped at high": percent(swing.at_high),
    }
