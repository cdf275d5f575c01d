"""Finds a written list of uses of the output in training that stay allowed."""

from clauses.model import ClauseCheck, Family, Party, Pattern
from documents.model import DocumentKind

ALLOWED = "may|can|permitted|allowed|except|however|exception"
NARROW = "classifier*|classif*|categoriz*|categoris*|embedding*|evaluat*|retrieval|moderation|organi*"

CHECK = ClauseCheck(
    id="permitted_training_uses",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Allowed training uses are listed",
    question="Does the contract list what you may do with output in training, such as classifiers or evaluation?",
    why="Under a ban without such a list, ordinary work on your own tools may be a breach.",
    ask_for=(
        "A list of allowed uses: own classifiers, embeddings, evaluation, retrieval, and the vendor's own fine-tuning."
    ),
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="classifiers",
            phrase=f"{ALLOWED} ..40 {NARROW}",
            needs=("<output>", "<ai>|<train>"),
            not_by=Party.VENDOR,
            confidence=0.85,
        ),
        Pattern(
            id="vendor_fine_tuning",
            phrase=f"{ALLOWED} ..24 fine|- - tun*|tune|tuning ..16 provided|offered|available|service*|api",
            needs=("model*",),
            not_by=Party.VENDOR,
            confidence=0.8,
        ),
        Pattern(
            id="evaluation_is_fine",
            phrase="evaluation|benchmarking|quality ..16 not ..4 prohibited|restricted|barred|violation",
            needs=("<output>",),
        ),
        Pattern(id="permitted_exception", phrase='permitted exception means|" ..40 <ai>'),
    ),
    look_alikes=(Pattern(id="supervision", phrase="evaluat* ..6 output* ..6 accuracy|appropriate*|human"),),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-04",),
)
