"""Finds clauses that forbid getting round limits, access controls or safeguards."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
CONTROL = (
    "limit*|quota*|restriction*|measure*|control*|safeguard*|paywall*|filter*|guardrail*|protection*|"
    "protective|security|mechanism*|"
    "safety|mitigation*|cap|caps|barrier*|authentication|throttl*|headers|robots|block*|encryption|"
    "moderation|feature*|access|usage|requirement*|verification|drm|technolog*"
)
EVADE = (
    "circumnavigat*|circumvent|circumvents|circumventing|circumvention|bypass|bypassing|bypasses|evade|"
    "evading|evades|disable|disabling|disables|defeat|defeating|jailbreak*"
)
LIABILITY = ("liability|liable|damages", "breach of ..6 law|agreement|terms|confidential*|contract|obligation*")

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
        Pattern(id="evade_control", phrase=f"{EVADE} ..14 {CONTROL}", polarity=BAN),
        Pattern(
            id="exceed_limit",
            phrase=(
                "exceed|exceeds|exceeding|avoid|avoiding|overrid*|override ..10 limit|limits|limitation|"
                "limitations|quota*|allowance|cap|caps|restriction*|control*|fees|charges|usage"
            ),
            polarity=BAN,
            confidence=0.8,
            without=LIABILITY,
        ),
        Pattern(
            id="remove_protection",
            phrase=(
                "remov*|deactivat*|penetrat*|tamper*|crack*|alter|thwart|override ..8 protection*|"
                "measure*|security|safeguard*|authentication|technological"
            ),
            polarity=BAN,
            confidence=0.75,
            without=LIABILITY,
        ),
        Pattern(id="evade_limits", phrase="get|getting around", polarity=BAN, confidence=0.8, needs=(CONTROL,)),
        Pattern(
            id="breach_security",
            phrase="breach|breaching ..4 security|authentication|protection|protections",
            polarity=BAN,
            without=(*LIABILITY, "breach of", "notify", "data protection"),
            assumed=False,
            confidence=0.75,
        ),
        Pattern(
            id="consequence",
            bound=Party.CUSTOMER,
            phrase=(
                "exceed|exceeding|circumvent|circumventing|bypass|bypassing|evade|evading ..12 limit|"
                "limits|quota*|safeguard* ..40 lose|suspend*|block|blocked|terminat*|restrict*"
            ),
            without=LIABILITY,
            confidence=0.7,
        ),
        Pattern(
            id="example_of_abuse",
            bound=Party.CUSTOMER,
            phrase=(
                "abuse|misuse|circumvention include|includes|means ..40 circumvent|bypass|evade|exceed "
                "..10 limit|limits|quota*|restriction*"
            ),
            confidence=0.75,
        ),
        Pattern(id="jailbreak", phrase="jailbreak*", polarity=BAN, confidence=0.85),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-07", "PC-01"),
)
