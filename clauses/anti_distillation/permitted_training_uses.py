"""PLACEHOLDER to be overwritten by its owner."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="permitted_training_uses",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Permitted training uses",
    question="?",
    why="?",
    ask_for="?",
    applies_to=(DocumentKind.CONTRACT,),
    patterns=(Pattern(id="none", phrase="zzzz"),),
)
