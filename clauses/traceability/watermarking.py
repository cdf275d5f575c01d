"""Finds marks that make output, models or data traceable, and bans on hiding where output comes from."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="watermarking",
    version=1,
    family=Family.TRACEABILITY,
    title="Output is traceable",
    question="Are outputs, models or data marked, or is it forbidden to remove marks or pass output off as human work?",
    why="A mark that survives copying is one of the few ways to prove that a model was trained on output.",
    ask_for="Marks on output or on your training data, a ban on removing them, and help in proving misuse.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.DOCUMENTATION),
    patterns=(
        Pattern(id="watermark", phrase="watermark*|fingerprint*|c2pa|steganogra*", confidence=0.95),
        Pattern(id="human_made", phrase="human generated|made|created|written"),
        Pattern(id="human_made_hyphen", phrase="human - generated|made|created|written"),
        Pattern(id="by_human", phrase="generated|created|claim*|represent* ..8 by|solely ..3 human*"),
        Pattern(id="disclose_ai", phrase="disclos*|indicat*|misrepresent*|conceal*|transparent ..14 ai|artificial|automated"),
        Pattern(id="ai_disclosed", phrase="ai|ai-generated ..12 disclos*|label*"),
        Pattern(id="provenance", phrase="provenance ..8 information|content|output*"),
        Pattern(id="source_of_output", phrase="mislead* ..8 nature|source|origin"),
    ),
    crosswalk=("PC-09",),
)
