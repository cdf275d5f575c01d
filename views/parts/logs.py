"""Logs on Your side: what a vendor would see in a query log, and whether use keeps to what was signed.

The log is read on this computer and not kept; prompts are turned into fingerprints on the way.
"""

import tempfile
from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from customer.usage.model import Finding, Level, UsageResult
from customer.usage.named import can_be_named, with_names
from reports.usage import LEVELS, answer, number_line, read_words
from store.records import VendorRecord
from views.frame import reviewer, today
from views.messages import plain
from workflow.case import load_case
from workflow.problems import WorkflowProblem
from workflow.usage import (
    Preview,
    appeal_pdf,
    caps_from,
    catalogue_vendor,
    contract_answers,
    forget_name,
    keep_name,
    named_groups,
    rejects_csv,
    saving_words,
)
from workflow.usage_job import RunningCheck, UsageTask, preview_log, written_to
from workflow.workspace import Workspace

TYPES = ["jsonl", "json", "csv", "parquet", "gz"]
LARGEST = 200  # MB in the page; larger logs on the command line
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "usage" / "requests.jsonl.gz"
OURS = {"ts": "Time", "account": "Account", "prompt": "Prompt", "key_id": "Key", "address": "Address", "model": "Model"}
NONE = "not in the log"
SHOWN_REJECTS = 50
KEY, RUNNING, REFUSED, SEEN = "usage_result", "usage_running", "usage_refused", "usage_seen"


def draw_logs(ws: Workspace, vendor: VendorRecord) -> None:
    """Draw the choice of a log, how it is read, how far the check is, and the result."""
    st.markdown("No prompt is kept: the log is read on this computer, and its texts become fingerprints.")
    if RUNNING in st.session_state:
        _watch()
        return
    uploads = st.file_uploader(
        "Query logs (JSONL, CSV or Parquet, also gzipped)",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=LARGEST,
    )
    sample = st.button("Try the sample log") if SAMPLE.exists() else False
    try:
        if sample:
            _start(ws, vendor, (SAMPLE,), {})
        elif uploads:
            _uploaded(ws, vendor, uploads)
    except WorkflowProblem as problem:
        st.error(plain(str(problem)))
    if REFUSED in st.session_state:
        st.error(plain(st.session_state[REFUSED]))
    if KEY in st.session_state:
        _draw(ws, vendor, with_names(st.session_state[KEY], named_groups(ws)))


def _uploaded(ws: Workspace, vendor: VendorRecord, uploads: list[UploadedFile]) -> None:
    own = _mapping(_previewed(uploads[0]))
    if st.button("Check", type="primary"):
        kept = Path(tempfile.mkdtemp(prefix="clausemark-log-"))
        _start(ws, vendor, written_to(kept, [(each.name, each.getvalue()) for each in uploads]), own, folder=kept)


def _previewed(upload: UploadedFile) -> Preview:
    """Return how an upload would be read; each is looked at once, however often the page is drawn."""
    known, seen = st.session_state.get(SEEN, ("", None))
    if known != upload.file_id or not isinstance(seen, Preview):
        with tempfile.TemporaryDirectory() as folder:
            (first,) = written_to(Path(folder), [(upload.name, upload.getvalue())])
            seen = preview_log(first)
        st.session_state[SEEN] = (upload.file_id, seen)
    return seen


def _start(
    ws: Workspace, vendor: VendorRecord, paths: tuple[Path, ...], own: dict[str, str], *, folder: Path | None = None
) -> None:
    known = catalogue_vendor(ws, vendor.name)
    task = UsageTask(paths=paths, own=own, caps=caps_from(known) if known else ())
    st.session_state.pop(REFUSED, None)
    st.session_state[RUNNING] = RunningCheck(task, folder=folder)
    st.rerun()


@st.fragment(run_every=0.5)
def _watch() -> None:
    """Draw how far the check is until it has ended; then keep its result and draw the page again."""
    running: RunningCheck = st.session_state[RUNNING]
    st.progress(running.share, text=running.stage)
    if st.button("Stop"):
        running.stop()
    if not running.ended:
        return
    del st.session_state[RUNNING]
    try:
        st.session_state[KEY] = running.result()
    except WorkflowProblem as problem:
        st.session_state[REFUSED] = str(problem)
    st.rerun()


