"""Finds duties to notify the other party of a breach, a security incident or unauthorised use."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="incident_notice",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Incidents are notified",
    question="Must a breach, a security incident or unauthorised use be notified, and how soon?",
    why="You can only limit the damage of an incident that you hear of; a number of hours binds, \"promptly\" is open to argument.",
    ask_for="Notice by the vendor within 72 hours of becoming aware, also of misuse or extraction that touches your data.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="notify_incident",
            phrase="notif*|inform*|report*|alert*|tell|contact ..20"
            " breach*|incident*|unauthori?ed|unauthorized|unauthorised|compromise*|misuse|intrusion*|vulnerabilit*",
        ),
        Pattern(
            id="incident_then_notify",
            phrase="breach*|incident*|unauthorized|unauthorised|compromise*|leaked ..40 notify|notifies|inform|alert|report",
        ),
        Pattern(id="notice_of_incident", phrase="notice|notification ..6 breach*|incident*|unauthorized|unauthorised"),
    ),
    reads=(Unit.HOURS, Unit.DAYS, Unit.BUSINESS_DAYS),
    crosswalk=("PC-10",),
)
