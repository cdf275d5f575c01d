"""Finds promises to keep logs and make them available after suspected misuse."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR

CHECK = ClauseCheck(
    id="log_preservation",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Logs are preserved",
    question="Are logs kept and made available when misuse is suspected?",
    why="Whether a model was copied is proved or refuted from the request logs; a log that is gone proves nothing.",
    ask_for="Request logs kept for a stated time, preserved from the day misuse is suspected, and shown to you"
    " on request.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA, DocumentKind.POLICY, DocumentKind.AUDIT_REPORT),
    patterns=(
        Pattern(id="keep_logs", phrase="preserv*|retain*|maintain*|keep|archiv* ..8 log|logs|telemetry", bound=VENDOR),
        Pattern(
            id="logs_kept", phrase="logs|telemetry ..10 preserv*|retain*|kept|archiv*|maintained|stored", bound=VENDOR
        ),
        Pattern(
            id="request_records",
            phrase="keep|keeps|retain|retains|maintain|maintains|preserve ..3 records of ..3 requests|queries"
            "|calls|usage|access",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(id="log_data_kept", phrase="log data|files|records ..12 preserv*|retain*|kept|archiv*", bound=VENDOR),
        Pattern(id="audit_trail", phrase="maintain*|keep*|preserv* ..6 audit trail*", bound=VENDOR, confidence=0.8),
        Pattern(
            id="logs_on_request",
            phrase="provid*|make|give|disclos*|share ..8 log|logs|telemetry ..12 request|investigat*|incident*"
            "|misuse|breach*",
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="preserve_evidence",
            phrase="preserv* ..6 evidence|records|data ..12 incident*|misuse|investigat*|litigation"
            "|unauthorized|unauthorised",
            bound=VENDOR,
            confidence=0.8,
        ),
    ),
    look_alikes=(
        Pattern(id="log_in_hyphen", phrase="log - in|ins|on"),
        Pattern(id="log_in", phrase="log in|out|off|on|into"),
    ),
    bound_default=VENDOR,
    reads=(Unit.DAYS, Unit.MONTHS, Unit.YEARS),
    crosswalk=("PC-05", "GV-03", "MITRE ATLAS AML.M0024"),
)
