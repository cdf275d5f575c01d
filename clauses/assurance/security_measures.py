"""Finds technical and organisational security that the vendor commits to."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

# Words that speak of attacks, annexes, help, audits or the customer's own side, and promise no measure.
NO_PROMISE = (
    "attempt ..3 probe|breach|circumvent",
    "annex|schedule|appendix ..8 is|as|serves|described",
    "provide|shall assist|assistance",
    "audit|audits|inspections ..10 evaluated|right",
    "does not include|cover",
    "not subject to",
    "your|customer ..3 responsib*",
    "your|user system|device|browser|access|content",
)

CHECK = ClauseCheck(
    id="security_measures",
    version=3,
    family=Family.ASSURANCE,
    title="Security measures",
    question="Does the vendor commit to technical and organisational security?",
    why=(
        "Your data are as safe as the measures behind the service; a named measure can be "
        "checked, a general word cannot."
    ),
    ask_for=(
        "Named measures: encryption in transit and at rest, access control, tested back-ups, "
        "trained staff under confidentiality."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="measures",
            phrase=(
                "technical|administrative|organizational|organisational|physical|security|"
                "appropriate|reasonable|industry ..6 measures|safeguards|controls|safeguard|"
                "precautions|protections|procedures"
            ),
            confidence=0.8,
            without=(
                *NO_PROMISE,
                "circumvent|bypass|interfere|disable|defeat|cannot|guarantee",
                "you|customer ..4 must|should|shall|agree|responsible|will",
                "receiving|receives|recipient",
                "take ..2 measures",
                "legal|corrective",
                "learn more",
                "critical applications",
                "schedule|annex ..14 serves",
                "sensitive data transferred",
                "beta",
            ),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="encrypt",
            phrase="encrypt|encrypts|encrypted|encryption|tls|pseudonymization|pseudonymisation",
            confidence=0.8,
            without=(
                *NO_PROMISE,
                "you must|decrypt",
                "browser",
            ),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="programme",
            phrase="security program|programme|policies|standards|practices|team",
            confidence=0.75,
            without=(*NO_PROMISE,),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="access", phrase="access control|controls|restrictions", confidence=0.7, without=("circumvent|bypass",)
        ),
        Pattern(
            id="personnel",
            phrase="personnel|persons|employees|staff ..24 confidentiality|confidential|training",
            confidence=0.7,
            without=(
                "need to know",
                "listen",
                "disclosing|receiving|recipient",
            ),
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="section",
            phrase="is|are|has|have|uses|use|utilizes|maintains|of|the|and|for|to|with|by",
            confidence=0.7,
            headings=(
                "security measures",
                "technical and organi",
                "security practices",
                "security controls",
                "data security",
                "security program",
            ),
        ),
        Pattern(
            id="listed_measure",
            phrase=(
                "measures|controls|practices|procedures|access|events ..10 "
                "include|includes|including|following|minimum ..30 *"
            ),
            confidence=0.7,
            needs=("physical|environmental|unauthorized|security|password|passwords|management",),
            not_by=Party.CUSTOMER,
            without=("your|you|customer ..4 account", "liab*|indemn*|warrant*", "not ..2 limited"),
        ),
        Pattern(
            id="designed_to_protect",
            phrase="procedures|measures|safeguards|controls designed to ..2 protect|safeguard|secure|keep",
            confidence=0.85,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="technique",
            phrase="<security_technique>",
            confidence=0.78,
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
            without=(
                "you|your|user|customer ..4 password*|responsible|must|shall|account",
                "introduce|transmit|upload|distribute|contain|create|probe|attempt|virus|viruses|malicious",
                "not ..4 liable|warrant*|guarantee*|responsible",
                "report ..6 bug|vulnerabilities",
                "malware",
                "disclosure guidelines|policy",
            ),
        ),
        Pattern(
            id="controls",
            phrase=(
                "authentication|firewall|firewalls|vulnerability|vulnerabilities|multi|intrusion|"
                "hashed|backups|backup|least|antivirus ..4 factor|privilege|scan*|test*|detection|"
                "management|password*|daily|system*|remediated"
            ),
            confidence=0.7,
            without=(
                *NO_PROMISE,
                "probe|circumvent|bypass|you must|may not",
            ),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="secure",
            phrase=("we|vendor|provider|processor ..6 protect|secure|safeguard ..10 data|information|content"),
            confidence=0.7,
            without=(*NO_PROMISE,),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
    ),
    look_alikes=(
        Pattern(id="evade", phrase="circumvent|bypass|breach|disable|interfere|probe ..10 security|measures"),
    ),
    crosswalk=("GV-03",),
)
