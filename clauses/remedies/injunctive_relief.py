"""Finds clauses that name injunctions, specific performance or other equitable relief."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="injunctive_relief",
    version=1,
    family=Family.REMEDIES,
    title="Injunctions",
    question="May a party ask a court to stop a breach at once?",
    why="Money comes late; only an order can stop a misuse that goes on.",
    ask_for="The right to equitable relief for both parties, without bond.",
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(id="injunctive", phrase="injunctive|injunction|injunctions", confidence=0.95),
        Pattern(id="equitable", phrase="equitable ..3 relief|remedy|remedies|court", confidence=0.95),
        Pattern(id="specific", phrase="specific performance", confidence=0.9),
        Pattern(id="irreparable", phrase="irreparable|irreparably ..2 harm|damage|injury|harmed", confidence=0.85),
        Pattern(
            id="interim",
            phrase="interim|provisional|preliminary|emergency ..3 relief|measures|remedies",
            confidence=0.8,
        ),
    ),
    crosswalk=("AD-12",),
)
