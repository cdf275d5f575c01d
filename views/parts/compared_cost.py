"""The Cost tab of Compare: list prices against protection, for the buyer's own volume."""

from collections.abc import Mapping, Sequence

import streamlit as st

from vendors.comparison import Side
from vendors.cost import Cost, Offer, Volume, cost_a_year, cost_words, frontier
from vendors.exposure.assumptions import central
from vendors.exposure.model import Controls
from views.charts import offers_chart
from views.messages import plain
from workflow.exposure import known_campaigns, published_controls_of, replay_vendors, uploaded_controls

VOLUMES = {"A tenth": 0.1, "As given": 1.0, "Ten times": 10.0}


def draw_cost(sides: Sequence[Side]) -> None:
    """Draw the inputs, then cost a year beside protection and exposure for every vendor with a known price."""
    volume = _volume()
    costs = {side.id: cost_a_year(side.facts, volume) if side.facts else _unknown(side) for side in sides}
    stopped = {side.id: _stopped(side) for side in sides}
    scored = all(side.assessment and side.assessment.score is not None for side in sides)
    offers = [
        Offer(vendor=side.name, cost=cost, protection=points)
        for side in sides
        if (cost := costs[side.id].most) is not None
        and (points := _protection(side, stopped, scored=scored)) is not None
    ]
    measure = "Score of the documents" if scored else "Share of the reported campaign stopped, percent"
    if len(offers) > 1:
        best = frontier(offers)
        offers_chart(offers, best, measure=measure)
        st.caption(f"{measure}, against dollars a year at list price. Filled: no other is both cheaper and safer.")
        for sentence in cost_words(offers):
            st.markdown(plain(sentence))
    else:
        st.markdown(
            "Fewer than two of these vendors have a known list price. Add prices under “Add or correct a fact”."
        )
    st.dataframe([_row(side, costs[side.id], stopped[side.id]) for side in sides], hide_index=True, placeholder="–")
    _sensitivity(sides, volume)
    with st.expander("Prices and their sources", type="compact"):
        for side in sides:
            for line in costs[side.id].sources or (f"{side.name}: no list price is known.",):
                st.markdown(plain(line))


def _volume() -> Volume:
    first, second, third = st.columns(3)
    return Volume(
        input_millions=first.number_input("Million input tokens a month", 0.0, 1e6, 500.0, key="cost_input"),
        output_millions=second.number_input("Million output tokens a month", 0.0, 1e6, 100.0, key="cost_output"),
        batch_share=third.slider("Share sent as batch, percent", 0, 100, 0, key="cost_batch") / 100,
    )


def _unknown(side: Side) -> Cost:
    return Cost(vendor=side.name, least=None, most=None, note="No list price is known.")


@st.cache_data(max_entries=50, show_spinner=False)
def _replayed(controls: Controls) -> float:
    return 100 * replay_vendors([controls], known_campaigns()[0], central())[0].least.mean


def _stopped(side: Side) -> float | None:
    """Return the percent of the best known campaign that is stopped; 0 where the terms permit distillation."""
    controls = uploaded_controls(side.assessment) if side.assessment else published_controls_of(side.id)
    if controls is None:
        return None
    return 0.0 if controls.permits_distillation else _replayed(controls)


def _protection(side: Side, stopped: Mapping[str, float | None], *, scored: bool) -> float | None:
    return side.assessment.score if scored and side.assessment else stopped[side.id]


def _row(side: Side, cost: Cost, stopped: float | None) -> dict[str, str | None]:
    score = side.assessment.score if side.assessment else None
    return {
        "Vendor": side.name,
        "Model": cost.model or None,
        "Dollars a year": _dollars(cost),
        "Score": None if score is None else f"{score:.0f} of 100",
        "Campaign stopped, at the least": None if stopped is None else f"{stopped:.0f} %",
        "Note": cost.note or None,
    }


def _dollars(cost: Cost) -> str | None:
    if cost.least is None or cost.most is None:
        return None
    return f"{cost.most:,.0f}" if cost.least == cost.most else f"{cost.least:,.0f} to {cost.most:,.0f}"


def _sensitivity(sides: Sequence[Side], volume: Volume) -> None:
    with st.expander("If the volume changes", type="compact"):
        rows: list[dict[str, str | None]] = [
            {
                "Volume": name,
                **{side.name: _dollars(cost_a_year(side.facts, volume.times(factor))) for side in sides if side.facts},
            }
            for name, factor in VOLUMES.items()
        ]
        rows += [
            {
                "Volume": f"{share} % of the tokens as output",
                **{side.name: _dollars(cost_a_year(side.facts, _mixed(volume, share))) for side in sides if side.facts},
            }
            for share in (10, 50)
        ]
        st.dataframe(rows, hide_index=True, placeholder="–")


def _mixed(volume: Volume, share: int) -> Volume:
    tokens = volume.input_millions + volume.output_millions
    return Volume(
        input_millions=tokens * (100 - share) / 100,
        output_millions=tokens * share / 100,
        batch_share=volume.batch_share,
    )
