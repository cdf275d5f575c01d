"""Badges: always icon and word."""

import streamlit as st

from clauses.model import Outcome
from reports.words import short_date
from scoring.model import Decision, Proof, Verdict
from store.records import JobState
from views.look import DECISIONS, JOBS, OUTCOMES, PROOFS, VERDICTS, Status
from views.messages import plain


def show_badge(status: Status, *, word: str = "") -> None:
    """Show a status; `word`, which may hold a person's words, in place of its own word."""
    # Not st.badge: it escapes brackets once more, which makes escaped ones live again.
    st.markdown(f":{status.colour}-badge[{status.icon} {plain(word or status.word)}]")


def verdict_badge(verdict: Verdict) -> None:
    """Show what the policy makes of a finding."""
    show_badge(VERDICTS[verdict])


def outcome_badge(outcome: Outcome) -> None:
    """Show what was found; always grey."""
    show_badge(OUTCOMES[outcome])


def job_badge(state: JobState) -> None:
    """Show where a job stands."""
    show_badge(JOBS[state])


def proof_badge(proof: Proof) -> None:
    """Show the kind of proof; always grey."""
    show_badge(PROOFS[proof])


def decision_badge(decision: Decision) -> None:
    """Show who decided what, and when."""
    status = DECISIONS[decision.action]
    show_badge(status, word=f"{status.word} by {decision.by}, {short_date(decision.at) if decision.at else '–'}")
