"""Upload & review: files in, progress and problems per file, and the way to the result."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from reports.words import counted, whole
from views.cache import workspace
from views.frame import ask_reviewer, reviewer, today
from views.messages import plain
from views.parts.jobs import file_row, progress_line
from workflow.assess import current_assessment
from workflow.guesses import guess_vendor, suggested_vendor
from workflow.model import Added
from workflow.queue import list_jobs
from workflow.upload import add_file, documents, missing_documents
from workflow.vendors import add_vendor, list_vendors, rename_vendor
from workflow.workspace import Workspace

TYPES = ["pdf", "docx", "html", "htm", "md", "markdown", "txt"]
UNNAMED = "New vendor"


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    st.title("Upload & review", anchor=False)
    ask_reviewer(ws)
    slug = _vendor(ws)
    _uploaders(ws, slug)
    _notes()
    if slug:
        _files(ws, slug)
    else:
        st.markdown("Choose or name a vendor, or add files: a name is then guessed from them.")


def _vendor(ws: Workspace) -> str:
    st.subheader("1 Vendor", anchor=False)
    names = {vendor.name: vendor.slug for vendor in list_vendors(ws)}
    slugs = {slug: name for name, slug in names.items()}
    asked = st.query_params.get("vendor") or st.session_state.get("vendor")
    options = list(names)
    index = options.index(slugs[asked]) if asked in slugs else None
    chosen = st.selectbox(
        "Vendor (type a new name to add one)",
        options,
        index=index,
        accept_new_options=True,
        placeholder="Choose or type a name",
        width=420,
    )
    if not chosen:
        return ""
    slug = names.get(chosen) or add_vendor(ws, chosen.strip()[:120], by=reviewer(ws)).slug
    st.session_state["vendor"] = slug
    st.query_params["vendor"] = slug
    return slug


def _uploaders(ws: Workspace, slug: str) -> None:
    st.subheader("2 Files", anchor=False)
    st.caption(
        f"PDF, Word, HTML, Markdown or text, up to {ws.settings.file_megabytes} MB each. Files stay on this computer."
    )
    turn = st.session_state.setdefault("upload_turn", 0)
    files = st.file_uploader(
        "Contracts, policies, audit reports", type=TYPES, accept_multiple_files=True, key=f"files_{turn}"
    )
    with st.expander("Add a whole folder", type="compact"):
        folder = st.file_uploader("A folder", type=TYPES, accept_multiple_files="directory", key=f"folder_{turn}")
    given = [*(files or []), *(folder or [])]
    if given:
        _store(ws, slug, given)


def _store(ws: Workspace, slug: str, files: Sequence[Any]) -> None:
    """Store what arrived at once, empty the widgets by a new key, and start again."""
    by = reviewer(ws)
    if not slug:
        guessed = guess_vendor(ws, [file.name for file in files]) or UNNAMED
        slug = add_vendor(ws, guessed, by=by).slug
    st.session_state["added"] = [add_file(ws, vendor=slug, name=f.name, data=f.getvalue(), by=by) for f in files]
    st.session_state["upload_turn"] += 1
    st.session_state["vendor"] = slug
    st.query_params["vendor"] = slug
    st.rerun()


def _notes() -> None:
    """Say what was refused or was here already; shown until the next upload."""
    added: list[Added] = st.session_state.get("added", [])
    for item in added:
        if item.message:
            (st.info if item.duplicate else st.error)(plain(item.message))


def _files(ws: Workspace, slug: str) -> None:
    st.subheader("3 Result", anchor=False)
    if any(job.state.open for job in list_jobs(ws, slug)):
        _watch(ws, slug)
        return
    _answer(ws, slug)
    _rows(ws, slug)


@st.fragment(run_every=1.0)
def _watch(ws: Workspace, slug: str) -> None:
    """Draw the rows while a file is being read; leave the timer as soon as none is."""
    jobs = list_jobs(ws, slug)
    if not any(job.state.open for job in jobs):
        st.rerun()
    newest = {job.document_id: job for job in reversed(jobs)}
    progress_line(ws, tuple(newest.values()), by=reviewer(ws))
    _rows(ws, slug)


def _rows(ws: Workspace, slug: str) -> None:
    found = documents(ws, slug)
    if not found:
        st.markdown("Nothing added for this vendor yet.")
    for document in found:
        file_row(ws, document, by=reviewer(ws))


def _answer(ws: Workspace, slug: str) -> None:
    found = documents(ws, slug)
    if found and not any(document.read for document in found):
        st.error(f"None of the {counted(len(found), 'file')} could be read. The reasons stand below.")
        return
    stored = current_assessment(ws, slug, on=today(), by=reviewer(ws))
    if stored is None:
        return
    result = stored.assessment
    score = "no score" if result.score is None else f"{whole(result.score)} of 100"
    band = f"band {result.band}" if result.band else "no band"
    st.info(f"**{plain(result.vendor)}: {score}, {band}, {result.to_review} to review.**")
    _offer_name(ws, slug)
    for sentence in missing_documents(ws, slug):
        st.info(plain(sentence))
    with st.container(horizontal=True):
        if st.button("Start review", type="primary"):
            st.switch_page("views/evidence.py", query_params={"vendor": slug, "show": "review"})
        if st.button("Open scorecard"):
            st.switch_page("views/scorecard.py", query_params={"vendor": slug})


def _offer_name(ws: Workspace, slug: str) -> None:
    """Offer the name that a document gives to a vendor that was named by a guess."""
    current = next(vendor.name for vendor in list_vendors(ws) if vendor.slug == slug)
    if not current.startswith(UNNAMED):
        return
    names = [name for document in documents(ws, slug) if (name := suggested_vendor(ws, document.id))]
    if names and st.button(f"Name this vendor “{plain(names[0])}”"):
        renamed = rename_vendor(ws, slug, names[0], by=reviewer(ws))
        st.session_state["vendor"] = renamed.slug
        st.query_params["vendor"] = renamed.slug
        st.rerun()


if __name__ == "__main__":
    draw()
