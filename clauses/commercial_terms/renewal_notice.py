"""Finds clauses on renewal notice: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="renewal_notice",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Notice against renewal",
    question="How long before the end must a party say that it does not renew?",
    why="Miss this date and you pay for another term.",
    ask_for="A notice of 30 days at most, and a reminder from the vendor.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="unless_notice",
            phrase=(
                "renew*|exten*|successive|continue ..60 unless|until|provided ..30 notice|notif*|"
                "notification ..30 days|months|day|month|prior|before|end|expiration"
            ),
        ),
        Pattern(id="notice_not_renew", phrase="notice|notif*|notification ..16 not ..4 renew|extend|continue"),
        Pattern(
            id="non_renewal", phrase="notice|notif*|notification ..8 of ..5 non|intent* ..8 renew*|renewal|terminate"
        ),
        Pattern(
            id="notice_before_expiry",
            phrase="terminat*|notice ..10 days|months ..12 prior|before ..6 expir*|end ..10 term|period",
            confidence=0.7,
        ),
    ),
    reads=(
        Unit.DAYS,
        Unit.MONTHS,
        Unit.BUSINESS_DAYS,
    ),
)
