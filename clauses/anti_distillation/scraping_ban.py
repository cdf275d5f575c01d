"""Finds clauses that forbid scraping, crawling and automated extraction of data or output."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
TAKE = (
    "access*|extract*|collect*|gather*|retriev*|scrap*|harvest*|copy|copying|download*|quer*|index*|"
    "obtain*|monitor|monitoring|interact*|"
    "captur*|acquir*|compil*|use|using|view|search|searching|cache|engage|employ|employing|utiliz*|launch"
)
ROBOT = "robot|robots|bot|bots|spider|spiders|crawler|crawlers|scraper|scrapers|script|scripts"
MEANS = (
    "means|system*|process*|tool|tools|software|method*|program*|script*|device*|quer*|agent|agents|"
    "technolog*|manner|activit*"
)

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
        Pattern(
            id="scrape",
            phrase="scrape|scraped|scraping|crawl|crawling|harvest|harvesting|harvested|spider|screen-scrape",
            polarity=BAN,
        ),
        Pattern(id="mine", phrase="data|text|- mine|mining|gathering|mines", polarity=BAN),
        Pattern(id="by_robot", phrase=f"{TAKE} ..16 {ROBOT}", polarity=BAN, confidence=0.85),
        Pattern(id="robot_takes", phrase=f"{ROBOT} ..16 {TAKE}", polarity=BAN, confidence=0.85),
        Pattern(
            id="by_machine", phrase=f"{TAKE} ..16 automat*|programmatic* ..4 {MEANS}", polarity=BAN, confidence=0.85
        ),
        Pattern(
            id="machine_takes", phrase=f"automat*|programmatic* ..4 {MEANS} ..12 {TAKE}", polarity=BAN, confidence=0.85
        ),
        Pattern(
            id="automatic_taking",
            phrase="automat*|programmatic* ..4 extract*|collection|copying|access|quer*|download*|interact*",
            polarity=BAN,
            confidence=0.8,
            without=("decision*",),
        ),
        Pattern(
            id="extract_data",
            phrase="extract|extracting ..6 data|content|output|outputs|information ..4 from",
            polarity=BAN,
            confidence=0.8,
        ),
        Pattern(
            id="bulk",
            phrase="extract*|download*|collect|collecting|copy|copying ..8 bulk|systematic*|dataset*|mass",
            polarity=BAN,
            confidence=0.75,
        ),
        Pattern(
            id="systematic",
            phrase=(
                "systematic*|bulk|mass ..5 extract*|download*|collect|collection|collecting|retriev*|copying|access*"
            ),
            polarity=BAN,
            confidence=0.75,
        ),
    ),
    look_alikes=(Pattern(id="decisions", phrase="automated ..2 decision*|posting"),),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-03", "PC-03"),
)
