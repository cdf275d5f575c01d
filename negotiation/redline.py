"""Chosen asks become proposals for a contract's own text: what to put in, where, in place of what, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negotiation.asks import Ask
from negotiation.wording import Level, fill
from scoring.model import Policy, Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A clause to put in, and why.

    `quote` are the contract's words beside which it belongs, "" where nothing was found; `replaces` says that they are
    to go. All texts are plain.
    """

    check_id: str
    text: str
    reason: str
    quote: str
    replaces: bool


def proposals(
    asks: Sequence[Ask],
    levels: Mapping[str, Level],
    policy: Policy,
    *,
    document_id: str,
    terms: Mapping[str, str],
    numbers: Mapping[str, Mapping[str, int]],
) -> tuple[Proposal, ...]:
    """Return a proposal for each ask named in `levels`, in the order of the asks.

    A clause that is not wanted is replaced; one that is too weak keeps its words and gets the better ones after it.
    Words of another document than `document_id` are no anchor. Raises PlaybookError for a number out of its bounds.
    """
    unwanted = {each.check_id for each in policy.criteria if each.wanted is Wanted.ABSENT}
    return tuple(
        Proposal(
            check_id=ask.check_id,
            text=fill(ask.play, levels[ask.check_id], terms=terms, numbers=numbers.get(ask.check_id, {})),
            reason=f"{ask.title}. {ask.why}",
            quote=ask.now.quote if ask.now is not None and ask.now.document_id == document_id else "",
            replaces=ask.check_id in unwanted,
        )
        for ask in asks
        if ask.check_id in levels
    )
