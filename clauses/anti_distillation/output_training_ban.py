"""Finds clauses that forbid training models on the service or its output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
VENDOR = Party.VENDOR
# A vendor's list of its own purposes is another check.
OWN = (
    "instruct",
    "<train>|<develop> ..1 our",
    "if ..4 not want",
    "opt* - out",
    "does not include",
    "not ..2 use ..2 your|children|personal ..3 data|information|content",
)

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
        Pattern(id="train_model", phrase="<train> ..12 <ai>", polarity=BAN, not_by=VENDOR, without=OWN, assumed=False),
        Pattern(
            id="develop_model",
            phrase="<develop> ..10 <ai_thing>",
            polarity=BAN,
            not_by=VENDOR,
            without=OWN,
            assumed=False,
            confidence=0.85,
        ),
        Pattern(id="ai_training", phrase="<ai> ..6 <train>", polarity=BAN, not_by=VENDOR, without=OWN, assumed=False),
        Pattern(
            id="ai_development", phrase="<ai> ..4 development", polarity=BAN, not_by=VENDOR, without=OWN, assumed=False
        ),
        Pattern(
            id="development_of_ai",
            phrase="development|operation|dataset*|input|inputs ..14 artificial|machine intelligence|learning",
            polarity=BAN,
            not_by=VENDOR,
            without=OWN,
            assumed=False,
            confidence=0.8,
        ),
        Pattern(
            id="item_trains",
            phrase=(
                "use|using|utilize|utilise|access|accessing|collect|share|mine|scraping|crawling ..60 "
                "<train>|<develop> ..16 <ai_thing>"
            ),
            polarity=BAN,
            not_by=VENDOR,
            without=OWN,
        ),
        Pattern(
            id="item_for_ai",
            phrase="use|using|utilize|access|accessing|collect ..40 <ai> ..3 <train>|development",
            polarity=BAN,
            not_by=VENDOR,
            without=OWN,
        ),
        Pattern(
            id="output_trains",
            phrase="<output>|models to ..6 <train>",
            polarity=BAN,
            not_by=VENDOR,
            without=OWN,
            confidence=0.85,
        ),
        Pattern(
            id="distil", phrase="distil* ..4 model*|output*|data|content|result*|behavio*", polarity=BAN, not_by=VENDOR
        ),
        Pattern(
            id="bare_distil",
            phrase="distil|distill|distilling|distillation",
            polarity=BAN,
            not_by=VENDOR,
            confidence=0.85,
        ),
        Pattern(
            id="machine_learning_use",
            phrase="machine|- learning|intelligence ..5 activit*|purpose*|technique*|technolog*|program*",
            polarity=BAN,
            not_by=VENDOR,
            confidence=0.7,
            assumed=False,
        ),
    ),
    look_alikes=(
        Pattern(id="staff", phrase="<train> ..3 staff|personnel|employees|people|users"),
        Pattern(id="training_data", phrase="training data of"),
        Pattern(id="made_with_ai", phrase="<develop>|created|generated|modif* ..4 with|by|using ..4 <ai>"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-01", "AD-02", "MITRE ATLAS AML.T0024.002"),
)
