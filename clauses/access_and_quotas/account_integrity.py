"""Finds the rules on accounts: true identity, one account a person, no sharing, safe credentials."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="account_integrity",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Accounts are personal and true",
    question="Must accounts be accurate, kept safe and not shared, sold or multiplied?",
    why="Copying at scale runs over fake, shared or bought accounts; these rules let the vendor close them.",
    ask_for="True identity, verified organisations, no sharing or sale of accounts and keys, no multiple accounts.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="true_information",
            phrase="accurate|truthful|true|correct|up|false ..14 information|data|details|identity|registration",
        ),
        Pattern(id="information_true", phrase="information|data|details|identity ..14 accurate|truthful|true|correct|false|untrue|up"),
        Pattern(id="safe_credentials", phrase="confidential*|secur*|safe*|protect* ..12 <credentials>|<account>"),
        Pattern(id="credentials_safe", phrase="<credentials>|account ..12 confidential*|secur*|safe*|protect*|secret"),
        Pattern(
            id="activity_under_account",
            phrase="responsib*|liable ..16 activit*|action*|use|acts|anything|transactions ..10 <account>|<credentials>",
        ),
        Pattern(
            id="not_shared",
            phrase="share|shared|sharing|transfer*|sell|disclos*|lend|assign ..10 <account>|<credentials>",
            polarity=Polarity.BAN,
        ),
        Pattern(id="not_shared_passive", phrase="<account>|<credentials> ..10 share|shared|transfer*|disclos*|used", polarity=Polarity.BAN),
        Pattern(id="other_account", phrase="use ..4 another|other|someone ..6 <account>|<credentials>", polarity=Polarity.BAN),
        Pattern(id="one_account", phrase="one|single|multiple|more|duplicate|additional ..6 account*|person|individual"),
        Pattern(id="impersonation", phrase="impersonat*|pretend*|false identity|misrepresent* ..4 identity"),
        Pattern(id="verify_identity", phrase="verif*|authenticat* ..8 identity|name|age|account"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-06", "PC-07"),
)
