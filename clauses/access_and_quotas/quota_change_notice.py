"""Finds promises to give notice before limits or prices change."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR
# The sentence must speak of limits or prices; notice of other changes belongs to unilateral_change.
SUBJECT = "limit|limits|quota*|allowance*|fee|fees|price|prices|pricing|charges"
CHANGE = "chang*|increas*|modif*|adjust*|revis*|updat*|lower*|reduc*|rais*"
TELL = "notice|notify|notifies|notifying|notified|inform|informed|informing|tell|announce|announced"
NO_NOTICE = ("without ..8 notice", "no ..2 notice", "not ..4 notice", "deemed")

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
            phrase=f"{CHANGE} ..10 {SUBJECT} ..30 {TELL}",
            without=NO_NOTICE,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="notice_of_change",
            phrase=f"{TELL} ..14 {CHANGE} ..8 {SUBJECT}",
            needs=("<must>|may|before|prior|advance|days",),
            without=NO_NOTICE,
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="notice_then_change",
            phrase=f"{TELL} ..14 {SUBJECT} ..4 {CHANGE}",
            needs=("<must>|may|before|prior|advance|days",),
            without=NO_NOTICE,
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="change_of_limits",
            phrase=f"{SUBJECT} ..6 {CHANGE} ..24 days|{TELL}",
            needs=(f"{TELL}|advance",),
            without=NO_NOTICE,
            bound=VENDOR,
            confidence=0.8,
        ),
    ),
    bound_default=VENDOR,
    reads=(Unit.DAYS, Unit.MONTHS, Unit.BUSINESS_DAYS),
    crosswalk=("QT-02",),
)
