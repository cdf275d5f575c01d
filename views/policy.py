"""Policy: what is wanted, what weighs how much, and what a change would do to the portfolio."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from clauses.registry import BY_ID
from reports.words import FAMILIES, whole
from scoring.model import Policy
from scoring.policy import PolicyError, parse_policy, revise
from views.cache import workspace
from views.frame import reviewer, today
from views.messages import plain
from workflow.model import PolicyChoice, PolicyEffect
from workflow.policies import (
    copy_policy,
    discard_draft,
    list_policies,
    policy_draft,
    save_draft,
    save_policy,
    use_policy,
)
from workflow.portfolio import preview_policy
from workflow.problems import NameTaken, PolicyChanged
from workflow.workspace import Workspace

WANTED = ["present", "absent", "ignore"]
WEIGHTS = [10.0, 7.5, 5.0, 2.5, 0.0]


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    st.title("Policy", anchor=False)
    choice = _choose(ws)
    policy = choice.policy
    _use_and_copy(ws, choice)
    with st.container(key="narrow_only_1"):
        st.caption("Edit on a larger screen.")
    if choice.shipped:
        st.caption("This policy comes with the tool and is read-only. Make a copy to change it.")
    draft = None if choice.shipped else policy_draft(ws, policy.id, by=reviewer(ws))
    edited = _parsed(draft) or policy
    changes = _tables(edited, read_only=choice.shipped)
    if not choice.shipped:
        _limits(ws, policy, edited, changes, draft)
    _files(ws, choice)


def _choose(ws: Workspace) -> PolicyChoice:
    choices = {choice.policy.id: choice for choice in list_policies(ws)}
    asked = st.query_params.get("policy")
    in_use = next((name for name, choice in choices.items() if choice.in_use), next(iter(choices)))
    start = asked if asked in choices else in_use
    chosen = st.selectbox(
        "Policy",
        list(choices),
        index=list(choices).index(start),
        format_func=lambda name: _title(choices[name]),
        width=420,
    )
    st.query_params["policy"] = chosen
    return choices[chosen]


def _title(choice: PolicyChoice) -> str:
    used = ", in use" if choice.in_use else ""
    return f"{choice.policy.title} {choice.policy.version}{used}"


def _use_and_copy(ws: Workspace, choice: PolicyChoice) -> None:
    by = reviewer(ws)
    with st.container(horizontal=True, vertical_alignment="center"):
        if not choice.in_use and st.button("Use this policy"):
            use_policy(ws, choice.policy.id, by=by)
            st.rerun()
        with st.popover("Make a copy"):
            title = st.text_input("Name of the copy", max_chars=80)
            if st.button("Copy", type="primary") and title.strip():
                try:
                    copy = copy_policy(ws, choice.policy.id, title.strip(), by=by)
                except NameTaken as error:
                    st.error(plain(str(error)))
                else:
                    st.query_params["policy"] = copy.id
                    st.rerun()


def _parsed(text: str | None) -> Policy | None:
    if text is None:
        return None
    try:
        return parse_policy(text)
    except PolicyError:
        return None


def _tables(policy: Policy, *, read_only: bool) -> dict[str, dict[str, Any]]:
    """Show the criteria of a family as a table; return what was changed in it, by check id."""
    families = list(dict.fromkeys(BY_ID[criterion.check_id].family for criterion in policy.criteria))
    family = st.pills("Family", families, format_func=FAMILIES.__getitem__, default=families[0], key="policy_family")
    criteria = [c for c in policy.criteria if BY_ID[c.check_id].family == (family or families[0])]
    gates = {gate.check_id for gate in policy.gates}
    table = pd.DataFrame(
        {
            "Check": [BY_ID[c.check_id].title for c in criteria],
            "Wanted": [c.wanted.value for c in criteria],
            "Weight": [c.weight for c in criteria],
            "Factors": [", ".join(c.factors) for c in criteria],
            "Gate": [c.check_id in gates for c in criteria],
        }
    )
    if read_only:
        st.dataframe(table, hide_index=True, height="content")
        return {}
    edited = st.data_editor(
        table,
        hide_index=True,
        disabled=["Check", "Factors", "Gate"],
        key=f"criteria_{policy.id}_{policy.version}_{family}",
        column_config={
            "Wanted": st.column_config.SelectboxColumn("Wanted", options=WANTED, required=True),
            "Weight": st.column_config.SelectboxColumn("Weight", options=WEIGHTS, required=True),
        },
    )
    found: dict[str, dict[str, Any]] = {}
    for number, criterion in enumerate(criteria):
        wanted, weight = edited.at[number, "Wanted"], float(str(edited.at[number, "Weight"]))
        if wanted != criterion.wanted.value or weight != criterion.weight:
            found[criterion.check_id] = {"wanted": str(wanted), "weight": weight}
    return found


def _limits(
    ws: Workspace, saved: Policy, edited: Policy, changes: Mapping[str, Mapping[str, Any]], draft: str | None
) -> None:
    """Keep what was changed as a draft in the store, show what it would do, and offer to save it."""
    by = reviewer(ws)
    with st.expander("Minimum coverage, reviews and gates", type="compact"):
        coverage = st.number_input("Minimum coverage for a band, in percent", 0.0, 100.0, edited.minimum_coverage, 5.0)
        doubt = st.number_input("A finding below this confidence waits for review", 0.0, 1.0, edited.review_below, 0.05)
        for gate in edited.gates:
            st.markdown(f"- **{plain(gate.text)}** Caps at {gate.cap or 'no band'}. {plain(gate.lifts)}")
    identity = {}
    if coverage != edited.minimum_coverage:
        identity["minimum_coverage"] = coverage
    if doubt != edited.review_below:
        identity["review_below"] = doubt
    if changes or identity:
        save_draft(ws, saved.id, revise(draft or saved.source, identity=identity, criteria=changes), by=by)
        st.rerun()
    if draft is not None:
        _save(ws, saved, draft)


def _save(ws: Workspace, saved: Policy, draft: str) -> None:
    by = reviewer(ws)
    try:
        policy = parse_policy(revise(draft, identity={"version": saved.version + 1}, criteria={}))
    except PolicyError as error:
        st.error("Not saved. " + plain(" ".join(error.problems)))
        policy = None
    with st.bottom, st.container(horizontal=True, vertical_alignment="center"):
        if policy is not None:
            st.markdown(plain(_effect_words(preview_policy(ws, policy, on=today()))))
            if st.button(f"Save as version {policy.version}", type="primary"):
                _write(ws, saved, policy)
        if st.button("Discard"):
            discard_draft(ws, saved.id, by=by)
            st.rerun()


def _write(ws: Workspace, saved: Policy, policy: Policy) -> None:
    by = reviewer(ws)
    try:
        save_policy(ws, policy.source, seen=saved.version, by=by)
    except (PolicyChanged, PolicyError) as error:
        st.error(plain(str(error)))
        return
    discard_draft(ws, saved.id, by=by)
    st.rerun()


def _effect_words(effects: tuple[PolicyEffect, ...]) -> str:
    moved = [
        f"{effect.vendor.name} {_standing(effect.score_before, effect.band_before)} -> "
        f"{_standing(effect.score_after, effect.band_after)}"
        for effect in effects
        if (effect.score_before, effect.band_before) != (effect.score_after, effect.band_after)
    ]
    return ("; ".join(moved) if moved else "No vendor's score changes") + ". Not saved."


def _standing(score: float | None, band: str) -> str:
    return f"{whole(score) if score is not None else '–'} ({band or 'no band'})"


def _files(ws: Workspace, choice: PolicyChoice) -> None:
    policy = choice.policy
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.download_button(
            "Download TOML",
            data=policy.source.encode("utf-8"),
            file_name=f"{policy.id}_policy_{policy.version}.toml",
            mime="application/toml",
            on_click="ignore",
        )
        if choice.shipped:
            return
        with st.popover("Load TOML"):
            given = st.file_uploader("A policy file", type=["toml"], key="policy_file")
            if given is not None and st.button("Keep as draft"):
                _load(ws, policy, given.getvalue())


def _load(ws: Workspace, policy: Policy, content: bytes) -> None:
    try:
        text = content.decode("utf-8")
        identity = {"id": policy.id, "version": policy.version, "title": policy.title}
        loaded = parse_policy(text)
        save_draft(ws, policy.id, revise(loaded.source, identity=identity, criteria={}), by=reviewer(ws))
    except UnicodeDecodeError:
        st.error("The file is not text in UTF-8. Save it again as UTF-8.")
    except PolicyError as error:
        st.error("Not loaded. " + plain(" ".join(error.problems)))
    else:
        st.rerun()


if __name__ == "__main__":
    draw()
