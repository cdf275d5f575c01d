"""Finds duties for sub-processors, affiliates, end users and other vendors behind the service."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="third_party_flow_down",
    version=1,
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
                (
                    "appoint*|engage*|use|uses|using|notify|notice|inform|object*|liable|responsible|list|"
                    "bound|agreement|agreements|contract|contracts|obligation*|authoriz*|authoris*|comply|"
                    "impose*|ensure|require*|used|names|listed|engaged|appointed|transfer*|replace*|add|"
                    "adding|opt"
                ),
            ),
            without=(
                "breach ..6 <subprocessor>",
                "harmless",
                "module",
                "importer|exporter",
            ),
        ),
        Pattern(
            id="responsible",
            phrase="responsible|liable|responsibility ..14 <answerable_for>",
            confidence=0.85,
            without=(
                "not ..3 liable|responsible|responsibility",
                "no|neither|nor",
            ),
        ),
        Pattern(id="acts", phrase="acts|omissions|compliance ..8 <answerable_for>|users", confidence=0.75),
        Pattern(
            id="ensure",
            phrase=(
                "ensure|ensures|ensuring|cause|require|requires|procure ..10 <answerable_for>|users|"
                "employees|recipients ..20 comply|complies|bound|agree|terms|obligations|"
                "confidentiality"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="upstream_terms",
            phrase=(
                "third party|- party|parties|provider|providers ..6 terms|policies|licenses|licences "
                "..20 apply|applies|comply|subject|govern*|agree"
            ),
            confidence=0.65,
            without=("purchase|website|websites",),
        ),
        Pattern(
            id="bound",
            phrase=(
                "agents|contractors|employees|representatives|affiliates|advisors|processors|"
                "personnel ..24 bound|obligations|confidentiality|know"
            ),
            confidence=0.75,
            without=(
                "harmless",
                "indemnify",
                "no ..3 warranty|liability",
                "in no event",
            ),
        ),
        Pattern(
            id="processor_list",
            phrase="opt|customer|list",
            confidence=0.75,
            headings=("sub-processor", "subprocessor", "sub-processing", "subprocessing", "subcontract"),
            without=("means",),
        ),
        Pattern(
            id="model_terms",
            phrase=(
                "terms|policies|license|licence|licenses|agreement|guidelines ..6 of|for|from|by ..6 "
                "model|models|provider|providers|licensor|licensors"
            ),
            confidence=0.75,
            needs=("comply|compliance|violat*|accordance|agree|subject|apply|applies|accept|govern*|follow|following",),
            without=("credit|payment|internet|identity provider",),
        ),
        Pattern(
            id="their_breach_is_yours",
            phrase="breach|violation|acts|omissions|use ..14 by ..14 <answerable_for>|users|person|anyone",
            confidence=0.75,
            needs=("responsible|liable|deemed|considered|breach by|be",),
            without=("indemnif*|harmless", "not ..3 liable|responsible"),
        ),
        Pattern(
            id="users_must",
            phrase=(
                "ensure|ensuring|procure|enforce|supervise ..14 users|individuals|agents|employees|persons|"
                "contractors|affiliates|anyone"
            ),
            confidence=0.8,
            needs=(
                "comply|compliance|compliant|observe|bound|agree*|restrictions|terms|provisions|confidentiality|use",
            ),
        ),
        Pattern(
            id="processors",
            phrase=("service providers|provider|processors ..20 behalf|contractually|bound|instructions|agreements"),
            confidence=0.65,
        ),
    ),
    look_alikes=(
        Pattern(id="defined", phrase="affiliate|users|processor|subprocessor means|mean"),
        Pattern(id="nobody_liable", phrase="our|its affiliates|agents|contractors ..12 not be liable"),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("AD-05", "DU-06"),
)
