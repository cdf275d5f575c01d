"""Finds clauses on anti assignment: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="anti_assignment",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Assignment needs consent",
    question="May a party assign the contract without the other's consent?",
    why="An assignment can move your data and your contract to a company that you did not choose.",
    ask_for="No assignment without your consent, with a right to leave when control changes.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="not_assign",
            phrase=(
                "assign*|transfer*|delegat*|novat* ..40 without|unless|except|absent ..12 consent|approval|permission"
            ),
        ),
        Pattern(id="may_not_assign", phrase="<not>|neither ..12 assign|assigned|assignable|delegate|novate"),
        Pattern(
            id="no_assignment",
            phrase="no|any|purported|attempted ..6 assignment|transfer ..30 void|invalid|effect|valid|consent",
        ),
        Pattern(id="consent_to_assign", phrase="consent|approval ..14 assign*|transfer ..14 agreement|contract|rights"),
        Pattern(
            id="may_assign_if",
            phrase="may assign ..20 agreement|rights ..30 affiliate*|successor*|merger|consent|purchaser|acquirer",
        ),
    ),
    look_alikes=(
        Pattern(id="ip_assign", phrase="hereby assign*"),
        Pattern(id="assignment_of_rights", phrase="assigns to|assigned to ..6 all right"),
        Pattern(id="successors", phrase="successors and ..4 assigns"),
        Pattern(id="tasks", phrase="assign* ..4 personnel|employee*|staff|task*|work|number*|account ..2 manager"),
    ),
)
