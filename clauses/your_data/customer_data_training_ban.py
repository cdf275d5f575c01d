"""Finds clauses by which the vendor keeps from training on the customer's data, or lets the customer opt out."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
CUSTOMER = Party.CUSTOMER
VENDOR = Party.VENDOR
DATA = (
    "data|content|contents|repository|property|chats|context|information|input|inputs|prompt|prompts|"
    "output|outputs|submissions|materials|conversations|files|code|images|recordings|emails|messages"
)
# A choice that does not stand, or another kind of choice.
NO_CHOICE = ("email|newsletter|marketing|arbitration|class", "preferences ..20 not")

CHECK = ClauseCheck(
    id="customer_data_training_ban",
    version=1,
    family=Family.YOUR_DATA,
    title="Your data are not used for training",
    question="Does the vendor promise not to train models on your data?",
    why="What a model has learned cannot be taken back; prompts and files may hold trade secrets.",
    ask_for=(
        "A promise without exceptions that inputs, outputs and files never train any model, the vendor's "
        "or a third party's."
    ),
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.DPA),
    patterns=(
        Pattern(id="not_train", phrase="<train> ..14 <ai>", polarity=BAN, only=VENDOR, named=True),
        Pattern(
            id="not_develop",
            phrase="<develop> ..10 <ai_thing>",
            polarity=BAN,
            only=VENDOR,
            named=True,
            needs=(DATA,),
            confidence=0.85,
        ),
        Pattern(
            id="no_training",
            phrase=f"{DATA} ..24 training|train",
            polarity=BAN,
            only=VENDOR,
            named=True,
            without=("staff|personnel|employees",),
            confidence=0.85,
        ),
        Pattern(
            id="not_for_training",
            phrase="use|uses|used|transfer|share ..16 training ..2 purposes|models",
            polarity=BAN,
            only=VENDOR,
            named=True,
            confidence=0.85,
        ),
        Pattern(
            id="not_improve",
            phrase=f"use|used|process|access ..10 {DATA} ..12 develop|improve|improving|enhance",
            polarity=BAN,
            only=VENDOR,
            named=True,
            confidence=0.8,
        ),
        Pattern(
            id="opt_out",
            bound=VENDOR,
            phrase="opt|opted|opting out|- ..24 <train>|models",
            confidence=0.85,
            without=NO_CHOICE,
        ),
        Pattern(
            id="training_opt_out",
            bound=VENDOR,
            phrase="<train> ..30 opt|opted|opting out|-",
            confidence=0.85,
            without=NO_CHOICE,
        ),
        Pattern(
            id="improve_opt_out",
            bound=VENDOR,
            phrase="improve|improving|improvement ..4 service|services|models|products|service ..40 opt|opted out|-",
            confidence=0.75,
        ),
        Pattern(
            id="opt_out_of_improving",
            bound=VENDOR,
            phrase="opt|opted|opting out|- ..24 improve|improving|improvement ..4 service|services|models|products",
            confidence=0.75,
        ),
        Pattern(
            id="choice",
            bound=VENDOR,
            phrase=(
                "choose|decide|select|control|controls|setting|settings|object|disable|instruct|toggle|"
                "limits ..30 <train>"
            ),
            confidence=0.75,
            needs=(DATA,),
            without=("grant", "reported", "not control", "instruct that we may"),
        ),
        Pattern(
            id="object_to_improving",
            bound=VENDOR,
            phrase="object|refrain|instruct ..24 improv*|develop",
            confidence=0.75,
            needs=("object|refrain|not", DATA),
        ),
        Pattern(
            id="unless_allowed",
            bound=VENDOR,
            phrase="unless|if you|customer ..4 allow|opt|opted|agree|consent|choose ..16 <train>|improve",
            confidence=0.75,
        ),
        Pattern(
            id="use_except",
            phrase=f"use|access ..12 {DATA}|model|agent ..12 except|other ..6 provide|maintain|perform",
            polarity=BAN,
            only=VENDOR,
            named=True,
            confidence=0.75,
        ),
        Pattern(
            id="no_other_use",
            phrase=f"{DATA} ..4 for any other purpose",
            polarity=BAN,
            only=VENDOR,
            named=True,
            confidence=0.75,
        ),
    ),
    bound_default=Party.VENDOR,
    crosswalk=(),
)
