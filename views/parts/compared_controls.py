"""The Quotas tab of Compare: controls of documents and published facts side by side, with what each cell rests on."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from vendors.catalogue.model import ControlFamily
from vendors.comparison import Basis, ControlCell, ControlRow, Side
from views.charts import heat_map
from views.messages import plain
from views.parts.matrix import Cell, Row, opened, show_matrix
from workflow.catalogue import control_rows, controls_file

FAMILIES = {
    ControlFamily.QUOTAS: "Quotas",
    ControlFamily.IDENTITY: "Identity",
    ControlFamily.DETECTION: "Detection",
    ControlFamily.TRACEABILITY: "Traceability",
    ControlFamily.CONTRACT: "Contract",
    ControlFamily.ASSURANCE: "Assurance",
}
COLOURS = {
    Basis.AUDITED: "green",
    Basis.PROMISED: "green",
    Basis.STATED: "blue",
    Basis.ALLEGED: "orange",
    Basis.SEARCHED: "gray",
    Basis.UNKNOWN: "gray",
}
ONLY_DIFFERENCES_FROM = 4


def draw_controls(sides: Sequence[Side], *, on: date) -> None:
    """Draw one family of controls as a matrix, and below it what the chosen control rests on."""
    family = st.pills(
        "Controls",
        list(FAMILIES),
        default=ControlFamily.QUOTAS,
        format_func=FAMILIES.__getitem__,
        required=True,
        key="control_family",
        label_visibility="collapsed",
    )
    every = control_rows(sides, on=on)
    _at_a_glance(every, sides)
    only = st.toggle("Only differences", value=len(sides) >= ONLY_DIFFERENCES_FROM, key="only_control_differences")
    rows = [row for row in every if row.control.family is family]
    shown = [row for row in rows if row.differs or not only]
    if not shown:
        st.markdown("These vendors do not differ here.")
        return
    show_matrix(
        [Row(name=row.control.title, id=row.control.id, cells=tuple(map(_cell, row.cells))) for row in shown],
        [side.name for side in sides],
        corner="Control",
        key="controls_matrix",
        on_open=_open,
    )
    st.caption("Documents win over published facts. “not published” means that no source is known, not zero.")
    _details(shown, sides)
    with st.container(horizontal=True):
        for style in ("csv", "json"):
            st.download_button(
                f"Download controls ({style.upper()})",
                partial(controls_file, sides, on=on, style=style),
                f"compared-controls_{on.isoformat()}.{style}",
                on_click="ignore",
                key=f"controls_{style}",
            )


def _at_a_glance(rows: Sequence[ControlRow], sides: Sequence[Side]) -> None:
    """Draw how much is known of each family at each vendor: not how good it is, which the single cells say."""
    grid = [
        (name, side.name, _known([row.cells[number] for row in rows if row.control.family is family]))
        for family, name in FAMILIES.items()
        for number, side in enumerate(sides)
    ]
    with st.expander("All families at a glance", type="compact"):
        with st.container(key="wide_only_controls"):
            heat_map(
                grid,
                columns=[side.name for side in sides],
                alt_text="Percent of the controls of a family on which something is known, by vendor",
                key="control_heat",
            )
        with st.container(key="narrow_only_controls"):
            lines = {name: [cell for row, _, cell in grid if row == name] for name in FAMILIES.values()}
            table = [
                Row(name=name, id=name, cells=tuple(Cell(text="–" if n is None else f"{n:.0f} %") for n in cells))
                for name, cells in lines.items()
            ]
            show_matrix(table, [side.name for side in sides], corner="Family", key="control_glance")
        st.caption("Percent of the controls that documents or published facts say something of.")


def _known(cells: Sequence[ControlCell]) -> float | None:
    known = sum(cell.basis not in (Basis.SEARCHED, Basis.UNKNOWN) for cell in cells)
    return 100 * known / len(cells) if cells else None


def _cell(cell: ControlCell) -> Cell:
    marks = [cell.basis.value] if cell.basis not in (Basis.SEARCHED, Basis.UNKNOWN) else []
    marks += [f"as of {cell.as_of:%b %Y}"] if cell.as_of and cell.basis in (Basis.STATED, Basis.ALLEGED) else []
    marks += ["old"] if cell.old else []
    marks += ["sources differ"] if cell.conflict else []
    return Cell(text=f"{cell.text} · {', '.join(marks)}" if marks else cell.text, colour=COLOURS[cell.basis])


def _open() -> None:
    cell = opened("controls_matrix")
    if cell:
        st.session_state["control_open"] = cell[0]


def _details(rows: Sequence[ControlRow], sides: Sequence[Side]) -> None:
    by_id = {row.control.id: row for row in rows}
    if st.session_state.get("control_open") not in by_id:
        st.session_state["control_open"] = rows[0].control.id
    picked = st.selectbox(
        "What it rests on", list(by_id), format_func=lambda key: by_id[key].control.title, key="control_open"
    )
    row = by_id[picked]
    st.caption(plain(row.control.question))
    for side, cell in zip(sides, row.cells, strict=True):
        with st.container(border=True):
            st.markdown(f"**{plain(side.name)}** · {plain(cell.basis.value)}")
            for line in cell.rests_on or (cell.text,):
                st.markdown(plain(line))
            if cell.conflict:
                st.markdown(f":orange[{plain(cell.conflict)}]")
            if cell.old:
                st.caption("Older than 180 days. Check whether it still holds.")
