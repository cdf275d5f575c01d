"""Finds an official batch or bulk interface that has terms or limits of its own."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="batch_interface",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Batch interface",
    question="Is there an official interface for bulk work with terms of its own?",
    why="An official way for bulk work keeps heavy lawful use visible and apart from mass querying that copies"
    " a model.",
    ask_for="A batch interface with its own queue limits, prices and delivery time, named in the order.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM, DocumentKind.DOCUMENTATION, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="batch_api",
            phrase="batch|bulk api|apis|endpoint*|interface*|mode|inference|processing|request*|job|jobs"
            "|queue*|message*|prediction*",
            confidence=0.9,
            without=("bulk email*|mail*|sms", "cannot|not|unsolicited ..6 bulk"),
        ),
        Pattern(
            id="asynchronous_jobs", phrase="asynchronous* ..3 batch*|api|job|jobs|request*|processing", confidence=0.8
        ),
        Pattern(id="submit_in_batches", phrase="submit*|send|process* ..6 in batches|bulk", confidence=0.8),
    ),
    bound_default=Party.VENDOR,
    reads=(Unit.HOURS, Unit.COUNT),
    crosswalk=("QT-04",),
)