def _mapping(seen: Preview) -> dict[str, str]:
    """Draw how the log would be read, and return the columns that were chosen otherwise."""
    st.caption(f"Read as: {seen.preset.title}. Change a column if it is not the right one.")
    own: dict[str, str] = {}
    columns = st.columns(3)
    for number, (column, label) in enumerate(OURS.items()):
        guess = seen.guessed.get(column)
        options = [NONE, *seen.columns]
        picked = columns[number % 3].selectbox(label, options, index=options.index(guess) if guess in options else 0)
        if picked not in (NONE, guess):
            own[column] = picked
    st.dataframe(pd.DataFrame(list(seen.rows)), hide_index=True)
    return own


def _draw(ws: Workspace, vendor: VendorRecord, result: UsageResult) -> None:
    st.markdown(f"**{plain(answer(result))}**")
    st.caption(plain(read_words(result)))
    _days(result)
    saved = saving_words(result, catalogue_vendor(ws, vendor.name))
    if saved:
        st.markdown(plain(saved))
    for number, finding in enumerate(result.findings):
        _finding(ws, finding, number)
    kept = contract_answers(result, load_case(ws, vendor.slug).findings)
    if kept:
        st.subheader("Does it keep to what was signed?", anchor=False)
        rows = [
            {"Clause": k.title, "The log shows": k.kept.value, "Because": k.because, "Words": f"“{k.evidence.quote}”"}
            for k in kept
        ]
        st.dataframe(rows, hide_index=True)
    if result.unchecked:
        st.caption("Could not be checked: " + plain("; ".join(f"{t} (no {c})" for t, c in result.unchecked)) + ".")
    if result.summary.rejected:
        with st.expander(f"Lines that could not be read ({result.summary.rejected:,})", type="compact"):
            first = result.summary.rejects[:SHOWN_REJECTS]
            unread = [{"File": r.file, "Line": f"{r.line:,}", "Why": r.why} for r in first]
            st.dataframe(unread, hide_index=True)
    with st.container(horizontal=True):
        pdf = appeal_pdf(result, kept, on=today(), saving=saved)
        name = f"{vendor.slug}_log-check_{today().isoformat()}"
        st.download_button("Download report for an appeal", pdf, f"{name}.pdf", on_click="ignore", type="primary")
        if result.summary.rejected:
            rejects = rejects_csv(result.summary.rejects)
            st.download_button("Lines that could not be read", rejects, f"{name}_rejects.csv", on_click="ignore")


def _finding(ws: Workspace, finding: Finding, number: int) -> None:
    if finding.named:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(f"Named by you: {plain(finding.named)}, {finding.count:,} accounts.")
            if st.button("Forget this name", type="tertiary", key=f"forget_{number}"):
                forget_name(ws, finding.named, by=reviewer(ws))
                st.rerun()
        return
    if finding.level is Level.LOW:
        with st.expander(f"{LEVELS[finding.level]}: {plain(finding.title)} ({finding.count:,})"):
            _body(finding)
            if can_be_named(finding):
                _ask_name(ws, finding, number)
        return
    with st.container(border=True):
        st.markdown(f"**{LEVELS[finding.level]}: {plain(finding.title)}**")
        _body(finding)


def _ask_name(ws: Workspace, finding: Finding, number: int) -> None:
    """Offer to name a group that is the buyer's own: it then stays quiet until it changes."""
    name = st.text_input(
        "If it is yours, what is it?", placeholder="contact centre", max_chars=80, key=f"name_{number}"
    )
    if st.button("Keep the name", key=f"keep_name_{number}"):
        try:
            keep_name(ws, finding, name, by=reviewer(ws))
        except WorkflowProblem as problem:
            st.error(plain(str(problem)))
            return
        st.rerun()


def _body(finding: Finding) -> None:
    st.markdown(plain(finding.sentence))
    if finding.explained:
        st.caption(f"It may be: {plain(finding.explained)}")
    st.markdown(f"What to do: {plain(finding.advice)}")
    lines = [number_line(reason) for reason in finding.reasons]
    st.dataframe(
        [{"Number": n.name, "Value": n.value, "Threshold": n.threshold, "Reached": n.reached} for n in lines],
        hide_index=True,
    )
    if finding.accounts:
        more = f" and {finding.count - len(finding.accounts):,} more" if finding.count > len(finding.accounts) else ""
        st.caption(plain(f"{', '.join(finding.accounts)}{more}"))


def _days(result: UsageResult) -> None:
    if len(result.by_day) < 2:
        return
    frame = pd.DataFrame(result.by_day, columns=["Day", "Requests"])
    chart = alt.Chart(frame).mark_bar().encode(x=alt.X("Day:O", title=None), y=alt.Y("Requests:Q"))
    st.altair_chart(chart.properties(height=160))
