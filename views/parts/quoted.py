"""A quote with its page, and the page itself on demand: the picture with a box on the words, or the text."""

import streamlit as st

from audits.model import Quote
from views.messages import plain
from views.parts.viewer import Passage, show_page, show_text
from workflow.case import load_texts
from workflow.problems import WorkflowProblem
from workflow.workspace import Workspace


def draw_quote(ws: Workspace, document_id: str, quote: Quote, *, key: str) -> None:
    """Draw the words with their page, and a button that opens the page."""
    st.caption(f"“{plain(quote.text)}”, page {quote.page}")
    if st.button(f"Open page {quote.page}", key=key, type="tertiary", icon=":material/description:"):
        _open(ws, document_id, quote)


@st.dialog("The words in the document", width="large")
def _open(ws: Workspace, document_id: str, quote: Quote) -> None:
    document = load_texts(ws, [document_id]).get(document_id)
    if document is None:
        st.error("This document is not here any more: it was removed.")
        return
    place = {"block": quote.block, "start": quote.start, "end": quote.end}
    passage = Passage(id="quote", label=document.name, quote=quote.text, current=True, **place)
    st.caption(plain(f"{document.name}, page {quote.page}"))
    try:
        show_page(ws, document, quote.page, [passage], zoom=100, on_pick=_nothing)
    except WorkflowProblem:
        show_text(document, [passage], on_pick=_nothing)


def _nothing() -> None:
    """Nothing is picked in a picture that shows one quote."""
