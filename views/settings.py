"""Settings: where the data is, what the limits are, and what is kept about each vendor."""

from itertools import groupby

import pandas as pd
import streamlit as st

from documents.sandbox.support import support
from reports.words import counted, short_date
from views.cache import workspace
from views.frame import reviewer, today
from views.messages import plain
from workflow.problems import NameTaken
from workflow.retention import data_size, expired_documents, remove_expired
from workflow.reviewers import set_reviewer_name
from workflow.settings import setting_rows
from workflow.trail import audit_trail
from workflow.vendors import list_vendors, merge_vendors, removal_of, remove_vendor, rename_vendor
from workflow.workspace import Workspace


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    st.title("Settings", anchor=False)
    st.markdown("**Nothing leaves this computer.**")
    st.markdown(plain(support().sentence))
    _name(ws)
    _settings(ws)
    _retention(ws)
    _vendors(ws)
    _trail(ws)


def _name(ws: Workspace) -> None:
    st.subheader("Reviewer", anchor=False)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input("Your name for the record", value=reviewer(ws), max_chars=80, width=320)
        if st.button("Save name") and name.strip():
            set_reviewer_name(ws, name.strip())
            st.rerun()


def _settings(ws: Workspace) -> None:
    for group, rows in groupby(setting_rows(ws.settings), key=lambda row: row.group):
        st.subheader(group, anchor=False)
        table = [
            {
                "Setting": row.name,
                "Value": row.value,
                "Default": row.default,
                "Set by": row.variable if row.source == "environment" else row.source,
                "What it does": row.help,
            }
            for row in rows
        ]
        st.dataframe(pd.DataFrame(table), hide_index=True, height="content")
    files, size = data_size(ws)
    st.caption(f"{counted(files, 'file')} kept, {size / 1_000_000:,.1f} MB. Settings are read when the app starts.")


def _retention(ws: Workspace) -> None:
    expired = expired_documents(ws, on=today())
    if not expired:
        return
    st.subheader("Kept longer than set", anchor=False)
    table = [{"Document": d.name, "Vendor": d.vendor, "Added": short_date(d.added_at)} for d in expired]
    st.dataframe(pd.DataFrame(table), hide_index=True, height="content")
    with st.popover(f"Remove {counted(len(expired), 'document')}"):
        st.markdown("These documents, their findings and decisions go. Kept scorecards stay.")
        if st.button("Remove them now"):
            remove_expired(ws, [d.id for d in expired], by=reviewer(ws))
            st.rerun()


def _vendors(ws: Workspace) -> None:
    vendors = {vendor.slug: vendor.name for vendor in list_vendors(ws)}
    if not vendors:
        return
    st.subheader("Vendors", anchor=False)
    slug = st.selectbox("Vendor", list(vendors), format_func=vendors.__getitem__, width=420)
    with st.container(horizontal=True):
        with st.popover("Rename"):
            name = st.text_input("New name", value=vendors[slug], max_chars=120, key=f"rename_{slug}")
            if st.button("Rename vendor") and name.strip():
                try:
                    rename_vendor(ws, slug, name.strip(), by=reviewer(ws))
                except NameTaken as error:
                    st.error(plain(str(error)))
                else:
                    st.rerun()
        with st.popover("Merge"):
            others = [other for other in vendors if other != slug]
            into = st.selectbox("Move everything to", others, format_func=vendors.__getitem__, key=f"merge_{slug}")
            if into and st.button("Merge vendors"):
                merge_vendors(ws, slug, into=into, by=reviewer(ws))
                st.rerun()
        with st.popover("Remove"):
            st.markdown(plain(removal_of(ws, slug).text))
            if st.button("Remove vendor and all that is kept about it", key=f"gone_{slug}"):
                remove_vendor(ws, slug, by=reviewer(ws))
                st.session_state.pop("vendor", None)
                st.rerun()


def _trail(ws: Workspace) -> None:
    st.subheader("Audit trail", anchor=False)
    lines = [
        {
            "When": f"{line.at:%d %b %Y %H:%M}",
            "Who": line.by,
            "What": line.action,
            "On": line.subject,
            "Before": line.before or "–",
            "After": line.after or "–",
        }
        for line in audit_trail(ws)
    ]
    if lines:
        st.dataframe(pd.DataFrame(lines), hide_index=True, height=320)
    else:
        st.markdown("Nothing has been done yet.")


if __name__ == "__main__":
    draw()
