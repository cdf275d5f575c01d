"""The buyer's own facts: add or correct one, remove, import and export; the shipped catalogue is never changed."""

from datetime import date

import streamlit as st

from vendors.catalogue.model import Confidence
from vendors.comparison import source_line
from views.frame import reviewer
from views.messages import plain
from workflow.catalogue import (
    FactRefused,
    add_fact,
    all_controls,
    catalogue,
    export_facts,
    import_facts,
    own_facts,
    remove_fact,
    shipped_facts,
)
from workflow.workspace import Workspace


def draw_own_facts(ws: Workspace, *, on: date) -> None:
    """Draw the dialog's button, and the files to bring in and take out."""
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Add or correct a fact"):
            _ask(ws, on)
        with st.popover("Import, export"):
            _files(ws)


@st.dialog("Add or correct a fact")
def _ask(ws: Workspace, on: date) -> None:
    st.caption("Your fact stands beside those of the catalogue, which stay as they are. It needs a source and a date.")
    names = {vendor.id: vendor.name for vendor in catalogue(ws)}
    titles = {control.id: control.title for control in all_controls()}
    vendor = st.selectbox("Vendor", list(names), format_func=names.__getitem__)
    control = st.selectbox("Control", list(titles), format_func=titles.__getitem__)
    given = {
        "control": control,
        "value": st.text_input("Value: a number or words", max_chars=300),
        "unit": st.text_input("Unit, for a number", placeholder="requests a minute", max_chars=100),
        "scope": st.text_input("Holds for", placeholder="account, organisation, project, region", max_chars=100),
        "source": st.text_input("Source: page, clause or letter", max_chars=300),
        "as_of": st.date_input("As of", value=on, max_value=on),
        "confidence": st.selectbox("How it is known", [each.value for each in Confidence], index=2),
        "note": st.text_input("Note", max_chars=300),
    }
    if st.button("Keep this fact", type="primary"):
        try:
            add_fact(ws, vendor, given, by=reviewer(ws))
        except FactRefused as error:
            st.error(plain(str(error)))
            return
        st.rerun()


def _files(ws: Workspace) -> None:
    own = own_facts(ws)
    for style, label in (("csv", "CSV"), ("yaml", "YAML")):
        st.download_button(
            f"Your facts as {label}",
            export_facts(own, style),
            f"own-facts.{style}",
            on_click="ignore",
            disabled=not own,
        )
    st.download_button("The catalogue as CSV", export_facts(shipped_facts(), "csv"), "catalogue.csv", on_click="ignore")
    file = st.file_uploader("Import facts, CSV or YAML", type=["csv", "yaml", "yml"], key="facts_file")
    if file is not None and st.button("Import"):
        try:
            count = import_facts(ws, file.getvalue(), file.name, by=reviewer(ws))
            st.success(f"{count} facts are new.")
        except FactRefused as error:
            st.error(plain(str(error)))
    for number, (vendor, fact) in enumerate(own):
        st.markdown(plain(f"{vendor}: {source_line(fact)}"))
        if st.button("Remove", key=f"remove_fact_{number}"):
            remove_fact(ws, number, by=reviewer(ws))
            st.rerun()
