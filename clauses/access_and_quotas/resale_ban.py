"""Finds bans on resale, sublicensing, rental and on passing the service to third parties."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

CUSTOMER = Party.CUSTOMER
SERVICE = (
    "service|services|platform|product|products|software|api|apis|site|website|app|apps|offering*"
    "|technology|properties|models|model|system*|access|materials|deliverables"
)
# Words that turn such a sentence into a disclaimer, a duty of the vendor or an export rule.
OTHER_BANS = (
    "not responsible|liable|guarantee|control",
    "we|will not disclose",
    "export",
    "confidential*",
    "train",
    "unauthorized|unauthorised",
)

CHECK = ClauseCheck(
    id="resale_ban",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Resale is banned",
    question="Is resale, sublicensing or passing access to third parties forbidden?",
    why="Resold access hides who really queries the model; gateways and resellers carried the known campaigns.",
    ask_for="No resale, pass-through or service-bureau use without written consent; your own products named as"
    " allowed.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="resell",
            phrase="resell|reselling|resale|resold|reseller|sublet|redistribute|redistributing|sublicense"
            "|sublicensing|rent|renting|lease|leasing|timeshare|timesharing",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.95,
        ),
        Pattern(
            id="sub_license",
            phrase="sub|re - license|licence|sell|selling",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.9,
        ),
        Pattern(
            id="sell_service",
            phrase=f"sell|selling|lend|lending|loan|commercialize|commercialise ..24 {SERVICE}",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            without=("personal data|information", "export"),
        ),
        Pattern(id="service_bureau", phrase="service bureau", confidence=0.95),
        Pattern(id="time_sharing", phrase="time - sharing", confidence=0.95),
        Pattern(
            id="give_to_others",
            phrase=f"distribute|transfer|provide|make|grant|offer ..12 {SERVICE} ..8 third|any|other|another"
            " party|parties|person|persons|entity",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.8,
            without=OTHER_BANS,
        ),
        Pattern(
            id="others_get_access",
            phrase=f"grant|give|allow|permit|provide ..2 third party|parties ..4 access ..6 {SERVICE}",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.7,
            without=OTHER_BANS,
        ),
        Pattern(
            id="access_to_others",
            phrase="access|available ..2 to ..2 third party|parties",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.8,
            needs=(SERVICE,),
            without=(*OTHER_BANS, "output|caution"),
        ),
        Pattern(
            id="for_others",
            phrase="benefit|behalf of ..3 third|other|others|anyone|another|unaffiliated|entities|persons",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.75,
            needs=("use*|access*|service*",),
            without=("party ’s behalf", "bind", "acting on", "account|actions", "neither party"),
        ),
        Pattern(
            id="not_for_others",
            phrase="not ..1 use|sell|lease|distribute ..8 third party|parties",
            confidence=0.8,
            needs=(SERVICE,),
            without=OTHER_BANS,
        ),
        Pattern(
            id="no_right_to_distribute",
            phrase="no right to ..2 distribute|sell|resell|sublicense|rent|lease",
            confidence=0.9,
        ),
        Pattern(
            id="reseller",
            phrase="act|acting|serve ..2 as ..3 reseller|distributor|broker",
            polarity=Polarity.BAN,
            only=CUSTOMER,
        ),
        Pattern(
            id="exploit_commercially",
            phrase=f"commercially exploit ..10 {SERVICE}",
            polarity=Polarity.BAN,
            only=CUSTOMER,
        ),
        Pattern(
            id="as_own_service",
            phrase=f"offer|offering|provide|present ..4 {SERVICE} ..4 as ..3 own|service|product",
            polarity=Polarity.BAN,
            only=CUSTOMER,
        ),
        Pattern(
            id="sell_credits",
            phrase="sell|trade|transfer|resell ..4 credits|tokens|quota",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            without=("api tokens|token",),
            confidence=0.8,
        ),
        Pattern(
            id="not_for_benefit",
            phrase="not ..1 for the benefit of ..3 third|other|others|any",
            needs=(SERVICE,),
            confidence=0.9,
        ),
        Pattern(
            id="build_in",
            phrase=f"incorporate|integrate|combine|bundle ..6 {SERVICE} ..8 own|offering|offerings|products",
            polarity=Polarity.BAN,
            only=CUSTOMER,
            confidence=0.7,
        ),
        Pattern(id="offer_for_sale", phrase="offer ..4 for sale|resale", confidence=0.9),
    ),
    look_alikes=(
        Pattern(id="held_out_as", phrase="hold|holds itself|themselves ..2 as ..3 reseller"),
        Pattern(id="not_a_sale", phrase="not a|the sale"),
        Pattern(id="keys", phrase="sell|buy|resell|transfer ..4 key|keys|account|accounts|credentials"),
        Pattern(id="sale_of_data", phrase="sell|share|rent|resell ..10 data|information|content"),
        Pattern(id="lease_of_time", phrase="leased by you"),
    ),
    bound_default=CUSTOMER,
    crosswalk=("AD-06",),
)
