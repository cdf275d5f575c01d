"""Finds clauses that let the vendor train or improve its models and services on the customer's data."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

FREE = Polarity.NOT_BAN
CUSTOMER = Party.CUSTOMER
VENDOR = Party.VENDOR
USE = (
    "monitor|record|records|grants|granted|derive|create|share|disclose|use|uses|using|used|process|"
    "processed|processes|processing|analyze|analyse|collect|collects|license|licence|right|access|store|"
    "grant|shared"
)
DATA = (
    "activity|interactions|queries|feedback|property|voice|your|data|content|information|input|inputs|"
    "prompt|prompts|output|outputs|submissions|materials|conversations|files|code|images|recordings|"
    "messages|text|queries"
)
TRAIN = "train|training|trained|retrain|retraining"
IMPROVE = "improve|improving|improvement|improvements|enhance|enhancing|develop|developing|development|refine"
THING = (
    "tools|systems|service|services|product|products|model|models|technology|technologies|offering|"
    "offerings|platform|software|algorithm|algorithms|features|website|app|apps|ai"
)
# What is public anyway, what is only referred to, and what somebody does not want.
NOT_HERE = (
    "if ..4 not want",
    "is|are|'s publicly available",
    "publicly available information|data|content|sources|datasets",
    "more information|details",
    "see|learn more",
    "how we|openai",
    "process of training",
    "customer|your ..2 models",
    "compet*",
    "fine - tune ..6 input|data",
    "indemnif*",
    "from the internet",
    "does not include",
    "cease|stop|control|object",
    "rights with",
)

CHECK = ClauseCheck(
    id="customer_data_training_right",
    version=2,
    family=Family.YOUR_DATA,
    title="Right of the vendor to train on your data",
    question="May the vendor use your data to train or improve its models or services?",
    why="What a model has learned cannot be taken back; prompts and files may hold trade secrets.",
    ask_for="Strike the right, or limit it to data that you choose to give for that purpose.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.DPA),
    patterns=(
        Pattern(
            id="use_to_train",
            phrase=f"{USE} ..90 {TRAIN} ..12 <ai>",
            polarity=FREE,
            only=VENDOR,
            named=True,
            assumed=False,
            without=NOT_HERE,
        ),
        Pattern(
            id="for_training",
            phrase=f"{USE} ..60 training ..3 purposes|our|of|models",
            polarity=FREE,
            only=VENDOR,
            named=True,
            assumed=False,
            without=NOT_HERE,
            needs=(DATA,),
            confidence=0.8,
        ),
        Pattern(
            id="used_for_ai_training",
            phrase=f"{USE} ..40 <ai> training",
            polarity=FREE,
            only=VENDOR,
            named=True,
            assumed=False,
            without=NOT_HERE,
            needs=(DATA,),
            confidence=0.8,
        ),
        Pattern(
            id="use_to_improve",
            phrase=f"{USE} ..140 {IMPROVE} ..14 {THING}",
            polarity=FREE,
            only=VENDOR,
            named=True,
            assumed=False,
            needs=(DATA,),
            without=NOT_HERE,
            confidence=0.8,
        ),
        Pattern(
            id="make_improvements",
            phrase=f"{USE} ..40 improvements ..2 to",
            polarity=FREE,
            only=VENDOR,
            named=True,
            assumed=False,
            without=NOT_HERE,
            confidence=0.75,
        ),
        Pattern(
            id="train_our_models",
            phrase="train|training|develop|developing|improve|improving ..10 our|its ..6 <ai_thing>",
            polarity=FREE,
            not_by=CUSTOMER,
            needs=("we|our|us|legitimate|purpose*|<customer_data>|data",),
            without=(*NOT_HERE, "restrict|concerns", "weaknesses"),
            confidence=0.7,
        ),
        Pattern(
            id="purpose",
            phrase="train|training|develop|developing|improve|improving ..16 <ai_thing>|ai",
            polarity=FREE,
            not_by=CUSTOMER,
            without=(*NOT_HERE, "deploy", "training data|dataset", "output"),
            opens=True,
            confidence=0.65,
        ),
        Pattern(
            id="our_models",
            phrase=f"we ..12 {USE} ..60 {TRAIN}|improve|improving ..2 our|its ..4 <ai_thing>",
            polarity=FREE,
            without=NOT_HERE,
            confidence=0.7,
        ),
        Pattern(
            id="de_identified",
            phrase=(
                "identifying|identify|anonymiz*|anonymis*|aggregat* ..24 train|training|improve|improving ..5 "
                "<ai_thing>|products|services"
            ),
            polarity=FREE,
            without=NOT_HERE,
            confidence=0.7,
        ),
        Pattern(
            id="unless_you_opt_out",
            phrase="train|training|improve|improving ..8 <ai_thing> ..16 unless ..8 opt",
            polarity=FREE,
            confidence=0.75,
        ),
        Pattern(
            id="legal_basis",
            phrase="basis|interests ..8 train|training ..6 <ai_thing>|ai",
            polarity=FREE,
            confidence=0.7,
        ),
        Pattern(
            id="connected_with_training",
            phrase="connection with ..4 training of ..4 <ai_thing>",
            polarity=FREE,
            not_by=CUSTOMER,
            without=NOT_HERE,
            confidence=0.65,
        ),
        Pattern(
            id="also_to_improve_models",
            phrase="develop|improve ..30 improve|train ..4 <ai_thing>",
            polarity=FREE,
            not_by=CUSTOMER,
            without=(*NOT_HERE, "deploy", "training data|dataset", "output"),
            opens=True,
            confidence=0.65,
        ),
        Pattern(
            id="you_allow",
            phrase=f"you allow|authorize|authorise|permit ..3 to use ..6 {DATA} ..8 {IMPROVE}|{TRAIN}",
            polarity=FREE,
            without=NOT_HERE,
            confidence=0.7,
        ),
        Pattern(
            id="before_using",
            phrase=f"before using ..3 {DATA} ..6 to train ..4 <ai_thing>|artificial",
            polarity=FREE,
            confidence=0.7,
        ),
        Pattern(
            id="help_us_train",
            phrase="help|helps us train|improve ..6 our ..4 <ai_thing>|chatbot*|assistant*",
            polarity=FREE,
            without=NOT_HERE,
            confidence=0.7,
        ),
        Pattern(
            id="improve_the_algorithms",
            phrase="to improve the|our algorithms|algorithm",
            polarity=FREE,
            not_by=CUSTOMER,
            confidence=0.65,
        ),
        Pattern(
            id="except_listed",
            phrase=(
                "<train> ..16 except|unless|exception ..40 opt|opted|feedback|free|subscription|report|flagged|reported"
            ),
            only=VENDOR,
            confidence=0.7,
        ),
    ),
    look_alikes=(Pattern(id="feedback", phrase="feedback|suggestions ..10 improv*"),),
    bound_default=Party.VENDOR,
    crosswalk=(),
)
