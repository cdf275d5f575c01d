"""Finds clauses on renewal term: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="renewal_term",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Renewal",
    question="Does the contract renew, and for how long?",
    why="An automatic renewal binds you for another term when nobody remembers the date.",
    ask_for="Renewal only in writing, or with a reminder at least 60 days before.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="auto_renew", phrase="auto* ..6 renew*|exten*"),
        Pattern(
            id="renew_for", phrase="renew*|extend* ..12 for ..12 term|period|periods|terms|year|years|month|months"
        ),
        Pattern(
            id="successive",
            phrase="successive|additional|subsequent|consecutive ..8 term|terms|period|periods ..10 unless",
        ),
        Pattern(id="option_renew", phrase="option|right ..6 to renew|extend"),
        Pattern(id="month_to_month", phrase="month|year -? to -? month|year"),
        Pattern(id="may_be_renewed", phrase="may|shall|will be renew*|extend*"),
        Pattern(id="renewal_terms", phrase="renewal term|terms|period|periods", confidence=0.6),
    ),
    look_alikes=(
        Pattern(id="insurance", phrase="renew* ..6 polic*|insurance|certificate*"),
        Pattern(id="registration", phrase="renew* ..6 registration*|licen*|permit*|patent*|domain*"),
        Pattern(id="deadline", phrase="extend* ..6 deadline|time|date|credit"),
        Pattern(id="survive", phrase="surviv*"),
        Pattern(id="extend_to", phrase="extend* to ..4 affiliate*|successor*|third"),
    ),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.YEARS,
    ),
)
