"""Evidence: is this finding right? The words, on their page, and the decision."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from clauses.model import Outcome
from documents.model import Document, DocumentFormat
from reports.words import FAMILIES, counted
from scoring.model import Action
from store.records import DocumentRecord, VendorRecord
from views.cache import workspace
from views.frame import ask_reviewer, choose_view, chosen_vendor, reviewer
from views.look import DECISIONS, VERDICTS
from views.messages import plain
from views.parts.deciding import (
    decide_now,
    edit_dialog,
    mark_nearest,
    reject_dialog,
    show_notice,
    stale_finding,
    take_back,
)
from views.parts.evidence_card import evidence_card
from views.parts.viewer import Passage, picked, show_page, show_text
from workflow.model import ReviewItem
from workflow.problems import PageUnavailable
from workflow.review import review_items
from workflow.upload import document_text, documents
from workflow.workspace import Workspace

SHOWN = {"review": "To review", "second-look": "Second look", "all": "All", "decided": "Decided"}
ALL_FAMILIES = "All families"
LISTED = 248  # pixels of the list at most
LINE = 35


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    vendor = chosen_vendor(ws)
    st.title("Evidence", anchor=False)
    given = documents(ws, vendor.slug) if vendor else ()
    if vendor is None or not any(document.read for document in given):
        st.markdown("Add a document first.")
        st.page_link("views/upload.py", label="Add documents")
        return
    ask_reviewer(ws)
    _body(ws, vendor)


@st.fragment
def _body(ws: Workspace, vendor: VendorRecord) -> None:
    items = [item for item in review_items(ws, vendor.slug) if item.finding.outcome is not Outcome.NOT_APPLICABLE]
    given = documents(ws, vendor.slug)
    shown = _filter(items)
    show_notice()
    current = _current(shown, items)
    if current is None:
        left_open = any(item.open for item in items)
        none_here = "No finding here under this filter."
        st.markdown(none_here if left_open else f"Nothing left to review for {plain(vendor.name)}.")
        st.page_link("views/scorecard.py", label="Open scorecard", query_params={"vendor": vendor.slug})
        return
    if all(item.key != current.key for item in shown):  # a link may lead past the filter: list, card and page agree
        shown = [current, *shown]
    left, right = st.columns([5, 7], gap="medium")
    with left:
        _list(shown, current)
        _buttons(ws, shown, current)
        _place_and_card(ws, current, given)
        mark_nearest(ws, current, by=reviewer(ws))
    with right:
        _document(ws, current, items)
    _open_dialog(ws, current)


def _filter(items: Sequence[ReviewItem]) -> list[ReviewItem]:
    counts = {
        "review": sum(item.open for item in items),
        "second-look": sum(item.open and item.critical for item in items),
        "all": len(items),
        "decided": sum(item.decision is not None for item in items),
    }
    with st.container(horizontal=True, vertical_alignment="bottom"):
        labels = {name: f"{word} {counts[name]}" for name, word in SHOWN.items()}
        show = choose_view("show", labels, default="review" if counts["review"] else "all")
        families = [ALL_FAMILIES, *dict.fromkeys(item.check.family for item in items)]
        family = st.selectbox(
            "Family",
            families,
            format_func=lambda name: FAMILIES.get(name, ALL_FAMILIES),
            key="family",
            label_visibility="collapsed",
            width=230,
        )
    wanted = [item for item in items if family in (ALL_FAMILIES, item.check.family)]
    if show in ("review", "second-look"):
        return [item for item in wanted if item.open and (item.critical or show == "review")]
    return [item for item in wanted if item.decision] if show == "decided" else wanted


def _current(shown: Sequence[ReviewItem], items: Sequence[ReviewItem]) -> ReviewItem | None:
    """Return the item that the address names, or the first one of its document, or the first of the list."""
    asked, document = st.query_params.get("finding"), st.query_params.get("doc")
    found = next((item for item in shown if item.key == asked), None)
    if found is None and asked:
        found = next((item for item in items if item.key == asked), None)
        if found is None:
            stale_finding()
    if found is None and document:
        found = next((item for item in shown if item.document.id == document), None)
    return found or (shown[0] if shown else None)


def _go(item: ReviewItem) -> None:
    st.query_params["finding"] = item.key
    st.query_params.pop("doc", None)


def _list(shown: Sequence[ReviewItem], current: ReviewItem) -> None:
    at = next((n for n, item in enumerate(shown) if item.key == current.key), 0)
    st.session_state["evidence_keys"] = [item.key for item in shown]
    table = pd.DataFrame(
        {
            "Check": [item.title for item in shown],
            "Verdict": [VERDICTS[item.verdict].plain for item in shown],
            "You": [DECISIONS[item.decision.action].word if item.decision else "–" for item in shown],
        }
    )
    st.session_state["evidence_list"] = {"selection": {"rows": [at], "columns": [], "cells": []}}
    st.dataframe(
        table,
        hide_index=True,
        height=min(LISTED, LINE * (len(shown) + 1) + 2),
        key="evidence_list",
        on_select=_selected,
        selection_mode=["single-row-required", "single-cell"],
        column_config={"Check": st.column_config.TextColumn("Check", width="medium")},
        alt="Findings with verdict and decision",
    )


def _selected() -> None:
    selection = st.session_state["evidence_list"]["selection"]
    rows = [selection["cells"][0][0]] if selection["cells"] else selection["rows"]
    if rows and rows[0] < len(st.session_state["evidence_keys"]):
        st.query_params["finding"] = st.session_state["evidence_keys"][rows[0]]


def _place_and_card(ws: Workspace, item: ReviewItem, given: Sequence[DocumentRecord]) -> None:
    document = document_text(ws, item.document.id)
    place = ""
    if document is not None and item.evidence is not None:
        block = next((b for b in document.blocks if b.number == item.evidence.block), None)
        place = " > ".join(block.heading_path[-2:]) if block else ""
    evidence_card(item, given, place)


def _buttons(ws: Workspace, shown: Sequence[ReviewItem], item: ReviewItem) -> None:
    keys = not st.session_state.get("dialog")
    at = next((n for n, other in enumerate(shown) if other.key == item.key), 0)
    by = reviewer(ws)
    with st.container(horizontal=True, key="decide"):
        if st.button("Accept", type="primary", shortcut="A" if keys else None):
            if decide_now(ws, item, Action.ACCEPT, by=by):
                _step(shown, at, 1)
            st.rerun()
        if st.button("Reject", shortcut="X" if keys else None):
            _reject(ws, shown, at, by=by)
        if st.button("Edit", shortcut="E" if keys else None):
            st.session_state["dialog"] = "edit"
            st.rerun()
        if st.button("Undo", shortcut="Z" if keys else None, disabled=not st.session_state.get("last_decided")):
            _undo_last(ws, by=by)
    with st.container(horizontal=True, vertical_alignment="center", key="step"):
        if st.button("Previous", shortcut="K" if keys else None, disabled=at == 0):
            _step(shown, at, -1)
            st.rerun(scope="fragment")
        if st.button("Next", shortcut="J" if keys else None, disabled=at + 1 >= len(shown)):
            _step(shown, at, 1)
            st.rerun(scope="fragment")
        left = sum(other.open for other in shown)
        st.markdown(f"{at + 1} of {len(shown)}, {left} left to review")
        with st.popover("Copy link", type="tertiary"):
            st.code(f"/evidence?vendor={item.document.vendor}&finding={item.key}", language=None)


def _reject(ws: Workspace, shown: Sequence[ReviewItem], at: int, *, by: str) -> None:
    item = shown[at]
    if item.critical:
        st.session_state["dialog"] = "reject"
    elif decide_now(ws, item, Action.REJECT, by=by):
        _step(shown, at, 1)
    st.rerun()


def _undo_last(ws: Workspace, *, by: str) -> None:
    key = st.session_state.pop("last_decided")
    for item in review_items(ws, st.session_state["vendor"]):
        if item.key == key:
            take_back(ws, item, by=by)
            _go(item)
    st.rerun()


def _step(shown: Sequence[ReviewItem], at: int, by: int) -> None:
    place = at + by
    if 0 <= place < len(shown):
        _go(shown[place])


def _open_dialog(ws: Workspace, item: ReviewItem) -> None:
    if st.session_state.get("dialog") == "edit":
        edit_dialog(ws, item, by=reviewer(ws))
    elif st.session_state.get("dialog") == "reject":
        reject_dialog(ws, item, by=reviewer(ws))


def _document(ws: Workspace, item: ReviewItem, items: Sequence[ReviewItem]) -> None:
    document = document_text(ws, item.document.id)
    if document is None:
        st.markdown("The text of this document is not kept any more.")
        return
    passages = [_passage(other, item) for other in items if other.document.id == document.id and other.evidence]
    if document.format is not DocumentFormat.PDF:
        st.markdown(f"**{plain(document.name)}**")
        show_text(document, [p for p in passages if p.block >= 0], on_pick=_picked)
        return
    _pages(ws, document, item, passages)


def _pages(ws: Workspace, document: Document, item: ReviewItem, passages: Sequence[Passage]) -> None:
    first = item.evidence.page if item.evidence else (*document.unreadable_pages, *document.foreign_pages, 1)[0]
    if st.session_state.get("page_of") != item.key:
        st.session_state["page_of"], st.session_state["page_number"] = item.key, first
    with st.container(horizontal=True, vertical_alignment="center"):
        zoom = st.segmented_control(
            "Zoom", [100, 150, 200], default=100, required=True, key="zoom", label_visibility="collapsed",
            format_func=lambda percent: "Fit" if percent == 100 else f"{percent} %", persist_state="session",
        )  # fmt: skip
        page = st.pagination(document.page_count, key="page_number", max_visible_pages=5)
        st.caption(plain(document.name))
    pages = {number: _quotes_on(document, passages, number) for number in (page,)}
    try:
        show_page(ws, document, page, pages[page], zoom=zoom or 100, on_pick=_picked)
    except PageUnavailable as error:
        st.warning(plain(str(error)))
    if item.finding.outcome is Outcome.NOT_READABLE and document.unreadable_pages:
        st.caption(f"{counted(len(document.unreadable_pages), 'page')} could not be read; the image is shown as it is.")


def _quotes_on(document: Document, passages: Sequence[Passage], page: int) -> list[Passage]:
    numbers = {block.number: block for block in document.blocks}
    return [p for p in passages if p.block in numbers and numbers[p.block].page_at(p.start) == page]


def _passage(item: ReviewItem, current: ReviewItem) -> Passage:
    evidence = item.evidence
    assert evidence is not None  # noqa: S101 - the caller passes items with evidence only
    return Passage(
        id=item.key,
        label=item.check.title,
        quote=evidence.quote,
        block=evidence.block,
        start=evidence.start,
        end=evidence.end,
        current=item.key == current.key,
    )


def _picked() -> None:
    key = picked("viewer")
    if key:
        st.query_params["finding"] = key


if __name__ == "__main__":
    draw()
