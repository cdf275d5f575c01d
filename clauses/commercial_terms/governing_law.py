"""Finds which law governs the contract: a commercial term, shown and dated, not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="governing_law",
    version=1,
    family=Family.COMMERCIAL_TERMS,
    title="Governing law",
    question="Which law governs the contract?",
    why="The law decides which courts and which rules of interpretation you meet in a dispute.",
    ask_for="A law and a venue that your lawyers know.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="governed_by", phrase="govern*|interpret*|constru*|enforc* ..25 law|laws"),
        Pattern(id="law_governs", phrase="law|laws of ..20 govern*|appl*|control*"),
        Pattern(
            id="subject_to_laws",
            phrase="subject to ..6 law|laws of",
            confidence=0.6,
            headings=("governing law", "applicable law"),
        ),
    ),
    look_alikes=(
        Pattern(id="compliance", phrase="compl* with ..8 law|laws"),
        Pattern(id="permitted_law", phrase="permitted|required ..3 by ..4 law|laws"),
        Pattern(id="governmental", phrase="govern* authorit*|entit*|agenc*|bod*"),
    ),
)
