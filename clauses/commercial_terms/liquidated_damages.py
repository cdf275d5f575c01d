"""Finds clauses on liquidated damages: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="liquidated_damages",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Liquidated damages and fees for ending",
    question="Is a fixed sum due for a breach or an early end?",
    why="A fixed sum can be cheaper than a loss, or a price for leaving.",
    ask_for="A cap on such sums, and none for leaving after a breach by the vendor.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="liquidated", phrase="liquidated damages"),
        Pattern(
            id="penalty",
            phrase="pay*|impose*|charge* ..14 penalty|penalties",
            without=("without ..3 penalty|penalties", "no penalty|penalties"),
            confidence=0.8,
        ),
        Pattern(
            id="termination_fee",
            phrase="termination|cancellation|break fee|fees|charge|charges|payment",
            confidence=0.7,
        ),
        Pattern(id="early_termination", phrase="early termination ..4 fee|charge|payment"),
        Pattern(id="estimate", phrase="genuine|reasonable ..3 pre ..3 estimat*"),
        Pattern(id="as_damages", phrase="as ..4 damages ..4 and not|rather as ..3 a penalty"),
    ),
    look_alikes=(
        Pattern(id="interest", phrase="interest ..6 penalt*"),
        Pattern(id="penalty_law", phrase="civil|criminal|tax penalt*"),
    ),
    reads=(
        Unit.MONEY,
        Unit.PERCENT,
    ),
)
