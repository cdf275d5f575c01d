"""Negotiate: what to ask for, in which words, and what it would be worth."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from negotiation.asks import Ask
from negotiation.wording import TERMS, Level, fill
from reports.words import counted, whole
from scoring.model import Assessment
from store.records import VendorRecord
from views.cache import workspace
from views.frame import choose_view, chosen_vendor, reviewer, today
from views.look import VERDICTS
from views.messages import plain
from views.parts.changes import draw_changes
from views.parts.missing import draw_missing
from workflow.assess import current_assessment
from workflow.negotiate import asks, download_addendum, make_addendum, terms_of, would_be
from workflow.playbook import play_text, reset_play, save_play
from workflow.problems import WorkflowProblem
from workflow.redline import download_redline, word_files
from workflow.workspace import Workspace

VIEWS = {"asks": "Asks", "changes": "Changes", "missing": "Missing documents"}
TERM_LABELS = {
    "vendor": "The vendor is called",
    "customer": "You are called",
    "services": "The services are called",
    "output": "Outputs are called",
    "customer_data": "Your data are called",
    "agreement": "The contract is called",
}
LEVELS = {Level.PREFERRED: "Preferred", Level.ACCEPTABLE: "Acceptable"}


def draw() -> None:
    """Draw the page."""
    ws = workspace()
    vendor = chosen_vendor(ws)
    st.title("Negotiate", anchor=False)
    stored = current_assessment(ws, vendor.slug, on=today(), by=reviewer(ws)) if vendor else None
    if vendor is None or stored is None:
        st.markdown("Nothing to negotiate yet. Add a document first.")
        st.page_link("views/upload.py", label="Add documents")
        return
    made = stored.assessment
    view = choose_view("view", VIEWS, default="asks")
    if view == "changes":
        draw_changes(ws, vendor)
    elif view == "missing":
        draw_missing(ws, vendor, made)
    else:
        _asks(ws, vendor, made)


def _asks(ws: Workspace, vendor: VendorRecord, made: Assessment) -> None:
    found = asks(ws, made)
    if not found:
        st.markdown("No gaps against this policy.")
        return
    summary = st.container()
    _unreviewed(found)
    terms = _terms(ws, vendor)
    levels: dict[str, Level] = {}
    numbers: dict[str, dict[str, int]] = {}
    for ask in found:
        _card(ask, terms, levels, numbers)
    with summary:
        _summary(ws, made, found, levels)
    _foot(ws, vendor, found, levels, terms, numbers)
    st.caption("Wording to start from; have a lawyer read it.")


def _unreviewed(found: Sequence[Ask]) -> None:
    open_ones = sum(ask.unreviewed for ask in found)
    if open_ones:
        st.caption(f"{open_ones} of these rest on findings that nobody has reviewed.")
        st.page_link("views/evidence.py", label="Review them", query_params={"show": "review"})


def _terms(ws: Workspace, vendor: VendorRecord) -> dict[str, str]:
    defaults = terms_of(ws, vendor.slug)
    with st.expander("The contract’s own words", type="compact"):
        columns = st.columns(2)
        return {
            name: columns[number % 2].text_input(
                TERM_LABELS[name], defaults[name], max_chars=120, key=f"term_{vendor.slug}_{name}"
            )
            for number, name in enumerate(TERMS)
        }


def _card(ask: Ask, terms: dict[str, str], levels: dict[str, Level], numbers: dict[str, dict[str, int]]) -> None:
    with st.container(border=True):
        head = f"+{ask.gain:g} points, would be {_score(ask.would_be.score)}" if ask.gain else "undecided now"
        st.subheader(plain(ask.title), anchor=False)
        st.markdown(f"**{head}** · {VERDICTS[ask.verdict].plain}{' · critical' if ask.critical else ''}")
        st.caption(plain(ask.why))
        if ask.now is not None:
            st.markdown(f"Now: “{plain(ask.now.quote)}”, page {ask.now.page}")
        else:
            st.markdown(f"Now: nothing found; {counted(len(ask.searched), 'document was', 'documents were')} searched.")
        level = st.segmented_control(
            "Wording",
            list(LEVELS),
            default=Level.PREFERRED,
            format_func=LEVELS.__getitem__,
            required=True,
            key=f"level_{ask.check_id}",
            label_visibility="collapsed",
        )
        level = level or Level.PREFERRED
        numbers[ask.check_id] = _numbers(ask)
        st.code(fill(ask.play, level, terms=terms, numbers=numbers[ask.check_id]), language=None, wrap_lines=True)
        st.caption(plain(f"Walk away when: {ask.play.walk_away}"))
        _own_wording(ask)
        if st.checkbox("In the addendum", key=f"ask_{ask.check_id}"):
            levels[ask.check_id] = level


def _own_wording(ask: Ask) -> None:
    """Offer the ask's play to edit: its wording, numbers and when to walk away, kept for this buyer."""
    ws = workspace()
    with st.expander("Edit this wording", type="compact"):
        text = st.text_area("TOML", play_text(ws.settings, ask.check_id), height=220, key=f"play_{ask.check_id}")
        with st.container(horizontal=True):
            save = st.button("Keep", key=f"keep_{ask.check_id}")
            reset = st.button("Back to the shipped wording", key=f"reset_{ask.check_id}")
        try:
            if save:
                save_play(ws, ask.check_id, text, by=reviewer(ws))
            elif reset:
                reset_play(ws, ask.check_id, by=reviewer(ws))
        except WorkflowProblem as problem:
            st.error(plain(str(problem)))
            return
        if save or reset:
            st.session_state.pop(f"play_{ask.check_id}", None)
            st.rerun()


