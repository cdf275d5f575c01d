"""Finds rate limits, quotas, caps and fair-use limits that the vendor states or reserves."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR
LIMIT = "limit|limits|limitation|limitations|cap|caps|quota|quotas"
# Getting around a limit is forbidden by another check (limit_circumvention_ban).
AROUND = (
    "circumvent*|bypass*|evade|interfere*|disrupt*",
    "liability|liable|damages",
    "to exceed",
    "limits means",
    "” means",
    "you may set",
)

CHECK = ClauseCheck(
    id="usage_limits",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Usage is limited",
    question="Does the vendor set rate limits, quotas or caps on use?",
    why="Limits for each customer slow the mass querying that copying a model needs, and they decide what you"
    " can rely on.",
    ask_for="Limits as numbers with their unit and scope, enforced as a commitment and not only reserved as a right.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.ORDER_FORM, DocumentKind.DOCUMENTATION),
    patterns=(
        Pattern(
            id="named_limit",
            phrase="rate|usage|call|request|volume|token|plan|product|storage|response|word|spend|context"
            "|concurrency|queue|monthly|daily|weekly|default limit|limits|limitations|cap|caps|quota"
            "|quotas|allowance",
            confidence=0.9,
            without=AROUND,
        ),
        Pattern(
            id="limits_on_use",
            phrase=f"{LIMIT} ..3 on|of|to ..2 your|customer|company ..4 use|usage",
            without=AROUND,
            confidence=0.9,
        ),
        Pattern(
            id="use_within_limits",
            phrase="use|usage ..10 subject|within ..6 limit|limits|limitations|restrictions|quota*",
            confidence=0.8,
            without=AROUND,
            needs=("order|plan|documentation|terms|purchase|set|specified|fair|specific",),
        ),
        Pattern(id="rate_limit", phrase="rate limit|limiting|limitations", confidence=0.95, without=AROUND),
        Pattern(id="rate_limits_comply", phrase="comply|compliance|adhere ..16 rate|call limit|limits", confidence=0.9),
        Pattern(
            id="amount_in_time",
            phrase="requests|calls|tokens|queries|messages|credits|generations|searches|executions ..2"
            " per|each|every|a second|minute|hour|day|week|month|seat|user",
            confidence=0.9,
            without=("price*|fee|fees", "circumvent*|bypass*"),
        ),
        Pattern(
            id="overages",
            phrase="overage|overages",
            needs=("above|beyond|excess|committed|included|additional",),
            without=("avoid", "balance", "unpaid"),
            confidence=0.9,
        ),
        Pattern(
            id="up_to_amount",
            phrase="up to ..4 requests|calls|tokens|queries|messages|credits|generations|seats|projects|minutes",
            confidence=0.9,
        ),
        Pattern(
            id="limits_apply",
            phrase="limits|quotas|caps ..2 apply|applies",
            without=(*AROUND, "claims|court"),
            confidence=0.9,
        ),
        Pattern(
            id="entitled_amount",
            phrase="entitled|entitles|includes|included ..6 units|requests|tokens|credits|queries|calls ..4"
            " month|day|period|plan|year",
            confidence=0.9,
        ),
        Pattern(id="under_fair_use", phrase="subject|governed|according to|by ..3 fair use", confidence=0.9),
        Pattern(
            id="set_maximum",
            phrase="set|sets|impose|apply ..2 maximum|ceiling ..3 number|amount|volume",
            confidence=0.9,
        ),
        Pattern(
            id="usage_subject_to_limits",
            phrase="usage|use ..4 subject to ..4 limits ..6 page|documentation|website|plan|tier",
            confidence=0.9,
            without=AROUND,
        ),
        Pattern(
            id="limited_to",
            phrase="limited|restricted|capped ..1 to|at ..6 requests|calls|tokens|queries|messages|seats|users"
            "|projects",
            confidence=0.9,
        ),
        Pattern(
            id="limits_on",
            phrase="limit|limits|limitations|cap|caps ..3 on|to|for ..4 number|requests|tokens|calls|seats"
            "|storage|spend|usage",
            without=AROUND,
            confidence=0.9,
        ),
        Pattern(id="quota", phrase="quota|quotas", confidence=0.9, without=AROUND),
        Pattern(id="fair_use", phrase="fair use|usage ..2 principles|limits|parameters", confidence=0.9),
        Pattern(
            id="may_set_limits",
            phrase="impose|introduce|set|sets|create|establish|enforce|adjust|change|apply ..4 limit|limits"
            "|limitations|cap|caps|quota|quotas|parameters",
            needs=("we|may|right|sole",),
            without=("you may", "legal action", "circumvent*|bypass*"),
            confidence=0.9,
        ),
        Pattern(
            id="may_limit_amount",
            phrase="<may> ..6 limit|cap|throttle|restrict ..4 number|amount|volume|speed|rate|frequency"
            "|throughput|bandwidth|requests|consumption",
            confidence=0.9,
            without=AROUND,
        ),
        Pattern(
            id="excessive_requests",
            phrase="excessive|excessively|atypical ..3 request*|usage|use|frequent",
            confidence=0.9,
            needs=("we|may|<may>|will|reserves",),
        ),
        Pattern(
            id="limited_quantity",
            phrase="limited|set|maximum|default quantity|limit|amount|number of",
            confidence=0.8,
            needs=("plan|plugins|feature*|subscription",),
        ),
        Pattern(
            id="credits",
            phrase="number of ..3 credits|requests|queries|calls|tokens|responses",
            confidence=0.8,
            without=AROUND,
        ),
        Pattern(id="credits_allotted", phrase="credits ..4 allotted|included|allocated", confidence=0.9),
        Pattern(
            id="overage",
            phrase="over|above|beyond|exceed|exceeds|exceeded|exceeding|excess ..8 limit|limits|quantity"
            "|quotas|allotted|allowance|included|capacity|entitlement|allocation",
            confidence=0.7,
            without=("liability|liable|damages", "circumvent*"),
        ),
        Pattern(id="disproportionate_use", phrase="substantially affect ..6 capacity|performance", confidence=0.7),
    ),
    look_alikes=(
        Pattern(id="including_but_not", phrase="not limited to"),
        Pattern(id="without_limit", phrase="without|no ..3 limit|limits"),
    ),
    bound_default=VENDOR,
    reads=(Unit.COUNT,),
    crosswalk=("PC-01", "QT-01", "MITRE ATLAS AML.M0004"),
)
