"""Finds clauses that forbid training models on the service or its output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
CUSTOMER = Party.CUSTOMER
# What a vendor promises about the customer's data, or does with it, is another check.
VENDORS_USE = ("our|your models|model|ai", "<customer_data> ..6 used|processed", "fine - tuned model")

CHECK = ClauseCheck(
    id="output_training_ban",
    version=2,
    family=Family.ANTI_DISTILLATION,
    title="Training on output is banned",
    question="Does the contract forbid using the service or its output to train AI models?",
    why="Without a ban a customer of the vendor may lawfully distil the model that you pay for.",
    ask_for="A ban that names training, fine-tuning and distillation, and any model, not only competing ones.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="train_model", phrase="<train> ..12 <ai>", polarity=BAN, only=CUSTOMER, without=VENDORS_USE),
        Pattern(
            id="develop_model",
            phrase="<develop> ..10 <ai>",
            polarity=BAN,
            only=CUSTOMER,
            without=VENDORS_USE,
            confidence=0.85,
        ),
        Pattern(id="ai_training", phrase="<ai> ..6 <train>", polarity=BAN, only=CUSTOMER, without=VENDORS_USE),
        Pattern(id="ai_development", phrase="<ai> ..4 development", polarity=BAN, only=CUSTOMER, without=VENDORS_USE),
        Pattern(
            id="development_of_ai",
            phrase="development|operation|dataset*|input* ..6 <ai>",
            polarity=BAN,
            only=CUSTOMER,
            without=VENDORS_USE,
            confidence=0.8,
        ),
        Pattern(
            id="distil", phrase="distil* ..4 model*|output*|data|content|result*|behavio*", polarity=BAN, only=CUSTOMER
        ),
        Pattern(
            id="bare_distil",
            phrase="distil|distill|distilling|distillation",
            polarity=BAN,
            only=CUSTOMER,
            confidence=0.85,
        ),
        Pattern(
            id="machine_learning_use",
            phrase="machine learning|- ..5 activit*|purpose*|technique*|technolog*|program*",
            polarity=BAN,
            only=CUSTOMER,
            confidence=0.7,
        ),
    ),
    look_alikes=(Pattern(id="staff", phrase="<train> ..3 staff|personnel|employees|people|users"),),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-01", "AD-02", "MITRE ATLAS AML.T0024.002"),
)
