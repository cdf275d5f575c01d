"""Finds clauses on change of control: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="change_of_control",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Change of control",
    question="What happens when a party changes hands?",
    why="A competitor that buys your vendor gets your data and your prices.",
    ask_for="Notice of a change of control and a right to leave.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="control",
            phrase="change|changes ..2 of|in ..4 control|ownership",
            without=("mean*", "without ..6 consent ..40 control", "may assign", "assign*"),
        ),
        Pattern(
            id="deemed_assignment",
            phrase="control|merger|consolidation|stock|shares|assets ..40 deemed|constitute* ..10 assignment|transfer",
            confidence=0.85,
        ),
        Pattern(
            id="assignment_includes",
            phrase="assignment|transfer ..12 include*|mean*|deemed ..40 control|merger|stock|shares",
            confidence=0.8,
        ),
        Pattern(
            id="consent_to_sale",
            phrase="consent|notice|notify ..20 sale|merger ..20 assets|stock|shares|merger",
            confidence=0.7,
            without=("bankruptcy", "creditors", "affiliate*", "assign", "except"),
        ),
        Pattern(
            id="merger_ends",
            phrase="merg*|consolidat*|acquired|acquires ..40 terminat* ..4 agreement|contract",
            confidence=0.8,
        ),
        Pattern(
            id="ends_on_merger",
            phrase="may|right|option ..6 terminate ..50 merg*|acquired|acquires",
            confidence=0.75,
        ),
        Pattern(
            id="voting",
            phrase="transfer*|sale|sell|acqui* ..20 voting ..4 stock|securities|shares|interest*|power",
            confidence=0.7,
        ),
    ),
    look_alikes=(
        Pattern(id="entire", phrase="merges|supersedes ..8 prior|previous"),
        Pattern(id="definition_affiliate", phrase="affiliate ..3 means"),
    ),
)
