"""The app as it is served: a door before Streamlit, which draws `pages.py`. Start it with `clausemark run`."""

import documents  # noqa: F401, I001 - first of all: switches telemetry off before any library loads

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from views.door import Door, announce, new_token

TOKEN = new_token()

# Streamlit looks for an assignment of this very form.
app = st.App(
    Path(__file__).with_name("pages.py"),
    lifespan=announce(TOKEN),
    middleware=[Middleware(Door, token=TOKEN)],
)
