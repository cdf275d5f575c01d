"""Finds bans on resale, sublicensing, rental and on passing the service to third parties."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="resale_ban",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Resale is banned",
    question="Is resale, sublicensing or passing access to third parties forbidden?",
    why="Resold access hides who really queries the model; gateways and resellers carried the known campaigns.",
    ask_for="No resale, pass-through or service-bureau use without written consent; your own products named as allowed.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="sell", phrase="resell*|sublicens*|sub - licens*|rent|lease|resale|resold|timeshar*", polarity=Polarity.BAN, confidence=0.95),
        Pattern(id="sell_service", phrase="sell|distribute|lend|loan|transfer ..14 <service>|access", polarity=Polarity.BAN),
        Pattern(id="bureau", phrase="service bureau|time - sharing|time sharing", confidence=0.95),
        Pattern(id="available_to_others", phrase="available|access|benefit ..6 third party|parties|person|others", polarity=Polarity.BAN),
        Pattern(id="licence_words", phrase="non - sublicensable|nonsublicensable|non - sublicenseable"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-06",),
)
