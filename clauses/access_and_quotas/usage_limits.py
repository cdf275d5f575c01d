"""Finds rate limits, quotas, caps and fair-use limits that the vendor states or reserves."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR

CHECK = ClauseCheck(
    id="usage_limits",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Usage is limited",
    question="Does the vendor set rate limits, quotas or caps on use?",
    why="Limits for each customer slow the mass querying that copying a model needs, and they decide what you can rely on.",
    ask_for="Limits as numbers with their unit and scope, enforced as a commitment and not only reserved as a right.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.ORDER_FORM, DocumentKind.DOCUMENTATION),
    patterns=(
        Pattern(
            id="named_limit",
            phrase="rate|usage|use|call|request|volume|token|plan|product|storage|response|api|quota limit*|limitation*|cap|caps|quota*",
            confidence=0.95,
        ),
        Pattern(id="rate_limiting", phrase="rate - limit*|limiting"),
        Pattern(id="quota", phrase="quota*|fair use|fair - use|fair usage"),
        Pattern(id="may_limit", phrase="impose|set|create|establish|enforce ..6 limit*|limits|quota*|caps"),
        Pattern(id="may_limit_volume", phrase="limit ..4 number|amount|volume|speed|rate|frequency ..8"),
        Pattern(id="excessive", phrase="excessive* ..3 request*|use|usage|frequent"),
        Pattern(id="credits", phrase="number|amount|quantity of ..3 credits|requests|queries|calls|tokens"),
        Pattern(id="overage", phrase="overage*|beyond|exceed* ..6 limit*|quota*|quantity|allot*|allowance", confidence=0.8),
    ),
    bound_default=VENDOR,
    reads=(Unit.COUNT,),
    crosswalk=("PC-01", "QT-01", "MITRE ATLAS AML.M0004"),
)
