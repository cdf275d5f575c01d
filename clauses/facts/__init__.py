"""Reads the facts of a contract: its name, parties, dates and governing law, each with the words that say so."""

from clauses.facts.law import governing_law
from clauses.facts.parties import parties
from clauses.facts.term import agreement_date, effective_date, expiration_date
from clauses.facts.title import document_name
from clauses.model import Fact
from documents.model import Document, DocumentKind

CONTRACTS = frozenset({DocumentKind.CONTRACT, DocumentKind.ORDER_FORM, DocumentKind.DPA, DocumentKind.POLICY})


def facts_of(document: Document) -> tuple[Fact, ...]:
    """Return the facts that a document states, at most one of each name, in the order of the pages.

    What is not said, or only as a blank to be filled in, gives no fact. A report or certificate has none.
    """
    if document.kind not in CONTRACTS:
        return ()
    agreed = agreement_date(document)
    effective = effective_date(document, agreed)
    found = (
        document_name(document),
        parties(document),
        agreed,
        effective,
        expiration_date(document, effective or agreed),
        governing_law(document),
    )
    return tuple(fact for fact in found if fact is not None)