def _numbers(ask: Ask) -> dict[str, int]:
    return {
        name: int(st.number_input(number.unit.capitalize(), number.low, number.high, number.default,
                                  key=f"number_{ask.check_id}_{name}", width=220))
        for name, number in ask.play.numbers.items()
    }  # fmt: skip


def _summary(ws: Workspace, made: Assessment, found: Sequence[Ask], levels: dict[str, Level]) -> None:
    if not levels:
        st.markdown(f"**{counted(len(found), 'ask')}, most points first.** Choose those for the addendum.")
        return
    after = would_be(ws, made, found, levels)
    gained = (after.score or 0.0) - (made.score or 0.0)
    st.markdown(
        f"**{counted(len(levels), 'ask')}, +{gained:.1f} points: {_score(made.score)} ({made.band or '–'}) would be "
        f"{_score(after.score)} ({after.band or '–'}).**"
    )


def _foot(
    ws: Workspace,
    vendor: VendorRecord,
    found: Sequence[Ask],
    levels: dict[str, Level],
    terms: dict[str, str],
    numbers: dict[str, dict[str, int]],
) -> None:
    addendum = make_addendum(found, levels, terms=terms, numbers=numbers)

    def content(style: str) -> bytes:
        return download_addendum(ws, addendum, vendor.name, style, on=today(), by=reviewer(ws)).content

    with st.container(horizontal=True):
        for style, label in (
            ("docx", "Download addendum (Word)"),
            ("pdf", "Download addendum (PDF)"),
            ("md", "Download addendum (Markdown)"),
        ):
            st.download_button(
                label,
                data=partial(content, style),
                file_name=f"{vendor.slug}_addendum_{today().isoformat()}.{style}",
                on_click="ignore",
                disabled=not levels,
                type="primary" if style == "docx" else "secondary",
                key=f"addendum_{style}",
            )
    _redline(ws, vendor, found, levels, terms, numbers)


def _redline(
    ws: Workspace,
    vendor: VendorRecord,
    found: Sequence[Ask],
    levels: dict[str, Level],
    terms: dict[str, str],
    numbers: dict[str, dict[str, int]],
) -> None:
    """Offer the vendor's own Word file with the asks as tracked changes, where it was uploaded as one."""
    words = word_files(ws, vendor.slug)
    if not words:
        st.caption("A redline needs the vendor’s document as a Word file.")
        return
    document = st.selectbox("Redline in", words, format_func=lambda each: each.name, width=420)

    def content() -> bytes:
        by = (reviewer(ws), today())
        return download_redline(ws, document, found, levels, terms=terms, numbers=numbers, by=by).content

    st.download_button(
        "Download redline (Word, tracked changes)",
        data=content,
        file_name=f"{document.name.rsplit('.', 1)[0]}_redline_{today().isoformat()}.docx",
        on_click="ignore",
        disabled=not levels,
        key="redline",
    )


def _score(score: float | None) -> str:
    return "–" if score is None else whole(score)


if __name__ == "__main__":
    draw()
