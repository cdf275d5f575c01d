"""Finds clauses that forbid building a competing product on the service, or benchmarking it."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
VENDOR = Party.VENDOR
MAKE = (
    "develop*|build*|creat*|offer*|train*|design*|produc*|mak*|launch*|market*|provid*|improv*|construct*|"
    "establish*|engag*|facilitat*"
)
THING = (
    "product*|service*|model*|offering*|platform*|software|application*|business|website*|site*|"
    "technolog*|dataset*|database*|solution*|system*|tool*|feature*|functionality"
)

CHECK = ClauseCheck(
    id="competing_product_ban",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Competing products are banned",
    question="Does the contract forbid using the service to build a competing product or to benchmark it?",
    why=(
        "A vendor that lets its customers copy the service gives away what sets it apart; a ban that goes "
        "too far may stop your own products."
    ),
    ask_for="A ban limited to products that compete with the service itself, with evaluation for your own use allowed.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="make_competing", phrase=f"{MAKE} ..16 compet*", polarity=BAN, not_by=VENDOR),
        Pattern(
            id="competing_thing",
            phrase=f"compet* ..4 {THING}|purpose*|analys*",
            polarity=BAN,
            not_by=VENDOR,
            needs=(f"use|using|used|access*|purpose*|{MAKE}",),
            without=("logo|disruptive",),
        ),
        Pattern(id="things_that_compete", phrase=f"{THING} ..4 compet*", polarity=BAN, not_by=VENDOR),
        Pattern(
            id="similar_thing",
            phrase=f"{MAKE} ..8 similar|substitute|alternative|equivalent ..8 {THING}",
            polarity=BAN,
            not_by=VENDOR,
            confidence=0.8,
            without=("or|other|any similar", "information"),
        ),
        Pattern(
            id="same_function",
            phrase=(
                f"{MAKE}|simulat*|mimic*|replicat* ..14 functions|functionality|features|function|"
                "characteristics ..6 similar|same|of"
            ),
            polarity=BAN,
            not_by=VENDOR,
            confidence=0.8,
        ),
        Pattern(id="vendor_competes", phrase="use|using ..16 to compete", polarity=BAN),
        Pattern(id="benchmark", phrase="benchmark*", polarity=BAN, not_by=VENDOR, confidence=0.85),
        Pattern(
            id="competition",
            phrase="compete ..3 with|against|directly|indirectly",
            polarity=BAN,
            not_by=VENDOR,
            confidence=0.85,
        ),
    ),
    look_alikes=(Pattern(id="competent", phrase="competen*"), Pattern(id="unfair", phrase="unfair|anti competi*")),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-01",),
)
