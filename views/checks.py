"""Checks: what exactly is looked for, why, what counts, and how often it is right."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from clauses.model import Family
from reports.words import FAMILIES
from views.cache import workspace
from views.messages import plain
from workflow.checks import check_page, list_check_pages
from workflow.model import CheckExample, CheckPage
from workflow.policies import policy_in_use

NOT_SCORED = "–"


def draw() -> None:
    """Draw the page."""
    policy = policy_in_use(workspace())
    asked = st.query_params.get("check")
    chosen = check_page(policy, asked) if asked else None
    if chosen is not None:
        _one(chosen)
        return
    st.title("Checks", anchor=False)
    if asked:
        st.info(f"There is no check called “{plain(asked)}”.")
    pages = list_check_pages(policy)
    st.caption(f"{len(pages)} checks; weights of the policy {plain(policy.title)} {policy.version}.")
    _list(_found(pages))


def _found(pages: Sequence[CheckPage]) -> list[CheckPage]:
    words = st.text_input("Find a check", max_chars=80, key="find").lower().split()
    families = st.pills(
        "Family", list(Family), selection_mode="multi", format_func=FAMILIES.__getitem__, key="families"
    )
    return [
        page
        for page in pages
        if (not families or page.check.family in families)
        and all(word in f"{page.check.id} {page.check.title} {page.check.question}".lower() for word in words)
    ]


def _list(pages: Sequence[CheckPage]) -> None:
    if not pages:
        st.markdown("No check has these words.")
        return
    st.session_state["checks_shown"] = [page.check.id for page in pages]
    table = pd.DataFrame(
        {
            "Check": [page.check.title for page in pages],
            "Open": ["Open" for _ in pages],
            "Family": [FAMILIES[page.check.family] for page in pages],
            "Weight": [f"{page.weight:g}" if page.weight is not None else NOT_SCORED for page in pages],
            "Wanted": [page.wanted or NOT_SCORED for page in pages],
            "Finds": [_share(page.recall) for page in pages],
            "Right": [_share(page.precision) for page in pages],
            "Version": [page.check.version for page in pages],
            "Id": [page.check.id for page in pages],
        }
    )
    st.caption("Finds: of the labelled places in public documents. Right: of its findings there. – is not measured.")
    st.dataframe(
        table,
        hide_index=True,
        height="content",
        key="checks_list",
        column_config={"Open": st.column_config.ButtonColumn("Open", on_click=_open, key="open_check")},
        alt="All checks with family, weight and version",
    )


def _share(value: float | None) -> str:
    return NOT_SCORED if value is None else f"{value:.0%}"


def _open() -> None:
    clicked = st.session_state["open_check"]["row"]
    st.query_params["check"] = st.session_state["checks_shown"][clicked]


def _one(page: CheckPage) -> None:
    check = page.check
    st.title(check.title, anchor=False)
    if st.button("All checks", icon=":material/arrow_back:", type="tertiary"):
        st.query_params.pop("check", None)
        st.rerun()
    st.caption(f"{FAMILIES[check.family]}, {check.id}, version {check.version}")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.markdown(f"**{plain(check.question)}**")
        st.markdown(f"Why: {plain(check.why)}")
        st.markdown(f"What to ask for: {plain(check.ask_for)}")
        _examples("Found", page.found)
        _examples("Not found, and why", page.not_found)
        _examples("Known gaps", page.known_gaps)
    with right:
        _points(page)


def _points(page: CheckPage) -> None:
    with st.container(border=True):
        if page.weight is None:
            st.markdown("Shown, and not scored by this policy.")
        else:
            st.markdown(f"Wanted **{page.wanted}**, weight **{page.weight:g}**.")
            factors = ", ".join(page.factors)
            st.markdown(f"Points: weight x {factors}." if factors else "Points: all or nothing.")
        if page.check.crosswalk:
            st.markdown("Crosswalk: " + ", ".join(plain(entry) for entry in page.check.crosswalk))
        number = len(page.found) + len(page.not_found) + len(page.known_gaps)
        st.markdown(page.measured or f"Not measured yet: {number} examples.")
        st.caption(f"{number} examples of its own are tested with every change.")


def _examples(title: str, examples: Sequence[CheckExample]) -> None:
    if not examples:
        return
    st.subheader(title, anchor=False)
    for example in examples:
        because = f" ({plain(example.because)})" if example.because else ""
        st.markdown(f"- “{plain(example.text)}”{because}")


if __name__ == "__main__":
    draw()
