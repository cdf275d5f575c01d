"""Changes on Negotiate: a document beside its earlier version, clause by clause, and what it did to the score."""

import html

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from negotiation.versions.align import Change, ChangeKind
from reports.words import counted
from store.records import DocumentRecord, VendorRecord
from views.frame import today
from views.messages import plain
from workflow.problems import WorkflowProblem
from workflow.upload import documents
from workflow.versions import WORDS, Versions, compare_stored, compare_upload, earlier_version
from workflow.workspace import Workspace

TYPES = ["pdf", "docx", "html", "htm", "md", "txt"]
MOST = 200  # clauses drawn at once
TAGS = {"": "span", "+": "ins", "-": "del"}


def draw_changes(ws: Workspace, vendor: VendorRecord) -> None:
    """Draw the choice of two versions and what changed between them."""
    read = sorted((d for d in documents(ws, vendor.slug) if d.read), key=lambda d: d.added_at, reverse=True)
    if not read:
        st.markdown("No document of this vendor has been read yet.")
        return
    new = st.selectbox("The newer version", read, format_func=lambda each: each.name, width=480)
    upload = st.file_uploader("An earlier version that is not here yet", type=TYPES, max_upload_size=50)
    try:
        found = _uploaded(ws, vendor, new, upload) if upload is not None else _stored(ws, vendor, new, read)
    except WorkflowProblem as problem:
        st.error(plain(str(problem)))
        return
    if found is not None:
        _draw(found)


def _stored(ws: Workspace, vendor: VendorRecord, new: DocumentRecord, read: list[DocumentRecord]) -> Versions | None:
    others = [each for each in read if each.id != new.id]
    if not others:
        st.markdown("Add the earlier version above; it is compared and not kept.")
        return None
    likely = earlier_version(ws, vendor.slug, new.id)
    at = next((n for n, each in enumerate(others) if likely and each.id == likely.id), None)
    old = st.selectbox(
        "The earlier version", others, format_func=lambda each: each.name, index=at, placeholder="Choose", width=480
    )
    if old is None:
        st.markdown("No earlier version of it was found here. Choose one, or add it above.")
        return None
    return compare_stored(ws, vendor.slug, old.id, new.id, on=today())


def _uploaded(ws: Workspace, vendor: VendorRecord, new: DocumentRecord, upload: UploadedFile) -> Versions:
    with st.spinner("Reading the earlier version"):
        return compare_upload(ws, vendor.slug, upload.name, upload.getvalue(), new.id, on=today())


def _draw(found: Versions) -> None:
    st.markdown(f"**{plain(found.summary)}**")
    st.markdown(plain(found.score_sentence))
    for effect in found.effects:
        st.markdown(f"- {plain(effect.sentence)}")
    changed = [change for change in found.changes if change.kind is not ChangeKind.SAME]
    kinds = [kind for kind in WORDS if any(change.kind is kind for change in changed)]
    shown = st.pills("Show", kinds, default=kinds, format_func=WORDS.__getitem__, selection_mode="multi")
    picked = [change for change in changed if change.kind in shown]
    for change in picked[:MOST]:
        with st.container(border=True):
            moved = ", moved" if change.moved and change.kind is ChangeKind.REWORDED else ""
            st.caption(f"{WORDS[change.kind].capitalize()}{moved}{_place(change, found)}")
            st.html(f'<p class="changes">{_marked(change)}</p>')
    if len(picked) > MOST:
        st.caption(f"{counted(len(picked) - MOST, 'further clause')} on the command line: clausemark diff.")


def _place(change: Change, found: Versions) -> str:
    block, document = (change.new, found.new) if change.new else (change.old, found.old)
    return f", page {block.page}" if block and document.page_count > 1 else ""


def _marked(change: Change) -> str:
    """Return the words with what was taken out and put in; every word of a document is escaped."""
    if not change.pieces:
        return html.escape(change.new.text if change.new else "")
    return "".join(f"<{TAGS[p.mark]}>{html.escape(p.words)}</{TAGS[p.mark]}>" for p in change.pieces)
