"""The rows of files being read: state, progress, and what can be done with each."""

from collections.abc import Sequence
from datetime import UTC, datetime

import streamlit as st

from documents.model import DocumentKind
from reports.words import KINDS, counted
from store.records import DocumentRecord, JobRecord, JobState, JobStep
from views.look import JOBS
from views.messages import plain
from views.parts.badges import job_badge, show_badge
from workflow.queue import cancel_all, cancel_job, latest_job, progress_of
from workflow.upload import document_removal, move_document, read_again, remove_document, set_kind
from workflow.vendors import add_vendor
from workflow.workspace import Workspace


def progress_line(ws: Workspace, jobs: Sequence[JobRecord], *, by: str) -> None:
    """Show how many files are done, the time left, and a button that stops all."""
    progress = progress_of(jobs, datetime.now(UTC))
    left = "" if progress.seconds_left is None else f", about {max(0, round(progress.seconds_left))} s left"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{progress.done} of {progress.total} done{left}**")
        if st.button("Cancel all", type="tertiary", key="cancel_all"):
            cancel_all(ws, by=by)
            st.rerun()


def file_row(ws: Workspace, document: DocumentRecord, *, by: str) -> None:
    """Show one file: its state while it is read, then its kind, its problems and its buttons."""
    job = latest_job(ws, document.id)
    with st.container(border=True, key=f"file_{document.id[:16]}"):
        with st.container(horizontal=True, vertical_alignment="center"):
            job_badge(job.state) if job else show_badge(JOBS[JobState.DONE])
            st.markdown(f"**{plain(document.name)}**")
        if job and job.state.open:
            _working(ws, job, by=by)
            return
        _messages(document, job)
        _choices(ws, document, by=by)
        _buttons(ws, document, by=by)


def _working(ws: Workspace, job: JobRecord, *, by: str) -> None:
    began = job.started_at or job.queued_at
    spent = max(0, round((datetime.now(UTC) - began).total_seconds()))
    share = min(1.0, job.done / job.total) if job.total else 0.0
    if job.state is JobState.QUEUED:
        text = "waiting for a free worker"
    elif job.step is JobStep.CHECKS:
        text = f"check {job.done} of {job.total}, {spent} s"
    else:
        text = f"page {job.done} of {job.total}, {spent} s" if job.total else f"opening, {spent} s"
    st.progress(share, text=text)
    if st.button("Cancel", type="tertiary", key=f"cancel_{job.id}"):
        cancel_job(ws, job.id, by=by)
        st.rerun()


def _messages(document: DocumentRecord, job: JobRecord | None) -> None:
    if job and job.message and not any(problem.text == job.message for problem in document.problems):
        (st.error if job.state is JobState.FAILED else st.info)(plain(job.message))
    for problem in document.problems:
        (st.error if problem.fatal else st.warning)(plain(problem.text))
    if document.read:
        unread = f", {len(document.unreadable_pages)} could not be read" if document.unreadable_pages else ""
        st.caption(f"{counted(document.page_count or 0, 'page')} read{unread}")


def _choices(ws: Workspace, document: DocumentRecord, *, by: str) -> None:
    if not document.read:
        return
    kinds = list(DocumentKind)
    guessed = document.guessed_kind
    label = f"Looks like: {KINDS[guessed].lower()}" if guessed else "Kind of document"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        kind = st.selectbox(
            label,
            kinds,
            index=kinds.index(document.kind) if document.kind else None,
            format_func=KINDS.__getitem__,
            key=f"kind_{document.id[:16]}",
            width=280,
        )
        if kind is not None and kind != document.kind:
            set_kind(ws, document.id, kind, by=by)
            st.rerun()


def _buttons(ws: Workspace, document: DocumentRecord, *, by: str) -> None:
    short = document.id[:16]
    with st.container(horizontal=True, vertical_alignment="center"):
        if document.read and st.button("Open", key=f"open_{short}"):
            st.switch_page("views/evidence.py", query_params={"vendor": document.vendor, "doc": document.id})
        if st.button("Read again", type="tertiary", key=f"again_{short}"):
            read_again(ws, document.id, by=by)
            st.rerun()
        with st.popover("Move", type="tertiary", key=f"move_{short}"):
            name = st.text_input("Vendor", key=f"to_{short}", max_chars=120)
            if st.button("Move to this vendor", key=f"moved_{short}") and name.strip():
                move_document(ws, document.id, vendor=add_vendor(ws, name.strip(), by=by).slug, by=by)
                st.rerun()
        with st.popover("Remove", type="tertiary", key=f"remove_{short}"):
            st.markdown(plain(document_removal(ws, document.id).text))
            if st.button("Remove file and its findings", key=f"removed_{short}"):
                remove_document(ws, document.id, by=by)
                st.rerun()
