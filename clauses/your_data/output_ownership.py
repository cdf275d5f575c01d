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
    version=5,
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
            without=("permission to other",),
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
            without=(
                "you may provide only",
                "own security",
                "licensors",
                *NOT_OWNED,
                "agree ..10 own",
                "you|customer and ..2 , ..2 owns",
            ),
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
            without=(*NOT_OWNED, "services and its content", "some or all"),
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
            without=("similar to yours",),
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
            id="remains_yours",
            phrase="remain|remains|are|is|stay|stays yours",
            bound=Party.CUSTOMER,
            confidence=0.88,
            without=("what is yours",),
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
            without=(*NOT_OWNED, "owner of an|each"),
        ),
        Pattern(
            id="your_ownership",
            phrase="your|customer|user ..3 ownership ..3 of|is|in",
            bound=Party.CUSTOMER,
            confidence=0.8,
            without=(*NOT_OWNED, "nothing|including"),
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
            without=("collaborator",),
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
                "rights you grant us are limited",
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
                "license agreement*",
                "has no right",
                "right to access",
                "marks|logo",
                "permission to allow|the",
                "enable you to grant",
                "license terms",
                "end - user",
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
            without=(
                "api documentation",
                "retain",
                "feedback",
                "we|us grant|grants",
                "grants|grant|granted ..2 to? you|customer|the",
            ),
        ),
        Pattern(
            id="usage_data_ours",
            phrase=(
                "own|owns|owned|owner|retain|retains|title ..24 usage|aggregated|aggregate|anonymized|anonymised|"
                "statistical|deidentified|performance|telemetry|network|analytics|generated data|information|statistics"
            ),
            bound=Party.VENDOR,
            confidence=0.85,
            without=(
                "retain your content",
                "as needed",
                "such usage data",
            ),
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
        Pattern(
            id="similar_for_others",
            phrase="other|others users|customers ..3 may ..3 receive ..2 similar",
            confidence=0.75,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="no_rights_in_like_output",
            phrase="no rights to ..2 any? suggestions|output|outputs|responses ..14 other",
            confidence=0.75,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="does_not_grant_rights_in_content",
            phrase="not grant ..20 rights ..6 customer|your content|data|output",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="by_submitting",
            phrase=(
                "by submitting|posting|uploading|providing|displaying|sharing ..45 grant|grants ..60 "
                "license|licence|right"
            ),
            confidence=0.85,
            bound=Party.VENDOR,
            without=("feedback|suggestions|idea|ideas",),
        ),
        Pattern(
            id="may_use_output",
            phrase="you|customer may ..1 use ..3 output|outputs ..6 any lawful|legal ..1 purpose",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="licence_of_generated",
            phrase="grants|grant you|customer ..30 generated|output ..1 content|outputs|output",
            confidence=0.75,
            bound=Party.VENDOR,
            needs=("license|licence|right",),
            without=("service ..3 solely",),
        ),
        Pattern(
            id="not_right_to_sell",
            phrase="not grant ..3 right to sell|distribute ..2 your content",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="others_may_fork",
            phrase="others|user|users ..8 view|use|viewed|used ..8 fork|forked|remix|copied",
            confidence=0.75,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="vests_with",
            phrase="ownership of ..5 shall|will vest|vests ..2 with|in ..2 user|customer|you",
            confidence=0.9,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="vendor_reserves_output",
            phrase=("company|we|provider reserves|reserve all ..6 interest ..3 to ..4 avatar|output|outputs|models"),
            confidence=0.8,
            bound=Party.VENDOR,
        ),
        Pattern(
            id="resultant_data",
            phrase=(
                "own|owns|retain|retains ..30 resultant|derived|experimental|observations ..3 "
                "data|reports|features|analyses|models"
            ),
            confidence=0.8,
            bound=Party.VENDOR,
            without=("you|customer own|owns|retain|retains",),
        ),
        Pattern(
            id="models_from_traffic",
            phrase="retains all ..6 interest in all models|observations|reports",
            confidence=0.85,
            bound=Party.VENDOR,
        ),
        Pattern(
            id="owned_by_creator",
            phrase="images|works|content ..2 remain owned by ..3 original",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="plan_to_own",
            phrase="to own your|the assets|output|outputs|content|creations",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="not_relinquishing",
            phrase="not relinquish*|giving|losing|transferring ..6 ownership",
            confidence=0.85,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="rights_not_transferred",
            phrase="rights ..3 will|shall not be transferred",
            confidence=0.8,
            bound=Party.CUSTOMER,
        ),
        Pattern(
            id="copyrighted_by_vendor",
            phrase="are ..2 all? copyrighted by",
            confidence=0.75,
            bound=Party.VENDOR,
        ),
        Pattern(
            id="grants_its_data",
            phrase=(
                "customer|you grants|grant ..20 right|license ..30 user|service|permitted ..1 information|data|uses"
            ),
            confidence=0.75,
            bound=Party.VENDOR,
            without=("feedback|logo|trademark*",),
        ),
    ),
    look_alikes=(
        Pattern(id="feedback", phrase="feedback"),
        Pattern(id="own_thing", phrase="your|its|their|his|her|our|my own"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("IP-01",),
)
