"""Finds clauses that forbid reverse engineering the model or the service, or extracting its parts."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
INNER = "source|underlying|weight*|parameter*|algorithm*|architecture|structure|components|hyperparameter*|object"
TAKE = (
    "discover*|deriv*|extract|extracting|extracts|obtain*|determin*|reconstruct*|reveal*|ascertain*|copy*|"
    "replicat*|steal*|exfiltrat*|reproduc*|infer*|uncover*|modify"
)

CHECK = ClauseCheck(
    id="model_extraction_ban",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Model extraction is banned",
    question="Does the contract forbid reverse engineering the service or extracting its models?",
    why="Generic wording leaves room to argue that querying a model until it can be copied is allowed.",
    ask_for="A ban that names model extraction, model stealing and distillation beside reverse engineering.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(id="reverse_engineer", phrase="reverse - engineer*|assembl*|compil*|look", polarity=BAN),
        Pattern(id="reverse_engineer_open", phrase="reverse engineer*|assembl*|compil*", polarity=BAN),
        Pattern(
            id="decompile",
            phrase="decompil*|disassembl*|decipher*|unbundl*|decode",
            polarity=BAN,
            without=("transmissions",),
        ),
        Pattern(id="decompile_hyphen", phrase="de - compil*|assembl*", polarity=BAN),
        Pattern(id="take_inner_parts", phrase=f"{TAKE} ..12 {INNER}", polarity=BAN, confidence=0.85),
        Pattern(
            id="access_source",
            phrase="access|accessing|gain ..6 source|object code",
            polarity=BAN,
            confidence=0.8,
            without=("to compete",),
        ),
        Pattern(
            id="code_copied", phrase="source|html code ..20 copied|reproduced|modified", polarity=BAN, confidence=0.75
        ),
        Pattern(
            id="copy_code",
            phrase="copy|copied|duplicate|reproduce|reuse ..12 html|css|javascript|code",
            polarity=BAN,
            confidence=0.75,
        ),
        Pattern(
            id="extraction_attack",
            phrase="model ..1 extraction|stealing|theft|inversion|distillation|cloning",
            polarity=BAN,
        ),
        Pattern(id="distil", phrase="distil* ..4 model*|output*|data|behavio*", polarity=BAN),
        Pattern(id="bare_distil", phrase="distil|distill|distilling|distillation", polarity=BAN, confidence=0.85),
        Pattern(id="prompts", phrase="system prompt*|instructions", polarity=BAN, confidence=0.7, needs=(TAKE,)),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-02", "MITRE ATLAS AML.T0024.002"),
)
