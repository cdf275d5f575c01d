"""Queues the checks again for documents whose stored analysis was made by another version of the reading."""

from datetime import datetime

from clauses.version import ANALYSIS_VERSION
from store import documents as stored
from store import jobs
from store.database import Store
from store.records import JobStep


def queue_outdated(store: Store, *, by: str, at: datetime) -> int:
    """Queue every document with an analysis of another version, and return how many there are.

    What was found stays until the new analysis is there; decisions stay with their quotes.
    """
    with store.write() as session:
        outdated = [d for d in stored.documents(session) if d.rules_version not in ("", ANALYSIS_VERSION)]
        for document in outdated:
            jobs.queue(session, document.id, by=by, at=at, step=JobStep.CHECKS)
    return len(outdated)
