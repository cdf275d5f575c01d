"""Missing documents on Negotiate: what the contract makes part of itself, what is here, and what hangs on the rest."""

import streamlit as st

from reports.words import counted
from scoring.model import Assessment
from store.records import VendorRecord
from views.messages import plain
from workflow.missing import in_words, missing_of
from workflow.workspace import Workspace


def draw_missing(ws: Workspace, vendor: VendorRecord, assessment: Assessment) -> None:
    """Draw the named documents, missing ones first, and the order of precedence."""
    found = missing_of(ws, vendor.slug, assessment)
    if not found.named:
        st.markdown("The documents of this vendor name no further ones as part of the contract.")
        return
    if found.missing:
        st.markdown(f"**Of {counted(len(found.named), 'named document')}, {len(found.missing)} not here.**")
    else:
        st.markdown(f"**{counted(len(found.named), 'named document')}, all here.**")
    for named in found.named:
        with st.container(border=True):
            st.markdown(f"**{plain(in_words(named))}**")
            st.markdown(f"“{plain(named.evidence.quote)}”, page {named.evidence.page}")
            if named.changing:
                st.caption("It may change without you: the contract takes it as it is from time to time.")
            for link in named.links:
                st.caption(plain(link))
    if found.prevails:
        st.subheader("Order of precedence", anchor=False)
        for each in found.prevails:
            st.markdown(f"“{plain(each.words)}” ({plain(each.document)}, page {each.page})")
    st.page_link("views/upload.py", label="Add documents", query_params={"vendor": vendor.slug})
