"""Finds provisions that survive the end of the contract."""

from clauses.model import ClauseCheck, Family, Pattern
from documents.model import DocumentKind

CHECK = ClauseCheck(
    id="survival",
    version=2,
    family=Family.REMEDIES,
    title="What outlasts the contract",
    question="Which provisions survive termination?",
    why=("Confidentiality, deletion and bans on training matter most once the contract is over."),
    ask_for=("Survival of confidentiality, data duties, ownership, indemnity and bans on use of your data."),
    applies_to=(
        DocumentKind.CONTRACT,
        DocumentKind.POLICY,
        DocumentKind.DPA,
    ),
    patterns=(
        Pattern(
            id="outlast",
            phrase=(
                "notwithstanding|following|after|upon ..4 termination|expiration|expiry ..20 remain|"
                "remains|continue|continues ..6 effect|force|liable|responsible|bound|apply|obligated"
            ),
            confidence=0.8,
        ),
        Pattern(id="survive", phrase="survive|survives|surviving|survival", confidence=0.95),
        Pattern(
            id="continue",
            phrase=("continue|remain ..6 effect|force|apply|bound ..12 termination|expiration|terminated|ends|expiry"),
            confidence=0.8,
            without=("until terminated", "while you use", "term of ..4 subscription"),
        ),
        Pattern(
            id="even_after",
            phrase="even ..2 after ..6 termination|deletion|expiration|expiry|cancellation",
            confidence=0.85,
        ),
        Pattern(
            id="persists",
            phrase="persist|persists|continue|continues ..8 even|after ..6 stop|cancel|downgrade|terminated|delete",
            confidence=0.8,
            without=("until terminated",),
        ),
        Pattern(
            id="not_released",
            phrase=(
                "deletion|termination|expiration|cancellation ..16 not ..2 release|relieve|affect|excuse ..8 "
                "obligation|obligations|liability"
            ),
            confidence=0.8,
        ),
        Pattern(
            id="rights_after_the_end",
            phrase="after ..4 termination ..30 still|continue ..4 *",
            confidence=0.7,
            needs=("right|rights|store|hold|keep|obligations",),
        ),
        Pattern(id="owed_after", phrase="remain|remains ..3 owed|due|payable ..4 after", confidence=0.75),
        Pattern(
            id="after",
            phrase=(
                "termination|expiration|expiry ..8 not ..4 affect|relieve ..20 rights|obligations|"
                "liabilities|liability|obligation"
            ),
            confidence=0.75,
        ),
        Pattern(id="perpetual", phrase="perpetual|irrevocable ..30 termination|terminate", confidence=0.6),
    ),
    look_alikes=(Pattern(id="visitors", phrase="survive ..4 attack|failure"),),
)
