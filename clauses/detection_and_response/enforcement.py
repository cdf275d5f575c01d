"""Finds clauses under which the vendor may suspend, limit or end access."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

VENDOR = Party.VENDOR
MAY = "may|might|can|right|entitled"
CUT = (
    "suspend|terminate|disable|restrict|limit|block|revoke|cancel|close|deny|withhold|freeze|refuse"
    "|discontinue|delete|ban|cut|withdraw|pause|rescind"
)
IS_CUT = (
    "suspended|terminated|disabled|restricted|blocked|revoked|cancelled|canceled|closed|throttled|banned"
    "|deactivated|withdrawn|locked|limited|denied|removed"
)
FAULT = (
    "breach*|violat*|infring*|misuse|abus*|fraud*|fail*|unlawful|illegal|overdue|unpaid|unauthorized|unauthorised"
    "|discretion|reason|risk|prohibited|due|late|law|notice|warning|cause|insolven*|immediate*|protect"
    "|integrity|security|comply|time"
)
# Reasons to stop a service or an account that have nothing to do with misuse.
OTHER_REASON = (
    "maintenance|repair|repairs|updates",
    "inactiv*",
    "not|no ..6 activity|accessed",
    "arbitration provision",
    "beta|trial|marketplace",
)

CHECK = ClauseCheck(
    id="enforcement",
    version=2,
    family=Family.DETECTION_AND_RESPONSE,
    title="Suspension and termination for misuse",
    question="May the vendor suspend, limit or end the access of a customer that misuses the service?",
    why="A ban protects the model only if the vendor can act on it; the same power decides when your own"
    " access can stop.",
    ask_for="Suspension for misuse and security risk, limited to the account concerned, with notice wherever"
    " the risk allows it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="may_suspend",
            phrase=f"{MAY} ..24 suspend|throttle|deactivate",
            confidence=0.95,
            without=("modify|change|alter|update ..6 suspend", *OTHER_REASON),
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="may_cut_access",
            phrase=f"{MAY} ..16 {CUT} ..14 access|account*|credentials|key|keys",
            without=OTHER_REASON,
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="will_cut_access",
            phrase="we will|shall ..3 suspend|terminate|close|delete|block|disable ..8 access|account|accounts"
            "|services",
            without=("if|when|unless|after you", *OTHER_REASON),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="may_end_service",
            phrase=f"{MAY} ..10 terminate|cancel|revoke|restrict|pause|rescind|withdraw|end"
            " ..10 services|service|license|licence|subscription|registration|use|usage|order|plan|api"
            "|platform|website|software",
            needs=(FAULT,),
            without=(
                "either|each|any party",
                "customer ..4 may|can ..3 terminate",
                "end use|for",
                "month end",
                *OTHER_REASON,
            ),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.75,
        ),
        Pattern(
            id="may_end_terms",
            phrase=f"{MAY} ..8 terminat* ..6 agreement|terms|contract|order",
            needs=(FAULT,),
            without=("either|each|any party", "dpa|addendum"),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.6,
        ),
        Pattern(
            id="either_for_breach",
            phrase="either|each|other party ..16 terminate|terminated|end|cancel ..40 breach*|violat*|default"
            "|insolven*",
            bound=Party.BOTH,
        ),
        Pattern(id="terminated_for_breach", phrase="terminated ..20 either party ..30 breach*", bound=Party.BOTH),
        Pattern(
            id="may_remove_content",
            phrase=f"{MAY}|will ..16 remove|delete|disable|block|refuse|reject"
            " ..14 content|anything|material*|post*|submission*|app|apps|application|applications|program"
            "|plugin|input|inputs|information|usernames",
            confidence=0.8,
            needs=("breach*|violat*|infring*|unlawful|illegal|contravention|discretion|reason|objectionable",),
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="is_cut",
            phrase="access|account|accounts|use|services|service|license|content|terms|agreement ..8 may|will"
            f"|shall be ..4 {IS_CUT}",
            needs=(FAULT + "|inappropriate|overdue|days|found|who|which",),
            without=("when|once you", "if you cancel|close|stop", *OTHER_REASON),
            bound=VENDOR,
        ),
        Pattern(
            id="rights_end",
            phrase="rights|right|license|licence|access|agreement|terms ..12 terminate|terminates|cease|ceases"
            "|revoked ..2 automatically|immediately",
            needs=("breach*|violat*|fail*|comply",),
            bound=VENDOR,
        ),
        Pattern(
            id="leads_to_cut",
            phrase="result|results|lead|leads|subject|grounds|cause|face in|to|for ..14"
            " suspension|termination|deactivation|closure|removal|throttling|limitation|ban|bans|banned"
            "|suspended|terminated",
            without=("subject to ..6 section", "disciplin*", "not subject"),
            bound=VENDOR,
        ),
        Pattern(
            id="repeat_infringers",
            phrase="repeat infringers|infringer|offenders|infringement",
            confidence=0.95,
            bound=VENDOR,
        ),
        Pattern(
            id="who_repeatedly_infringe", phrase="terminat* ..12 repeatedly ..2 infring*", confidence=0.95, bound=VENDOR
        ),
        Pattern(
            id="loss_of_access",
            phrase="loss|withdrawal|revocation of ..4 access|account|accounts|privileges",
            needs=("may|can|could|will|result*|lead*|violat*|breach*",),
            without=("upon|after|following termination|suspension", "if you lose", "liable|liability"),
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="decline_service",
            phrase="may|right ..8 decline|refuse|stop|cease ..2 to? serve|serving|process|processing|provide"
            "|providing|respond",
            needs=("breach*|violat*|infring*|misuse|abus*|unlawful|illegal|risk|overdue|comply",),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="place_restrictions",
            phrase="place|impose|apply ..4 restrictions|limits ..4 account|access",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="licence_ends",
            phrase="license|licence|right|rights|permission ..12 ends|end|terminates|expires|cease|ceases ..3"
            " if|when|on|upon ..3 breach|violate|fail|infringe",
            bound=VENDOR,
        ),
        Pattern(
            id="refuse_anyone",
            phrase="refuse|deny service|services|access to ..2 anyone|any",
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="ban_users",
            phrase="may|will|can ..3 ban|block|remove|exclude|expel you|users|user|anyone",
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="penalties",
            phrase="subject you|customer|user to ..14 ban|suspension|termination|removal|penalties",
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="lose_access",
            phrase="lose|forfeit ..4 access|right|rights|account|privileges",
            needs=("violat*|breach*|inappropriate|circumvent*|break*|behave",),
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="listed_right",
            phrase="reserve|reserves|right|may ..60 ) terminate|suspend|restrict|disable|revoke|deny ..10"
            " access|account|use|agreement|order|subscription|service|services",
            without=("procure|continue*", "non - infringing", "replace ..4 services|service"),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="end_registration",
            phrase=f"{MAY} ..16 discontinue|cancel|decline ..4 your|customer ..2 registration|registrations"
            "|subscription|account",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="suspending_access",
            phrase="suspending|limiting|throttling|terminating|revoking|blocking|disabling|freezing|deleting"
            " ..8 access|account|accounts",
            needs=("measures|measure|action|actions|steps|may",),
            without=("you|customer may|can", "by ..3 canceling|terminating"),
            bound=VENDOR,
            confidence=0.75,
        ),
        Pattern(
            id="accounts_in_breach",
            phrase="suspend|remove|disable|terminate|ban|close ..4 accounts|users|access ..8 violate*"
            "|infringe*|breach*|abuse*",
            without=("if|unless you",),
            bound=VENDOR,
        ),
        Pattern(
            id="take_down",
            phrase="remov*|disabl* ..12 infring*|violat*|unsafe|unlawful ..6 material*|content|accounts",
            confidence=0.8,
            bound=VENDOR,
        ),
        Pattern(
            id="take_action",
            phrase=f"{MAY}|will ..16 take|pursue ..4 action*|measures",
            needs=("breach*|violat*|abus*|misuse|discretion|appropriate",),
            confidence=0.75,
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(
            id="report_to_authorities",
            phrase="report*|refer|send ..12 law enforcement",
            needs=("we|our|reserve*",),
            confidence=0.7,
            bound=VENDOR,
        ),
        Pattern(
            id="appeal",
            phrase="appeal*|contest|challenge ..14 suspen*|terminat*|removal|decision*|action*|ban",
            confidence=0.75,
            bound=VENDOR,
        ),
        Pattern(
            id="notice_of_suspension",
            phrase="notify|warn|notice ..10 suspension|suspending",
            confidence=0.8,
            bound=VENDOR,
        ),
        # An item of a list continues "we may suspend your account if:"; the last element is its first word.
        Pattern(id="listed_case", phrase=f"{MAY}|will ..16 suspend|terminate ..40 : *", confidence=0.8, bound=VENDOR),
        Pattern(
            id="withhold_access",
            phrase="reserve|right|rights|may ..6 withhold access",
            confidence=0.85,
        ),
        Pattern(
            id="remove_any",
            phrase="right ..14 to remove|delete ..2 any|all ..6 content|property|material|submission",
            confidence=0.75,
            only=VENDOR,
        ),
        Pattern(
            id="during_suspension",
            phrase="during ..2 suspension",
            confidence=0.75,
        ),
        Pattern(
            id="able_to_suspend",
            phrase=(
                "able|entitled to ..2 suspend|disable|remove ..6 account|accounts|password|information|content|access"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="reinstates",
            phrase="may|will ..2 reinstate|restore ..6 post|posts|material|content|access|account",
            confidence=0.75,
        ),
        Pattern(
            id="replaces_removed",
            phrase="replace ..2 removed material|content",
            confidence=0.75,
        ),
        Pattern(
            id="may_warn",
            phrase="reserve*|may to? ..2 warn you|user|users",
            confidence=0.75,
        ),
        Pattern(
            id="ended_for_violation",
            phrase="terminate|terminated|discontinued|suspended|suspend ..14 due to|of ..4 violation|breach",
            confidence=0.8,
            without=("you|customer may terminate",),
        ),
        Pattern(
            id="measures_include",
            phrase="measures|actions|remedies may include : *",
            confidence=0.75,
            only=VENDOR,
        ),
        Pattern(
            id="closed_by_vendor",
            phrase="accounts|account|access may be closed|terminated|suspended|disabled|limited",
            confidence=0.8,
        ),
        Pattern(
            id="taken_down",
            phrase="content ..20 has|have been taken|removed down|by|from",
            confidence=0.7,
        ),
    ),
    look_alikes=(
        Pattern(
            id="right_of_customer",
            phrase="you|customer|user|users|organization may|can|might ..2"
            " terminat*|cancel*|close|suspend|delete|disable|remove|deactivat*|limit",
        ),
        Pattern(id="right_of_consumer", phrase="rights|right you|customer may"),
        Pattern(id="statutory_right", phrase="you|customer ..2 have ..6 right"),
        Pattern(id="without_limitation", phrase="without limitation"),
        Pattern(id="reminder_of_right", phrase="your right to"),
        Pattern(id="court", phrase="court|tribunal|arbitrator may"),
        Pattern(id="request_denied", phrase="deny your request"),
        Pattern(id="able_to", phrase="may|might|can be able to"),
        Pattern(id="measures_to_protect", phrase="may use to prevent ..3 restrict"),
    ),
    bound_default=VENDOR,
    crosswalk=("EN-01",),
)
