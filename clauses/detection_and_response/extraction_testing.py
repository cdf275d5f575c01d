"""Finds promises to test the service against scraping and model extraction."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

VENDOR = Party.VENDOR
ATTACK = "extraction|distillation|scraping|inversion|exfiltration|stealing|theft"

CHECK = ClauseCheck(
    id="extraction_testing",
    version=1,
    family=Family.DETECTION_AND_RESPONSE,
    title="Extraction is tested",
    question="Is the service tested against scraping and model extraction, and how often?",
    why="A defence against copying that nobody tests is a hope; AIUC-1 B004 asks for a test by a third party"
    " every twelve months.",
    ask_for="A test by an independent third party at least once a year, including distributed attacks, with a"
    " summary for customers.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.AUDIT_REPORT, DocumentKind.DOCUMENTATION, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="test_extraction",
            phrase=f"test|tests|tested|testing|simulat*|evaluat*|assess* ..12 {ATTACK}",
            bound=VENDOR,
        ),
        Pattern(
            id="extraction_test",
            phrase=f"{ATTACK} ..8 test|tests|testing|exercise*|assessment*|evaluation*|red",
            bound=VENDOR,
        ),
        Pattern(
            id="red_team",
            phrase="red - team* ..12 model*|ai|safeguard*|misuse|adversarial",
            bound=VENDOR,
            confidence=0.7,
        ),
        Pattern(
            id="red_team_open",
            phrase="red team* ..12 model*|ai|safeguard*|misuse|adversarial",
            bound=VENDOR,
            confidence=0.7,
        ),
    ),
    look_alikes=(
        Pattern(id="probing_by_customer", phrase="probe|scan|test ..4 vulnerabilit*"),
        Pattern(id="data_test", phrase="data extraction ..3 tool*"),
    ),
    bound_default=VENDOR,
    reads=(Unit.PER_YEAR, Unit.MONTHS),
    references=("https://www.aiuc-1.com/security/prevent-ai-endpoint-scraping",),
    crosswalk=("PC-03", "AIUC-1 B004"),
)
