"""Finds what happens when a party changes hands: a commercial term, shown and dated, not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="change_of_control",
    version=1,
    family=Family.COMMERCIAL_TERMS,
    title="Change of control",
    question="What happens when a party changes hands?",
    why="A competitor that buys your vendor gets your data and your prices.",
    ask_for="Notice of a change of control and a right to leave.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="control", phrase="change ..2 of|in ..4 control|ownership"),
        Pattern(
            id="merger", phrase="merg*|consolidat*|reorgani* ..30 assign*|terminat*|consent|transfer*|successor|notice"
        ),
        Pattern(
            id="assign_merger",
            phrase="assign*|terminat*|transfer*|consent|notice ..60 merg*|consolidat*|acquisition|change of control|acquired by",
        ),
        Pattern(
            id="all_assets",
            phrase="sale|transfer|acqui*|purchas* ..10 all or substantially all ..20 assets|stock|business|shares",
            confidence=0.8,
        ),
        Pattern(
            id="voting", phrase="transfer*|sale|sell|acqui* ..20 voting ..4 stock|securities|shares|interest*|power"
        ),
    ),
    look_alikes=(
        Pattern(id="entire", phrase="merges|supersedes ..8 prior|previous"),
        Pattern(id="definition_affiliate", phrase="affiliate ..3 means"),
    ),
)
