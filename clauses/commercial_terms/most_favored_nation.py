"""Finds clauses on most favored nation: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="most_favored_nation",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Most favoured customer",
    question="Must the vendor give you terms as good as others get?",
    why="Others may pay less for the same model.",
    ask_for="The best price for the same volume, with proof on request.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="mfn", phrase="most favo*|favour* ..2 nation|customer*|licensee|pricing"),
        Pattern(
            id="no_less_favorable",
            phrase=(
                "no|not|least ..2 less? as? favo*|favour*|favorabl* ..25 other|any|third|offered|granted|"
                "customer*|than|those"
            ),
        ),
        Pattern(
            id="more_favorable",
            phrase=(
                "more|most favo*|favour* ..6 terms|pricing|price*|rate*|conditions ..30 other|third|"
                "customer*|person|party"
            ),
        ),
        Pattern(id="more_favorable2", phrase="terms|pricing|price*|rate*|conditions ..10 more|less favo*|favour*"),
        Pattern(id="lowest_price", phrase="lowest|best price*|rate*|charge* ..25 any|other|third|customer*"),
        Pattern(
            id="lower_price",
            phrase=(
                "lower ..2 price*|rate*|fee* ..20 other|another|third ..6 customer*|party|person|licensee*|distributor*"
            ),
        ),
    ),
    look_alikes=(Pattern(id="tax_favor", phrase="more favorable ..5 law|tax"),),
)
