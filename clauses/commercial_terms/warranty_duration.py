"""Finds clauses on warranty duration: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="warranty_duration",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Length of the warranty",
    question="How long does a warranty last?",
    why="After that day defects are yours.",
    ask_for="At least twelve months, or the whole term for a service.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="warranty_for", phrase="warrant* ..50 for ..8 period|days|months|years|year|month"),
        Pattern(id="warranty_period", phrase="warranty period|term"),
        Pattern(id="period_of", phrase="warrant* ..60 days|months|years|year|month ..8 from|after|following"),
        Pattern(id="days_warranty", phrase="day|month|year warranty|guarantee"),
        Pattern(id="replace_within", phrase="defect* ..40 within ..8 days|months|years|year", confidence=0.7),
        Pattern(id="guarantee_for", phrase="guarantee* ..25 for ..6 days|months|years|year"),
    ),
    look_alikes=(Pattern(id="not_warranty", phrase="warrants|warrant that it|he|she has"),),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.YEARS,
    ),
)
