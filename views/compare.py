"""Compare: two or more vendors side by side under one policy."""

from collections.abc import Sequence

import streamlit as st

from clauses.model import Family
from reports.words import FAMILIES, counted, whole
from scoring.model import Assessment, CriterionResult
from scoring.wording import title_of_row
from views.cache import workspace
from views.charts import heat_map
from views.frame import choose_view, reviewer, today
from views.look import PROOFS, VERDICTS
from views.messages import plain
from views.parts.compared_controls import draw_controls
from views.parts.compared_cost import draw_cost
from views.parts.downloads import offer_downloads
from views.parts.exposure import draw_exposure
from views.parts.matrix import Cell, Row, opened, show_matrix
from views.parts.own_facts import draw_own_facts
from views.parts.ranking import draw_ranking
from workflow.catalogue import catalogue
from workflow.comparing import MOST_NOTES, comparison_notes, keep_notes
from workflow.exports import export_comparison
from workflow.model import Comparison
from workflow.portfolio import assessed, compare
from workflow.vendors import list_vendors
from workflow.workspace import Workspace

MOST = 8
PUBLISHED = "catalogue:"
VIEWS = {
    "families": "Families",
    "checks": "Checks",
    "quotas": "Quotas",
    "proof": "Proof",
    "exposure": "Exposure",
    "cost": "Cost",
    "ranking": "Ranking",
}
NEED_DOCUMENTS = "Pick two vendors with documents for this view. Quotas, Exposure and Cost also show published facts."
ONLY_DIFFERENCES_FROM = 4


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    _follow_click()
    st.title("Compare", anchor=False)
    picked = _chosen(ws)
    if len(picked) < 2:
        st.markdown("Pick at least two vendors." if list_vendors(ws) else "No vendor has been read yet.")
        return
    slugs = [key for key in picked if not key.startswith(PUBLISHED)]
    published = [key.removeprefix(PUBLISHED) for key in picked if key.startswith(PUBLISHED)]
    made = assessed(ws, slugs, on=today(), by=reviewer(ws))
    if len(made) + len(published) < 2:
        st.markdown("Fewer than two of these vendors have been read yet.")
        return
    names = {vendor.slug: vendor.name for vendor in list_vendors(ws)}
    read = [slug for slug in slugs if names[slug] in {one.vendor for one in made}]
    found = compare(ws, read, published, on=today(), by=reviewer(ws))
    scored = len(read) >= 2
    _headline(found, len(slugs) - len(made), scored=scored)
    view = choose_view("view", VIEWS, default="families" if scored else "quotas")
    if view == "ranking" and scored:
        draw_ranking(ws, read, found.assessments)
    else:
        _draw_view(ws, view, found, published, scored=scored)
    _notes(ws, found)
    _downloads(ws, found, scored=scored)


def _headline(found: Comparison, unread: int, *, scored: bool) -> None:
    if unread:
        st.caption(f"{counted(unread, 'vendor is', 'vendors are')} left out: nothing of them has been read yet.")
    if not scored:
        st.caption("The vendors stand in the order in which you picked them.")
        return
    st.markdown(f"**{plain(_answer(found.assessments))}**")
    st.caption(plain(f"{found.note} The vendors stand in the order in which you picked them.".strip()))


def _draw_view(ws: Workspace, view: str, found: Comparison, published: Sequence[str], *, scored: bool) -> None:
    of_documents = {"families": _families, "checks": _checks, "proof": _proof}
    if view in of_documents and scored:
        of_documents[view](found.assessments)
    elif view in of_documents or view == "ranking":
        st.markdown(NEED_DOCUMENTS)
    elif view == "exposure":
        draw_exposure(found.assessments, published)
    else:
        if view == "quotas":
            draw_controls(found.sides, on=today())
        else:
            draw_cost(ws, found.sides)
        draw_own_facts(ws, on=today())


def _notes(ws: Workspace, found: Comparison) -> None:
    """Offer notes on this choice of vendors; they are kept and stand on the first pages of the files."""
    keys = [side.id for side in found.sides]
    kept = comparison_notes(ws, keys)
    with st.expander("Notes", type="compact", expanded=bool(kept)):
        text = st.text_area(
            "Notes on this comparison, for its files",
            kept,
            max_chars=MOST_NOTES,
            key="compare_notes_" + ",".join(sorted(keys)),
            placeholder="What was decided, and why",
        )
        if text.strip() != kept:
            keep_notes(ws, keys, text, by=reviewer(ws))


def _chosen(ws: Workspace) -> list[str]:
    own = {vendor.slug: vendor.name for vendor in list_vendors(ws)}
    names = own | {PUBLISHED + one.id: f"{one.name} (published facts)" for one in catalogue(ws)}
    asked = [key for key in st.query_params.get_all("v") if key in names]
    if "compared" not in st.session_state:
        st.session_state["compared"] = asked or list(own)[:MOST]
    st.session_state["compare_pick"] = [key for key in st.session_state["compared"] if key in names]
    st.multiselect(
        "Vendors", list(names), format_func=names.__getitem__, key="compare_pick", max_selections=MOST, on_change=_pick
    )
    chosen: list[str] = st.session_state["compare_pick"]
    st.session_state["compared"] = chosen
    st.query_params["v"] = chosen
    return _pinned_first(chosen, names)


def _pinned_first(chosen: list[str], names: dict[str, str]) -> list[str]:
    """Return the vendors with the pinned one in front: the column that stays in view on a phone."""
    if len(chosen) <= ONLY_DIFFERENCES_FROM - 2:
        return chosen
    pinned = st.selectbox("First column", chosen, format_func=names.__getitem__, key="compare_pin", width=320)
    return [pinned, *(key for key in chosen if key != pinned)] if pinned else chosen


