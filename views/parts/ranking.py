"""The Ranking tab of Compare: vendors under the policy in use, with the reader's own stress on families."""

from collections.abc import Sequence

import streamlit as st

from reports.words import FAMILIES, whole
from scoring.model import Assessment
from vendors.ranking import Ranked, rank
from views.charts import Bar, labelled_bars

MOST = 3.0
KEY = "stress_"


def draw_ranking(assessments: Sequence[Assessment]) -> None:
    """Draw the order and below it a slider for each family; all at 1 is the policy's own score."""
    families = [row.family for row in assessments[0].families]
    results = st.container()
    st.subheader("How much each family counts", anchor=False)
    st.caption("1 is what the policy says; 0 leaves a family out. The scores on other pages stay as they are.")
    st.button("Reset to the policy", on_click=_reset, args=(families,))
    columns = st.columns(2)
    stress = {
        family: columns[number % 2].slider(FAMILIES[family], 0.0, MOST, 1.0, 0.25, key=KEY + family)
        for number, family in enumerate(families)
    }
    with results:
        _order(rank(assessments, stress), changed=any(value != 1 for value in stress.values()))


def _reset(families: Sequence[str]) -> None:
    for family in families:
        st.session_state[KEY + family] = 1.0


def _order(ranked: Sequence[Ranked], *, changed: bool) -> None:
    known = [one for one in ranked if one.score is not None]
    if not known:
        st.markdown("Nothing is left that counts. Move a slider up.")
        return
    bars = [Bar(label=f"{_words(one)} of 100", value=one.score or 0.0, whole=100.0) for one in known]
    labelled_bars(bars, alt_text="; ".join(_words(one) for one in known))
    if changed:
        st.caption("With your own stress on families, not the policy’s score.")
    for one in ranked:
        if one.score is None:
            st.markdown(f"{one.vendor} cannot be ranked: nothing that counts could be decided.")


def _words(one: Ranked) -> str:
    return f"{one.place}. {one.vendor}: {whole(one.score or 0.0)}"
