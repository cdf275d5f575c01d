"""Finds warranties that the vendor built its model lawfully and without unauthorised distillation."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

VENDOR = Party.VENDOR
MODEL = "model|models|system|systems|service|services|technology|algorithms|weights"
LAWFUL = "lawful|lawfully|legally|licensed|authorised|authorized|rights|permission|consent|law|laws|legal"

CHECK = ClauseCheck(
    id="model_provenance_warranty",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Lawful origin of the model is warranted",
    question="Does the vendor warrant that its model was built lawfully, without copying another vendor's model?",
    why=(
        "A model distilled from another vendor's without leave may be enjoined or sanctioned, and your product with it."
    ),
    ask_for=(
        "A warranty of lawful training data and of no unauthorised distillation, with indemnity and notice of claims."
    ),
    applies_to=(DocumentKind.CONTRACT,),
    patterns=(
        Pattern(
            id="no_distillation",
            phrase="distil*|extract* ..16 model|models|output|outputs|third",
            polarity=Polarity.BAN,
            only=VENDOR,
            named=True,
        ),
        Pattern(
            id="not_built_by",
            phrase=f"{MODEL} ..10 not ..4 trained|built|derived|developed|distilled|created",
            not_by=Party.CUSTOMER,
            needs=("warrant*|represent*|confirm*|ensure*|undertake*",),
        ),
        Pattern(
            id="lawful_training_data",
            polarity=Polarity.DUTY,
            phrase=f"<train>|trained|training|developed|built ..14 {LAWFUL}",
            needs=("warrant*|represent*|confirm*|ensure*|undertake*", MODEL),
            only=VENDOR,
            named=True,
            without=("<customer_data>", "staff|personnel"),
            confidence=0.8,
        ),
        Pattern(
            id="lawful_data_trains",
            polarity=Polarity.DUTY,
            phrase=f"{LAWFUL} ..14 train|training|trained",
            needs=("warrant*|represent*|confirm*|ensure*|undertake*", MODEL),
            only=VENDOR,
            named=True,
            without=("<customer_data>", "staff|personnel"),
            confidence=0.8,
        ),
        Pattern(
            id="provenance",
            phrase="provenance|origin ..6 model*|training|weights",
            needs=("warrant*|represent*|confirm*|document*|disclose*|provide*",),
            only=VENDOR,
            confidence=0.8,
        ),
    ),
    bound_default=VENDOR,
    crosswalk=("AD-09",),
)
