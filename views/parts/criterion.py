"""How the points of one criterion were worked out, in a drawer at the side."""

import pandas as pd
import streamlit as st

from reports.model import CriterionRow, Quote
from views.messages import plain


@st.dialog("How this is worked out", width="large", position="right")
def how_dialog(row: CriterionRow) -> None:
    """Show the factors, their product, and the quotes behind them."""
    st.markdown(f"**{plain(row.name)}**")
    st.markdown(plain(row.question))
    if row.factors:
        table = [{"Factor": f.name, "Value": f.value, "Because": f.because} for f in row.factors]
        st.dataframe(pd.DataFrame(table), hide_index=True, height="content")
    st.markdown(f"**{plain(row.product or row.points)}**")
    for sentence in (row.message, row.searched, row.waits_for, row.second_look):
        if sentence:
            st.markdown(plain(sentence))
    for quote in row.quotes:
        show_quote(quote)
    if row.further:
        with st.expander("Further passages", type="compact"):
            for quote in row.further:
                show_quote(quote)
    for decision in row.decisions:
        st.caption(plain(decision))


def show_quote(quote: Quote) -> None:
    """Show a quote in full with its place and what it says."""
    st.markdown(f"> {plain(quote.words)}")
    st.caption(plain(f"{quote.document}, {quote.place}. {quote.says}"))
