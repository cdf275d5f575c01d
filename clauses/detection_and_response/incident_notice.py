"""Finds duties to notify the other party of a breach, a security incident or unauthorised use."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

NOTIFY = "notify|notifies|notifying|notification|inform|informing|report|alert|tell|contact|communicate|notice"
INCIDENT = (
    "incident|incidents|unauthorized|unauthorised|compromise|compromised|misuse|intrusion*"
    "|vulnerabilit*|leaked|stolen|hacked|lost|loss"
)
# Breach of contract and notices of infringement are other things.
OTHER = (
    "cure*|curing|remedy|remedied",
    "terminate this",
    "infring*|copyright",
    "law enforcement",
    "independently developed",
    "failure to",
)

CHECK = ClauseCheck(
    id="incident_notice",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Incidents are notified",
    question="Must a breach, a security incident or unauthorised use be notified, and how soon?",
    why='You can only limit the damage of an incident that you hear of; a number of hours binds, "promptly" is'
    " open to argument.",
    ask_for="Notice by the vendor within 72 hours of becoming aware, also of misuse or extraction that touches"
    " your data.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="notify_incident",
            phrase=f"{NOTIFY} ..24 {INCIDENT}",
            needs=("<must>|should|shall|may|required|responsible|prompt*|immediately|away|us|please",),
            without=OTHER,
        ),
        Pattern(
            id="notify_breach",
            phrase=f"{NOTIFY} ..20 breach|breaches",
            needs=(
                "security|data|personal|privacy|confidentiality|information|account|password|api|system*"
                "|affected|supervisory",
            ),
            without=OTHER,
        ),
        Pattern(
            id="incident_then_notify",
            phrase="incident|incidents|unauthorized|unauthorised|compromised|leaked|misuse|stolen|hacked"
            "|vulnerabilit* ..50"
            " notify|notifies|inform|alert|report|notification|contact|tell",
            without=OTHER,
            confidence=0.8,
        ),
        Pattern(
            id="breach_then_notify",
            phrase="data|security|privacy breach|breaches ..50 notify|notifies|inform|alert|notification|communicate",
            without=OTHER,
        ),
        Pattern(
            id="suspected_breach",
            phrase="suspect*|actual|aware ..4 breach|violation|violations ..50 notify|contact|report",
            without=OTHER,
        ),
        Pattern(
            id="let_us_know",
            phrase="let us|you know ..20 breach|incident|unauthorized|unauthorised|compromised|misuse|stolen|hacked",
        ),
        Pattern(
            id="what_notice_says",
            phrase="notification|notice|report ..4 describe|include|contain|state ..20 breach|incident",
            without=(*OTHER, "infringe*"),
        ),
        Pattern(
            id="if_you_suspect",
            phrase="email|write|call ..12 if you suspect|believe|discover|learn ..14"
            " hacked|compromised|stolen|unauthorized|unauthorised|breach",
        ),
        Pattern(
            id="breach_notification",
            phrase="breach|incident notification|notifications|reporting|notice",
            without=("training",),
        ),
        Pattern(
            id="used_without_permission",
            phrase="notify|tell|contact|inform|report ..20 account|password|credentials ..10 without ..3"
            " permission|authorization|authorisation|consent|knowledge",
        ),
        Pattern(
            id="secret_disclosed",
            phrase="notify|tell|inform|report|contact ..24 password|passwords|credentials|keys|account ..6"
            " disclosed|stolen|lost|compromised|hacked|leaked",
        ),
        Pattern(
            id="provide_information",
            phrase="provide|provides|give|share|supply ..4 information|details|updates|report ..6 security"
            "|data ..1 incident|breach",
            without=("customer ..2 request",),
        ),
        Pattern(id="no_longer_secure", phrase="longer secure ..10 notify|contact|inform"),
        Pattern(
            id="content_of_notice",
            phrase="personal data breach ..12 *",
            confidence=0.7,
            needs=(NOTIFY + "|consequences|mitigate|cooperat*",),
            without=("means", "article", "security measures"),
        ),
    ),
    look_alikes=(
        Pattern(id="information_security", phrase="information security"),
        Pattern(id="scanning", phrase="vulnerability scan*|testing|test|management"),
    ),
    reads=(Unit.HOURS, Unit.DAYS, Unit.BUSINESS_DAYS),
    crosswalk=("PC-10",),
)
