"""Finds promises to give notice before limits or prices change."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR
# The sentence must speak of limits or prices; notice of other changes belongs to unilateral_change.
CHANGED = "limit|limits|quota*|allowance*|fee|fees|price|prices|pricing|charges"
NO_NOTICE = ("without ..8 notice", "no ..2 notice", "not ..4 notice", "if you do not")

CHECK = ClauseCheck(
    id="quota_change_notice",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Notice before limits or prices change",
    question="Does the vendor promise notice before limits or prices change?",
    why="Published limits and prices of the same service change within months; without notice your budget and"
    " your throughput change with them.",
    ask_for="At least 30 days' written notice before a limit is lowered or a price is raised, and a right to leave.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="change_with_notice",
            phrase=f"chang*|increas*|modif*|adjust*|revis*|updat*|lower*|reduc* ..10 {CHANGED} ..30 notice"
            "|notif*|inform*",
            bound=VENDOR,
            confidence=0.8,
            without=NO_NOTICE,
        ),
        Pattern(
            id="notice_of_change",
            phrase=f"notice|notify|inform ..14 chang*|increas*|modif*|adjust* ..8 {CHANGED}",
            bound=VENDOR,
            needs=("<must>|may|before|prior|advance|days",),
            without=NO_NOTICE,
        ),
        Pattern(
            id="notice_then_limits",
            phrase=f"notice|notify|inform ..14 {CHANGED} ..4 chang*|increas*|modif*|adjust*",
            bound=VENDOR,
            needs=("<must>|may|before|prior|advance|days",),
            without=NO_NOTICE,
        ),
        Pattern(
            id="limits_change_with_notice",
            phrase=f"{CHANGED} ..6 chang*|increas*|modif*|adjust* ..24 days|notice|notif*",
            needs=("notice|notif*|inform*|advance",),
            bound=VENDOR,
            confidence=0.8,
            without=NO_NOTICE,
        ),
    ),
    bound_default=VENDOR,
    reads=(Unit.DAYS, Unit.MONTHS, Unit.BUSINESS_DAYS),
    crosswalk=("QT-02",),
)
