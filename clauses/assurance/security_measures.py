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
    version=4,
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
                "extra",
                "arbitrator",
                "so certain",
                "subset of",
                "sub - processors",
            ),
            not_by=Party.CUSTOMER,
            polarity=Polarity.NOT_BAN,
        ),
        Pattern(
            id="encrypt",
            phrase="encrypt|encrypts|encrypted|encryption|tls|pseudonymization|pseudonymisation",
            confidence=0.8,
            without=(
                "sub - processors",
                "residual|legal obligations, resolve",
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
            without=(
                "evolving",
                "these ..4 terms describe",
                "upon ..2 request",
                *NO_PROMISE,
            ),
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
                "need to access",
                "must have access",
                "terms of this",
                "listen",
                "disclosing|receiving|recipient",
            ),
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="section",
            phrase="is|are|has|have|uses|use|utilizes|maintains|of|the|and|for|to|with|by",
            confidence=0.7,
            without=(
                "may update|change",
                "cannot|guarantee",
                "you|customer ..4 must|should|shall|agree|will|acknowledge",
                "privacy policy",
                "we care",
            ),
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
                "measures|controls|practices|procedures|process|protocols|events|include|including|following|minimum "
                "..12 : *"
            ),
            confidence=0.7,
            needs=("physical|environmental|unauthorized|security|password|passwords|management|screening|logging",),
            not_by=Party.CUSTOMER,
            without=(
                "signature|copyright|infring*|circumvent*|violat*|email",
                "national security",
                "not|prohibited ..3 to :",
                "fair usage",
                "your|you|customer ..4 account",
                "liab*|indemn*|warrant*",
                "not ..2 limited",
                "you|customer must|shall|agree",
            ),
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
                "license|licence|retains|retained|intercept",
                "incident ..2 not",
                "hosted by",
                "talk|vpn|features and functions",
                "only transiently",
                "form and nature",
                "trusted third",
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
            id="restricts_access_to_staff",
            phrase=(
                "restrict|restricts|limit|limits|restricted|limited ..4 access ..10 personnel|employees|staff|persons"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="staff_only_access",
            phrase="personnel|employees|staff may only access",
            confidence=0.8,
        ),
        Pattern(
            id="employees_duty_of_confidence",
            phrase="each employee|person|individual ..10 duty of confidentiality",
            confidence=0.75,
        ),
        Pattern(
            id="any_person_authorised",
            phrase="person|persons|personnel ..14 subject to ..2 duty|obligation* of confidentiality",
            confidence=0.75,
        ),
        Pattern(
            id="staff_for_security",
            phrase=("personnel|employees|staff|workers ..16 oversight|responsib*|required|report ..16 security"),
            confidence=0.7,
            without=("you|customer",),
        ),
        Pattern(
            id="development_lifecycle",
            phrase="software development ..1 lifecycle|life",
            confidence=0.85,
        ),
        Pattern(
            id="monitors_for_breaches",
            phrase="monitor|monitors|monitored ..4 for ..4 security|malicious|breach*|intrus*",
            confidence=0.8,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="in_transit_or_rest",
            phrase="in - transit|at rest",
            confidence=0.8,
        ),
        Pattern(
            id="transit_protection",
            phrase="protect ..6 data in transit",
            confidence=0.8,
        ),
        Pattern(
            id="separated_customers",
            phrase="logically ..1 separated|segregated|isolated",
            confidence=0.85,
        ),
        Pattern(
            id="password_system",
            phrase="password management|policy|complexity|length",
            confidence=0.8,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="locked_workstations",
            phrase="workstations|systems|sessions ..3 lock|locked|log",
            confidence=0.75,
        ),
        Pattern(
            id="guards",
            phrase="on - site security|guard|guards",
            confidence=0.8,
        ),
        Pattern(
            id="assists_with_security",
            phrase="assist ..10 appropriate technical",
            confidence=0.75,
        ),
        Pattern(
            id="answers_for_security",
            phrase="we|vendor|provider|processor is|are responsible for ..2 security",
            confidence=0.75,
        ),
    ),
    look_alikes=(
        Pattern(id="evade", phrase="circumvent|bypass|breach|disable|interfere|probe ..10 security|measures"),
    ),
    crosswalk=("GV-03",),
)
