"""Finds marks that make output, models or data traceable, and bans on hiding where output comes from."""

from clauses.model import ClauseCheck, Family, Pattern, Polarity
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="watermarking",
    version=1,
    family=Family.TRACEABILITY,
    title="Output is traceable",
    question="Are outputs, models or data marked, or is it forbidden to remove marks or pass output off as human work?",
    why="A mark that survives copying is one of the few ways to prove that a model was trained on output.",
    ask_for="Marks on output or on your training data, a ban on removing them, and help in proving misuse.",
    applies_to=(DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.DOCUMENTATION),
    patterns=(
        Pattern(
            id="watermark",
            phrase="watermark*|c2pa|steganogra*",
            confidence=0.95,
            without=("stickers|logos", "licensors"),
        ),
        Pattern(id="fingerprint", phrase="fingerprint* ..8 output*|model*|content|data|generated", confidence=0.9),
        Pattern(id="trackers", phrase="trackers|markers|tags ..10 identify|trace|origin|misuse|detect", confidence=0.8),
        Pattern(
            id="synthesis_mark",
            phrase="synthesis|generated|ai ..3 mark|marks|label|labels|marker|identifier",
            confidence=0.8,
        ),
        Pattern(id="human_generated", phrase="human - generated|made|created|written|authored", confidence=0.95),
        Pattern(id="by_human", phrase="generated|created|written ..4 by ..3 human|humans", confidence=0.9),
        Pattern(
            id="by_person",
            phrase="written|created|authored|generated|made by ..2 person|people|individual",
            needs=("generated|ai|model|models|output*|artificial*",),
            polarity=Polarity.BAN,
        ),
        Pattern(id="pass_off", phrase="pass|passing|present|presenting ..6 as ..6 human|humans", confidence=0.9),
        Pattern(
            id="produced_with_ai",
            phrase="indicate|disclose|state|tell|label|acknowledge|inform ..14"
            " generated|created|produced|made|written ..3 with|by|using|through ai|artificial",
            confidence=0.9,
        ),
        Pattern(
            id="metadata_of_origin",
            phrase="remove|alter|obscure|strip|removing|altering ..12 metadata|credentials|signals|identifiers ..10"
            " output*|generated|provenance|origin|ai",
            confidence=0.8,
        ),
        Pattern(
            id="marks_removed",
            phrase="remove|delete|alter|tamper|obscure|strip|disable ..8 identifier|identifiers|markers|labels"
            "|tags|signals ..12"
            " output*|generated|images|content|ai",
            polarity=Polarity.BAN,
            confidence=0.8,
            without=("copyright|trademark|proprietary",),
        ),
        Pattern(
            id="metadata_says_ai",
            phrase="metadata|signal|signature|identifier ..12 generated|created|origin|provenance ..4 ai"
            "|artificial|synthetic*|by",
            confidence=0.8,
        ),
        Pattern(
            id="output_fingerprinted",
            phrase="output*|content|response*|model|models ..6 fingerprinted|fingerprint",
            confidence=0.9,
        ),
        Pattern(
            id="help_of_ai",
            phrase="help|aid|assistance of ..2 ai|artificial",
            confidence=0.7,
            needs=("state|disclose|indicate|label|acknowledge|inform",),
        ),
        Pattern(
            id="human_work",
            phrase="human work|writing|author|authorship|creation",
            polarity=Polarity.BAN,
            confidence=0.8,
        ),
        Pattern(
            id="hidden_mark",
            phrase="hidden|invisible|inaudible|imperceptible ..2 mark|marks|signal|signals|signature|code|pattern",
        ),
        Pattern(
            id="as_real", phrase="present|presenting|pass|passing ..3 ai ..6 as real|authentic|genuine", confidence=0.8
        ),
        Pattern(
            id="solely_human",
            phrase="entirely|wholly|solely ..4 human*",
            confidence=0.9,
            needs=("output*|content|generated|created",),
        ),
        Pattern(
            id="role_of_ai",
            phrase="misrepresent*|conceal*|disclos*|indicat*|clear|transparent ..8 role|use|involvement"
            "|presence of ..2 ai|artificial|automated",
            confidence=0.6,
        ),
        Pattern(id="role_of_ai_disclosed", phrase="role of ai ..16 disclosed", confidence=0.95),
        Pattern(
            id="interacting_with_ai",
            phrase="interacting|communicating|talking|chatting|speaking with|to ..3 ai|artificial|automated"
            "|bot|chatbot|machine",
            confidence=0.6,
        ),
        Pattern(
            id="is_generated",
            phrase="content|output|outputs|it is|are|was|were ai|artificially|machine ..2 generated",
            confidence=0.9,
            needs=("must|should|not|disclose*|indicat*|label*|represent*|identif*|shall|may|will|mislead*",),
            without=("infring*", "inaccurate"),
        ),
        Pattern(id="disclose_ai", phrase="disclose|indicate|label|inform ..10 ai - generated|assisted", confidence=0.9),
        Pattern(
            id="disclose_created_by_ai",
            phrase="disclose|indicate|inform ..10 using|by|with artificial intelligence|ai",
            confidence=0.9,
            without=("disclose ..6 confidential",),
        ),
        Pattern(
            id="tagged",
            phrase="tag|tagged|mark|marked|flag|label|labels|labeled|labelled|labelling|labeling|watermarked"
            " ..12 ai|synthetic|artificial*",
            needs=("content|output*|image*|video*|audio|media|generated|created|voice*",),
            confidence=0.8,
            without=("train*", "classif*", "personal data"),
        ),
        Pattern(
            id="generated_and_disclosed",
            phrase="ai|synthetic|artificially ..10 disclosed|labeled|labelled|tagged|marked|identified",
            needs=("content|output*|image*|video*|audio|media|generated|created|voice*",),
            confidence=0.8,
            without=("train*",),
        ),
        Pattern(id="provenance", phrase="provenance ..8 information|content|output*", confidence=0.9),
        Pattern(
            id="nature_of_output",
            phrase="mislead*|misrepresent*|deceiv* ..10 nature|source|origin",
            confidence=0.6,
            needs=("output*|content|asset*|generated|work*",),
        ),
    ),
    crosswalk=("PC-09",),
)
