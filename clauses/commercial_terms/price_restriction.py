"""Finds clauses on price restriction: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="price_restriction",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Price changes are limited",
    question="Is there a limit on price increases?",
    why="Without one the price after the first term is the vendor's choice.",
    ask_for="Fixed prices in the term, and at most an index after it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="not_increase", phrase="<not> ..10 increas*|rais* ..14 price*|fee*|rate*|charge*"),
        Pattern(
            id="price_increase_limit",
            phrase="price*|fee|fees|rate|rates|charge* ..20 increas* ..30 exceed|more than|percent|%|cpi|index|once",
        ),
        Pattern(
            id="increase_price_limit",
            phrase=(
                "increas* ..25 price*|fee|fees|rate|rates|charge* ..30 exceed|more than|percent|%|cpi|index|once|notice"
            ),
        ),
        Pattern(
            id="fixed",
            phrase=(
                "price*|fee|fees|rate*|charge* ..10 fixed|firm|unchanged|constant ..20 term|period|year*|months|during"
            ),
        ),
        Pattern(id="cpi", phrase="consumer price index|cpi ..30 increas*|adjust*"),
        Pattern(id="adjust_cpi", phrase="increas*|adjust* ..30 consumer price index|cpi|inflation"),
        Pattern(id="cap_price", phrase="maximum|cap ..6 price*|fee|fees|charge*", confidence=0.6),
    ),
    look_alikes=(Pattern(id="interest", phrase="interest rate*"),),
    reads=(Unit.PERCENT,),
)
