"""Finds other documents that are made part of the contract by name or link."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="incorporated_documents",
    version=1,
    family=Family.ASSURANCE,
    title="Documents made part of the contract",
    question="Which other documents belong to the contract?",
    why=("Linked policies often hold the bans and duties; a contract without them is read only in part."),
    ask_for="Copies of every document named, with a date, and an order of precedence.",
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="incorporated",
            phrase="incorporated|incorporate|incorporates ..8 reference|herein|into|agreement|terms",
            confidence=0.95,
        ),
        Pattern(
            id="part_of",
            phrase=("part ..3 agreement|terms|contract ..20 policy|policies|schedule|exhibit|annex|addendum|order"),
            confidence=0.8,
        ),
        Pattern(
            id="forms_part",
            phrase=(
                "policy|policies|schedule|schedules|exhibit|exhibits|annex|annexes|addendum|dpa|"
                "appendix|terms ..14 form|forms|constitute|constitutes ..6 part|agreement"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="subject_to",
            phrase=(
                "subject|comply|complies|governed|accordance|agree to|with|by ..6 acceptable|usage|"
                "use|privacy|service|supplemental|additional|data|api policy|policies|terms|level|"
                "processing|guidelines|addendum"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="precedence",
            phrase=(
                "conflict|inconsistency|precedence ..30 terms|agreement|order|addendum|policy ..16 "
                "prevail|prevails|control|controls|govern|governs|precedence"
            ),
            confidence=0.85,
        ),
        Pattern(id="order_of", phrase="order of precedence", confidence=0.9),
    ),
    look_alikes=(Pattern(id="law", phrase="governed|accordance by|with ..6 laws|law"),),
)
