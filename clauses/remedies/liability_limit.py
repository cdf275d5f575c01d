"""Finds clauses that limit or exclude liability, and what is carved out of the limit."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="liability_limit",
    version=4,
    family=Family.REMEDIES,
    title="Limits of liability",
    question="Does the contract limit or exclude liability, and for what not?",
    why=(
        "A cap below the harm leaves you with the loss; carve-outs for confidentiality and "
        "intellectual property restore the cover."
    ),
    ask_for=(
        "A cap that fits the risk, with carve-outs for confidentiality, data protection and "
        "the intellectual-property indemnity."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="listed_case",
            phrase="not|neither|nor|no|nothing|never ..24 liable|responsible|liability|responsibility ..70 : *",
            confidence=0.88,
        ),
        Pattern(
            id="total_liability",
            phrase="aggregate|total|maximum|cumulative|entire|overall ..3 liability",
            confidence=0.92,
            without=("indemnify", "insurance"),
        ),
        Pattern(
            id="release_from",
            phrase=(
                "release|releases|discharge|discharges|waive|waives ..24 from|all|any ..8 claims|"
                "liability|demands|damages"
            ),
            confidence=0.8,
            without=("indemnify|indemnification", "class action*", "software|version|press"),
        ),
        Pattern(
            id="rules_on_limits",
            phrase=(
                "limitation|limitations|exclusion|exclusions ..4 liability|liabilities|damages ..16 not "
                "..3 applicable|apply"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="not_liable",
            phrase="not|no|never|neither|nor|nothing ..16 liable|liability|liabilities",
            confidence=0.9,
            without=(
                "acknowledgement|acknowledgment|admission|admits ..8 fault|liability",
                "civil|product liability",
                "affect ..2 liability",
                "rights and liabilities",
            ),
        ),
        Pattern(
            id="not_responsible",
            phrase="not ..4 responsible|responsibility ..2 for|or",
            confidence=0.8,
            without=("not ..3 , is|are", "not ..3 cover", "hold us"),
        ),
        Pattern(
            id="no_responsibility",
            phrase="no responsibility|obligation ..3 for|with|whatsoever",
            confidence=0.75,
            without=("no ..1 obligation to ..2 provide|support",),
        ),
        Pattern(
            id="disclaims",
            phrase=(
                "disclaim|disclaims|exclude|excludes|excluded|limit|limits|limited ..14 liability|"
                "liabilities|liable|damages"
            ),
            confidence=0.9,
        ),
        Pattern(
            id="liability_limited",
            phrase=("liability|liabilities|damages ..24 limited|exceed|excluded|capped|disclaimed|greater|lesser"),
            confidence=0.9,
            without=("indemnify|indemnification|harmless",),
        ),
        Pattern(
            id="damages",
            phrase="indirect|consequential|incidental|punitive|exemplary ..12 damages|loss|losses",
            confidence=0.9,
            without=("indemnify",),
        ),
        Pattern(
            id="lost_profits",
            phrase="loss|lost ..3 profits|revenue|goodwill|business|data ..30 liable|damages|liability",
            confidence=0.85,
        ),
        Pattern(
            id="sole_remedy",
            phrase="sole|only|exclusive ..6 remedy|remedies|recourse|liability",
            confidence=0.85,
            without=(
                "not an exclusive|sole",
                "injunctive",
            ),
        ),
        Pattern(id="release", phrase="release|releases|waive|waives ..12 claims|liability|damages", confidence=0.75),
        Pattern(
            id="time_bar", phrase="claim|action|cause|proceeding ..24 within ..6 year|years|months", confidence=0.75
        ),
        Pattern(id="force_majeure", phrase="failure|delay|delays ..24 beyond ..6 control", confidence=0.8),
        Pattern(
            id="limitation",
            phrase=("limitations|limitation|exclusions|exclusion|cap ..4 liability|damages|section ..20 apply|applies"),
            confidence=0.85,
        ),
        Pattern(
            id="jurisdictions",
            phrase="jurisdictions|states|countries ..12 limitation|limitations|exclusion",
            confidence=0.8,
            without=("implied ..2 warranties|warranty",),
        ),
        Pattern(
            id="section_words",
            phrase="damages|liable|liability|cap|negligence",
            confidence=0.8,
            headings=("limitation of liab", "limitations of liab", "limitation on liab", "limits on liab", "liability"),
            without=("indemnify|indemnification|harmless",),
        ),
        Pattern(
            id="listed_exception",
            phrase="following exceptions|exclusions : *",
            confidence=0.85,
            needs=("liability|liable|damages",),
        ),
        Pattern(
            id="caused_by_a_listed_case",
            phrase=(
                "not|neither|nor|no ..24 liable|liability|responsible ..70 "
                "result|results|resulting|arising|arise from *"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="basis_of_the_bargain",
            phrase="limitations|limitation|exclusions|allocations|allocation ..16 basis|fundamental",
            confidence=0.8,
        ),
        Pattern(
            id="essential_purpose",
            phrase="failure of ..1 essential purpose",
            confidence=0.85,
        ),
        Pattern(
            id="not_our_responsibility",
            phrase="not|nor ..3 our|its responsibility",
            confidence=0.8,
        ),
        Pattern(
            id="assumes_the_risk",
            phrase="assume|assumes|assuming ..2 all ..1 risk|risks",
            confidence=0.7,
        ),
        Pattern(
            id="in_any_way_responsible",
            phrase="not ..16 in any way|manner responsible|liable",
            confidence=0.8,
        ),
        Pattern(
            id="applies_in_aggregate",
            phrase="limitation|limitations|limit ..8 aggregate",
            confidence=0.8,
        ),
        Pattern(
            id="neither_responsible",
            phrase="neither|none|nor ..12 be|is|are ..4 responsible ..2 for",
            confidence=0.8,
        ),
    ),
    reads=(
        Unit.MONEY,
        Unit.MONTHS,
    ),
    crosswalk=("IP-03",),
)
