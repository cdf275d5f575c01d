"""Chosen asks become an addendum: titles, numbered clauses and a signature block, as plain text parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiation.asks import Ask
from negotiation.wording import TERMS, Level, fill


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered clause with its heading; both are plain text."""

    heading: str
    text: str
    check_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Addendum:
    """An addendum to a contract, ready to be written as Word or Markdown. `notice` stands on it once."""

    title: str
    parties: tuple[str, str]
    opening: str
    clauses: tuple[Clause, ...]
    closing: str
    notice: str


NOTICE = "Wording to start from; have a lawyer read it."


def build_addendum(
    asks: Sequence[Ask],
    levels: Mapping[str, Level],
    *,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
) -> Addendum:
    """Return the addendum with a clause for each ask named in `levels`, in the order of the asks.

    `terms` are the contract's own words (negotiation.wording.TERMS), `numbers` the buyer's numbers by check id.
    Raises PlaybookError for a number out of its bounds.
    """
    words = {**TERMS, **{name: " ".join(word.split()) for name, word in terms.items() if word.strip()}}
    clauses = tuple(
        Clause(
            heading=ask.play.heading or ask.title,
            text=fill(ask.play, levels[ask.check_id], terms=words, numbers=numbers.get(ask.check_id, {})),
            check_id=ask.check_id,
        )
        for ask in asks
        if ask.check_id in levels
    )
    vendor, customer, agreement = words["vendor"], words["customer"], words["agreement"]
    return Addendum(
        title="Addendum on protection against model extraction and on customer data",
        parties=(vendor, customer),
        opening=(
            f"This addendum is part of the {agreement} between {vendor} and {customer}. Words with capital letters "
            f"have the meaning that the {agreement} gives them. Where this addendum and the {agreement} or a document "
            "that it refers to differ, this addendum prevails."
        ),
        clauses=clauses,
        closing=f"This addendum takes effect when both parties have signed it and ends with the {agreement}.",
        notice=NOTICE,
    )
