"""Audits: whether there is a current report that covers what is bought, and what it proves of what was promised."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from audits.model import SignalKind
from reports.audits import OPINIONS, RESULTS, audit_kind, audit_lines, controls_csv, days_covered, request_text
from reports.words import counted, short_date, written_date
from scoring.model import Assessment
from store.records import VendorRecord
from views.cache import workspace
from views.charts import Span, spans_chart
from views.frame import chosen_vendor, reviewer, today
from views.messages import plain
from views.parts.quoted import draw_quote
from workflow.assess import current_assessment
from workflow.audits import AuditView, audits_of
from workflow.duties import contract_terms
from workflow.workspace import Workspace


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    vendor = chosen_vendor(ws)
    st.title("Audits", anchor=False)
    if vendor is None:
        st.markdown("No vendor has been read yet. Add a document first.")
        return
    views = audits_of(ws, vendor.slug, on=today())
    if not views:
        st.markdown("No audit report here. Ask the vendor for its current SOC 2 Type II report and add it.")
        st.page_link("views/upload.py", label="Add documents")
        return
    current = sum(view.current for view in views)
    st.markdown(f"**{current} of {counted(len(views), 'report')} counts as current proof.**")
    st.dataframe([_row(view) for view in views], hide_index=True, placeholder="–")
    _timeline(views, contract_terms(ws, vendor.slug))
    _report(ws, vendor, _picked(views))
    _crosswalk(ws, vendor, views)
    st.download_button(
        "Download the tested controls as CSV",
        controls_csv(views),
        f"{vendor.slug}_audited-controls_{today().isoformat()}.csv",
        on_click="ignore",
    )


def _row(view: AuditView) -> dict[str, str | None]:
    report = view.report
    return {
        "Report": view.name,
        "Kind": audit_kind(report),
        "Auditor": report.auditor.value if report and report.auditor else None,
        "Covers": days_covered(report) if report else None,
        "Speaks up to": short_date(view.until) if view.until else None,
        "Opinion": OPINIONS[report.opinion] if report and report.opinion else None,
        "API service": report.api.value if report and report.api else "not said",
        "Current": "yes" if view.current else "no",
        "To check": str(view.to_check),
    }


def _timeline(views: Sequence[AuditView], terms: Sequence[tuple[str, date, date]]) -> None:
    """Draw the days that reports cover under the days for which the contract runs."""
    periods = [(view.report, view.report.period) for view in views if view.report and view.report.period]
    spans = [
        Span(label=f"{audit_kind(report)}: {days_covered(report)}", first=period.start or period.end, last=period.end)
        for report, period in periods
    ]
    contract = [
        Span(label=f"Contract: {written_date(first)} to {written_date(last)}", first=first, last=last)
        for _, first, last in terms
    ]
    if spans:
        spans = [*contract, *spans]
        st.subheader("Days covered", anchor=False)
        spans_chart(spans, on=today(), alt_text="; ".join(span.label for span in spans))
        st.caption(
            "The line marks today. A report counts for twelve months after its last day; a bridge letter extends it."
        )


def _picked(views: Sequence[AuditView]) -> AuditView:
    by_id = {view.document_id: view for view in views}
    asked = st.query_params.get("report")
    first = list(by_id).index(asked) if asked in by_id else 0
    picked = st.selectbox("Report", list(by_id), index=first, format_func=lambda key: by_id[key].name)
    st.query_params["report"] = picked
    return by_id[picked]


def _report(ws: Workspace, vendor: VendorRecord, view: AuditView) -> None:
    if view.report is None:
        st.markdown("This does not look like an audit report or certificate of a known kind. It counts as stated only.")
        return
    left, right = st.columns(2, gap="large")
    with left:
        st.subheader("What it says", anchor=False)
        for number, line in enumerate(audit_lines(view)):
            st.markdown(f"**{plain(line.label)}:** {plain(line.value)}")
            if line.quote:
                draw_quote(ws, view.document_id, line.quote, key=f"fact_{number}")
        if view.report.customer_controls:
            st.subheader("Controls to run yourself", anchor=False)
            for number, quote in enumerate(view.report.customer_controls):
                st.checkbox(plain(quote.text), key=f"own_{view.document_id}_{number}")
    with right:
        st.subheader("How believable", anchor=False)
        asking = view.to_check
        st.caption(f"{asking} of {counted(len(view.signals), 'signal')} ask for a closer look.")
        for number, signal in enumerate(view.signals):
            good = signal.kind is SignalKind.OK
            st.markdown(
                f"{':material/check_circle: Good' if good else ':material/help: Check this'} · {plain(signal.seen)}"
            )
            if signal.ask:
                st.markdown(f"Ask: {plain(signal.ask)}")
            if signal.quote:
                draw_quote(ws, view.document_id, signal.quote, key=f"signal_{number}")
        _request(vendor, view)


def _request(vendor: VendorRecord, view: AuditView) -> None:
    """Offer the questions as a letter to the vendor."""
    text = request_text(vendor.name, view)
    if not text:
        return
    with st.expander("Draft the request"):
        st.code(text, language=None, wrap_lines=True)
        st.download_button(
            "Download as text", text, f"{vendor.slug}_audit-request_{today().isoformat()}.txt", on_click="ignore"
        )


def _crosswalk(ws: Workspace, vendor: VendorRecord, views: Sequence[AuditView]) -> None:
    stored = current_assessment(ws, vendor.slug, on=today(), by=reviewer(ws))
    if stored is None:
        return
    st.subheader("Promised, audited, stated", anchor=False)
    rows = [_proof_row(stored.assessment, number, views) for number in range(len(stored.assessment.controls))]
    st.dataframe(rows, hide_index=True, placeholder="–")
    unproven = [row["Control"] for row in rows if row["Promised"] and not row["Tested in a current report"]]
    unpromised = [row["Control"] for row in rows if row["Tested in a current report"] and not row["Promised"]]
    st.markdown(plain(f"Promised, not proven: {', '.join(map(str, unproven)) or 'nothing'}."))
    st.markdown(plain(f"Proven, not promised: {', '.join(map(str, unpromised)) or 'nothing'}."))


def _proof_row(assessment: Assessment, number: int, views: Sequence[AuditView]) -> dict[str, str | None]:
    control = assessment.controls[number]
    tested = [
        f"{proof.test.control_id}: {RESULTS[proof.test.result].lower()}, page {proof.test.quote.page}"
        for view in views
        if view.current
        for proof in view.proofs
        if proof.check == control.check_id
    ]
    return {
        "Control": control.title,
        "Promised": f"“{control.promised[0].quote}”" if control.promised else None,
        "Tested in a current report": "; ".join(tested) or None,
        "Stated": f"“{control.stated[0].quote}”" if control.stated else None,
    }


if __name__ == "__main__":
    draw()
