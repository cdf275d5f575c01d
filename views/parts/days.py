"""Dates on Your side: the days that follow from the documents, with a calendar file."""

import streamlit as st

from store.records import VendorRecord
from views.frame import today
from views.messages import plain
from workflow.duties import days_csv, days_ics, in_words, known_countries, vendor_days
from workflow.workspace import Workspace

NONE = "no public holidays"


def draw_days(ws: Workspace, vendor: VendorRecord) -> None:
    """Draw the coming days first, then those that are past, each with what it rests on."""
    picked = st.selectbox(
        "Public holidays for business days", [NONE, *known_countries()], key="days_country", width=320
    )
    found = vendor_days(ws, vendor.slug, country="" if picked == NONE else picked)
    if not found:
        st.markdown("No day follows from these documents: none states when it ends, or for how long it runs.")
        return
    coming = [day for day in found if day.day >= today()]
    for day in [*coming, *(day for day in found if day.day < today())]:
        with st.container(border=True):
            st.markdown(f"**{plain(in_words(day, on=today()))}** · {plain(day.what)}")
            st.caption(plain(f"{day.how}."))
            for quote, page in day.rests_on:
                st.markdown(f"“{plain(quote)}”, page {page}")
    name = f"{vendor.slug}_dates_{today().isoformat()}"
    with st.container(horizontal=True):
        ics = days_ics(vendor.name, found, on=today())
        st.download_button("Download calendar", ics, f"{name}.ics", on_click="ignore", type="primary")
        st.download_button("Download CSV", days_csv(found), f"{name}.csv", on_click="ignore")
