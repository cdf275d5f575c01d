"""Finds clauses on liability cap: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="liability_cap",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Cap on liability, or what is carved out of it",
    question="Is liability capped or uncapped, and for what?",
    why="A cap of a year's fees is small beside a leak of your data.",
    ask_for="A cap of a multiple of the fees, and none for confidentiality, data and intellectual property.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(id="exceed", phrase="liab*|damages ..50 exceed|limited to|greater|cap ..40"),
        Pattern(id="exceed2", phrase="exceed ..30 liab*|damages"),
        Pattern(
            id="consequential",
            phrase=(
                "liab* ..50 consequential|indirect|incidental|punitive|exemplary|special|lost profits|"
                "loss of profit*|loss of business"
            ),
        ),
        Pattern(
            id="consequential2",
            phrase="consequential|indirect|incidental|punitive|exemplary|special damages|loss*|profits",
        ),
        Pattern(id="nothing_limits", phrase="nothing ..14 limit*|exclud* ..14 liab*"),
        Pattern(id="no_event", phrase="in no event ..30 liab*"),
        Pattern(id="not_apply", phrase="limitation* ..10 liab* ..20 not apply|apply"),
        Pattern(id="except_for", phrase="except ..40 neither|no party ..20 liab*"),
        Pattern(
            id="time_bar",
            phrase=(
                "action|claim|suit|proceeding* ..20 may be brought|must be brought|commenced|filed ..20 "
                "year|years|months"
            ),
        ),
        Pattern(id="excluded_from", phrase="exclusions|limitations ..20 shall not|do not apply"),
    ),
    look_alikes=(
        Pattern(id="insurance_limit", phrase="liability insurance"),
        Pattern(id="product_liab", phrase="product* liability"),
        Pattern(id="tax_liab", phrase="tax|legal liabilit*"),
    ),
    reads=(
        Unit.MONEY,
        Unit.MONTHS,
        Unit.PERCENT,
    ),
)
