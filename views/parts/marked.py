"""Marked data on Your side: copies of a data set that can be told apart, and which one a suspect came from.

Data, keys and copies stay where they are on this computer; the page takes paths and keeps nothing.
"""

from datetime import datetime
from pathlib import Path

import streamlit as st

from customer.marks.plan import Options, Planned
from customer.marks.trace import Trace
from reports.trace import probability
from reports.words import counted, percent
from store.records import VendorRecord
from views.frame import today
from views.messages import plain
from workflow.marks import (
    counsel_pdf,
    dry_run,
    key_at,
    mark_data,
    order,
    prompts,
    refuse_large,
    trace_answers,
    trace_suspects,
)
from workflow.problems import WorkflowProblem
from workflow.workspace import Workspace

MARK, TEST = "Mark a data set", "Test a suspect"


def draw_marked(ws: Workspace, vendor: VendorRecord) -> None:  # noqa: ARG001 - nothing of it is in the store
    """Draw the two tasks, one at a time."""
    st.markdown(
        "Each recipient gets a copy with small choices of wording and a few invented records of its own. "
        "If a copy turns up elsewhere, or in a model, it can be told which one it was."
    )
    task = st.segmented_control("What to do", [MARK, TEST], default=MARK, required=True, key="marks_task")
    try:
        if task == MARK:
            _mark(vendor)
        else:
            _test()
    except WorkflowProblem as problem:
        st.error(plain(str(problem)))


def _mark(vendor: VendorRecord) -> None:
    with st.form("mark", border=False):
        source = st.text_input("File or folder with the data (JSONL, CSV, Parquet or texts), on this computer")
        dataset = st.text_input("Name of the data set", placeholder="support-2026-11")
        recipients = st.text_input("Recipients, with commas between them", value=vendor.name)
        key = st.text_input("Key file; it is made if it is not there, and only you can read it")
        out = st.text_input("New folder for the copies")
        never = st.text_input("Fields that must not change, with commas between them")
        share = st.slider("Share of the places used, in %", 5, 100, 100, 5)
        canaries = st.number_input("Invented records in each copy", 0, 10_000, 50)
        with st.container(horizontal=True):
            show = st.form_submit_button("Show what would change")
            make = st.form_submit_button("Make the copies", type="primary")
    if not (show or make) or not _complete(source, dataset, recipients, key, out):
        return
    names = _names(recipients)
    options = Options(
        never=tuple(_names(never)), share=share / 100, canaries=int(canaries), team=2 if len(names) < 3 else 4
    )
    data, key_file = Path(source).expanduser(), Path(key).expanduser()
    refuse_large(data)
    if not key_file.exists():
        key_at(key_file, make=True)
    at = datetime.combine(today(), datetime.min.time())
    what = order(data, Path(out).expanduser(), key_file, dataset=dataset, recipients=names, options=options, at=at)
    with st.spinner("Reading the data"):
        if show:
            _draw_plan(*dry_run(what))
            return
        made, deliveries = mark_data(what)
    st.success(f"{counted(len(deliveries), 'copy', 'copies')} written. Lodge the manifests before you deliver.")
    rows = [
        {
            "Recipient": one.recipient,
            "Records": one.copied.records,
            "Wordings changed": one.changed,
            "Of the words": percent(one.changed_words / max(1, made.words)),
            "Manifest": one.manifest.name,
        }
        for one in deliveries
    ]
    st.dataframe(rows, hide_index=True)


def _draw_plan(made: Planned, changed: tuple[tuple[str, str], ...]) -> None:
    st.markdown(
        f"**{counted(made.records, 'record')}, {made.distinct} distinct places** in the fields "
        f"{plain(', '.join(made.fields))}. Nothing was written."
    )
    if made.warning:
        st.warning(made.warning)
    for old, new in changed:
        with st.container(border=True):
            st.caption("As it is")
            st.text(old)
            st.caption("As the first recipient would get it")
            st.text(new)


def _test() -> None:
    with st.form("trace", border=False):
        suspect = st.text_input("File or folder to test, on this computer")
        answers = st.text_input("Or a file with a model's answers to the prompts")
        key = st.text_input("Key file")
        manifest = st.text_input("Manifest of the data set")
        with st.container(horizontal=True):
            test = st.form_submit_button("Test", type="primary")
            ask = st.form_submit_button("Make prompts for a model")
    if not (test or ask) or not _complete(key, manifest, "-" if ask else suspect or answers):
        return
    key_file, manifests = Path(key).expanduser(), [Path(manifest).expanduser()]
    if ask:
        st.download_button("Download prompts", prompts(key_file, manifests), "prompts.jsonl", on_click="ignore")
        return
    if answers and not suspect:
        for sentence in trace_answers(Path(answers).expanduser(), key_file, manifests).sentences:
            st.markdown(plain(sentence))
        return
    refuse_large(Path(suspect).expanduser())
    with st.spinner("Reading the file"):
        _draw_trace(trace_suspects([Path(suspect).expanduser()], key_file, manifests))


def _draw_trace(found: Trace) -> None:
    for number, sentence in enumerate(found.sentences):
        st.markdown(f"**{plain(sentence)}**" if number == 0 else plain(sentence))
    st.caption(
        f"{found.read} of {found.known} places read. Files tested so far with this data set: {found.tests}. "
        f"False accusation rate {probability(found.judged.false_rate)}, all recipients together."
    )
    rows = [
        {
            "Recipient": one.recipient,
            "Choices that agree": f"{one.matches} of {one.tested}",
            "p": probability(one.p),
            "p for all recipients": probability(one.corrected),
        }
        for one in found.judged.suspicions
    ]
    st.dataframe(rows, hide_index=True)
    pdf = counsel_pdf(found, on=today().isoformat())
    st.download_button("Download the page for counsel", pdf, f"marked_{today()}.pdf", on_click="ignore", type="primary")


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


def _complete(*answers: str) -> bool:
    if all(answer.strip() for answer in answers):
        return True
    st.warning("Fill in the empty fields first.")
    return False