def _pick() -> None:
    st.session_state["compared"] = st.session_state["compare_pick"]


def _share(assessment: Assessment, family: str) -> float | None:
    row = next((row for row in assessment.families if row.family == family), None)
    return 100 * row.points / row.decided if row and row.decided else None


def _answer(assessments: Sequence[Assessment]) -> str:
    """Return who leads in how many families, and where the vendors differ most."""
    families = [row.family for row in assessments[0].families]
    leads = {assessment.vendor: 0 for assessment in assessments}
    widest, widest_gap = "", -1.0
    for family in families:
        shares = {a.vendor: share for a in assessments if (share := _share(a, family)) is not None}
        if not shares:
            continue
        best = max(shares.values())
        leaders = [name for name, share in shares.items() if share == best]
        if len(leaders) == 1:
            leads[leaders[0]] += 1
        if best - min(shares.values()) > widest_gap:
            widest, widest_gap = FAMILIES[family], best - min(shares.values())
    first = max(leads, key=lambda name: leads[name])
    return f"{first} leads in {leads[first]} of {len(families)} families; the widest difference is {widest}."


def _families(assessments: Sequence[Assessment]) -> None:
    names = [a.vendor for a in assessments]
    families = [row.family for row in assessments[0].families]
    grid = [(FAMILIES[family], a.vendor, _share(a, family)) for family in families for a in assessments]
    with st.container(key="wide_only_1"):
        heat_map(grid, columns=names, alt_text="Share of points by family and vendor, in percent")
        st.caption("Points earned of the points that could be decided, in percent. – could not be decided.")
    with st.container(key="narrow_only_1"):
        _family_matrix(assessments, families)
    with st.expander("Show as table", type="compact"):
        _family_matrix(assessments, families, key="families_table")


def _family_matrix(
    assessments: Sequence[Assessment], families: Sequence[Family], *, key: str = "families_phone"
) -> None:
    rows = [
        Row(name=FAMILIES[family], id=family, cells=tuple(Cell(text=_percent(_share(a, family))) for a in assessments))
        for family in families
    ]
    total = Row(name="Score", id="score", cells=tuple(Cell(text=_total(a)) for a in assessments))
    show_matrix([total, *rows], [a.vendor for a in assessments], corner="Family", key=key)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{whole(share)} %"


def _total(assessment: Assessment) -> str:
    score = "–" if assessment.score is None else whole(assessment.score)
    return f"{score}, band {assessment.band or '–'}"


def _checks(assessments: Sequence[Assessment]) -> None:
    only = st.toggle("Only differences", value=len(assessments) >= ONLY_DIFFERENCES_FROM, key="only_differences")
    rows: list[Row] = []
    for family in dict.fromkeys(result.family for result in assessments[0].results):
        lines = [line for line in _lines(assessments, family) if not only or len({r.verdict for r in line}) > 1]
        if lines:
            rows.append(Row(name=FAMILIES[family]))
            rows += [_check_row(line) for line in lines]
    if not rows:
        st.markdown("No check differs between these vendors.")
        return
    show_matrix(rows, [a.vendor for a in assessments], corner="Check", key="checks_matrix", on_open=_open)
    slugs = {vendor.name: vendor.slug for vendor in list_vendors(workspace())}
    st.session_state["compared_names"] = {number: slugs[one.vendor] for number, one in enumerate(assessments)}


def _lines(assessments: Sequence[Assessment], family: str) -> list[list[CriterionResult]]:
    others = [{r.criterion.check_id: r for r in a.results} for a in assessments]
    checks = [r.criterion.check_id for r in assessments[0].results if r.family == family]
    return [[results[check] for results in others] for check in checks]


def _check_row(line: Sequence[CriterionResult]) -> Row:
    cells = tuple(Cell(text=VERDICTS[r.verdict].plain, colour=VERDICTS[r.verdict].colour) for r in line)
    return Row(name=title_of_row(line[0]), id=line[0].criterion.check_id, cells=cells)


def _open() -> None:
    cell = opened("checks_matrix")
    if cell:
        st.session_state["open_cell"] = (cell[0], st.session_state["compared_names"][cell[1]])


def _follow_click() -> None:
    target = st.session_state.pop("open_cell", None)
    if target:
        st.switch_page("views/scorecard.py", query_params={"vendor": target[1], "criterion": target[0]})


def _proof(assessments: Sequence[Assessment]) -> None:
    rows = [
        Row(name=control.title, id=control.control, cells=tuple(_proof_cell(a, number) for a in assessments))
        for number, control in enumerate(assessments[0].controls)
    ]
    show_matrix(rows, [a.vendor for a in assessments], corner="Control", key="proof_matrix")


def _proof_cell(assessment: Assessment, number: int) -> Cell:
    control = assessment.controls[number]
    given = [name for name in ("audited", "promised", "stated") if getattr(control, name)]
    return Cell(text=", ".join(PROOFS[proof].word for proof in PROOFS if proof.value in given) or PROOFS_NONE)


PROOFS_NONE = "None"


def _downloads(ws: Workspace, found: Comparison, *, scored: bool) -> None:
    offer_downloads(
        lambda kind: export_comparison(ws, found, kind, by=reviewer(ws)),
        key=f"vendors_comparison_{today().isoformat()}",
        without=() if scored else ("csv", "json"),
    )


if __name__ == "__main__":
    draw()
