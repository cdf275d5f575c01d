"""The matrix of rows against vendors: sticky head and first column, every cell a word and a sign."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(__file__).parent
_matrix = st.components.v2.component(
    "clausemark_matrix",
    html='<div class="matrix" tabindex="0" role="region" aria-label="Comparison table"></div>',
    css=(HERE / "matrix.css").read_text(encoding="utf-8"),
    js=(HERE / "matrix.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell's text (sign and word) and the theme's colour that underlines it."""

    text: str
    colour: str = "gray"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row: with an `id` its cells can be opened; without cells it is the heading of a group."""

    name: str
    id: str = ""
    cells: tuple[Cell, ...] = ()


def show_matrix(
    rows: Sequence[Row], columns: Sequence[str], *, corner: str, key: str, on_open: Callable[[], None] | None = None
) -> None:
    """Draw the matrix; `opened(key)` then gives the cell that was opened."""
    data = {
        "corner": corner,
        "columns": list(columns),
        "rows": [
            {
                "name": row.name,
                "id": row.id,
                "group": not row.cells,
                "cells": [{"text": cell.text, "colour": cell.colour} for cell in row.cells],
            }
            for row in rows
        ],
    }
    _matrix(data=data, key=key, on_open_change=on_open or _nothing)


def opened(key: str) -> tuple[str, int] | None:
    """Return the row's id and the column's number of the cell that was opened in this run."""
    state: Any = st.session_state.get(key)
    cell = getattr(state, "open", None) if state is not None else None
    return (str(cell["row"]), int(cell["column"])) if cell else None


def _nothing() -> None:
    """Stand in where a matrix is only read."""
