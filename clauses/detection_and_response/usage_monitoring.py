"""Finds clauses under which the vendor watches, logs or reviews the use of its service."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

VENDOR = Party.VENDOR
USE = (
    "use|usage|access|activity|activities|interactions|traffic|conversations|prompts|app|apps|plugin|account"
    "|accounts|api|content|policies|infrastructure"
)
# Bans on the customer, audits of the vendor and disclaimers speak of the same things from the other side.
OTHER = (
    "not|no ..6 obligation|obligated|duty ..8 monitor*",
    "vulnerability of",
    "audit*|inspection*",
    "robot|spider|scraper|crawler*|scrap*",
    "not ..3 monitor|commit",
    "personnel",
    "means ..3 the",
    "impossible",
    "data breach|incident",
)

CHECK = ClauseCheck(
    id="usage_monitoring",
    version=2,
    family=Family.DETECTION_AND_RESPONSE,
    title="Use is monitored",
    question="Does the vendor monitor, log or review use to detect abuse?",
    why="Distillation runs over many accounts and many prompts; it is seen only by a vendor that looks at usage.",
    ask_for="A duty to monitor for extraction and abuse, with the purpose, the data looked at and who may look at it.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="may_monitor",
            phrase=f"we|may|will|can|right|rights|including ..10 monitor|monitors|track|screen|scan ..12 {USE}"
            "|service|services|violations|abuse|compliance",
            bound=VENDOR,
            without=OTHER,
            confidence=0.8,
        ),
        Pattern(
            id="may_review",
            phrase=f"may|will|can|right|choose ..12 review|inspect|examine|listen ..8 {USE}|code|audio|history",
            bound=VENDOR,
            confidence=0.8,
            without=("you|customer may|can|will review", "warrant*", "changes|access and review", "audit*|inspection*"),
        ),
        Pattern(
            id="is_watched",
            phrase="input*|output*|prompts|conversations|content|use|usage|activity|requests|traffic|chats"
            "|sessions|calls ..12"
            " be|are|is ..2 reviewed|monitored|scanned|screened|recorded|logged",
            without=("not ..3 reviewed|monitored|logged|recorded", "you ..4 reviewed"),
            bound=VENDOR,
        ),
        Pattern(
            id="watch_for_abuse",
            phrase="monitor|monitors|monitored|monitoring|scan|scans|screen|screens ..10"
            " abusive|abuse|misuse|suspicious|patterns|fraud|fraudulent|extraction|malicious|anomal*",
            without=(*OTHER, "security event*"),
            bound=VENDOR,
        ),
        Pattern(
            id="looks_at_use",
            phrase="examine|examines|inspect|inspects|analyse|analyses|analyze|analyzes|review|reviews ..6"
            " traffic|logs|patterns|requests|prompts|usage|conversations|queries|calls|interactions",
            only=VENDOR,
            polarity=Polarity.NOT_BAN,
            without=(*OTHER, "you ..3 review", "change|changes"),
            bound=VENDOR,
            confidence=0.6,
        ),
        Pattern(
            id="spot_abuse",
            phrase="spot|uncover|catch|flag|flags ..4 abuse|misuse|fraud|violations",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="filters_screen",
            phrase="classifier|classifiers|filters|systems|tools|moderation ..3 screen|screens|scan|scans"
            "|check|checks|evaluate ..8"
            " input*|output*|prompts|prompt|content|requests|messages",
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="checks_compliance",
            phrase="check|checks|verify|confirm ..4 customer|you|your|use ..6 comply|complies|compliance|complying",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.7,
        ),
        Pattern(
            id="how_used",
            phrase="collect|collects|gather|gathers|track|record ..8 how ..3 use|uses|used|interact|interacts|access",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="right_to_monitor",
            phrase="right|rights ..8 monitor|investigate",
            only=VENDOR,
            without=(*OTHER, "infringement"),
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="content_looked_at",
            phrase="analyse|analyses|analyze|analyzes|examine|scan|look|looks ..4 content|data|prompts"
            "|conversations|signs|patterns",
            needs=("security|abuse|safety|compliance|misuse|fraud|enforce|distillation|extraction",),
            only=VENDOR,
            polarity=Polarity.NOT_BAN,
            without=OTHER,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="logs_access",
            phrase="log|logs|record|records ..2 all|every ..3 access|requests|calls|activity|queries",
            only=VENDOR,
            without=("personnel", "log in|into"),
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="audit_usage",
            phrase="audit ..4 usage|use",
            only=VENDOR,
            polarity=Polarity.RIGHT,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="records_usage",
            phrase="records|collects|logs|tracks ..4 usage|telemetry",
            only=VENDOR,
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="may_investigate",
            phrase="may|will|right|rights|reserve* ..8 investigat* ..14 violation*|complaint*|misuse|use"
            "|breach*|abuse|fraud*|allegation",
            bound=VENDOR,
            without=("infringement", "data breach"),
        ),
        Pattern(
            id="monitoring_use",
            phrase="monitoring|tracking|surveillance ..6 your|customer|customers|user|users ..4 use|access"
            "|activity|account",
            bound=VENDOR,
            without=(*OTHER, "derived from"),
        ),
        Pattern(
            id="detect_abuse",
            phrase="detect|detects|detecting|detection|identify|identifying|monitor|monitors ..6 abuse|misuse"
            "|anomal*|malicious|unusual|suspicious|irregular|violations|violates|breaches|attempt|spam",
            needs=("we|may|will|is|are|tools|systems|use|automated",),
            without=("you|customer|user must|will|shall|may", "not ..2 monitor"),
            bound=VENDOR,
            confidence=0.75,
        ),
        Pattern(
            id="abuse_monitoring",
            phrase="abuse|misuse|security|safety monitoring",
            bound=VENDOR,
            without=("exception",),
        ),
        Pattern(
            id="purpose_monitoring",
            phrase="monitor|monitoring|detecting|preventing ..1 abuse|misuse",
            bound=VENDOR,
            without=("not ..2 monitor",),
        ),
        Pattern(
            id="usage_data",
            phrase="collect|collects|collecting|gather|track|record|compile|derive|log ..16 usage|telemetry"
            "|diagnostic|technical|resultant ..8 data|information|logs",
            confidence=0.7,
            needs=("<may>|will|shall|uses|right|collects",),
            bound=VENDOR,
            without=("you may not", "provided by you", "share"),
        ),
        Pattern(
            id="data_on_use",
            phrase="collect|collects|record|records|analyze|analyse ..10 data|information|logs|statistics ..8"
            " access|use|usage|performance|interactions",
            needs=("<may>|will|authorizes|right|collects",),
            only=VENDOR,
            bound=VENDOR,
            confidence=0.7,
            without=("you may", "personal data", "cookie*", "train*", "report*"),
        ),
        Pattern(
            id="detect_and_prevent",
            phrase="detect ..6 address|prevent|investigate ..4 fraud|abuse|security|misuse|technical",
            only=VENDOR,
            bound=VENDOR,
        ),
        Pattern(id="in_log_files", phrase="store|stored|keep ..4 in ..2 log|logs", bound=VENDOR),
        Pattern(id="human_processing", phrase="automated ..4 manual ..4 processing", bound=VENDOR, confidence=0.8),
        Pattern(id="session_replay", phrase="session replay|recording", bound=VENDOR),
        Pattern(
            id="inspect_use",
            phrase="inspect|audit|review ..6 usage|use history|records|logs",
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="human_review",
            phrase="automated|manual|human ..4 review|reviewed|reviewers|analysis",
            needs=("data|content|conversations|interactions|prompts|upload",),
            without=("encourag*", "you ..4 review", "without", "output produced"),
            bound=VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="keep_logs_of_use",
            phrase="log|logs|logged|logging ..4 inputs|input|prompts|queries|requests|outputs|user",
            without=("log in|into",),
            bound=VENDOR,
            confidence=0.7,
        ),
        Pattern(id="right_to_do_so", phrase="have the right to do so for", bound=VENDOR, confidence=0.9),
        Pattern(
            id="intrusion_detection",
            phrase="intrusion ..1 detection",
            confidence=0.75,
        ),
        Pattern(
            id="systems_monitored",
            phrase="systems|services are ..1 monitored|logged",
            confidence=0.75,
        ),
        Pattern(
            id="automated_scanning",
            phrase="automated|automatic scanning",
            confidence=0.8,
        ),
        Pattern(
            id="flagged_for_review",
            phrase="flagged for ..3 review",
            confidence=0.85,
        ),
        Pattern(
            id="interactions_watched",
            phrase="monitoring ..1 interactions|conversations|usage|activity",
            confidence=0.8,
        ),
        Pattern(
            id="suspicious_activity_analysed",
            phrase="analysing|analyzing|monitoring|detecting suspicious activity",
            confidence=0.85,
        ),
        Pattern(
            id="scans_infrastructure",
            phrase="scan|scans your|customer|the ..2 infrastructure|content|files|uploads",
            confidence=0.8,
            only=VENDOR,
        ),
        Pattern(
            id="reviewed_for_abuse",
            phrase="evaluation|safety|abuse ..6 policy review",
            confidence=0.8,
        ),
    ),
    bound_default=VENDOR,
    crosswalk=("PC-02", "MITRE ATLAS AML.M0024"),
)
