"""What a sentence makes of the words in it: ban, duty or right; who is bound; under which exceptions."""

from dataclasses import dataclass

from clauses.bound import bound_party
from clauses.matcher import Span, any_of
from clauses.model import ExceptionKind, Force, Party, Polarity
from clauses.operators import CONDITIONS, Kind, Operator, operators
from clauses.parties import Names, subject
from clauses.scope import fragment, part
from clauses.sentences import Sentence
from documents.model import BlockKind

# Words after which a ban no longer governs; an "except" that a comma closes is only a parenthesis.
ENDS = (
    "however",
    "but",
    "provided that|however",
    "except that|for|to|where|when",
    "other than to|for",
    "unless",
    "notwithstanding",
)
CLOSED_BY_COMMA = frozenset({"except", "unless", "notwithstanding", "other", "provided"})
BAN_HEADINGS = (
    "prohibit", "restrict", "not do", "may not", "must not", "don't", "don’t", "unacceptable", "forbidden", "misuse",
    "cannot do", "not allowed", "not permitted", "abuse", "you agree not", "you will not",
)  # fmt: skip
EFFORTS = (
    "reasonable|best ..2 efforts|endeavours|endeavors", "endeavour*|endeavor*", "try|tries to", "strive* to", "aim* to",
)  # fmt: skip
# A trailing ban ("... is prohibited") reaches back over at most so many words.
TRAILING_REACH = 30

EXCEPTIONS: tuple[tuple[ExceptionKind, tuple[str, ...]], ...] = (
    (
        ExceptionKind.CONSENT,
        (
            "without ..8 consent|permission|authorization|authorisation|approval|agreement",
            "unless|except ..12 consent*|permission|authori*|agree|agreed|agrees|approv*",
            "only ..3 with|upon|after ..6 consent|permission|approval",
            "require* ..6 consent|permission|approval",
            "unless|except ..6 expressly|explicitly|otherwise permitted",
        ),
    ),
    (
        ExceptionKind.LAW,
        (
            "except|unless|extent ..16 law|laws|legislation|statute",
            "permitted|required|prohibited by ..3 law|laws",
            "notwithstanding ..4 limitation|restriction",
        ),
    ),
    (
        ExceptionKind.LISTED_USES,
        (
            "except|unless ..3 as ..6 permitted|provided|set|described|authori*|stated|necessary",
            "other than ..6 as|through",
            "except that ..2 you|customer may",
            "except|other than to|for|in",
            "except for ..3 permitted",
        ),
    ),
    (
        ExceptionKind.PLAN,
        (
            "enterprise|business|paid|unpaid|free|pro|team|trial ..1 plan|plans|tier|subscription*",
            "enterprise|business|paid|unpaid|free|pro|team|trial ..1 account|accounts|customers|users",
        ),
    ),
    (
        ExceptionKind.OPT_OUT,
        ("opt|opted|opting - out|in", "opt|opted|opting out|in", "unless you ..4 object|disable|turn", "turn* off"),
    ),
)
WITHOUT_CONSENT = ("without ..8 consent|permission|authorization|authorisation|approval",)
PHRASES = (*ENDS, *EFFORTS, *WITHOUT_CONSENT, *(text for _, phrases in EXCEPTIONS for text in phrases))


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence reads at the place of a match.

    `words` are those that decided; `assumed` says that no word did, only the shape of a list item.
    """

    polarity: Polarity
    bound: Party | None
    force: Force | None
    words: str = ""
    assumed: bool = False


def read(sentence: Sentence, hit: Span, names: Names) -> Reading:
    """Return the polarity, the bound party and the force at the place of a match."""
    operator = governing(sentence, hit)
    if operator is None and _ended(sentence, part(sentence, hit)[1][0], hit):
        return Reading(Polarity.ANY, None, None, "an exception")
    if operator is None:
        return _without_operator(sentence, hit, names)
    words = sentence.doc[operator.start : operator.end].text
    bound = bound_party(sentence, operator, hit, names)
    if operator.kind is Kind.BAN:
        return Reading(Polarity.BAN, bound, _softened(sentence, Force.MUST_NOT), words)
    if operator.kind is Kind.DECLINES:
        return Reading(Polarity.ANY, bound, Force.DISCLAIMS, words)
    if operator.kind is Kind.RIGHT:
        return Reading(Polarity.RIGHT, bound, Force.MAY, words)
    return Reading(Polarity.DUTY, bound, _softened(sentence, Force.MUST), words)


def exceptions(sentence: Sentence) -> tuple[ExceptionKind, ...]:
    """Return the kinds of exception that the sentence names, in the order of ExceptionKind."""
    found = {kind for kind, phrases in EXCEPTIONS if any_of(phrases, sentence.doc, sentence.words)}
    return tuple(kind for kind in ExceptionKind if kind in found)


def governing(sentence: Sentence, hit: Span) -> Operator | None:
    """Return the operator that governs a match: in its own part of the sentence, else in the sentence's head."""
    found = operators(sentence.doc, sentence.words)
    if not found:
        return None
    head, own = part(sentence, hit)
    inside = [op for op in found if own[0] <= op.start < own[1]]
    trailing = [op for op in inside if op.trailing and _reaches_back(sentence, op, hit)]
    before = [op for op in inside if op.start < hit[1] and _reaches(sentence, op, hit)]
    # "We cannot guarantee that nobody will ...": what follows is declined, not forbidden.
    unsure = [
        op
        for op in before
        if op.kind is Kind.DECLINES and sentence.doc[op.end - 1].lower_.startswith(("guarant", "warrant"))
    ]
    # In "use it except as needed to maintain ..." the ban before the match counts, not the duty inside it.
    inner = [op for op in before if op.start > hit[0] and op.kind is Kind.BAN]
    outer = [op for op in before if op.start <= hit[0]]
    nearest = max(unsure[:1] or inner or outer or before, default=None)
    if trailing and (nearest is None or nearest.kind is not Kind.BAN):
        return trailing[0]
    if nearest is None and _ended(sentence, own[0], hit):
        return None
    in_head = [op for op in found if op.start < head and (not op.trailing or _leads(sentence, op))]
    return nearest or max(in_head, default=None)


