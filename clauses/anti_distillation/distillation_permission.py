"""PLACEHOLDER to be overwritten by its owner."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="distillation_permission",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Distillation permission",
    question="?",
    why="?",
    ask_for="?",
    applies_to=(DocumentKind.CONTRACT,),
    patterns=(Pattern(id="none", phrase="zzzz"),),
)
