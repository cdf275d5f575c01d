"""What a sentence makes of the words in it: ban, duty or right; who is bound; under which exceptions."""

from dataclasses import dataclass

from clauses.matcher import Span, any_of
from clauses.model import ExceptionKind, Force, Party, Polarity
from clauses.sentences import Sentence

# A ban is said by a modal with "not", by a verb of forbidding, or by its noun.
BANS = (
    "may|must|shall|will|can|should|do|does|would|are|is not",
    "cannot",
    "ca|wo|do|does|must|should n't",
    "can’t|don’t|won’t",
    "agree* not",
    "agree* ..4 not to",
    "not permitted|allowed|authorized|authorised|entitled",
    "prohibit*|forbid*|forbidden|disallow*",
    "refrain* from",
    "restricted from",
    "neither|no ..8 may|shall|will",
    "not ..2 to",
    "never",
    "without ..6 consent|permission|authorization|authorisation|approval",
    "violation|breach to",
    "unacceptable|impermissible",
)
# Words that end what a ban governs.
ENDS = ("however", "but", "provided that", "except that", "unless", "you may", "customer may", "notwithstanding")
BAN_HEADINGS = ("prohibit", "restrict", "not do", "may not", "must not", "don't", "don’t", "unacceptable", "forbidden", "misuse", "cannot do")
DUTIES = ("<must>", "is|are responsible", "responsible for", "commit* to", "warrant*", "represent*", "ensure*", "maintain*")
EFFORTS = ("reasonable|best ..2 efforts|endeavours|endeavors", "endeavour*|endeavor*", "try to", "strive* to", "aim* to")
RIGHTS = ("<may>", "reserve*", "at ..3 discretion", "is|are permitted|allowed to", "free to", "grant*")
DISCLAIMS = ("disclaim*", "not responsible|liable", "no obligation|duty|liability|warranty|responsibility")

CUSTOMER = frozenset("you your customer customers user users licensee subscriber client member members developer end-user".split())
VENDOR = frozenset("we us our vendor provider licensor supplier company".split())
EITHER = ("either|neither|each|both party|parties", "the parties", "a|any party", "each of the parties", "mutual*")

EXCEPTIONS: tuple[tuple[ExceptionKind, tuple[str, ...]], ...] = (
    (
        ExceptionKind.CONSENT,
        (
            "without ..8 consent|permission|authorization|authorisation|approval|agreement",
            "unless|except ..8 consent*|permi*|authori*|agree*|approv*",
        ),
    ),
    (
        ExceptionKind.LAW,
        (
            "except|unless|extent ..12 law|laws|legislation|statute",
            "permitted|required|prohibited by ..3 law|laws",
            "notwithstanding ..4 limitation|restriction",
        ),
    ),
    (ExceptionKind.LISTED_USES, ("except|unless as ..6 permitted|provided|set|described|authori*", "other than ..3 as", "except that you|customer may")),
    (ExceptionKind.OPT_OUT, ("opt* - out", "opt* out", "unless you ..4 object|disable|turn")),
    (ExceptionKind.PLAN, ("enterprise|business|paid|free plan|tier|account|customers|subscription",)),
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence reads at the place of a match."""

    polarity: Polarity
    bound: Party | None
    force: Force | None


@dataclass(frozen=True, slots=True)
class Names:
    """The names by which a document calls its parties, in lower case ("openai", "the company")."""

    vendor: frozenset[str] = frozenset()
    customer: frozenset[str] = frozenset()


def read(sentence: Sentence, hit: Span, names: Names) -> Reading:
    """Return the polarity, the bound party and the force at the place of a match."""
    doc, words = sentence.doc, sentence.words
    ban = _governing(any_of(BANS, doc, words), hit, any_of(ENDS, doc, words))
    if ban is not None or _ban_heading(sentence):
        return Reading(Polarity.BAN, _party(sentence, ban or hit, names), Force.MUST_NOT)
    if any_of(DISCLAIMS, doc, words):
        return Reading(Polarity.ANY, _party(sentence, hit, names), Force.DISCLAIMS)
    right, duty = _nearest(any_of(RIGHTS, doc, words), hit), _nearest(any_of(DUTIES, doc, words), hit)
    if right is not None and (duty is None or right[0] >= duty[0]):
        return Reading(Polarity.RIGHT, _party(sentence, right, names), Force.MAY)
    if duty is not None:
        force = Force.EFFORTS if any_of(EFFORTS, doc, words) else Force.MUST
        return Reading(Polarity.DUTY, _party(sentence, duty, names), force)
    return Reading(Polarity.ANY, _party(sentence, hit, names), None)


def exceptions(sentence: Sentence) -> tuple[ExceptionKind, ...]:
    """Return the kinds of exception that the sentence names, in the order of ExceptionKind."""
    return tuple(kind for kind, phrases in EXCEPTIONS if any_of(phrases, sentence.doc, sentence.words))


def _governing(bans: list[Span], hit: Span, ends: list[Span]) -> Span | None:
    for ban in sorted(bans, key=lambda span: abs(span[0] - hit[0])):
        if ban[0] < hit[1] and not any(ban[1] <= end[0] < hit[0] for end in ends):
            return ban
        if ban[0] >= hit[1] and ban[0] - hit[1] < 25 and not any(hit[1] <= end[0] < ban[0] for end in ends):
            return ban
    return None


def _nearest(spans: list[Span], hit: Span) -> Span | None:
    before = [span for span in spans if span[0] < hit[1]]
    return max(before, default=min(spans, default=None))


def _ban_heading(sentence: Sentence) -> bool:
    if sentence.block.lead_in or not sentence.block.heading_path:
        return False
    heading = sentence.block.heading_path[-1].lower()
    starts_with_verb = sentence.doc[0].lower_.endswith("ing") or sentence.block.kind == "item"
    return starts_with_verb and any(word in heading for word in BAN_HEADINGS)


def _party(sentence: Sentence, at: Span, names: Names) -> Party | None:
    if any(span[0] < at[1] for span in any_of(EITHER, sentence.doc, sentence.words)):
        return Party.BOTH
    for token in reversed(sentence.doc[: at[1]]):
        if token.lower_ in CUSTOMER or token.lower_ in names.customer:
            return Party.CUSTOMER
        if token.lower_ in VENDOR or token.lower_ in names.vendor:
            return Party.VENDOR
    return None
