"""Asks become rows of a report: what each gains and the wording to start from."""

from collections.abc import Sequence

from negotiation.asks import Ask
from negotiation.wording import TERMS, Level, fill
from reports.model import AskRow
from reports.words import number

MOST = 7  # what fits on a page, most points first


def ask_rows(asks: Sequence[Ask], vendor: str) -> tuple[AskRow, ...]:
    """Return the asks that gain most, worded with the vendor's name for the provider."""
    terms = {**TERMS, "vendor": vendor}
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
