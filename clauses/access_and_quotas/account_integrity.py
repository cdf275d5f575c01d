"""Finds the rules on accounts: true identity, one account a person, no sharing, safe credentials."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

SECRETS = "password*|passcode*|credential*|username*|login|logins|keys|token|tokens|identifiers|id|ids|codes"
ACCOUNT = "account|accounts|subscription|registration|profile"
# Truth is also asked of notices of infringement, bills and the vendor's own pages; none of these is about accounts.
OTHER_TRUTH = (
    "dmca|perjury|infring*|copyright",
    "not|no ..4 warrant*|represent|representations|guarantee*",
    "will|shall be ..4 accurate",
    "endeavo*|efforts|pricing|best",
    "billing|payment|tax|taxes|vat",
    "failure to",
)
# The vendor's own handling of its staff's passwords is a security measure, not a rule on the customer's account.
OWN_SECURITY = (
    "personnel|employees|procedures|testing|cryptographic*|processor|mandatory",
    "indemnif*",
    "no circumstances",
)

CHECK = ClauseCheck(
    id="account_integrity",
    version=2,
    family=Family.ACCESS_AND_QUOTAS,
    title="Accounts are personal and true",
    question="Must accounts be accurate, kept safe and not shared, sold or multiplied?",
    why="Copying at scale runs over fake, shared or bought accounts; these rules let the vendor close them.",
    ask_for="True identity, verified organisations, no sharing or sale of accounts and keys, no multiple accounts.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="true_information",
            phrase="accurate|truthful|true|correct|valid ..10 information|details|data|address",
            needs=("provid*|regist*|account*|supply|submit*|identity|keep|maintain*|creat*",),
            without=OTHER_TRUTH,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="information_true",
            phrase="information|details ..16 accurate|truthful|true|untrue|false",
            needs=("provid*|regist*|account*|supply|submit*|identity|keep|maintain*",),
            without=OTHER_TRUTH,
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="accuracy",
            phrase="accuracy|accurate ..6 account*|regist*|information",
            needs=("you|customer|user",),
            without=OTHER_TRUTH,
            confidence=0.7,
        ),
        Pattern(
            id="keep_safe",
            phrase=f"confidential*|secur*|safe|safeguard*|protect*|secret|private ..14 {SECRETS}",
            without=OWN_SECURITY,
        ),
        Pattern(
            id="kept_safe",
            phrase=f"{SECRETS} ..12 confidential|secure|securely|safe|protected|secret|private",
            without=(*OWN_SECURITY, "error - free", "key is"),
        ),
        Pattern(id="key_kept_safe", phrase="api key ..12 secret|confidential|secure|private"),
        Pattern(
            id="account_safe",
            phrase="confidentiality|secure|securing|safeguard*|security ..6 account|accounts",
            confidence=0.8,
            without=("email", "we ..6 account", "personnel", "incident"),
        ),
        Pattern(
            id="account_kept_safe",
            phrase="account|accounts ..3 secure|confidential|safe",
            confidence=0.8,
            without=(
                "short version",
                "we work",
            ),
        ),
        Pattern(
            id="activity_under_account",
            phrase="responsib*|liable|accountable|liability ..24 activit*|action|actions|use|uses|acts|content"
            f"|transactions|anything ..12 account|accounts|subscription|{SECRETS}",
            without=("no circumstances", "damage ..4 loss", "export*"),
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="activity_your_responsibility",
            phrase=f"activit*|actions|use|acts ..12 {ACCOUNT}|{SECRETS} ..10 responsib*|liable",
        ),
        Pattern(
            id="not_shared",
            phrase="share|sharing|transfer|transferring|sell|buy|disclose|lend|assign|resell ..8 account"
            f"|accounts|key|{SECRETS}",
            polarity=Polarity.BAN,
            only=Party.CUSTOMER,
            without=("data|content|information from|in|on",),
        ),
        Pattern(
            id="not_shared_passive",
            phrase=f"account|accounts|{SECRETS} ..12 shared|transferred|disclosed|transferable|used",
            polarity=Polarity.BAN,
        ),
        Pattern(
            id="others_account",
            phrase="use|using|access|accessing ..3 another|other|others|someone|anyone ..4 account|accounts",
            polarity=Polarity.BAN,
        ),
        Pattern(
            id="account_of_another", phrase="use ..4 account|accounts ..3 another|other|someone", polarity=Polarity.BAN
        ),
        Pattern(id="real_name", phrase="real - name", confidence=0.8),
        Pattern(
            id="many_accounts",
            phrase="create|creating|open|opening|register|registering|maintain|have|hold|acquire|acquiring|up ..6"
            " multiple|duplicate|several|additional|second|more ..6 account|accounts|trial|trials",
            polarity=Polarity.BAN,
        ),
        Pattern(
            id="only_one_account",
            phrase="only|than|maximum|hold|maintain|have ..3 one|single ..5 account|accounts",
            needs=("only|than|may|must|shall|will|maximum",),
            without=("arbitrat*", "least"),
        ),
        Pattern(
            id="many_accounts_to_evade",
            phrase="use|using|leveraging|creating|opening|operating ..2 of? multiple|several|additional accounts ..10"
            " circumvent*|evade|avoid|bypass*|around|manipulate|abuse|restrictions|inflate|deceive|limits",
            confidence=0.6,
        ),
        Pattern(
            id="multiple_accounts_closed",
            phrase="multiple accounts ..16 closed|suspended|terminated|violation|prohibited",
        ),
        Pattern(
            id="accounts_per_person", phrase="one|single ..2 account|login ..3 per|each|may|shall|must", confidence=0.9
        ),
        Pattern(
            id="one_person",
            phrase="only|one|single ..4 person|individual",
            needs=(f"account|accounts|seat|seats|{SECRETS}",),
            without=("claim*|arbitrat*",),
        ),
        Pattern(id="impersonation", phrase="impersonat*", needs=("identity|account|register*",), confidence=0.6),
        Pattern(
            id="false_identity",
            phrase="false|fake|fictitious|misrepresent|misrepresenting|hide|hiding|misleading ..4 identity"
            "|account|accounts",
            confidence=0.6,
        ),
        Pattern(
            id="update_information",
            phrase="update|correct ..6 account|registration|user ..3 information|data|details",
            polarity=Polarity.DUTY,
        ),
        Pattern(id="bots_register", phrase="account|accounts ..8 bots|automated", confidence=0.8, without=("content",)),
        Pattern(
            id="keep_current",
            phrase="update|updating|current|date ..4 information|details|data",
            needs=("account*|regist*|profile|provide*|changes|user",),
            without=(*OTHER_TRUTH, "we will|may|can", "process*"),
            polarity=Polarity.DUTY,
            confidence=0.7,
        ),
        Pattern(
            id="sharing_accounts",
            phrase="sharing ..2 subscription|subscriptions|account|accounts|credentials|logins|passwords",
            confidence=0.8,
        ),
        Pattern(
            id="personal_subscription",
            phrase="subscription|subscriptions|membership|memberships|seat|seats ..12 not|cannot be ..6"
            " shared|transferred|used",
            confidence=0.8,
        ),
        Pattern(
            id="all_information", phrase="all information ..6 must|shall be ..4 accurate|true|correct", confidence=0.8
        ),
        Pattern(
            id="personal_accounts",
            phrase="account|accounts|credentials|logins ..4 personal to|and",
            confidence=0.7,
        ),
        Pattern(
            id="false_name",
            phrase="false|fake|assumed|fictitious ..1 name|names|identity|details|information",
            needs=("regist*|account*|sign*|creat*|provid*|identity",),
            without=OTHER_TRUTH,
        ),
        Pattern(
            id="everything_done",
            phrase=f"responsible|liable|responsibility ..4 everything|anything|all ..16 account|{SECRETS}",
            without=("no circumstances", "export*"),
            confidence=0.6,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="key_in_public",
            phrase="expose|embed|publish|post ..6 key|keys|credentials|tokens",
            polarity=Polarity.BAN,
            confidence=0.8,
        ),
        Pattern(
            id="details_current",
            phrase="registration|account|profile|contact data|information|details ..4 current|accurate|up"
            "|correct|complete",
            without=OTHER_TRUTH,
            confidence=0.6,
        ),
        Pattern(
            id="proof_of_identity",
            phrase="proof|proving|document|documents|evidence|confirm ..6 identity",
            without=("request|requests|rights", "personnel"),
            bound=Party.CUSTOMER,
            confidence=0.8,
        ),
        Pattern(
            id="prevent_unauthorised_use",
            phrase="prevent|protect|safeguard ..4 unauthorized|unauthorised ..6 account|accounts|credentials"
            "|keys|passwords",
            only=Party.CUSTOMER,
            confidence=0.8,
        ),
        Pattern(
            id="individual_use",
            phrase=f"account|accounts|{SECRETS} ..4 individual|personal use",
            confidence=0.8,
        ),
        Pattern(
            id="undergo_verification",
            phrase="complete|pass|undergo|require|requires ..3 verification ..12 access|use|using|account|api|models",
            without=("personnel", "background"),
            bound=Party.CUSTOMER,
            confidence=0.8,
        ),
        Pattern(
            id="account_for_another",
            phrase="create|creating|open|register ..3 account|accounts ..4 for|behalf|name ..4 else|another|other",
            polarity=Polarity.BAN,
        ),
        Pattern(
            id="tell_of_changes",
            phrase="notify|inform|tell ..4 change|changes ..6 contact|account|registration ..2 details"
            "|information|data",
            only=Party.CUSTOMER,
            confidence=0.8,
        ),
        Pattern(id="only_you", phrase="only you ..3 use|access ..3 account", confidence=0.9),
        Pattern(
            id="verify_identity",
            phrase="verify|verifies|verification|authentication ..6 identity|name|phone|domain|account",
            bound=Party.CUSTOMER,
            confidence=0.7,
            without=("personnel|employees|procedures|multi", "data subject*", "to use", "request|requests"),
        ),
        Pattern(
            id="all_uses_with_access",
            phrase="responsible|liable ..6 all uses ..20 access",
            confidence=0.8,
        ),
        Pattern(
            id="used_many_accounts",
            phrase=("registered|used|using|through ..4 multiple accounts ..24 freez*|delet*|suspen*|clos*|ban|violat*"),
            confidence=0.8,
        ),
        Pattern(
            id="registers_again",
            phrase="register again ..10 another",
            confidence=0.85,
        ),
        Pattern(
            id="provided_is_verified",
            phrase="verify ..3 information ..3 provided by ..1 you",
            confidence=0.75,
        ),
        Pattern(
            id="membership_not_transferred",
            phrase="not ..6 transfer|assign ..6 membership|account|subscription",
            confidence=0.75,
            without=("we|us|company may",),
        ),
        Pattern(
            id="through_own_credentials",
            phrase="own ..4 valid login|account|credentials",
            confidence=0.8,
        ),
        Pattern(
            id="changes_password",
            phrase="change your password",
            confidence=0.8,
        ),
        Pattern(
            id="submitted_is_accurate",
            phrase="responsible for ensuring ..4 information ..3 complete|accurate|true",
            confidence=0.75,
        ),
        Pattern(
            id="lets_others_in",
            phrase="permit|allow ..2 third parties|anyone|others to access your ..2 account",
            confidence=0.8,
        ),
        Pattern(
            id="tells_of_misuse",
            phrase=(
                "notify ..12 unauthorized|unauthorised|suspected use|access ..4 "
                "credentials|account|password|accounts|key|keys"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="many_identities",
            phrase="creating|maintaining|accessing|using ..8 multiple ..3 accounts|teams|identities",
            confidence=0.75,
        ),
        Pattern(
            id="account_checks",
            phrase="requiring|require account ..3 consolidation|verification",
            confidence=0.8,
        ),
        Pattern(
            id="others_in_your_account",
            phrase="not permit|enable|allow ..16 persons|people|others ..16 your account",
            confidence=0.8,
        ),
        Pattern(
            id="closes_for_many",
            phrase="suspend|close|terminate ..3 account ..6 multiple accounts",
            confidence=0.85,
        ),
        Pattern(
            id="again_and_again",
            phrase="repeatedly creating ..2 accounts",
            confidence=0.85,
        ),
        Pattern(
            id="adds_up_accounts",
            phrase="aggregating|pooling ..1 accounts|keys|credentials",
            confidence=0.8,
        ),
    ),
    look_alikes=(Pattern(id="breach_of_security", phrase="breach|breaches of ..1 security"),),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-06", "PC-07"),
)
