"""Finds promises about which model and which provider serves a request."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

VENDOR = Party.VENDOR
REQUEST = "request*|prompt*|quer*|input*|traffic|call|calls|workload*"
SENT = (
    "route|routed|routing|forward|forwarded|relay|relayed|redirect|redirected|pass|passed|proxy|proxied|"
    "transmit|transmitted|send|sent"
)

CHECK = ClauseCheck(
    id="model_routing_warranty",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="The serving model is named",
    question="Does the vendor promise which model and which provider serves your requests?",
    why="Requests that are quietly passed to another provider leave your contract, your region and your safeguards.",
    ask_for="The model's name and version, the list of providers, and no forwarding of requests without notice.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.DPA),
    patterns=(
        Pattern(
            id="not_forwarded",
            phrase=f"{SENT} ..10 {REQUEST} ..16 model*|provider*|third|vendor*",
            polarity=Polarity.BAN,
            only=VENDOR,
        ),
        Pattern(
            id="not_be_forwarded",
            phrase=f"{REQUEST} ..10 {SENT} ..12 model*|provider*|third|vendor*",
            polarity=Polarity.BAN,
            not_by=Party.CUSTOMER,
        ),
        Pattern(
            id="served_by",
            phrase=f"{REQUEST} ..10 served|processed|handled|answered ..4 by|with|on ..12 model|models|version",
            not_by=Party.CUSTOMER,
            needs=("must|shall|will|warrant*|only|solely|exclusively",),
            confidence=0.85,
        ),
        Pattern(
            id="no_substitution",
            phrase="substitut*|replac*|swap*|switch* ..8 model|models",
            polarity=Polarity.BAN,
            only=VENDOR,
            named=True,
            confidence=0.85,
        ),
        Pattern(
            id="named_model",
            phrase=(
                "identif*|name|names|disclos*|specif*|list ..10 model|models|version ..12 serve*|process*|"
                "answer*|power*|used"
            ),
            polarity=Polarity.DUTY,
            only=VENDOR,
            named=True,
            confidence=0.8,
        ),
    ),
    bound_default=VENDOR,
    crosswalk=("AD-10",),
)
