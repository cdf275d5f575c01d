"""Finds clauses on termination for convenience: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Polarity, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="termination_for_convenience",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Termination for convenience",
    question="May a party end the contract without a reason?",
    why="A vendor that may leave at will can leave you without a model; a buyer that may is never locked in.",
    ask_for="Your right to end the contract on 30 days' notice, and at least 180 days' notice from the vendor.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="for_convenience", phrase="terminat*|cancel* ..40 for ..3 convenience"),
        Pattern(
            id="right_without_cause",
            phrase="terminate|terminated|cancel|cancelled|terminable ..25 without ..5 cause|reason",
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="right_any_reason",
            phrase="may|right|option|entitled ..10 terminate|terminated|cancel ..20 for any|no ..4 reason|reasons",
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="at_any_time",
            phrase="may|right|option|entitled ..12 terminate|terminated|cancel|cancelled ..14 at any time",
            without=("breach", "default*", "insolv*", "bankrupt*", "fails|failure", "if", "upon the"),
            confidence=0.8,
        ),
        Pattern(
            id="upon_notice",
            phrase="may|right|option|entitled ..8 terminate|terminated|cancel|cancelled ..14 "
            "upon|by|with|giving|on|providing ..14 days|months|day|month ..8 notice",
            without=(
                "breach",
                "default*",
                "insolv*",
                "bankrupt*",
                "fail*",
                "if",
                "change of control",
                "event",
                "unless ..12 notice",
            ),
            confidence=0.75,
        ),
        Pattern(id="until_terminated", phrase="until ..3 terminated ..8 on|upon|by|with ..14 notice", confidence=0.7),
        Pattern(
            id="sole_discretion",
            phrase="may|right|option ..8 terminate|cancel ..3 agreement|contract ..14 sole ..3 discretion",
            without=("breach", "if"),
            confidence=0.8,
        ),
    ),
    look_alikes=(
        Pattern(id="cause_needed", phrase="only for cause"),
        Pattern(id="consequence", phrase="upon|following|after|event ..6 termination ..6 for any reason"),
    ),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.YEARS,
    ),
)
