"""Finds clauses on governing law: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="governing_law",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Governing law",
    question="Which law governs the contract?",
    why="The law decides which courts and which rules of interpretation you meet in a dispute.",
    ask_for="A law and a venue that your lawyers know.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="governed_by_laws_of",
            phrase="governed|construed|interpreted|enforced ..25 law|laws ..3 of|in",
            confidence=0.95,
            without=("organized", "opinion", "permitted", "compliance", "accountants"),
        ),
        Pattern(
            id="governed_by_law",
            phrase="governed|construed|interpreted ..6 by|under|with ..10 law|laws",
            without=("applicable", "extent", "permitted", "opinion", "enforceable", "provision is|of"),
        ),
        Pattern(id="laws_govern", phrase="laws ..2 of ..10 govern|governs|apply|control|applies", confidence=0.9),
        Pattern(id="law_governs", phrase="law shall|will govern|apply|control", confidence=0.85),
        Pattern(id="governing_law_is", phrase="governing law ..6 law|laws|state|is", confidence=0.8),
    ),
    look_alikes=(
        Pattern(id="compliance", phrase="compl* with ..8 law|laws"),
        Pattern(id="permitted_law", phrase="permitted|required|provided ..3 by ..4 law|laws"),
        Pattern(id="extent", phrase="extent ..6 law|laws"),
        Pattern(id="applicable", phrase="governed by ..4 provisions ..2 applicable"),
    ),
)
