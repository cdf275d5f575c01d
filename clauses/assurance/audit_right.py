"""Finds rights to audit, inspect or demand records."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="audit_right",
    version=3,
    family=Family.ASSURANCE,
    title="Right to audit",
    question="May you, a regulator or the vendor audit or demand proof?",
    why=("A right to look is needed once a report leaves a question open or a breach is suspected."),
    ask_for=("An audit on reasonable notice, yearly and after an incident, by you or an independent auditor."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="audit",
            phrase=(
                "audit|audits|audited|inspect|inspections|inspection ..30 customer|compliance|"
                "records|notice|you|books|request|premises|usage|obligations|right"
            ),
            confidence=0.8,
            without=(
                "soc",
                "cap",
            ),
        ),
        Pattern(
            id="right", phrase="right|allow|permit|may|contribute ..8 audit|audits|inspect|inspections", confidence=0.85
        ),
        Pattern(
            id="records",
            phrase=(
                "provide|furnish|supply|make available|demand|request ..10 records|evidence|"
                "certification|proof|verification|information ..14 compliance|comply|demonstrate"
            ),
            confidence=0.75,
        ),
        Pattern(
            id="verify_compliance",
            phrase="verify|verifying|demonstrate|certify|confirm ..8 compliance|comply",
            confidence=0.75,
            needs=("request|requested|requests|assist|provide|provides|providing|cooperate",),
            without=("eligib*|payment|identity", "law enforcement"),
        ),
        Pattern(
            id="questionnaire",
            phrase="complete|answer|respond ..6 security questionnaire|questionnaires",
            confidence=0.8,
        ),
        Pattern(id="heading", phrase="audit|audits|inspection|auditor", confidence=0.8, headings=("audit",)),
    ),
    look_alikes=(Pattern(id="logs", phrase="audit log|logs|trail|logging"),),
    reads=(
        Unit.DAYS,
        Unit.PER_YEAR,
    ),
    crosswalk=("AU-11",),
)
