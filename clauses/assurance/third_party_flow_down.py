"""Finds duties for sub-processors, affiliates, end users and other vendors behind the service."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="third_party_flow_down",
    version=3,
    family=Family.ASSURANCE,
    title="Duties of third parties",
    question=("Are sub-processors, affiliates and model providers bound by the same duties, and who answers for them?"),
    why="Data and duties travel to parties you have no contract with.",
    ask_for=(
        "A list of sub-processors, notice and objection, the same duties in writing, and "
        "full responsibility of the vendor."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="subprocessor",
            phrase="<subprocessor>",
            confidence=0.85,
            needs=(
                "appoint*|engage*|use|uses|using|notify|notice|inform|object*|liable|responsible|list|"
                "bound|agreement|agreements|contract|contracts|obligation*|authoriz*|authoris*|comply|"
                "impose*|ensure|require*|used|names|listed|engaged|appointed|transfer*|replace*|add|"
                "adding|opt|risk",
            ),
            without=(
                "breach ..6 <subprocessor>",
                "harmless|module|importer|exporter",
                "grant*|assigned|delegated|acting|deletion",
            ),
        ),
        Pattern(
            id="answers_for_acts",
            phrase=(
                "responsible|liable|responsibility|liability ..16 acts|act|omissions|actions|activities|compliance|"
                "conduct|breach*|performance|violation*|misuse|use ..10 <people>"
            ),
            confidence=0.85,
            without=("not ..3 liable|responsible|responsibility", "no|neither|nor", "indemnif*|harmless"),
        ),
        Pattern(
            id="answers_for_people",
            phrase="responsible|liable|responsibility for ..4 <people>",
            confidence=0.8,
            without=(
                "not ..3 liable|responsible|responsibility",
                "no|neither|nor",
                "for ..3 managing|training|notifying|provisioning|interactions|losses|content",
            ),
        ),
        Pattern(
            id="people_comply",
            phrase=(
                "ensure|ensures|ensuring|cause|require|requires|procure|enforce ..12 <people> "
                "..24 comply|complies|compliance|bound|agree|agrees|terms|obligations|confidential*|restrictions|"
                "accordance"
            ),
            confidence=0.8,
            without=("assign|cookies", "law|laws|ethically"),
        ),
        Pattern(
            id="people_bound",
            phrase="<people> ..24 bound|obligations|obligated|obligation ..8 confidential*|protective|similar|same",
            confidence=0.75,
            without=("harmless|indemnify", "no ..3 warranty|liability", "in no event"),
        ),
        Pattern(
            id="people_need_to_know",
            phrase="<people> ..12 need to know ..30 bound|obligations|confidential*",
            confidence=0.7,
        ),
        Pattern(
            id="follow_their_terms",
            phrase=(
                "comply|complying|compliance|accept|bound|violate|violates|violation|accordance|consistent ..6 "
                "<third_party> ..5 <their_terms>"
            ),
            confidence=0.8,
            without=("website*|payment|processor|bank|carrier|wireless|mobile|app|beneficiar*", "indemnif*"),
        ),
        Pattern(
            id="model_terms",
            phrase=(
                "violation|violate|compliance|comply|accordance|subject|consistent ..6 "
                "model|models|provider|licensors ..4 terms|conditions|policies|guidelines|license|licenses|charter"
            ),
            confidence=0.75,
            without=("these ..2 terms", "our terms", "indemnif*", "payment|internet|mobile|wireless|telecom*"),
        ),
        Pattern(
            id="performed_by_others",
            phrase="responsible ..8 performance ..6 third|such parties|party|subcontractors",
            confidence=0.8,
        ),
        Pattern(
            id="processor_list",
            phrase="opt|opt-out|list",
            confidence=0.75,
            headings=("sub-processor", "subprocessor", "sub-processing", "subprocessing", "subcontract"),
            without=("means",),
        ),
        Pattern(
            id="shares_with_vendors",
            phrase=(
                "share|shared|transfer|transfers|disclose|use|uses|engage ..12 third - party|trusted ..4 "
                "vendor*|provider*|parties"
            ),
            confidence=0.6,
            only=Party.VENDOR,
        ),
    ),
    look_alikes=(
        Pattern(id="defined", phrase="affiliate|users|processor|subprocessor means|mean"),
        Pattern(id="nobody_liable", phrase="our|its affiliates|agents|contractors ..12 not be liable"),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("AD-05", "DU-06"),
)
