"""Finds how long data are kept and when they are deleted or returned."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="data_retention",
    version=1,
    family=Family.TRACEABILITY,
    title="Retention and deletion",
    question="How long are data kept, and when are they deleted or returned?",
    why="What is kept can leak or be used; what is deleted too soon cannot prove misuse.",
    ask_for="A number of days for content and for logs, deletion or return at the end, and a confirmation of it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA, DocumentKind.POLICY),
    patterns=(
        Pattern(id="delete_data", phrase="delet*|destroy*|destruction|erase*|eras* ..12 <data>|<customer_data>"),
        Pattern(id="data_deleted", phrase="<data> ..14 deleted|destroyed|erased|anonymized|anonymised|deletion"),
        Pattern(id="return_or_destroy", phrase="return* ..3 or ..4 destroy*|delet*|destruction", confidence=0.95),
        Pattern(id="retain_data", phrase="retain*|retention|keep|store ..10 <data>|period*"),
        Pattern(id="data_retained", phrase="<data> ..10 retained|kept|retention|stored"),
    ),
    bound_default=Party.VENDOR,
    reads=(Unit.DAYS, Unit.MONTHS, Unit.YEARS),
    crosswalk=("DU-01",),
)
