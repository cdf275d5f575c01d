"""Finds duties for sub-processors, affiliates, end users and other vendors behind the service."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="third_party_flow_down",
    version=4,
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
        Pattern(
            id="breach_by_people",
            phrase="breach|violation ..8 by|of ..8 <people> ..20 breach|violation ..3 by",
            confidence=0.8,
        ),
        Pattern(
            id="one_user",
            phrase=(
                "responsible|liable ..14 actions|acts|compliance|use ..4 end|authorized|authorised|permitted ..1 "
                "user|users"
            ),
            confidence=0.8,
            without=("not ..3 liable|responsible|responsibility", "no|neither|nor", "indemnif*|harmless"),
        ),
        Pattern(
            id="people_observe",
            phrase="procure|cause ..10 <people> ..6 observe|comply",
            confidence=0.8,
        ),
        Pattern(
            id="enforces_with_users",
            phrase=("maintain|enforce|impose ..8 restrictions|terms|obligations|agreement|agreements ..16 <people>"),
            confidence=0.75,
            without=("no|not",),
        ),
        Pattern(
            id="written_with_people",
            phrase="<people> ..6 enter|entered|signed|executed ..6 written agreement|agreements|contract",
            confidence=0.8,
        ),
        Pattern(
            id="agent_agrees",
            phrase=(
                "contract|contracts|agreement|agreements ..8 <people>|agent ..4 agree|agrees ..8 safeguard*|protect*"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="separate_affiliate_order",
            phrase="affiliate* ..20 separate order|agreement|workspace",
            confidence=0.75,
        ),
        Pattern(
            id="authorised_subcontractors",
            phrase="authorization|authorisation|authority ..6 engage|use|appoint ..6 <subprocessor>",
            confidence=0.85,
        ),
        Pattern(
            id="list_of_subcontractors",
            phrase="list ..4 authorized|authorised <subprocessor>",
            confidence=0.85,
        ),
        Pattern(
            id="opt_out_of_one",
            phrase="<subprocessor> ..8 opt - out",
            confidence=0.75,
        ),
        Pattern(
            id="intra_group",
            phrase="intra - group ..3 agreement|agreements",
            confidence=0.75,
        ),
        Pattern(
            id="models_terms",
            phrase="comply|violate|compliance ..8 terms ..6 model|models",
            confidence=0.75,
            without=("indemnif*",),
        ),
        Pattern(
            id="affiliates_bound",
            phrase=(
                "affiliate*|organization|organisation ..25 they|it|affiliate|organization will|shall|are|is "
                "be|bound ..1 bound|by ..3 agreement|terms|contract"
            ),
            confidence=0.75,
        ),
        Pattern(
            id="minor_bound",
            phrase="bind ..3 minor ..3 terms",
            confidence=0.75,
        ),
        Pattern(
            id="within_the_group",
            phrase="transfer|transfers|transferred ..12 within ..3 group",
            confidence=0.7,
        ),
        Pattern(
            id="group_agreements",
            phrase="transfer|transfers|transferred ..25 affiliates ..50 basis ..4 agreements",
            confidence=0.75,
        ),
        Pattern(
            id="others_post",
            phrase="responsible ..14 under your|the account ..10 others",
            confidence=0.75,
        ),
        Pattern(
            id="you_authorized",
            phrase="responsible ..40 use ..5 person|entity ..8 you have authorized|authorised",
            confidence=0.75,
        ),
        Pattern(
            id="subject_to_theirs",
            phrase=(
                "subject ..8 license|licence|terms|agreement|restrictions ..12 <third_party> ..3 "
                "license*|licence*|terms|agreement|provider*|model*"
            ),
            confidence=0.75,
            without=("website*|payment|processor|bank|carrier|wireless|mobile|app|beneficiar*", "indemnif*"),
        ),
        Pattern(
            id="subject_to_provider",
            phrase="subject ..8 terms|agreement|restrictions|commitments ..12 relevant|hosting provider",
            confidence=0.75,
        ),
        Pattern(
            id="bound_by_theirs",
            phrase=(
                "bound|accept|agree ..8 terms|agreement ..20 <third_party> ..2 "
                "service*|provider*|content|api|license*|offering*"
            ),
            confidence=0.75,
            without=("website*|payment|processor|bank|carrier|wireless|mobile|app|beneficiar*", "indemnif*"),
        ),
        Pattern(
            id="accept_to_use",
            phrase="accept ..4 applicable terms ..10 use ..3 <third_party>",
            confidence=0.75,
        ),
        Pattern(
            id="third_terms_apply",
            phrase="<third_party> terms ..40 apply|comply|bound",
            confidence=0.75,
            without=("indemnif*", "not apply"),
        ),
        Pattern(
            id="usage_governed",
            phrase="use|usage is|are governed by ..12 model|api ..3 agreement|terms|license",
            confidence=0.75,
        ),
        Pattern(
            id="adequate_safeguards_abroad",
            phrase="transfer ..20 same level of ..3 protection",
            confidence=0.7,
        ),
        Pattern(
            id="retains_services_of",
            phrase="third ..1 party|parties|vendors ..4 such as ..2 llm providers|provider",
            confidence=0.75,
        ),
        Pattern(
            id="our_contracts_always",
            phrase="third ..10 contracts always|require|prohibit",
            confidence=0.75,
        ),
        Pattern(
            id="train_users",
            phrase=(
                "responsible|ensure|must ..25 training|informing|individuals ..10 users|workspace ..30 "
                "agreement|terms|use"
            ),
            confidence=0.7,
        ),
        Pattern(
            id="suspend_their_user",
            phrase=("suspend|terminate|disable ..4 such|user's|user ..6 account|access ..40 your|its application"),
            confidence=0.7,
            only=Party.CUSTOMER,
        ),
    ),
    look_alikes=(
        Pattern(id="defined", phrase="affiliate|users|processor|subprocessor means|mean"),
        Pattern(id="nobody_liable", phrase="our|its affiliates|agents|contractors ..12 not be liable"),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("AD-05", "DU-06"),
)
