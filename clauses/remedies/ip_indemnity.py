"""Finds indemnities that cover intellectual-property claims, either way, with conditions and exclusions."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="ip_indemnity",
    version=2,
    family=Family.REMEDIES,
    title="Indemnity for intellectual-property claims",
    question="Who defends and pays when a third party claims infringement?",
    why=("Output may infringe the rights of others; without an indemnity the claim is yours to defend."),
    ask_for=("An indemnity by the vendor that covers outputs as well as the service, with few exclusions."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="listed_claim",
            phrase="indemn*|defend|harmless|claim|claims|infring* ..70 : *",
            confidence=0.85,
            needs=("indemn*|harmless|defend",),
        ),
        Pattern(
            id="listed_exclusion",
            phrase="claim|infringement|infringing ..20 based|arises|arising|relates|results|resulting ..20 : *",
            confidence=0.8,
        ),
        Pattern(
            id="indemnify",
            phrase=(
                "indemnif*|indemnit* ..2 and|or|against|from|you|us|for|by|,|any|our|customer|the|"
                "each|its|hold|obligation*|provider|licensor|party"
            ),
            confidence=0.9,
            without=(
                "in no event ..12 liable",
                "indemnitee|indemnitees ..4 warrants|be",
                "survive",
                "survive|survives|survival",
                "liability|liable ..12 exceed|limited|apply",
                "taxes|tax",
                "late",
            ),
        ),
        Pattern(
            id="indemn",
            phrase=(
                "indemnify|indemnified|indemnification|indemnity|indemnities|indemnifies|"
                "indemnifying|indemnitee|indemnitor"
            ),
            confidence=0.85,
            needs=("shall|will|must|may|agree|agrees|not|is|are|does|apply|applies|if|has|have",),
            without=(
                "liable",
                "in no event",
                "survive|survives|survival",
                "liability|liable ..12 exceed|limited|apply",
                "taxes|tax",
                "late",
            ),
        ),
        Pattern(id="defend", phrase="defend|hold ..10 harmless|claim|claims|against|expense", confidence=0.9),
        Pattern(
            id="infringe_remedy",
            phrase="infring* ..40 procure|replace|modify|refund|substitute|obtain",
            confidence=0.85,
            without=(
                "counter|notification",
                "<not> ..2 copy",
            ),
        ),
        Pattern(
            id="procedure",
            phrase=(
                "control|sole|settle|settlement|defense|defence|claim|claims|notice|cooperat*|"
                "infring*|combination|modification*"
            ),
            confidence=0.8,
            headings=("indemn",),
            without=(
                "without ..4 notice",
                "regardless|vet",
                "exceed|aggregate|warranties|warranty|liable|damages",
            ),
        ),
    ),
    look_alikes=(Pattern(id="limits", phrase="liability|limitation|exclusion ..8 indemnification obligations"),),
    crosswalk=("IP-02",),
)
