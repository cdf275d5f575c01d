"""Finds who owns inputs, outputs and customer content; `bound` names the owner."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

# Words that speak of control, belief or a warranty about rights, or of keeping copies, and not of who owns.
NOT_OWNED = (
    "own|owner|owns or|and control|controls|operate",
    "represent|represents|warrant|warrants|affirm",
    "believe|believes|infring*|notice of claimed",
    "retain|keep ..3 copies|copy|backup|backups|control",
    "own expense|cost|risk|use|behalf|discretion",
    "short version",
    "feedback",
)

CHECK = ClauseCheck(
    id="output_ownership",
    version=4,
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
            id="grant_beside_ownership",
            phrase=(
                "however|notwithstanding|while|purpose ..60 grant|grants|granting|give|giving ..40 "
                "license|licence|right|rights|permission"
            ),
            bound=Party.CUSTOMER,
            confidence=0.88,
            needs=(
                "you|customer|user|member",
                "content|data|input|inputs|output|outputs|material|materials|submissions|prompts",
            ),
            without=("feedback", "grants|grant|granted ..2 to? you|customer"),
        ),
        Pattern(
            id="grant_other_users",
            phrase="you|user|customer ..3 give|gives|grant|grants ..3 other users|customers|members",
            bound=Party.CUSTOMER,
            confidence=0.9,
        ),
        Pattern(
            id="you_own",
            phrase=(
                "you|customer|customers|user|users|client|licensee|member ..6 own|owns ..16 "
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|submission|"
                "results|suggestions|files|application|stuff|ip|assets|works|property|material|videos|"
                "creations|images|rights|right"
            ),
            bound=Party.CUSTOMER,
            confidence=0.88,
            without=(*NOT_OWNED, "agree ..10 own", "you|customer and ..2 , ..2 owns"),
        ),
        Pattern(
            id="you_retain",
            phrase=(
                "you|customer|customers|user|users|client|licensee|member ..6 retain|retains|reserve|reserves|keep|"
                "keeps ..8 ownership|title|rights|right|owner ..24 output|outputs|input|inputs|"
                "content|data|prompts|materials|submissions|submission|results|suggestions|files|"
                "application|stuff|ip|assets|works|property|material|videos|creations|images"
            ),
            bound=Party.CUSTOMER,
            confidence=0.85,
            without=(
                *NOT_OWNED,
                "right to|of ..3 access|use|delete|object|request|withdraw|create|refuse|remove|pre",
                "reserve|reserves the right",
                "acknowledge|agree ..14 retain|retains|reserves",
                "you|customer and ..2 , ..2 retains",
            ),
        ),
        Pattern(
            id="retain_all",
            phrase=(
                "retain|retains|reserve|reserves|own|owns ..3 all ..30 your|customer ..3 output|outputs|"
                "input|inputs|content|data|prompts|materials|submissions|submission|results|suggestions|"
                "files|application|stuff|ip|assets|works|property|material|videos|creations|images"
            ),
            bound=Party.CUSTOMER,
            confidence=0.85,
            without=NOT_OWNED,
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
            id="you_do_not_own",
            phrase="you|customer|user do|does|shall|will not own ..16 account|content|data|output|outputs|materials",
            bound=Party.VENDOR,
            confidence=0.95,
        ),
        Pattern(
            id="both_own_listed",
            phrase="you|customer|user own|owns ..30 b ) ..4 own|owns",
            bound=Party.BOTH,
            confidence=0.95,
        ),
        Pattern(
            id="both_reserve",
            phrase=(
                "we|provider|company reserve|reserves|retain|retains ..80 you|customer reserve|reserves|retain|retains"
            ),
            bound=Party.BOTH,
            confidence=0.95,
        ),
        Pattern(
            id="under_the_same_terms",
            phrase="you ..3 license ..4 content|material|materials ..3 under ..3 terms",
            bound=Party.CUSTOMER,
            confidence=0.9,
        ),
        Pattern(
            id="remains_yours", phrase="remain|remains|are|is|stay|stays yours", bound=Party.CUSTOMER, confidence=0.88
        ),
        Pattern(
            id="claims_nothing",
            phrase=(
                "claim|claims|acquire|acquires|obtain|obtains ..3 no|any ..4 ownership|right|rights|title "
                "..14 your|you|customer|user"
            ),
            bound=Party.CUSTOMER,
            confidence=0.88,
            needs=("no|not|n't",),
            without=("feedback",),
        ),
        Pattern(
            id="sole_owner",
            phrase="you|customer|user|licensee remain|remains|are|is the sole? exclusive? owner|owners",
            bound=Party.CUSTOMER,
            confidence=0.88,
            without=NOT_OWNED,
        ),
        Pattern(
            id="your_ownership",
            phrase="your|customer|user ..3 ownership ..3 of|is|in",
            bound=Party.CUSTOMER,
            confidence=0.8,
            without=NOT_OWNED,
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
                "grant|grants|license|licence ..90 solely|only|necessary|needed|required|sole|limited ..12 "
                "provide|providing|provision|purpose|purposes|perform|operate|extent"
            ),
            bound=Party.CUSTOMER,
            confidence=0.87,
            needs=(
                "you|customer|user|member",
                (
                    "output|outputs|input|inputs|content|data|prompts|materials|submissions|submission|"
                    "results|suggestions|files|application|stuff|ip|assets|works|property|material|videos|"
                    "creations|images"
                ),
            ),
            without=(
                "improve|improving|train|training|develop",
                "feedback",
                "search ..1 engines|spiders",
                "grants|grant|granted ..2 to? you|customer",
            ),
        ),
        Pattern(
            id="grant",
            phrase=(
                "you|customer|user|member ..8 grant|grants|granting|license ..60 output|outputs|input|"
                "inputs|content|data|prompts|materials|submissions|submission|results|suggestions|"
                "files|application|stuff|ip|assets|works|property|material|videos|creations|images"
            ),
            bound=Party.VENDOR,
            confidence=0.85,
            without=(
                "retain",
                "feedback",
                "grants|grant|granted ..2 to? you|customer",
                "licenses you grant",
                "license grant ..2 other",
                "license fees",
                "may|shall|will not ..20 license",
                "valid ..6 license",
                "end the license",
                "name|names|logo|logos|trademark|trademarks",
                "obtained a license",
            ),
        ),
        Pattern(
            id="give_licence",
            phrase=(
                "you|customer|user|member ..4 give|gives|giving ..12 license|licence|right|rights ..40 "
                "output|outputs|input|inputs|content|data|prompts|materials|submissions|submission|"
                "results|suggestions|files|application|stuff|ip|assets|works|property|material|videos|"
                "creations|images"
            ),
            bound=Party.VENDOR,
            confidence=0.82,
            without=("feedback",),
        ),
        Pattern(
            id="licence_list",
            phrase="worldwide|royalty|sublicensable|perpetual|irrevocable ..50 <customer_data>|content|submissions",
            bound=Party.VENDOR,
            confidence=0.8,
            without=("retain", "feedback", "we|us grant|grants", "grants|grant|granted ..2 to? you|customer|the"),
        ),
        Pattern(
            id="usage_data_ours",
            phrase=(
                "own|owns|owned|owner|retain|retains|title ..24 usage|aggregated|aggregate|anonymized|anonymised|"
                "statistical|deidentified|performance|telemetry|network|analytics|generated data|information|statistics"
            ),
            bound=Party.VENDOR,
            confidence=0.85,
        ),
        Pattern(
            id="data_owned_by_us",
            phrase=(
                "data|statistics|information|analytics|analyses|insights ..14 owned ..6 by us|vendor|company|provider"
            ),
            bound=Party.VENDOR,
            confidence=0.88,
        ),
        Pattern(
            id="content_owned_by_vendor",
            phrase=(
                "own|owns|retain|retains|reserve ..14 right|rights|title|interest ..14 to ..6 output|outputs|content"
            ),
            bound=Party.VENDOR,
            only=Party.VENDOR,
            named=True,
            confidence=0.8,
            without=("your|customer|user ..3 content|data|output", "reserve|reserves the right to"),
        ),
        Pattern(
            id="not_unique",
            phrase=(
                "output|outputs|responses|suggestions|content ..40 not ..10 customer|your|you ..3 output|content|rights"
            ),
            bound=Party.CUSTOMER,
            confidence=0.7,
            needs=("other users|customers|other ..2 users|customers",),
        ),
    ),
    look_alikes=(
        Pattern(id="feedback", phrase="feedback"),
        Pattern(id="own_thing", phrase="your|its|their|his|her|our|my own"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("IP-01",),
)
