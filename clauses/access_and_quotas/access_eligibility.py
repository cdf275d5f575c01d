"""Finds who may not use the service: countries, sanctions, export control, removed users, competitors."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="access_eligibility",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Who may use the service",
    question="Does the contract restrict who may use the service, by country, sanctions, ownership or earlier removal?",
    why="Access through unsupported countries and re-registered accounts is a known route for copying models.",
    ask_for="A list of supported countries, a sanctions and ownership clause, and a bar on customers that were removed.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="sanctions", phrase="sanction*|embargo*|ofac|sdn", confidence=0.95),
        Pattern(id="export", phrase="export|re-export|exported ..6 control*|law*|regulation*|administration|compliance", confidence=0.95),
        Pattern(id="restricted_party", phrase="restricted|denied|prohibited|designated party|parties|person|persons|nationals"),
        Pattern(id="barred", phrase="barred|prohibited ..4 from ..3 using|receiving|accessing|use"),
        Pattern(id="removed_before", phrase="previously ..8 removed|suspended|banned|terminated"),
        Pattern(id="territory", phrase="supported|permitted|outside ..4 countr*|territor*|region*|jurisdiction*"),
        Pattern(id="register_again", phrase="re - register*|register ..4 again|new account", confidence=0.8),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-09",),
)
