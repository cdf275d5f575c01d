"""The document viewer: a page image with boxes on the quotes, or the text with its passages marked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from documents.model import Document
from views import cache
from workflow.workspace import Workspace

HERE = Path(__file__).parent
_viewer = st.components.v2.component(
    "clausemark_viewer",
    html='<div class="pane" tabindex="0" role="region" aria-label="Document"></div>',
    css=(HERE / "viewer.css").read_text(encoding="utf-8"),
    js=(HERE / "viewer.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A quote to mark: its id is given back when it is clicked, its label names the check."""

    id: str
    label: str
    quote: str
    block: int
    start: int
    end: int
    current: bool


def picked(key: str) -> str | None:
    """Return the id of the passage that was clicked in this run, if one was."""
    state = st.session_state.get(key)
    return getattr(state, "pick", None) if state is not None else None


def show_page(
    ws: Workspace, document: Document, page: int, passages: Sequence[Passage], *, zoom: int, on_pick: Callable[[], None]
) -> None:
    """Show a page of a PDF with a box on each line of each passage."""
    marks = [
        {
            "id": passage.id,
            "label": passage.label,
            "current": passage.current,
            "left": box.left,
            "top": box.top,
            "width": box.width,
            "height": box.height,
        }
        for passage in passages
        for box in cache.boxes(ws, document.id, page, passage.quote)
    ]
    data = {
        "image": cache.image_data(ws, document.id, page),
        "alt": f"Page {page} of {document.name}",
        "zoom": zoom,
        "boxes": marks,
    }
    _viewer(data=data, key="viewer", on_pick_change=on_pick)


def show_text(document: Document, passages: Sequence[Passage], *, on_pick: Callable[[], None]) -> None:
    """Show the text of a document without pages, with its passages marked."""
    blocks = [
        {"kind": str(block.kind), "text": block.text, "marks": _marks(block.number, passages)}
        for block in document.blocks
    ]
    _viewer(data={"image": "", "blocks": blocks}, key="viewer", on_pick_change=on_pick)


def _marks(block: int, passages: Sequence[Passage]) -> list[dict[str, object]]:
    """Return the marks of a block from left to right; the current passage wins over those that it overlaps."""
    here = sorted((p for p in passages if p.block == block), key=lambda p: (not p.current, p.start))
    kept: list[Passage] = []
    for passage in here:
        if all(passage.end <= other.start or other.end <= passage.start for other in kept):
            kept.append(passage)
    return [
        {"id": p.id, "label": p.label, "start": p.start, "end": p.end, "current": p.current}
        for p in sorted(kept, key=lambda p: p.start)
    ]
