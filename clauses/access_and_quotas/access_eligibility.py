"""Finds who may not use the service: countries, sanctions, export control, removed users, competitors."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="access_eligibility",
    version=1,
    family=Family.ACCESS_AND_QUOTAS,
    title="Who may use the service",
    question="Does the contract restrict who may use the service, by country, sanctions, ownership or earlier removal?",
    why="Access through unsupported countries and re-registered accounts is a known route for copying models.",
    ask_for="A list of supported countries, a sanctions and ownership clause, and a bar on customers that were"
    " removed.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="sanctions",
            phrase="sanction|sanctions|sanctioned|embargo|embargoes|embargoed|ofac",
            confidence=0.95,
            without=(
                "waiver of",
                "arbitrator|court|strike*|riots|penalties|payments",
                "means ..12 list|laws",
                "means all",
            ),
        ),
        Pattern(
            id="export_law",
            phrase="export|exports|exported|exporting ..10 control*|law|laws|regulation*|restriction*|license"
            "|licence|approval*|countr*|jurisdiction*",
            needs=("comply|compliance|not|subject|violat*|represent*|warrant*|authoriz*|licens*|responsible",),
            without=("anti - spam", "means ..6 laws", "export ..4 data|content ..4 from"),
            confidence=0.75,
        ),
        Pattern(id="required_to_export", phrase="required|prohibited to|by export", confidence=0.9),
        Pattern(
            id="restricted_party",
            phrase="restricted|denied|blocked|prohibited party|parties|person|persons|nationals",
            confidence=0.9,
        ),
        Pattern(
            id="barred",
            phrase="barred|prohibited|restricted ..8 from|by ..3 using|receiving|accessing|use ..6 service*"
            "|site|software|product*|api*",
            needs=("you|customer|user|users|if",),
            without=("for any", "login|password"),
        ),
        Pattern(
            id="removed_before",
            phrase="previously ..4 removed|suspended|banned|terminated|blocked|restricted|disabled|closed",
            without=("paid",),
        ),
        Pattern(
            id="banned_before",
            phrase="banned|suspended|removed|excluded ..5 before|earlier",
            needs=("you|user|users|customer",),
            without=("notice",),
            confidence=0.8,
        ),
        Pattern(
            id="territory",
            phrase="supported|permitted countr*|territor*|region*|locations",
            confidence=0.95,
            without=("means",),
        ),
        Pattern(
            id="territorial_limit", phrase="territorial|geographic*|geographical restriction*|limit*", confidence=0.9
        ),
        Pattern(id="register_again", phrase="re - register*|registering", confidence=0.9),
        Pattern(
            id="new_account",
            phrase="create|open|register|use ..3 new|another|second|different ..4 account",
            needs=("suspen*|terminat*|disabled|prohibit*|banned|removed|permission|termination",),
            without=("may|can transfer",),
            confidence=0.8,
        ),
        Pattern(
            id="banned_location",
            phrase="located|based|headquartered|organized|established|resident ..3 in|within",
            polarity=Polarity.BAN,
            needs=("use|access|available|services|service",),
            without=("transfer*", "arbitrat*|court|courts", "claim*"),
            confidence=0.8,
        ),
        Pattern(
            id="named_country",
            phrase="from|in|to|of ..8 iran|cuba|syria|crimea|donetsk|luhansk|russia|belarus|china",
            needs=("use|access|located|available|export*|offer",),
            polarity=Polarity.BAN,
            without=("transfer*", "law of|laws"),
            confidence=0.8,
        ),
        Pattern(
            id="offered_only_in",
            phrase="intended|offered|available|directed ..8 only|solely|exclusively ..2 in|within|to ..6"
            " countr*|union|states|eea|residents|region*|territor*",
            confidence=0.8,
        ),
        Pattern(
            id="offered_in_only",
            phrase="intended|offered|available ..6 in|within ..6 only",
            needs=("countr*|union|states|eea|region*|territor*|jurisdiction*",),
            confidence=0.8,
        ),
        Pattern(
            id="listed_persons", phrase="entity|sdn|denied|restricted list|lists", confidence=0.9, without=("means",)
        ),
        Pattern(
            id="not_offered_in",
            phrase="unavailable|available|offered ..4 in ..3 countr*|region|regions|territor*|jurisdictions|locations",
            needs=("not|unavailable|only|certain|some",),
            without=("law", "feature*"),
            confidence=0.7,
        ),
        Pattern(
            id="prohibited_end_users", phrase="prohibited|restricted|denied end user|users|use|uses", confidence=0.9
        ),
        Pattern(
            id="where_unlawful",
            phrase="reside|located|jurisdiction|country|place|anywhere where ..12 prohibited|illegal|unlawful"
            "|restricted",
            needs=("use|access|service|services",),
            without=("void", "extent"),
            confidence=0.8,
        ),
        Pattern(
            id="ownership",
            phrase="owned|controlled ..6 by ..12 jurisdiction*|countr*|government*|entities|entity|persons"
            "|person|state",
            needs=("not|prohibited|represent*|warrant*|may",),
            without=("intellectual", "means"),
            confidence=0.8,
        ),
        Pattern(
            id="competitors",
            phrase="competitor|competitors ..12 access|use|permitted|allowed",
            polarity=Polarity.BAN,
            without=("benefit of", "information of"),
            confidence=0.8,
        ),
        Pattern(
            id="access_by_competitors",
            phrase="access|use|used ..8 by ..3 competitor|competitors",
            polarity=Polarity.BAN,
            confidence=0.8,
        ),
        Pattern(id="designated_nationals", phrase="specially designated", confidence=0.95),
        Pattern(
            id="terminated_then_new",
            phrase="terminated|suspended|banned|disabled ..16 open|create|register|opening|creating ..3 new|another",
            confidence=0.9,
        ),
        Pattern(
            id="not_located_in",
            phrase="not ..6 located ..2 in|within ..8 countr*|territor*|region",
            confidence=0.8,
            without=("transfer*", "apply|applies"),
        ),
        Pattern(
            id="only_business",
            phrase="only|exclusively ..6 businesses|business customers|users|organizations",
            confidence=0.7,
            needs=("directed|available|offered|intended",),
        ),
        Pattern(
            id="access_illegal",
            phrase="countries|territories|jurisdictions|locations where ..8 illegal|unlawful|prohibited",
            confidence=0.9,
        ),
        Pattern(
            id="refuse_service", phrase="refuse ..4 to ..2 offer|provide|any ..8 person|entity|anyone", confidence=0.7
        ),
        Pattern(id="contract_capacity", phrase="only ..6 persons|users|you ..6 form ..4 contract*", confidence=0.6),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-06", "PC-07"),
)
