"""Finds clauses that forbid getting round limits, access controls or safeguards."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
CONTROL = (
    "limit*|quota*|restriction*|measure*|control*|safeguard*|paywall*|filter*|guardrail*|protection*|protective|security|mechanism*|"
    "safety|mitigation*|cap|caps|barrier*|authentication|throttl*|headers|robots|block*|encryption|moderation|feature*|access|usage|requirement*|verification|drm|technolog*"
)

CHECK = ClauseCheck(
    id="limit_circumvention_ban",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Getting round limits is banned",
    question="Does the contract forbid bypassing or exceeding limits, access controls or safeguards?",
    why="A quota or a safeguard holds back harvesting only where getting round it is a breach.",
    ask_for="A ban on bypassing rate limits, quotas and safety measures, also by several accounts.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="evade_control",
            phrase=f"circumvent*|bypass*|evad*|disabl*|defeat*|jailbreak* ..14 {CONTROL}",
            polarity=BAN,
        ),
        Pattern(
            id="bare_evasion", phrase="circumvent*|bypass*|jailbreak*|circumvention", polarity=BAN, confidence=0.75
        ),
        Pattern(
            id="exceed_limit",
            phrase="exceed*|avoid*|overrid*|override ..10 limit*|limitation*|quota*|allowance|cap|caps|restriction*|control*|use|usage|fees",
            polarity=BAN,
            confidence=0.8,
        ),
        Pattern(
            id="breach_security",
            phrase="breach*|penetrat*|remov*|deactivat*|impair*|compromis*|tamper*|interfer*|crack*|attack* ..8 security|authentication|protection*|measure*|safeguard*|control*|safety",
            polarity=BAN,
            confidence=0.75,
        ),
        Pattern(id="gain_round", phrase="work|get around", polarity=BAN, confidence=0.8),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-07", "PC-01"),
)
