"""Finds duties for sub-processors, affiliates, end users and other vendors behind the service."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="third_party_flow_down",
    version=1,
    family=Family.ASSURANCE,
    title="Duties of third parties",
    question="Are sub-processors, affiliates and model providers bound by the same duties, and who answers for them?",
    why="Data and duties travel to parties you have no contract with.",
    ask_for="A list of sub-processors, notice and objection, the same duties in writing, and full responsibility of the vendor.",
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="subprocessor", phrase="subprocessor*|sub - processor*|subcontractor*|sub - contractor*", confidence=0.85
        ),
        Pattern(
            id="responsible",
            phrase="responsible|liable|responsibility|liability ..14 affiliate*|agents|contractors|users|personnel|representatives|third|subcontract* ..10 acts|omissions|compliance|use|activities|breach|comply|access",
            confidence=0.8,
        ),
        Pattern(
            id="acts",
            phrase="acts|omissions|compliance|use|breach ..8 users|affiliates|agents|contractors|personnel|representatives",
            confidence=0.7,
        ),
        Pattern(
            id="ensure",
            phrase="ensure|ensures|cause|require|requires ..10 users|affiliates|contractors|third parties|personnel|employees|recipients|representatives|agents ..20 comply|compliance|bound|agree|terms|obligations|confidentiality",
            confidence=0.8,
        ),
        Pattern(
            id="upstream",
            phrase="third - party|third party|upstream|provider|partner ..6 terms|policies|licenses|licences|providers ..20 apply|comply|subject|govern*|agree",
            confidence=0.65,
        ),
        Pattern(
            id="bound",
            phrase="agents|contractors|employees|representatives|affiliates|advisors|processors ..20 bound|need to know|obligations|confidentiality",
            confidence=0.8,
        ),
        Pattern(
            id="processors",
            phrase="service providers|processors|vendors ..20 behalf|contractually|bound|required|instructions|agreements",
            confidence=0.65,
        ),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("AD-05", "DU-06"),
)
