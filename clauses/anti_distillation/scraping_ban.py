"""Finds clauses that forbid scraping, crawling and automated extraction of data or output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
TAKE = "access*|extract*|collect*|gather*|retriev*|scrap*|harvest*|copy*|download*|quer*|generat*|index*|obtain*|monitor*|interact*|captur*|acquir*|compil*|use|using|view"

CHECK = ClauseCheck(
    id="scraping_ban",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Scraping is banned",
    question="Does the contract forbid scraping, crawling or automated extraction?",
    why="Distillation campaigns harvest outputs by machine; without a ban there is nothing to enforce.",
    ask_for="A ban on systematic or automated harvesting of outputs, apart from the documented interface.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="scrape", phrase="scrap*|crawl*|harvest*|spider*|screen-scrap*", polarity=BAN),
        Pattern(id="mine", phrase="data|text - mine|mining", polarity=BAN),
        Pattern(id="mining", phrase="data|text mine|mining|gathering", polarity=BAN),
        Pattern(id="by_robot", phrase=f"{TAKE} ..16 <robot>", polarity=BAN, confidence=0.8),
        Pattern(id="robot_takes", phrase=f"<robot> ..16 {TAKE}", polarity=BAN, confidence=0.8),
        Pattern(id="robots", phrase="robots|bots|spiders|crawlers|scrapers", polarity=BAN, confidence=0.8),
        Pattern(
            id="bulk",
            phrase="extract*|download*|collect*|copy* ..8 bulk|large|systematic*|database|dataset*|mass",
            polarity=BAN,
            confidence=0.75,
        ),
        Pattern(
            id="systematic",
            phrase="systematic*|bulk|mass ..5 extract*|download*|collect*|retriev*|copy*|access*",
            polarity=BAN,
            confidence=0.75,
        ),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-03", "PC-03"),
)
