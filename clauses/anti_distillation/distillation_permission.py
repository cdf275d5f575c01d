"""Finds terms that expressly allow training or distilling other models on the output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

FREE = Polarity.RIGHT
CUSTOMER = Party.CUSTOMER
# A list of narrow uses (classifiers, the vendor's own fine-tuning) is another check; so is what a vendor does.
NARROW = (
    "classif*|embedding*|evaluat*|categoriz*",
    "fine - tun* ..8 provided|offered|service*|api",
    "<customer_data> ..8 to",
    "our models|services",
)

CHECK = ClauseCheck(
    id="distillation_permission",
    version=2,
    family=Family.ANTI_DISTILLATION,
    title="Permission to distil",
    question="Do the terms allow anyone to train or distil other models on the output?",
    why=(
        "A vendor that allows distillation in writing has no claim against a competitor who copies the "
        "model that you pay for."
    ),
    ask_for="Strike the permission, or tie it to the vendor's prior written consent.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="may_distil",
            phrase="distil|distill|distilling|distillation",
            polarity=FREE,
            only=CUSTOMER,
            assumed=False,
        ),
        Pattern(
            id="may_train_other",
            phrase="<train>|develop|build|create ..6 other|another|own|any|new|your|third ..6 <ai>",
            polarity=FREE,
            only=CUSTOMER,
            named=True,
            needs=("<output>|distil*",),
            without=NARROW,
            assumed=False,
            confidence=0.8,
        ),
        Pattern(
            id="output_may_train",
            phrase="output|outputs|results|responses ..24 <train> ..8 <ai>",
            polarity=FREE,
            not_by=Party.VENDOR,
            without=NARROW,
            assumed=False,
            confidence=0.8,
        ),
    ),
    look_alikes=(
        Pattern(id="offered", phrase="fine - tun* ..8 api|service|services|interface|provided|provides"),
        Pattern(id="narrow", phrase="classif*|rank*|embedding*|evaluat*|categoriz*|categoris*"),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-11",),
)
