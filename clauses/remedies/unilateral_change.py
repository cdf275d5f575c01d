"""Finds clauses by which the vendor may change terms, policies, prices or the service by itself."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="unilateral_change",
    version=1,
    family=Family.REMEDIES,
    title="Changes by the vendor alone",
    question="May the vendor change terms, prices or the service without your agreement?",
    why="A protection that can be changed on a web page is only as good as today's page.",
    ask_for=("No change to your harm during the term, written notice of every change, and a right to leave."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="may_change",
            phrase=(
                "<may>|will ..14 change|modify|update|amend|revise|alter|vary|discontinue|increase|"
                "adjust|replace|supplement ..16 terms|agreement|policy|policies|service|services|"
                "features|prices|price|pricing|fees|fee|products|product|functionality|site|platform|"
                "website|documentation|content|models|software|rates|conditions|provisions|"
                "guidelines|it|them|notice|addendum|dpa"
            ),
            confidence=0.85,
            without=(
                "you|customer|they|rights|results may|can|will ..3 change|modify|update|amend|upgrade|vary|discontinue",
                "efforts ..2 update",
                "suspend|terminate|your account|password",
                "in writing",
                "discontinue ..2 use",
            ),
        ),
        Pattern(
            id="we_change",
            phrase=(
                "we|openai|company|provider ..3 change|modify|update|amend|revise|make changes ..12 "
                "terms|agreement|policy|policies|services|service|prices|fees"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="changes",
            phrase=(
                "changes|modifications|amendments|updates|revisions ..3 to|in ..6 terms|agreement|"
                "policy|policies|services|service|fees|prices|pricing|notice|addendum"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="continued",
            phrase=(
                "continued|continue|continuing ..10 use|using|access ..40 accept|acceptance|agree|"
                "agreement|constitutes|bound|consent"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="from_time",
            phrase=("updated|amended|modified|revised|changed|update|amend|modify|revise|change ..8 to|any time"),
            confidence=0.85,
        ),
        Pattern(
            id="time_then",
            phrase="to|any time ..12 update|amend|modify|revise|change|discontinue|post",
            confidence=0.85,
        ),
        Pattern(
            id="reasons",
            phrase=(
                "change|changes|modify|update ..12 terms|services|service|agreement|policy ..20 due|"
                "because|reflect|reasons|following|if"
            ),
            confidence=0.75,
        ),
        Pattern(id="subject_to_change", phrase="subject to ..6 change|changes|modification", confidence=0.85),
        Pattern(
            id="updated_terms",
            phrase=(
                "updated|revised|modified|new|amended ..3 terms|version|agreement|policy ..14 "
                "effective|posted|apply|effect|published"
            ),
            confidence=0.85,
        ),
        Pattern(
            id="discontinue",
            phrase=(
                "<may> ..6 discontinue|withdraw|retire|deprecate ..8 service|services|feature|"
                "features|product|products|functionality"
            ),
            confidence=0.75,
        ),
    ),
    look_alikes=(
        Pattern(id="writing", phrase="not|only ..10 amended|modified|changed ..10 writing|written|signed|agreement"),
        Pattern(id="law", phrase="changes in law"),
    ),
    reads=(Unit.DAYS,),
    crosswalk=("EN-02",),
)
