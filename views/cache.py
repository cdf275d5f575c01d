"""All caches of the app: the one open workspace, and page images by the hash of their document."""

import base64

import streamlit as st

from workflow.model import Box
from workflow.pages import page_image, quote_boxes
from workflow.start import open_workspace
from workflow.workspace import Workspace


@st.cache_resource(show_spinner="Opening the store")
def workspace() -> Workspace:
    """Return the open workspace of this process."""
    return open_workspace()


@st.cache_data(max_entries=64, show_spinner=False)
def image_data(_ws: Workspace, document_id: str, page: int) -> str:
    """Return a page's image as a data address; a page of a hash never changes."""
    return "data:image/png;base64," + base64.b64encode(page_image(_ws, document_id, page)).decode("ascii")


@st.cache_data(max_entries=512, show_spinner=False)
def boxes(_ws: Workspace, document_id: str, page: int, quote: str) -> tuple[Box, ...]:
    """Return where a quote stands on a page."""
    return quote_boxes(_ws, document_id, page, quote)
