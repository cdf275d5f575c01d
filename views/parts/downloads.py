"""Downloads: made when they are asked for, named after vendor and date."""

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

from views.messages import plain, problem
from workflow.model import Download
from workflow.problems import ExportFailed

Format = Literal["pdf", "html", "xlsx", "csv", "json"]
FORMATS: dict[Format, str] = {"html": "HTML", "xlsx": "Excel", "csv": "CSV", "json": "JSON"}


def offer_downloads(make: Callable[[Format], Download], *, key: str, without: Sequence[Format] = ()) -> None:
    """Offer the PDF first and the other formats but those `without`; `make` returns the file of a format.

    A format is made on its first click and then handed out, so that opening the page makes nothing.
    """
    with st.container(horizontal=True, vertical_alignment="center"):
        _offer(make, "pdf", "Download PDF", key=key, primary=True)
        with st.popover("More formats", key=f"{key}_more"):
            for name, label in FORMATS.items():
                if name in without:
                    continue
                _offer(make, name, f"Download {label}", key=key, primary=False)


def _offer(make: Callable[[Format], Download], name: Format, label: str, *, key: str, primary: bool) -> None:
    def content() -> bytes:
        return make(name).content

    try:
        st.download_button(
            label,
            data=content,
            file_name=make_name(key, name),
            on_click="ignore",
            type="primary" if primary else "secondary",
            key=f"{key}_{name}",
        )
    except ExportFailed as error:
        problem("export") if name == "pdf" else st.error(plain(str(error)))


def make_name(key: str, name: str) -> str:
    """Return the file name of a download: its key is "<vendor>_<what>_<date>"."""
    return f"{key}.{name}"
