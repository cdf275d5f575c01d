"""Finds clauses on insurance: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="insurance",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Insurance",
    question="Must a party keep insurance?",
    why="A liability clause is worth as much as the money behind it.",
    ask_for="Cyber and professional liability insurance with stated sums, and a certificate.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="maintain",
            phrase="maintain*|carr*|obtain*|procure*|keep*|provide*|purchase*|secure*|hold ..25 insurance|insured",
        ),
        Pattern(id="coverage", phrase="insurance ..20 coverage|limit*|policies|policy|certificate*|per occurrence"),
        Pattern(id="additional_insured", phrase="additional ..2 insured*"),
        Pattern(id="certificate", phrase="certificate* ..6 insurance"),
        Pattern(id="minimum", phrase="insurance ..20 not less than|least|minimum|amount*"),
        Pattern(
            id="insurer", phrase="insurer*|insurance compan*|underwriter*|carrier* ..20 polic*|rating|rated|subrogat*"
        ),
    ),
    look_alikes=(
        Pattern(id="employee_benefit", phrase="health|life|dental|unemployment|title insurance"),
        Pattern(
            id="insurance_business",
            phrase="insurance center|products|agent*|broker*|industry|quotes|leads|agency|compan* that",
        ),
    ),
    reads=(Unit.MONEY,),
)