def _reaches(sentence: Sentence, op: Operator, hit: Span) -> bool:
    return (not op.trailing or _leads(sentence, op)) and not _ended(sentence, op.end, hit)


def _leads(sentence: Sentence, op: Operator) -> bool:
    """Tell whether a ban goes on to what follows ("it is prohibited to", "prohibited:" and the rest)."""
    following = sentence.doc[op.end : op.end + 3]
    return (
        op.start < sentence.own
        or any(token.lower_ in ("to", ":", "for", "from") for token in following)
        or following.text.startswith("be ")
    )


def _reaches_back(sentence: Sentence, op: Operator, hit: Span) -> bool:
    between = sentence.doc[hit[1] : op.start]
    broken = any(token.text == ";" or token.lower_ in CONDITIONS for token in between)
    return op.start >= hit[0] and len(between) <= TRAILING_REACH and not broken


def _ended(sentence: Sentence, start: int, hit: Span) -> bool:
    """Tell whether the reach of an operator that ends at `start` comes to its end before the match."""
    for end in any_of(ENDS, sentence.doc, sentence.words):
        if not start <= end[0] < hit[0]:
            continue
        if sentence.doc[end[0]].lower_ == "but" and sentence.doc[end[1] : end[1] + 1].text == "not":
            continue  # "including but not limited to"
        between = sentence.doc[end[1] : hit[0]]
        closed = sentence.doc[end[0]].lower_ in CLOSED_BY_COMMA and any(
            token.text in (",", ")", ":") for token in between
        )
        if not closed:
            return True
    return False


def _without_operator(sentence: Sentence, hit: Span, names: Names) -> Reading:
    who = subject(sentence.doc, part(sentence, hit)[1][0], hit[0], names)
    heading = " / ".join(sentence.block.heading_path[-2:]).lower()
    loose = fragment(sentence)
    if (loose or (who is None and sentence.block.kind is BlockKind.ITEM)) and any(
        word in heading for word in BAN_HEADINGS
    ):
        return Reading(Polarity.BAN, None, Force.MUST_NOT, "the heading")
    if any_of(WITHOUT_CONSENT, sentence.doc, sentence.words):
        return Reading(Polarity.BAN, None, Force.MUST_NOT, "without consent", assumed=True)
    if loose:
        return Reading(Polarity.BAN, None, Force.MUST_NOT, assumed=True)
    return Reading(Polarity.ANY, who, None)


def _softened(sentence: Sentence, force: Force) -> Force:
    return Force.EFFORTS if any_of(EFFORTS, sentence.doc, sentence.words) else force
