"""Clausemark's pages: navigation over views, nothing else."""

import streamlit as st

from views.frame import ICON, guard, keep_vendor_in_address, style

WORK = [
    st.Page("views/portfolio.py", title="Portfolio", default=True),
    st.Page("views/upload.py", title="Upload & review", url_path="upload"),
    st.Page("views/evidence.py", title="Evidence", url_path="evidence"),
    st.Page("views/scorecard.py", title="Scorecard", url_path="scorecard"),
    st.Page("views/compare.py", title="Compare", url_path="compare"),
    st.Page("views/negotiate.py", title="Negotiate", url_path="negotiate"),
    st.Page("views/audits.py", title="Audits", url_path="audits"),
    st.Page("views/your_side.py", title="Your side", url_path="your_side"),
]
SET_UP = [
    st.Page("views/checks.py", title="Checks", url_path="checks"),
    st.Page("views/policy.py", title="Policy", url_path="policy"),
    st.Page("views/settings.py", title="Settings", url_path="settings"),
]

page = st.navigation({"": WORK, "Set-up": SET_UP}, position="top")
st.set_page_config(page_title=f"{page.title} - Clausemark", layout="wide", page_icon=str(ICON))
style()
keep_vendor_in_address()
with guard():
    page.run()
