"""Your side: what you and the vendor have to do, and by when."""

from collections.abc import Callable

import streamlit as st

from store.records import VendorRecord
from views.cache import workspace
from views.frame import choose_view, chosen_vendor
from views.parts.days import draw_days
from views.parts.duties import draw_duties
from views.parts.logs import draw_logs
from views.parts.marked import draw_marked
from workflow.workspace import Workspace

VIEWS: dict[str, tuple[str, Callable[[Workspace, VendorRecord], None]]] = {
    "duties": ("Duties", draw_duties),
    "dates": ("Dates", draw_days),
    "logs": ("Logs", draw_logs),
    "marked": ("Marked data", draw_marked),
}


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    vendor = chosen_vendor(ws)
    st.title("Your side", anchor=False)
    view = choose_view("view", {name: label for name, (label, _) in VIEWS.items()}, default="duties")
    if vendor is None:
        st.markdown("No duties found yet: add a contract.")
        st.page_link("views/upload.py", label="Add documents")
        return
    VIEWS[view][1](ws, vendor)


if __name__ == "__main__":
    draw()
