"""Portfolio: where every vendor stands, and what needs the reader today."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from reports.words import counted, short_date, whole, written_date
from views.cache import workspace
from views.charts import Bar, labelled_bars
from views.frame import choose_view, today
from views.messages import plain
from workflow.duties import in_words
from workflow.model import Portfolio, PortfolioRow
from workflow.portfolio import portfolio
from workflow.queue import list_jobs
from workflow.samples import load_samples
from workflow.workspace import Workspace

SHOWN = {"all": "All", "review": "To review", "gate": "Held by a gate", "due": "Review due"}
MOST_TO_DO = 5


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    _follow_click()
    found = portfolio(ws, on=today())
    st.title("Portfolio", anchor=False)
    if not found.rows:
        _empty(ws)
        return
    st.caption(_caption(found))
    _tiles(found.rows)
    _do_next(found.rows)
    _table(_filtered(found.rows))
    _chart(found.rows)
    if any(row.open_jobs for row in found.rows):
        _watch(ws, sum(row.open_jobs for row in found.rows))


@st.fragment(run_every=2.0)
def _watch(ws: Workspace, seen: int) -> None:
    """Draw the page again whenever a file has been read; drawn only while files are being read."""
    if sum(job.state.open for job in list_jobs(ws)) != seen:
        st.rerun()


def _empty(ws: Workspace) -> None:
    st.markdown("No vendors yet. Add a contract, and the first scorecard is here in about a minute.")
    with st.container(horizontal=True):
        if st.button("Add documents", type="primary"):
            st.switch_page("views/upload.py")
        if st.button("Look at the samples"):
            load_samples(ws)
            st.rerun()


def _caption(found: Portfolio) -> str:
    vendors = counted(len(found.rows), "vendor")
    newest = f", newest document {written_date(found.newest_document)}" if found.newest_document else ""
    return f"{vendors}, policy {plain(found.policy.title)} {found.policy.version}{newest}"


def _tiles(rows: Sequence[PortfolioRow]) -> None:
    figures = {
        "Vendors": len(rows),
        "Held back by a gate": sum(bool(row.held_by) for row in rows),
        "To review": sum(row.to_review for row in rows),
        "Critical gaps": sum(row.critical_gaps for row in rows),
    }
    with st.container(horizontal=True):
        for label, number in figures.items():
            st.metric(label, number, width=165, border=True)


def _do_next(rows: Sequence[PortfolioRow]) -> None:
    waiting = sorted((row for row in rows if row.to_review), key=lambda row: -row.to_review)
    unread = [row for row in rows if row.unread_documents and not row.open_jobs]
    days = sorted(((day, row) for row in rows for day in row.reminders), key=lambda pair: pair[0].day)
    due = [row for row in rows if row.review_due and not row.to_review]
    if not (waiting or unread or days or due):
        return
    st.subheader("Do next", anchor=False)
    for day, row in days[:MOST_TO_DO]:
        label = f"{plain(row.vendor.name)}: {day.what.lower()}, {in_words(day, on=today())}"
        st.page_link("views/your_side.py", label=label, query_params={"vendor": row.vendor.slug, "view": "dates"})
    for row in due[:MOST_TO_DO]:
        label = f"Look again at {plain(row.vendor.name)}: last reviewed or added to more than {_due_days()} days ago"
        st.page_link("views/evidence.py", label=label, query_params={"vendor": row.vendor.slug})
    for row in unread[:MOST_TO_DO]:
        files = counted(row.unread_documents, "file")
        label = f"Add clearer copies for {plain(row.vendor.name)}: {files} could not be read completely"
        st.page_link("views/upload.py", label=label, query_params={"vendor": row.vendor.slug})
    for row in waiting[: MOST_TO_DO - len(unread[:MOST_TO_DO])]:
        label = f"Review {counted(row.to_review, 'criterion', 'criteria')} of {plain(row.vendor.name)}"
        st.page_link("views/evidence.py", label=label, query_params={"vendor": row.vendor.slug, "show": "review"})


def _due_days() -> int:
    return workspace().settings.review_days


def _filtered(rows: Sequence[PortfolioRow]) -> list[PortfolioRow]:
    shown = choose_view("show", SHOWN, default="all")
    if shown == "review":
        return [row for row in rows if row.to_review]
    if shown == "due":
        return [row for row in rows if row.review_due]
    return [row for row in rows if row.held_by] if shown == "gate" else list(rows)


def _table(rows: Sequence[PortfolioRow]) -> None:
    if not rows:
        st.markdown("No vendor here under this filter.")
        return
    with st.container(key="wide_only_1"):
        st.dataframe(
            pd.DataFrame([_cells(row) for row in rows]),
            hide_index=True,
            height="content",
            placeholder="–",
            key="vendors",
            alt="All vendors with score, band and coverage",
            column_config={
                "Open": st.column_config.ButtonColumn("Open", on_click=_open_row, key="open_vendor_row"),
                "Score": st.column_config.ProgressColumn("Score", min_value=0, max_value=100, format="%d"),
                "Coverage": st.column_config.NumberColumn("Coverage", format="%d %%"),
            },
        )
    st.session_state["vendors_shown"] = [row.vendor.slug for row in rows]
    with st.container(key="narrow_only_1"):
        for row in rows:
            _card(row)


def _cells(row: PortfolioRow) -> dict[str, object]:
    found = row.assessment
    reading = f"Reading {row.jobs - row.open_jobs + 1} of {counted(row.jobs, 'file')}" if row.open_jobs else ""
    return {
        "Vendor": row.vendor.name,
        "Open": "Scorecard",
        "Band": "…" if row.open_jobs else (found.band or "–") if found else "–",
        "Score": None if found is None or found.score is None else int(whole(found.score)),
        "Range": "–" if found is None else f"{whole(found.low)}-{whole(found.high)}",
        "Coverage": None if found is None else int(found.coverage),
        "To review": row.to_review,
        "Critical gaps": row.critical_gaps,
        "Held back by": reading or " ".join(row.held_by) or (found.message if found else "") or "–",
        "Last review": short_date(row.last_review) if row.last_review else "–",
    }


def _card(row: PortfolioRow) -> None:
    found = row.assessment
    with st.container(border=True):
        score = "no score" if found is None or found.score is None else f"{whole(found.score)} of 100"
        st.page_link("views/scorecard.py", label=plain(row.vendor.name), query_params={"vendor": row.vendor.slug})
        st.markdown(f"**Band {found.band or '–' if found else '–'}**, {score}")
        st.caption(f"{row.to_review} to review, {counted(row.critical_gaps, 'critical gap')}")


def _chart(rows: Sequence[PortfolioRow]) -> None:
    scored = sorted((r for r in rows if r.assessment and r.assessment.score is not None), key=lambda r: -_score(r))
    if len(scored) < 2:
        return
    st.subheader("Scores", anchor=False)
    bars = [
        Bar(label=f"{row.vendor.name}: {whole(_score(row))}, band {_band(row)}", value=_score(row), whole=100.0)
        for row in scored
    ]
    labelled_bars(bars, alt_text=f"Scores of {len(bars)} vendors, highest {bars[0].label}")
    st.caption("Filled: the score. The outline ends at 100. Highest first.")


def _score(row: PortfolioRow) -> float:
    return row.assessment.score or 0.0 if row.assessment else 0.0


def _band(row: PortfolioRow) -> str:
    return row.assessment.band or "–" if row.assessment else "–"


def _open_row() -> None:
    clicked = st.session_state["open_vendor_row"]["row"]
    st.session_state["open_vendor"] = st.session_state["vendors_shown"][clicked]


def _follow_click() -> None:
    slug = st.session_state.pop("open_vendor", None)
    if slug:
        st.switch_page("views/scorecard.py", query_params={"vendor": slug})


if __name__ == "__main__":
    draw()
