"""Finds bans on eliciting hidden reasoning, system prompts or internal instructions."""

from clauses.model import ClauseCheck, Family, Party, Pattern, Polarity
from documents.model import DocumentKind

BAN = Polarity.BAN
HIDDEN = "reasoning|thought|thoughts|thinking|scratchpad|deliberation"
TAKE = (
    "extract*|elicit*|reveal*|disclos*|obtain*|expos*|harvest*|collect*|discover*|reconstruct*|infer*|"
    "record*|leak*|access*|copy*|exfiltrat*|coerc*|induc*"
)

CHECK = ClauseCheck(
    id="reasoning_extraction_ban",
    version=1,
    family=Family.ANTI_DISTILLATION,
    title="Extracting hidden reasoning is banned",
    question="Does the contract forbid drawing out the model's hidden reasoning or system prompt?",
    why="Reasoning traces teach a copy more than answers do; recent campaigns were reported to aim at them.",
    ask_for="A ban on eliciting or collecting hidden reasoning, chain of thought and system prompts.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY),
    patterns=(
        Pattern(
            id="take_reasoning",
            phrase=f"{TAKE} ..12 {HIDDEN} ..3 trace*|step*|process*|chain*|token*|content|data|output*",
            polarity=BAN,
        ),
        Pattern(
            id="hidden_reasoning",
            phrase=f"hidden|internal|underlying|raw|non-public|undisclosed|private ..3 {HIDDEN}",
            polarity=BAN,
        ),
        Pattern(id="chain_of_thought", phrase="chain|chains - of - thought", polarity=BAN),
        Pattern(id="chain_of_thought_open", phrase="chain|chains of thought", polarity=BAN),
        Pattern(
            id="reasoning_trace", phrase="reasoning|thinking trace*|step*|token*|chain*", polarity=BAN, confidence=0.8
        ),
        Pattern(
            id="system_prompt",
            phrase=f"{TAKE} ..12 system|hidden|internal prompt*|instruction*|message*",
            polarity=BAN,
            confidence=0.85,
        ),
    ),
    bound_default=Party.CUSTOMER,
    crosswalk=("AD-08",),
)
