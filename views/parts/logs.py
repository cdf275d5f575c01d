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
from reports.usage import LEVELS, answer, number_line, read_words
from store.records import VendorRecord
from views.frame import today
from views.messages import plain
from workflow.case import load_case
from workflow.catalogue import catalogue
from workflow.problems import WorkflowProblem
from workflow.usage import Preview, appeal_pdf, caps_of, check_files, contract_answers, preview, rejects_csv
from workflow.workspace import Workspace

TYPES = ["jsonl", "json", "csv", "parquet", "gz"]
LARGEST = 200  # MB in the page; larger logs on the command line
SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "usage" / "requests.jsonl.gz"
OURS = {"ts": "Time", "account": "Account", "prompt": "Prompt", "key_id": "Key", "address": "Address", "model": "Model"}
NONE = "not in the log"
KEY = "usage_result"


def draw_logs(ws: Workspace, vendor: VendorRecord) -> None:
    """Draw the choice of a log, how it is read, and the result."""
    st.markdown("No prompt is kept: the log is read on this computer, and its texts become fingerprints.")
    uploads = st.file_uploader(
        "Query logs (JSONL, CSV or Parquet, also gzipped)",
        type=TYPES,
        accept_multiple_files=True,
        max_upload_size=LARGEST,
    )
    sample = st.button("Try the sample log") if SAMPLE.exists() else False
    try:
        if sample:
            _check(ws, vendor, [SAMPLE], {})
        elif uploads:
            with tempfile.TemporaryDirectory() as folder:
                _uploaded(ws, vendor, uploads, Path(folder))
    except WorkflowProblem as problem:
        st.error(plain(str(problem)))
    if KEY in st.session_state:
        _draw(ws, vendor, st.session_state[KEY])


def _uploaded(ws: Workspace, vendor: VendorRecord, uploads: list[UploadedFile], folder: Path) -> None:
    paths = []
    for number, upload in enumerate(uploads):
        # Only the ending of the name is used, to tell the format.
        ending = "".join(Path(upload.name).suffixes[-2:]).lower()
        path = folder / f"log{number}{ending}"
        path.write_bytes(upload.getbuffer())
        paths.append(path)
    own = _mapping(preview(paths[0]))
    if st.button("Check", type="primary"):
        _check(ws, vendor, paths, own)


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


def _check(ws: Workspace, vendor: VendorRecord, paths: list[Path], own: dict[str, str]) -> None:
    known = {each.id for each in catalogue(ws)}
    with st.status("Reading the log") as status:
        result = check_files(
            paths,
            own=own,
            caps=caps_of(vendor.slug, ws) if vendor.slug in known else (),
            progress=lambda text: status.update(label=text),
        )
        status.update(label="Done", state="complete")
    st.session_state[KEY] = result


def _draw(ws: Workspace, vendor: VendorRecord, result: UsageResult) -> None:
    st.markdown(f"**{plain(answer(result))}**")
    st.caption(plain(read_words(result)))
    _days(result)
    for finding in result.findings:
        _finding(finding)
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
    with st.container(horizontal=True):
        pdf = appeal_pdf(result, kept, on=today())
        name = f"{vendor.slug}_log-check_{today().isoformat()}"
        st.download_button("Download report for an appeal", pdf, f"{name}.pdf", on_click="ignore", type="primary")
        if result.summary.rejected:
            rejects = rejects_csv(result.summary.rejects)
            st.download_button("Lines that could not be read", rejects, f"{name}_rejects.csv", on_click="ignore")


def _finding(finding: Finding) -> None:
    if finding.level is Level.LOW:
        with st.expander(f"{LEVELS[finding.level]}: {plain(finding.title)} ({finding.count:,})"):
            _body(finding)
        return
    with st.container(border=True):
        st.markdown(f"**{LEVELS[finding.level]}: {plain(finding.title)}**")
        _body(finding)


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
