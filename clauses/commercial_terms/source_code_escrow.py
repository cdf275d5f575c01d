"""Finds clauses on source code escrow: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="source_code_escrow",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Source-code escrow",
    question="Is source code or model material kept with an escrow agent?",
    why="If the vendor fails, the service can go on.",
    ask_for="An escrow of code and weights with release on insolvency.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="escrow_source", phrase="escrow* ..40 source|code|software|release|materials|deposit*"),
        Pattern(id="source_escrow", phrase="source|code|software|release*|deposit* ..40 escrow*"),
        Pattern(
            id="escrow_agent",
            phrase="escrow agent|agreement|account",
            confidence=0.7,
            needs=("source|software|code|technology|licensed|materials",),
        ),
    ),
    look_alikes=(
        Pattern(id="funds", phrase="escrow* ..20 fund*|money|cash|subscription*|proceeds|shares|share|deposit of"),
        Pattern(id="tax", phrase="tax* escrow"),
    ),
)
