"""Finds what makes a suspension fair: notice, reasons, review by a person, appeal, data returned."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR
CUT = "suspen*|terminat*|restrict*|disabl*|deactivat*|throttl*"

CHECK = ClauseCheck(
    id="enforcement_fairness",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Fair suspension",
    question="Does the vendor owe notice, reasons, a review or an appeal when it suspends an account?",
    why="Accounts are closed on suspicion of distillation; without notice and appeal an error stops your work.",
    ask_for="Notice with the reason, review by a person, an appeal answered within a stated time, and access"
    " to your data meanwhile.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="appeal", phrase="appeal* ..14 suspen*|terminat*|removal|decision*|action*|ban|enforcement", bound=VENDOR
        ),
        Pattern(id="may_appeal", phrase="you|customer can|may appeal*", bound=VENDOR),
        Pattern(
            id="notice_before",
            phrase="efforts|endeavo*|will|shall|attempt|try ..8 notify|warn|notice|inform ..16 suspen*|disabl*"
            "|deactivat*|throttl*|removal|limiting|terminating",
            bound=VENDOR,
        ),
        Pattern(
            id="advance_notice",
            phrase="advance|prior|reasonable|days|hours notice ..10 suspen*|restrict*|disabl*|deactivat*",
            bound=VENDOR,
            confidence=0.8,
            without=("without ..4 notice",),
        ),
        Pattern(
            id="limit_scope",
            phrase=f"{CUT} ..10 minimum|least|extent|narrow* ..6 necessary|required",
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="before_ending",
            phrase="before ..2 suspending|terminating|disabling|restricting ..24 notice|days|opportunity|warn|warning",
            without=("without ..4 notice",),
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="person_reviews",
            phrase="human|person|people ..3 review|reviews|reviewed|examine ..20 suspen*|disabl*|account|decision",
            polarity=Polarity.DUTY,
            bound=VENDOR,
            confidence=0.7,
        ),
        Pattern(
            id="restore",
            phrase="restor*|reinstat*|lift ..10 access|account*|services|suspension",
            polarity=Polarity.DUTY,
            needs=("suspen*|restrict*|disabl*",),
            bound=VENDOR,
        ),
    ),
    bound_default=VENDOR,
    reads=(Unit.HOURS, Unit.DAYS, Unit.BUSINESS_DAYS),
    crosswalk=("EN-01",),
)
