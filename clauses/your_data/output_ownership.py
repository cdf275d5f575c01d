"""Finds who owns inputs, outputs and customer content; `bound` names the owner."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="output_ownership",
    version=1,
    family=Family.YOUR_DATA,
    title="Ownership of output",
    question="Who owns what you put in and what comes out?",
    why="Without title in the output you may not be able to use, license or protect it.",
    ask_for=(
        "A statement that you own inputs and outputs, and an assignment of whatever rights the vendor has in outputs."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="you_own",
            phrase=(
                "you|customer|customers|user|users|your ..6 own|owns|retain|retains|keep|keeps ..24 "
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|results|"
                "information|rights|ownership|title"
            ),
            bound=Party.CUSTOMER,
            confidence=0.9,
            without=(
                "own expense|cost|risk|use|behalf|discretion|confidential|security",
                "keep ..4 information|secure|confidential|secret|accurate|up",
                "we|company|provider|licensors|suppliers ..3 own|owns|retain|retains",
            ),
        ),
        Pattern(
            id="content_yours",
            phrase=(
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|results|"
                "information ..16 belong|belongs|owned ..4 you|customer|user"
            ),
            bound=Party.CUSTOMER,
            confidence=0.9,
        ),
        Pattern(
            id="content_remains",
            phrase=(
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|results|information ..8 yours"
            ),
            bound=Party.CUSTOMER,
            confidence=0.85,
        ),
        Pattern(id="assign", phrase="assign|assigns ..4 to you|customer|user", bound=Party.CUSTOMER, confidence=0.95),
        Pattern(
            id="both_own",
            phrase=(
                "you|customer|user ..6 own|owns|retain|retains ..24 output|outputs|input|inputs|"
                "content|data|prompts|materials|submissions|results|information|rights|title ..24 we|"
                "provider|company|vendor own|owns|retain|retains"
            ),
            bound=Party.BOTH,
            confidence=0.95,
        ),
        Pattern(
            id="yours_to_own",
            phrase=("remain|remains|are|is ..3 the|sole? owner|property ..12 content|data|output|customer|yours|your"),
            bound=Party.CUSTOMER,
            confidence=0.75,
        ),
        Pattern(
            id="no_claim",
            phrase=(
                "not|no ..6 claim|claims|acquire|assert|own|obtain|obtains ..6 ownership|rights|"
                "title|right|any ..16 output|outputs|input|inputs|content|data|prompts|materials|"
                "submissions|results|information"
            ),
            bound=Party.CUSTOMER,
            confidence=0.8,
        ),
        Pattern(
            id="grant_users",
            phrase=(
                "you|customer|user ..2 grant|grants|license ..4 each|other|user|users|others ..40 "
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|results|"
                "information"
            ),
            bound=Party.CUSTOMER,
            confidence=0.9,
        ),
        Pattern(
            id="grant_purpose",
            phrase=(
                "grant|grants|granting|give ..60 output|outputs|input|inputs|content|data|prompts|"
                "materials|submissions|results|information ..40 to|solely provide|providing|purpose"
            ),
            bound=Party.CUSTOMER,
            confidence=0.88,
            needs=(
                "you|customer",
                "only|solely|necessary|as needed",
            ),
            without=(
                "improve",
                "feedback",
            ),
        ),
        Pattern(
            id="grant",
            phrase=(
                "you|customer|user ..4 grant|grants|granting|give|license|licence ..60 output|"
                "outputs|input|inputs|content|data|prompts|materials|submissions|results|information"
            ),
            bound=Party.VENDOR,
            confidence=0.85,
            without=(
                "retain",
                "feedback",
            ),
        ),
        Pattern(
            id="licence_list",
            phrase=("worldwide|royalty|sublicensable|perpetual|irrevocable ..50 <customer_data>|content|submissions"),
            bound=Party.VENDOR,
            confidence=0.8,
            without=(
                "retain",
                "feedback",
                "we grant",
            ),
        ),
        Pattern(
            id="we_own_data",
            phrase=(
                "own|owns|retain|retains|title ..24 usage|aggregated|aggregate|anonymized|"
                "statistical|deidentified|performance|service data|information|statistics"
            ),
            bound=Party.VENDOR,
            confidence=0.85,
        ),
        Pattern(
            id="section",
            phrase=("own|ownership|owner|rights|title ..20 output|outputs|input|inputs|customer data|content"),
            bound=Party.CUSTOMER,
            confidence=0.75,
            headings=(
                "ownership",
                "your content",
                "output",
                "customer data",
                "input",
            ),
        ),
    ),
    look_alikes=(Pattern(id="feedback", phrase="feedback|suggestions"),),
    bound_default=Party.CUSTOMER,
    crosswalk=("IP-01",),
)
