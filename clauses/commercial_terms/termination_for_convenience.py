"""Finds may a party end the contract without a reason: a commercial term, shown and dated, not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="termination_for_convenience",
    version=1,
    family=Family.COMMERCIAL_TERMS,
    title="Termination for convenience",
    question="May a party end the contract without a reason?",
    why="A vendor that may leave at will can leave you without a model; a buyer that may leave at will is never locked in.",
    ask_for="Your right to end the contract on 30 days' notice, and at least 180 days' notice from the vendor.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="for_convenience", phrase="terminat*|cancel* ..40 for ..3 convenience"),
        Pattern(id="without_cause", phrase="terminat*|cancel* ..40 without ..3 cause|reason"),
        Pattern(id="no_reason", phrase="terminat*|cancel* ..30 for ..2 any|no ..4 reason"),
        Pattern(
            id="at_any_time_notice",
            phrase="may|right|entitled ..10 terminat*|cancel* ..14 at any time ..20 notice",
            without=("breach", "default*", "insolv*", "bankrupt*", "fails|failure"),
            confidence=0.8,
        ),
        Pattern(
            id="upon_notice",
            phrase="may|right|entitled ..6 terminat*|cancel* ..3 agreement|contract|term ..12 upon|by|with|giving|on|providing ..14 days|months|day|month ..6 notice",
            without=("breach", "default*", "insolv*", "bankrupt*", "fail*", "if", "change of control", "event"),
            confidence=0.75,
        ),
        Pattern(id="cancellable", phrase="cancel*|terminab* at any time", confidence=0.8),
        Pattern(
            id="sole_discretion", phrase="may|right ..8 terminat* ..20 sole ..3 discretion", without=("breach", "if")
        ),
    ),
    look_alikes=(Pattern(id="cause_needed", phrase="only for cause"),),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.YEARS,
    ),
)
