"""The frame that all pages share: who reviews, which vendor, and what happens when a page fails."""

import logging
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import streamlit as st

from reports.words import counted, whole
from store.records import VendorRecord
from views.messages import plain, problem, show
from workflow.assess import current_assessment
from workflow.problems import StoreUnavailable, WorkflowProblem
from workflow.reviewers import default_name, reviewer_name, set_reviewer_name
from workflow.vendors import list_vendors
from workflow.workspace import Workspace

STYLE = Path(__file__).with_name("style.css")
ICON = Path(__file__).with_name("icon.png")
log = logging.getLogger("clausemark.views")


def today() -> date:
    """Return the reader's calendar day: the date of every assessment that a page makes."""
    return date.today()  # noqa: DTZ011 - the day on the reader's own calendar is meant


def style() -> None:
    """Put in the one style sheet."""
    st.html(f"<style>{STYLE.read_text(encoding='utf-8')}</style>")


@contextmanager
def guard() -> Iterator[None]:
    """Turn what a page could not do into a sentence; the reason of a failure goes to the log under a code."""
    try:
        yield
    except StoreUnavailable:
        problem("E9")
    except WorkflowProblem as error:
        show("error", plain(str(error)))
    except Exception:
        code = secrets.token_hex(3)
        log.exception("page failed, code %s", code)
        problem("E10", code=code)


def reviewer(ws: Workspace) -> str:
    """Return the reviewer's name: the one that was given, else the system user's."""
    return reviewer_name(ws) or default_name(ws)


def ask_reviewer(ws: Workspace) -> None:
    """Ask once under which name decisions are kept."""
    if reviewer_name(ws) is not None:
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="ask_reviewer"):
        name = st.text_input("Your name, kept beside each decision", default_name(ws), max_chars=80, width=280)
        if st.button("Keep this name") and name.strip():
            set_reviewer_name(ws, name.strip())
            st.rerun()


def choose_view(name: str, labels: Mapping[str, str], *, default: str) -> str:
    """Offer a choice that stands in the address under `name`, by its short word and not by its label."""
    key = f"{name}_choice"
    if st.query_params.get(name) not in labels:
        st.query_params[name] = default
    st.session_state[key] = st.query_params[name]

    def chosen() -> None:
        st.query_params[name] = st.session_state[key]

    picked = st.segmented_control(
        name.capitalize(),
        list(labels),
        format_func=labels.__getitem__,
        required=True,
        key=key,
        on_change=chosen,
        label_visibility="collapsed",
    )
    return picked or default


def chosen_vendor(ws: Workspace) -> VendorRecord | None:
    """Draw the bar with the vendor's name, score and open reviews; return the vendor, None when there is none."""
    vendors = {vendor.slug: vendor for vendor in list_vendors(ws)}
    if not vendors:
        return None
    _read_address(vendors)
    with st.container(horizontal=True, vertical_alignment="center", key="context_bar"):
        st.session_state["vendor_pick"] = st.session_state["vendor"]
        st.selectbox(
            "Vendor",
            list(vendors),
            key="vendor_pick",
            format_func=lambda slug: vendors[slug].name,
            on_change=_picked,
            label_visibility="collapsed",
            width=230,
        )
        with st.container(horizontal=True, vertical_alignment="center", key="context_more"):
            _standing(ws, st.session_state["vendor"])
    if st.session_state.get("unknown_vendor"):
        shown = vendors[st.session_state["vendor"]].name
        problem("unknown_vendor", asked=st.session_state["unknown_vendor"], shown=shown)
    return vendors[st.session_state["vendor"]]


def keep_vendor_in_address() -> None:
    """Write the chosen vendor back: a click in the menu clears the address."""
    vendor = st.session_state.get("vendor")
    if vendor and "vendor" not in st.query_params:
        st.query_params["vendor"] = vendor


def _read_address(vendors: dict[str, VendorRecord]) -> None:
    asked = st.query_params.get("vendor")
    if asked in vendors:
        st.session_state["vendor"] = asked
        st.session_state["unknown_vendor"] = None
    elif asked:
        st.session_state["unknown_vendor"] = asked
    if st.session_state.get("vendor") not in vendors:
        st.session_state["vendor"] = next(iter(vendors))
    if asked != st.session_state["vendor"]:
        st.query_params["vendor"] = st.session_state["vendor"]


def _picked() -> None:
    st.session_state["vendor"] = st.query_params["vendor"] = st.session_state["vendor_pick"]
    for name in ("finding", "doc", "page", "on", "criterion"):
        st.query_params.pop(name, None)
    st.session_state["unknown_vendor"] = None


def _standing(ws: Workspace, slug: str) -> None:
    stored = current_assessment(ws, slug, on=today())
    if stored is None:
        st.caption("Nothing read yet")
        return
    found = stored.assessment
    score = "no score" if found.score is None else f"{whole(found.score)} of 100"
    st.markdown(f"**Band {found.band or '–'}**, {score}")
    if found.to_review:
        st.page_link(
            "views/evidence.py",
            label=f"{counted(found.to_review, 'criterion', 'criteria')} to review",
            query_params={"vendor": slug, "show": "review"},
        )
