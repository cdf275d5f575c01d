"""Duties on Your side: who must and must not do what, in the documents' words."""

import streamlit as st

from clauses.model import Party
from store.records import VendorRecord
from views.messages import plain
from workflow.duties import duty_words, vendor_duties
from workflow.workspace import Workspace

WHO = {"you": (Party.CUSTOMER, Party.BOTH), "the vendor": (Party.VENDOR, Party.BOTH)}
LABELS = {"you": "What you must do", "the vendor": "What the vendor must do"}


def draw_duties(ws: Workspace, vendor: VendorRecord) -> None:
    """Draw the duties of one party, with a filter, each with its quote and page."""
    found = vendor_duties(ws, vendor.slug)
    if not found:
        st.markdown("No duties found yet: add a contract.")
        return
    who = st.segmented_control(
        "Who", list(LABELS), default="you", format_func=LABELS.__getitem__, required=True, key="duty_who"
    )
    mine = [duty for duty in found if duty.who in WHO[who or "you"]]
    st.markdown(f"**{len(mine)} duties, from the documents of {plain(vendor.name)}.**")
    rows = [
        {
            "Duty": duty.title,
            "Force": duty_words(duty)[1],
            "Within": ", ".join(duty.within) or None,
            "Words": f"“{duty.evidence.quote}”",
            "Page": duty.evidence.page,
        }
        for duty in mine
    ]
    st.dataframe(
        rows, hide_index=True, placeholder="–", column_config={"Words": st.column_config.TextColumn(width=520)}
    )
