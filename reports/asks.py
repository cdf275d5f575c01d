"""Asks become rows of a report: what each gains and the wording to start from."""

from collections.abc import Iterable, Sequence

from documents.model import Document
from negotiation.asks import Ask
from negotiation.defined import contract_terms
from negotiation.wording import Level, fill
from reports.model import AskRow
from reports.words import number

MOST = 7  # what fits on a page, most points first


def ask_rows(asks: Sequence[Ask], vendor: str, documents: Iterable[Document]) -> tuple[AskRow, ...]:
    """Return the asks that gain most, in the contract's own words where it defines them."""
    terms = contract_terms(vendor, documents)
    return tuple(
        AskRow(
            name=ask.title,
            gain=f"+{number(ask.gain)} points" if ask.gain else "could not be decided",
            why=ask.why,
            wording=fill(ask.play, Level.PREFERRED, terms=terms, numbers={}),
            acceptable=fill(ask.play, Level.ACCEPTABLE, terms=terms, numbers={}),
            walk_away=ask.play.walk_away,
        )
        for ask in asks[:MOST]
    )
