"""Finds clauses on ip assignment: a commercial term, shown and not scored by default."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="ip_assignment",
    version=2,
    family=Family.COMMERCIAL_TERMS,
    title="Ownership of work results moves",
    question="Does ownership of intellectual property move to the other party?",
    why="Work that you pay for, and ideas that you give, can end up as the vendor's.",
    ask_for="Ownership of what is made for you, and no transfer of what you bring.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.ORDER_FORM),
    patterns=(
        Pattern(
            id="hereby_assigns",
            phrase=(
                "hereby|does|shall|will|agree* ..6 irrevocabl*? assign*|convey*|transfer* ..30 right|"
                "rights|title|interest|ownership|copyright*|patent*|invention*|intellectual"
            ),
        ),
        Pattern(id="work_for_hire", phrase="work* ..3 made ..2 for ..2 hire"),
        Pattern(id="work_for_hire2", phrase="work* - made - for - hire|work - for - hire|work for hire"),
        Pattern(
            id="shall_own",
            phrase=(
                "shall|will ..4 exclusively? own ..30 right*|title|interest|invention*|improvement*|work*|"
                "intellectual|modification*|derivative*|develop*"
            ),
            confidence=0.7,
        ),
        Pattern(
            id="property_of", phrase="shall|will be|become|remain ..4 sole|exclusive ..4 property of", confidence=0.7
        ),
        Pattern(
            id="owned_by",
            phrase=(
                "invention*|improvement*|product|deliverables|developments|works|modifications|"
                "derivative* ..20 owned ..6 by"
            ),
            confidence=0.75,
        ),
        Pattern(id="vest", phrase="title|rights|ownership|interest ..12 vest*"),
    ),
    look_alikes=(
        Pattern(id="agreement", phrase="assign* ..4 this agreement"),
        Pattern(id="consent", phrase="assign*|transfer* ..12 without ..8 consent"),
        Pattern(id="contract", phrase="agreement ..12 may|be assigned|assign"),
        Pattern(id="retain", phrase="retain* ..8 right|title|ownership"),
    ),
)
