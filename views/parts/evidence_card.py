"""A finding as a card: what was found, the words, where they stand, what they say, who found it."""

from collections.abc import Sequence

import streamlit as st

from clauses.model import Evidence, Layer, Outcome
from documents.model import DocumentFormat
from reports.words import EXCEPTIONS, FORCES, PARTIES, counted, page_list
from store.records import DocumentRecord
from views.look import VERDICTS
from views.messages import plain
from views.parts.badges import decision_badge, outcome_badge, verdict_badge
from workflow.model import ReviewItem

LAYERS = {Layer.RULES: "rules", Layer.SCORER: "trained scorer", Layer.SECOND_OPINION: "second opinion"}


def evidence_card(item: ReviewItem, documents: Sequence[DocumentRecord], place: str) -> None:
    """Show a finding; `place` is the heading under which its quote stands."""
    with st.container(border=True):
        with st.container(horizontal=True):
            outcome_badge(item.finding.outcome)
            verdict_badge(item.verdict)
            if item.decision:
                decision_badge(item.decision)
        st.markdown(f"**{plain(item.check.title)}**")
        if item.title != item.check.title:
            st.caption(plain(f"{item.title}: {VERDICTS[item.verdict].plain.lower()}."))
        if item.evidence is not None:
            _quote(item, item.evidence, place)
        else:
            st.markdown(plain(searched(item, documents)))
        with st.expander("About this check", type="compact"):
            st.markdown(plain(item.check.question))
            st.markdown(f"Why: {plain(item.check.why)}")
            st.markdown(f"What to ask for: {plain(item.check.ask_for)}")


def _quote(item: ReviewItem, evidence: Evidence, place: str) -> None:
    st.markdown(f"> {plain(evidence.quote)}")
    where = f"{item.document.name}, page {evidence.page}"
    st.caption(plain(f"{where}, {place}" if place else where))
    for label, words in _says(evidence):
        st.markdown(f"{label}: **{plain(words)}**")
    layers = " and ".join(LAYERS[layer] for layer in evidence.layers)
    second = "Verified" if len(evidence.layers) > 1 or evidence.confidence >= 1 else "Not verified: one layer only"
    st.caption(f"Found by {layers}, confidence {evidence.confidence:.0%}. {second}.")
    if evidence.reasons:
        with st.expander("Why it was found", type="compact"):
            for reason in evidence.reasons:
                words = f" on “{plain(reason.words)}”" if reason.words else ""
                st.markdown(f"- {plain(reason.what)}{words}: {reason.change:+.2f}")


def _says(evidence: Evidence) -> list[tuple[str, str]]:
    rows = [
        ("Who is bound", PARTIES[evidence.bound] if evidence.bound else ""),
        ("Force", FORCES[evidence.force] if evidence.force else ""),
        ("Exceptions", ", ".join(EXCEPTIONS[kind] for kind in evidence.exceptions)),
        ("Values", "; ".join(dict.fromkeys(value.words for value in evidence.values))),
    ]
    return [(label, words) for label, words in rows if words]


def searched(item: ReviewItem, documents: Sequence[DocumentRecord]) -> str:
    """Return what was searched for a clause that was not found, and what could not be read."""
    read = sum((d.page_count or 0) - len(d.unreadable_pages) for d in documents if d.read)
    unread = [d for d in documents if d.read and (d.unreadable_pages or d.foreign_pages)]
    if item.finding.outcome is Outcome.NOT_READABLE:
        return f"Could not read {_unread(item.document)}. Nothing is claimed about that."
    amount = f"{counted(len(documents), 'document')} ({counted(read, 'page')} read, {len(unread)} with unread pages)"
    return f"Not found in {item.document.name}. Searched for this vendor: {amount}."


def _unread(document: DocumentRecord) -> str:
    """Return what of a document was not read; formats without pages have passages."""
    if document.foreign_pages and document.format is not DocumentFormat.PDF:
        return f"the passages of {document.name} in another language"
    pages = (*document.unreadable_pages, *document.foreign_pages)
    return f"{page_list(pages)} of {document.name}" if pages else document.name
