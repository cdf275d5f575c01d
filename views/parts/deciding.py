"""Accept, reject, edit, take back: written to the store at once, with reason, name and time."""

import streamlit as st

from clauses.model import Force, Outcome, Party
from reports.words import FORCES, PARTIES, REASONS
from scoring.model import Action, DecisionReason, Edit
from views.messages import plain, problem, show
from workflow.model import ReviewItem
from workflow.passages import find_passage
from workflow.problems import DecidedByAnother, QuoteNotInDocument, ReasonNeeded
from workflow.review import decide, undo
from workflow.workspace import Workspace

SAME = "as found"


def decide_now(
    ws: Workspace,
    item: ReviewItem,
    action: Action,
    *,
    by: str,
    reason: DecisionReason | None = None,
    note: str = "",
    edit: Edit | None = None,
) -> bool:
    """Write a decision; return False, with the sentence why shown after the rerun, when it was not saved."""
    try:
        decide(ws, item, action, by=by, reason=reason, note=note, edit=edit)
    except DecidedByAnother as error:
        st.session_state["notice"] = ("warning", plain(str(error)))
        return False
    except (ReasonNeeded, QuoteNotInDocument) as error:
        st.session_state["notice"] = ("error", plain(str(error)))
        return False
    st.session_state["last_decided"] = item.key
    return True


def take_back(ws: Workspace, item: ReviewItem, *, by: str) -> None:
    """Take the decision on an item back."""
    try:
        undo(ws, item.key, seen=item.revision, by=by)
    except DecidedByAnother as error:
        st.session_state["notice"] = ("warning", plain(str(error)))


def show_notice() -> None:
    """Show what the last decision had to say, once."""
    notice = st.session_state.pop("notice", None)
    if notice:
        show(*notice)


def reason_picker(key: str) -> tuple[DecisionReason | None, str]:
    """Ask for a reason of the closed list and a note."""
    reason = st.pills("Reason", list(DecisionReason), format_func=_reason_word, key=f"{key}_reason")
    note = st.text_input("Note", max_chars=1000, key=f"{key}_note")
    return reason, note


def _reason_word(reason: DecisionReason) -> str:
    return "Other" if reason is DecisionReason.OTHER else REASONS[reason].capitalize()


def close_dialog() -> None:
    """Note that no dialog is open, so that the keys work again."""
    st.session_state["dialog"] = None


@st.dialog("Reject this finding", position="right", on_dismiss=close_dialog)
def reject_dialog(ws: Workspace, item: ReviewItem, *, by: str) -> None:
    """Ask why a finding is rejected; a critical check needs a reason."""
    st.markdown(f"**{plain(item.check.title)}**")
    reason, note = reason_picker("reject")
    if st.button("Reject", type="primary", disabled=item.critical and reason is None):
        decide_now(ws, item, Action.REJECT, by=by, reason=reason, note=note)
        close_dialog()
        st.rerun()
    if item.critical:
        st.caption("A reason is needed: this check is critical.")


@st.dialog("Edit this finding", position="right", on_dismiss=close_dialog)
def edit_dialog(ws: Workspace, item: ReviewItem, *, by: str) -> None:
    """Put another answer in place of the tool's; other words are checked letter by letter."""
    st.markdown(f"**{plain(item.check.title)}**")
    outcome = st.selectbox("Outcome", [SAME, Outcome.PRESENT, Outcome.ABSENT], format_func=_outcome_word)
    bound = st.selectbox("Who is bound", [SAME, *Party], format_func=lambda p: PARTIES.get(p, SAME))
    force = st.selectbox("Force", [SAME, *Force], format_func=lambda f: FORCES.get(f, SAME))
    words = st.text_area("Other words (paste them from the document)", max_chars=5000)
    reason, note = reason_picker("edit")
    if st.button("Save", type="primary", disabled=item.critical and reason is None):
        try:
            passage = find_passage(ws, item.document.id, words) if words.strip() else None
        except QuoteNotInDocument:
            st.error("These words are not in the document.")
            return
        edit = Edit(
            outcome=None if outcome == SAME else Outcome(outcome),
            bound=None if bound == SAME else Party(bound),
            force=None if force == SAME else Force(force),
            evidence=passage,
        )
        decide_now(ws, item, Action.EDIT, by=by, reason=reason, note=note, edit=edit)
        close_dialog()
        st.rerun()


def _outcome_word(outcome: str) -> str:
    return (
        {Outcome.PRESENT: "Found", Outcome.ABSENT: "Not found"}.get(Outcome(outcome), SAME) if outcome != SAME else SAME
    )


def mark_nearest(ws: Workspace, item: ReviewItem, *, by: str) -> None:
    """Offer the passages that came closest to a clause that was not found."""
    if not item.finding.nearest:
        return
    with st.expander("What else was near", type="compact"):
        for number, passage in enumerate(item.finding.nearest):
            st.markdown(f"> {plain(passage.quote)}")
            st.caption(f"Page {passage.page}")
            if st.button("This is it", key=f"nearest_{item.key}_{number}"):
                edit = Edit(outcome=Outcome.PRESENT, evidence=passage)
                if item.critical:
                    edit_reason = DecisionReason.OTHER
                    decide_now(ws, item, Action.EDIT, by=by, reason=edit_reason, note="passage marked", edit=edit)
                else:
                    decide_now(ws, item, Action.EDIT, by=by, edit=edit)
                st.rerun()


def stale_finding() -> None:
    """Say that a link led to a finding of an older analysis."""
    problem("old_finding")
