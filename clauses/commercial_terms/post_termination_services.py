"""Finds clauses on post termination services: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="post_termination_services",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="What goes on after the end",
    question="Which services, payments or rights go on after the contract ends?",
    why="A model that stops on the last day stops your product too.",
    ask_for="A transition period with service at the same price, and return of your data.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="after_termination",
            phrase=(
                "after|following|upon ..6 terminat*|expir* ..50 shall|will|may ..20 continu*|provide*|"
                "complete*|sell*|assist*|transition*|pay*|purchas*|dispos*|maintain*|fulfil*|cooperat*"
            ),
            confidence=0.7,
        ),
        Pattern(
            id="transition",
            phrase=(
                "transition|wind - down|phase - out|sell - off|run - off|winding|wind ..20 period|service*|assist*|plan"
            ),
            confidence=0.8,
        ),
        Pattern(id="inventory", phrase="terminat*|expir* ..40 inventory|stock", confidence=0.8),
        Pattern(
            id="months_after",
            phrase="for|within ..10 days|months|years|year|month ..5 after|following|from|of ..6 terminat*|expir*",
            confidence=0.7,
        ),
        Pattern(
            id="notwithstanding_end", phrase="notwithstanding ..6 terminat*|expir* ..30 shall|will|may", confidence=0.65
        ),
        Pattern(id="records_after", phrase="maintain*|keep*|retain* ..30 after|following ..6 terminat*|expir*"),
    ),
    look_alikes=(
        Pattern(id="terminate_right", phrase="may terminat*"),
        Pattern(id="survive_only", phrase="shall survive"),
        Pattern(id="cease", phrase="cease ..4 us*|immediately cease"),
        Pattern(id="liable", phrase="no ..4 liab*"),
    ),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.YEARS,
    ),
)
