"""Finds duties of confidence, their exceptions and compelled disclosure."""

from clauses.model import ClauseCheck, Family, Pattern, Polarity, Unit
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="confidentiality",
    version=4,
    family=Family.YOUR_DATA,
    title="Confidentiality",
    question="Must what you disclose be kept confidential and used only for the contract?",
    why=(
        "Prompts, files and results may hold trade secrets; a duty of confidence keeps them "
        "from being used or passed on."
    ),
    ask_for=(
        "A mutual duty that covers prompts and outputs, limits use, names few exceptions, "
        "and lasts beyond the contract."
    ),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="no_disclosure",
            phrase=(
                "<not> ..4 disclose|share|publish|release|distribute ..24 <customer_data>|data|agent|"
                "audio|stuff|information|inputs ..24 third|others|anyone|parties|except|without|unless"
            ),
            confidence=0.78,
            polarity=Polarity.BAN,
            without=(
                "copyrighted",
                "in breach of",
                "usage data",
                "password|passwords|credentials|keys|account",
                "cookie*",
                "sell ..4 personal",
            ),
        ),
        Pattern(
            id="not_confidential",
            phrase="not|non|no ..6 confidential",
            confidence=0.75,
            needs=("feedback|suggestions|submission*|material|considered|deemed|treated|obligation|obligations",),
            without=("does not contain",),
        ),
        Pattern(
            id="stays_confidential",
            phrase="is|are|be|remain|kept|strictly ..3 confidential ..8 until|for|and|unless|except",
            confidence=0.75,
            without=("arbitrat*|arbitrator|final", "credentials|password*|key|keys|login"),
        ),
        Pattern(
            id="keep",
            phrase=(
                "confidential ..12 information|data|basis|terms|materials ..40 disclose|protect|use|"
                "hold|maintain|obligation|return|access|share"
            ),
            confidence=0.85,
            without=(
                "indemnify",
                "not be liable",
                "free to use",
            ),
        ),
        Pattern(
            id="duty",
            phrase=(
                "disclose|protect|use|hold|maintain|keep|safeguard|treat|share|return ..24 "
                "confidential|confidentiality|secret"
            ),
            confidence=0.85,
            without=(
                "upon ..2 request|expiration|termination",
                "do not have the consent",
                "may cause",
                "nothing ..12 grant",
                "evaluated",
                "in transit",
                "sensitive nature",
                "non - confidential",
                "set forth",
                "short version",
                "survive",
                "password*",
                "trade secret",
                "password|credentials|identifiers|account",
                "manner",
                "resolved",
                "measures",
            ),
        ),
        Pattern(
            id="party",
            phrase="receiving|disclosing party|parties",
            confidence=0.9,
            without=(
                "royalty - free|feedback",
                "upon ..3 termination",
                "dispute ..6 either party",
            ),
        ),
        Pattern(
            id="nda",
            phrase=(
                "disclosure|nondisclosure|confidentiality ..3 agreement|obligation|obligations|"
                "undertaking|duty|duties|provisions"
            ),
            confidence=0.8,
            without=("liability|liable",),
        ),
        Pattern(
            id="secret",
            phrase="confidential ..4 information|basis",
            confidence=0.7,
            without=(
                "termination|request|expiration ..30 destroy|return|cease|delete",
                "may cause",
                "not be liable",
                "nothing ..12 grant",
                "injunctive|injunction|equitable|irreparable",
                "section ..3 (",
                "no liability",
                "de - identified|aggregated",
                "should not submit",
                "retain ..6 copy",
                "trade ..2 secrets ..14 injunctive|infring*|jurisdiction",
                "password*",
                "submit ..6 confidential|sensitive",
                "survive",
                "insider|inside",
                "means|includes",
                "idea|ideas|feedback",
            ),
        ),
        Pattern(
            id="compelled",
            phrase="required|compelled ..6 law|order|subpoena|court ..20 disclose|disclosure",
            confidence=0.6,
            without=("preserve",),
        ),
        Pattern(
            id="section",
            phrase="disclos*|confidential|obligation*|public|independently|law|recipient|employees",
            confidence=0.8,
            headings=("confidential", "nondisclosure", "non-disclosure"),
            without=(
                "reverse engineer",
                "substantial harm|irreparable",
            ),
        ),
        Pattern(
            id="person_duty",
            phrase=(
                "person|persons|personnel|employee ..30 subject to ..6 duty|obligation|obligations of confidentiality"
            ),
            confidence=0.75,
        ),
        Pattern(
            id="staff_only_access",
            phrase="personnel|employees|staff may only access",
            confidence=0.75,
        ),
        Pattern(
            id="restricts_to_staff",
            phrase="restrict|restricts|limit ..4 access ..8 personnel|employees|staff who",
            confidence=0.75,
        ),
        Pattern(
            id="proceedings_confidential",
            phrase="arbitration|proceeding|proceedings|award ..20 strictly ..2 confidential",
            confidence=0.75,
        ),
        Pattern(
            id="not_publish_assets",
            phrase="not to? ..2 publish|share|disclose ..4 assets|stuff|model|repository",
            confidence=0.75,
        ),
        Pattern(
            id="outside_the_relationship",
            phrase="disclose ..6 outside ..4 relationship",
            confidence=0.8,
        ),
        Pattern(
            id="no_feedback_confidence",
            phrase="feedback|suggestions ..30 no|not|non ..6 confidential*",
            confidence=0.8,
        ),
        Pattern(
            id="preserve_confidentiality",
            phrase="preserve ..2 confidentiality",
            confidence=0.75,
        ),
    ),
    look_alikes=(Pattern(id="personnel", phrase="personnel|persons|employees ..16 confidentiality obligations"),),
    reads=(Unit.YEARS,),
    crosswalk=("PC-08",),
)
