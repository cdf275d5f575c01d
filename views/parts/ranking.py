"""The Ranking tab of Compare: vendors under one policy, with the reader's own stress on families."""

from collections.abc import Sequence

import streamlit as st

from reports.words import FAMILIES, whole
from scoring.model import Assessment
from vendors.ranking import Ranked, rank
from views.charts import Bar, labelled_bars
from views.frame import today
from views.messages import plain
from workflow.comparing import choices, keep_choices
from workflow.policies import list_policies
from workflow.portfolio import scored_with
from workflow.workspace import Workspace

MOST = 3.0
KEY = "stress_"


def draw_ranking(ws: Workspace, slugs: Sequence[str], assessments: Sequence[Assessment]) -> None:
    """Draw the order under a chosen policy and below it a slider for each family; all at 1 is the policy's own score.

    `assessments` are those under the policy in use, of the vendors `slugs`; the stress is kept and goes into the files.
    """
    assessments = _under(ws, slugs, assessments)
    kept = choices(ws)
    families = [row.family for row in assessments[0].families]
    results = st.container()
    st.subheader("How much each family counts", anchor=False)
    st.caption("1 is what the policy says; 0 leaves a family out. The scores on other pages stay as they are.")
    st.button("Reset to the policy", on_click=_reset, args=(families,))
    for family in families:
        st.session_state.setdefault(KEY + family, kept.stress.get(family, 1.0))
    columns = st.columns(2)
    stress = {
        family: columns[number % 2].slider(FAMILIES[family], 0.0, MOST, step=0.25, key=KEY + family)
        for number, family in enumerate(families)
    }
    changed = {family: times for family, times in stress.items() if times != 1}
    if changed != kept.stress:
        keep_choices(ws, kept.model_copy(update={"stress": changed}))
    with results:
        _order(rank(assessments, stress), changed=bool(changed))


def _under(ws: Workspace, slugs: Sequence[str], assessments: Sequence[Assessment]) -> Sequence[Assessment]:
    """Return the assessments under the policy that is picked: those given when it is the one in use."""
    found = {choice.policy.id: choice for choice in list_policies(ws)}
    used = next(key for key, choice in found.items() if choice.in_use)
    picked = st.selectbox(
        "Policy",
        list(found),
        index=list(found).index(used),
        format_func=lambda key: found[key].policy.title + (" (in use)" if key == used else ""),
        key="ranking_policy",
        width=320,
    )
    if picked == used:
        return assessments
    st.caption(plain(f"Only here: elsewhere the vendors stay scored with {found[used].policy.title}."))
    return scored_with(ws, slugs, found[picked].policy, on=today())


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
