"""Finds audit reports, certificates and third-party tests that the vendor holds or gives."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="audit_report",
    version=2,
    family=Family.ASSURANCE,
    title="Audit reports and certificates",
    question="Does the vendor hold or provide independent reports of its security?",
    why="A promise of security is worth what an independent auditor could confirm.",
    ask_for=(
        "A current SOC 2 Type II report or ISO 27001 certificate at least once a year, covering the service bought."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(id="soc", phrase="soc 1|2|3|ii|type", confidence=0.95),
        Pattern(
            id="soc2",
            phrase="soc2|ssae|soc1|soc3|pci|fedramp|hitrust|aicpa",
            confidence=0.85,
            without=("payment|financial|cardholder|transaction* ..4 card|data|cards", "you must", "defined by"),
        ),
        Pattern(id="iso", phrase="iso ..2 27001|27017|27018|27701|42001|9001|iec", confidence=0.95),
        Pattern(
            id="report",
            phrase=(
                "audit|auditor|auditors|assessment|penetration|certification ..6 report|reports|"
                "summary|results|certificate|certificates|certifications"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="independent",
            phrase=(
                "independent|party|external|accredited ..6 audit|audits|auditor|auditors|assessment|"
                "assessments|assessor"
            ),
            confidence=0.75,
        ),
        Pattern(
            id="pentest",
            phrase="penetration ..3 test|tests|testing|tester",
            confidence=0.8,
            without=(
                "not ..8 penetration",
                "attempt|circumvent*|compromise|interfer*",
                "without ..8 consent|permission",
            ),
        ),
    ),
    look_alikes=(Pattern(id="tax", phrase="financial|royalty|tax ..3 audit"),),
    reads=(
        Unit.PER_YEAR,
        Unit.MONTHS,
    ),
    crosswalk=("AU-01",),
)
