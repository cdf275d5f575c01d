"""Finds clauses that forbid training models on the service or its output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="output_training_ban",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Training on output is banned",
    question="Does the contract forbid using the service or its output to train AI models?",
    why="Without a ban a customer of the vendor may lawfully distil the model that you pay for.",
    ask_for="A ban that names training, fine-tuning and distillation, and any model, not only competing ones.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="train_model", phrase="<train> ..8 <model>", polarity=Polarity.BAN),
        Pattern(id="develop_model", phrase="develop*|build*|creat*|improv* ..10 <model>", polarity=Polarity.BAN, needs=("<output>|<service>",)),
    ),
    look_alikes=(Pattern(id="staff", phrase="<train> ..3 staff|personnel|employees"),),
    bound_default=Party.CUSTOMER,
)
