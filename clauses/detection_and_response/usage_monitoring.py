"""Finds clauses under which the vendor watches, logs or reviews the use of its service."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

VENDOR = Party.VENDOR

CHECK = ClauseCheck(
    id="usage_monitoring",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Use is monitored",
    question="Does the vendor monitor, log or review use to detect abuse?",
    why="Distillation runs over many accounts and many prompts; it is seen only by a vendor that looks at usage.",
    ask_for="A duty to monitor for extraction and abuse, with the purpose, the data looked at and who may look at it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="monitor_use",
            phrase="monitor*|investigat*|inspect*|audit|screen|pre|scan* ..10"
            " use|usage|access|activit*|content|service*|account*|violation*|complaint*|compliance|abuse|traffic|data",
            bound=VENDOR,
            without=("no obligation ..6 monitor*", "not obligated ..6 monitor*"),
        ),
        Pattern(id="monitor_right", phrase="right|may|will ..8 monitor|investigate|screen", bound=VENDOR),
        Pattern(id="review_content", phrase="<may>|will ..6 review ..6 content|use|usage|conversation*|prompt*|app|plugin", bound=VENDOR),
        Pattern(id="detect_abuse", phrase="detect*|identif* ..8 abuse|misuse|fraud*|anomal*|violation*|malicious", bound=VENDOR),
        Pattern(
            id="usage_data",
            phrase="collect*|track*|record*|log ..12 usage|telemetry|diagnostic ..3 data|information",
            confidence=0.8,
            bound=VENDOR,
        ),
    ),
    bound_default=VENDOR,
    crosswalk=("PC-02", "MITRE ATLAS AML.M0024"),
)
