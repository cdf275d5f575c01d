"""Scorecard: can we sign, why this score, and what would change it."""

from datetime import date

import pandas as pd
import streamlit as st

from reports.model import CriterionRow, ScorecardPage
from reports.words import short_date, whole
from scoring.model import Assessment, Verdict
from store.records import VendorRecord
from views.cache import workspace
from views.frame import chosen_vendor, reviewer, today
from views.look import VERDICTS
from views.messages import plain
from views.parts.criterion import how_dialog
from views.parts.downloads import offer_downloads
from views.parts.score import ask_bars, family_bars, firmness, score_header
from workflow.assess import current_assessment, latest_on, list_assessments, reopen_assessment
from workflow.exports import export_scorecard, scorecard_page
from workflow.model import StoredAssessment
from workflow.workspace import Workspace


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    vendor = chosen_vendor(ws)
    st.title("Scorecard", anchor=False)
    stored = _asked(ws, vendor) if vendor else None
    if vendor is None or stored is None:
        st.markdown("Nothing to score yet. Add a document first.")
        st.page_link("views/upload.py", label="Add documents")
        return
    page = scorecard_page(ws, stored)
    _actions(ws, vendor, stored)
    if stored.outdated:
        st.info(plain(stored.outdated))
    left, right = st.columns([3, 4], gap="large")
    with left:
        score_header(page, stored.assessment)
    with right:
        family_bars(page, stored.assessment)
    if st.toggle("Show as document", key="as_document"):
        _document(ws, stored)
        return
    _reasons(page, stored.assessment)
    _criteria(page, stored.assessment)
    _rest(page)
    st.caption(page.notice)


def _asked(ws: Workspace, vendor: VendorRecord) -> StoredAssessment | None:
    """Return the assessment that the address asks for by its date, else the current one."""
    on = st.query_params.get("on")
    if on:
        try:
            old = latest_on(ws, vendor.slug, on=date.fromisoformat(on))
        except ValueError:
            old = None
        if old is not None:
            return old
        st.info(f"There is no scorecard of {plain(on)}. Showing the current one.")
    chosen = st.session_state.get("reopened", {}).get(vendor.slug)
    if chosen is not None:
        return reopen_assessment(ws, chosen)
    return current_assessment(ws, vendor.slug, on=today(), by=reviewer(ws))


def _actions(ws: Workspace, vendor: VendorRecord, stored: StoredAssessment) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="actions"):
        number = stored.record.id
        name = f"{vendor.slug}_scorecard_{stored.assessment.on.isoformat()}"
        offer_downloads(lambda kind: export_scorecard(ws, number, kind, by=reviewer(ws)), key=name)
        with st.popover("Copy link"):
            st.code(f"/scorecard?vendor={vendor.slug}&on={stored.assessment.on.isoformat()}", language=None)
        _older(ws, vendor)


def _older(ws: Workspace, vendor: VendorRecord) -> None:
    records = [record for record in list_assessments(ws, vendor.slug) if record.kept]
    if not records:
        return
    labels = {
        record.id: f"{short_date(record.on)}: {whole(record.score) if record.score is not None else 'no score'}, "
        f"{record.policy_id} {record.policy_version}"
        for record in records
    }
    with st.popover("Earlier scorecards"):
        chosen = st.radio("Show", [0, *labels], format_func=lambda number: labels.get(number, "The current one"))
        if st.button("Show this one"):
            st.session_state.setdefault("reopened", {})[vendor.slug] = chosen or None
            st.query_params.pop("on", None)
            st.rerun()


def _document(ws: Workspace, stored: StoredAssessment) -> None:
    html = export_scorecard(ws, stored.record.id, "html", by=reviewer(ws)).content.decode("utf-8")
    with st.container(border=True, width=794):
        st.html(html)


def _reasons(page: ScorecardPage, assessment: Assessment) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("What to ask for first", anchor=False)
        ask_bars(page, assessment)
    with right:
        st.subheader("How firm is the score", anchor=False)
        firmness(assessment)


def _criteria(page: ScorecardPage, assessment: Assessment) -> None:
    st.subheader("Criteria", anchor=False)
    verdicts = {result.criterion.check_id: result.verdict for result in assessment.results}
    for number, family in enumerate(page.families):
        st.markdown(f"**{family.heading}**")
        with st.container(key=f"wide_only_{number + 10}"):
            _criteria_table(family.rows, verdicts, number)
        with st.container(key=f"narrow_only_{number + 10}"):
            for row in family.rows:
                _criterion_card(row, verdicts[row.check_id])
    asked = st.session_state.pop("open_criterion", None) or st.query_params.get("criterion")
    rows = {row.check_id: row for family in page.families for row in family.rows}
    if asked in rows:
        st.query_params.pop("criterion", None)
        how_dialog(rows[asked])


def _criteria_table(rows: tuple[CriterionRow, ...], verdicts: dict[str, Verdict], number: int) -> None:
    table = pd.DataFrame(
        {
            "Criterion": [row.name for row in rows],
            "Verdict": [VERDICTS[verdicts[row.check_id]].plain for row in rows],
            "Points": [row.points for row in rows],
            "Found": [row.outcome for row in rows],
            "Proof": [row.proof for row in rows],
            "Review": [row.second_look or "–" for row in rows],
            "How": ["How" for _ in rows],
        }
    )
    st.session_state[f"criteria_shown_{number}"] = [row.check_id for row in rows]
    st.dataframe(
        table,
        hide_index=True,
        height="content",
        key=f"criteria_{number}",
        column_config={
            "Criterion": st.column_config.TextColumn("Criterion", width="medium"),
            "How": st.column_config.ButtonColumn(
                "How", on_click=_open_criterion, kwargs={"number": number}, key=f"how_{number}"
            ),
        },
    )


def _open_criterion(*, number: int) -> None:
    clicked = st.session_state[f"how_{number}"]["row"]
    st.session_state["open_criterion"] = st.session_state[f"criteria_shown_{number}"][clicked]


def _criterion_card(row: CriterionRow, verdict: Verdict) -> None:
    with st.container(border=True):
        st.markdown(f"**{plain(row.name)}** {VERDICTS[verdict].markdown}")
        st.caption(f"{row.points} - {row.outcome}")
        if st.button("How", key=f"how_{row.check_id}", type="tertiary"):
            how_dialog(row)


def _rest(page: ScorecardPage) -> None:
    if page.undecided:
        st.subheader("Could not decide", anchor=False)
        for line in page.undecided:
            st.markdown(f"- **{plain(line.name)}**: {plain(line.reason)} {plain(line.waits_for)}")
    st.subheader("What you must not do", anchor=False)
    if not page.duties:
        st.markdown("No ban on you was found in these documents.")
    for duty in page.duties:
        with st.expander(duty.name, type="compact"):
            st.markdown(f"> {plain(duty.quote.words)}")
            st.caption(plain(f"{duty.quote.document}, {duty.quote.place}"))
    st.subheader("Promised, audited, stated", anchor=False)
    proofs = [
        {"Control": p.name, "Promised": p.promised, "Audited": p.audited, "Stated": p.stated} for p in page.proofs
    ]
    st.dataframe(pd.DataFrame(proofs), hide_index=True, height="content")
    st.subheader("Documents read", anchor=False)
    documents = [
        {"Document": d.name, "Kind": d.kind, "Pages": d.pages, "Reading": d.reading, "SHA-256": d.sha256}
        for d in page.documents
    ]
    st.dataframe(pd.DataFrame(documents), hide_index=True, height="content")
    st.caption("; ".join(f"{line.label}: {line.value}" for line in page.versions))


if __name__ == "__main__":
    draw()
