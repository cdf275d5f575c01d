"""Finds clauses on minimum commitment: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="minimum_commitment",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Minimum commitment",
    question="Must a party buy, use or deliver a minimum?",
    why="A minimum is paid whether you use it or not.",
    ask_for="No minimum, or one that falls with your use.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="minimum_noun",
            phrase=(
                "minimum|guaranteed ..5 purchase*|order*|commitment*|royalt*|volume*|quantit*|payment*|"
                "fee|fees|amount*|guarantee|spend|sales|revenue*|number|target*|usage"
            ),
        ),
        Pattern(
            id="purchase_at_least",
            phrase="purchas*|order|buy|sell|spend|pay|deliver*|provide|generate|produce|take ..12 <at_least>",
        ),
        Pattern(id="take_or_pay", phrase="<take_or_pay>"),
        Pattern(id="shall_not_be_less", phrase="shall|will not be less than ..10 dollars|units|$|%"),
        Pattern(id="committed", phrase="commit* ..6 volume*|spend|purchase*|quantit*"),
    ),
    look_alikes=(
        Pattern(id="notice_days", phrase="least|less ..10 notice|advance|prior|before|days|hours|business"),
        Pattern(id="minimum_insurance", phrase="minimum ..10 insurance|coverage|limits"),
        Pattern(
            id="legal_minimum",
            phrase="minimum wage|standards|requirements|extent|age|advertised|price|resale|notice|term",
        ),
        Pattern(id="majority", phrase="at least ..5 majority|percent of ..4 shares|stock"),
    ),
    reads=(
        Unit.MONEY,
        Unit.COUNT,
        Unit.PERCENT,
    ),
)
