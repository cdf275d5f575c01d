"""The Cost tab of Compare: list prices against protection, for the buyer's own volume."""

from collections.abc import Sequence

import streamlit as st

from reports.offers import dollars, offer_row
from reports.words import NOTHING
from vendors.comparison import Side
from vendors.cost import Protected, Volume, cost_a_year, cost_words, frontier, offers_of
from views.charts import offers_chart
from views.messages import plain
from workflow.comparing import choices, keep_choices, protected
from workflow.workspace import Workspace

VOLUMES = {"A tenth": 0.1, "As given": 1.0, "Ten times": 10.0}


def draw_cost(ws: Workspace, sides: Sequence[Side]) -> None:
    """Draw the inputs, then cost a year beside protection and exposure for every vendor with a known price."""
    volume = _volume(ws)
    lines = protected(sides, volume)
    offers, measure = offers_of(lines)
    if len(offers) > 1:
        offers_chart(offers, frontier(offers), measure=measure)
        st.caption(f"{measure}, against dollars a year at list price. Filled: no other is both cheaper and safer.")
        for sentence in cost_words(offers):
            st.markdown(plain(sentence))
    else:
        st.markdown(
            "Fewer than two of these vendors have a known list price. Add prices under “Add or correct a fact”."
        )
    st.dataframe([_row(line) for line in lines], hide_index=True, placeholder="–")
    _sensitivity(sides, volume)
    with st.expander("Prices and their sources", type="compact"):
        for line in lines:
            for source in line.cost.sources or (f"{line.vendor}: no list price is known.",):
                st.markdown(plain(source))


def _volume(ws: Workspace) -> Volume:
    """Ask for the monthly volume; it is kept, and the files of the comparison use it."""
    kept = choices(ws)
    first, second, third = st.columns(3)
    made = kept.model_copy(
        update={
            "input_millions": first.number_input(
                "Million input tokens a month", 0.0, 1e6, kept.input_millions, key="cost_input"
            ),
            "output_millions": second.number_input(
                "Million output tokens a month", 0.0, 1e6, kept.output_millions, key="cost_output"
            ),
            "batch_share": third.slider(
                "Share sent as batch, percent", 0, 100, round(100 * kept.batch_share), key="cost_batch"
            )
            / 100,
        }
    )
    if made != kept:
        keep_choices(ws, made)
    return made.volume


def _row(line: Protected) -> dict[str, str | None]:
    row = offer_row(line)
    cells = {
        "Vendor": row.vendor,
        "Model": row.model,
        "Dollars a year": row.dollars,
        "Score": row.score,
        "Campaign stopped, at the least": row.stopped,
        "Note": row.note,
    }
    return {head: cell if cell and cell != NOTHING else None for head, cell in cells.items()}


def _sensitivity(sides: Sequence[Side], volume: Volume) -> None:
    with st.expander("If the volume changes", type="compact"):
        rows: list[dict[str, str | None]] = [
            {
                "Volume": name,
                **{side.name: dollars(cost_a_year(side.facts, volume.times(factor))) for side in sides if side.facts},
            }
            for name, factor in VOLUMES.items()
        ]
        rows += [
            {
                "Volume": f"{share} % of the tokens as output",
                **{side.name: dollars(cost_a_year(side.facts, _mixed(volume, share))) for side in sides if side.facts},
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
