"""Finds pinned model versions and notice before a model is changed or retired."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="model_change_notice",
    version=1,
    family=Family.REMEDIES,
    title="Notice of model changes",
    question=("Does the vendor announce before a model is changed or retired, or let you pin a version?"),
    why=("A model that changes without notice breaks what you tested and what you promised others."),
    ask_for=("Pinned versions and written notice, with a number of days, before a model changes or retires."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="notice",
            phrase=(
                "notice|notify|notification|inform ..24 deprecat*|retir*|discontinu*|replac*|chang*|"
                "sunset* ..10 model|models|version"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="model_then_notice",
            phrase=(
                "model|models ..20 deprecat*|retir*|discontinu*|replac*|sunset*|removed|changed ..30 "
                "notice|notify|announce"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="deprecate_notice",
            phrase=(
                "deprecat*|retire|retiring|retirement ..20 model|models|version|versions ..30 notice|"
                "notify|announce*|advance|prior"
            ),
            confidence=0.85,
        ),
        Pattern(id="pin", phrase="pin|pinned|pinning|fixed ..8 model|version|snapshot", confidence=0.85),
    ),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
    ),
    crosswalk=("MD-01",),
)
