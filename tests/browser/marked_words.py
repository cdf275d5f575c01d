"""A page of one document's words, for test_marked_words.py: in a text, a quote, a label, a caption and a message."""

import streamlit as st

from tests.views.test_words_as_text import MARKS
from views.messages import plain

st.markdown(plain(MARKS))
st.markdown(f"> {plain(MARKS)}")
st.caption(plain(MARKS))
st.error(plain(MARKS))
st.markdown(f":blue-badge[:material/check: {plain(MARKS)}]")
st.checkbox(plain(MARKS))
