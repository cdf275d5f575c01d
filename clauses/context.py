"""What a sentence makes of the words in it: ban, duty or right; who is bound; under which exceptions."""

from dataclasses import dataclass

from clauses.bound import bound_party
from clauses.lexicon import KINDS, stems, words
from clauses.matcher import Span
from clauses.model import ExceptionKind, Force, Party, Polarity
from clauses.operators import PHRASES, Kind, Operator, operators, spans_of
from clauses.parties import Names, subject
from clauses.scope import fragment, part
from clauses.sentences import Sentence
from documents.model import BlockKind

__all__ = ["PHRASES", "Reading", "exceptions", "governing", "read"]

# Where no operator stands, an exception still ends what the rest of the sentence says.
ENDS = ("turn", "carve_out")
EXCEPTIONS = tuple(kind for kind in KINDS.values() if kind.exception)
SAYS = {
    Kind.BAN: (Polarity.BAN, Force.MUST_NOT),
    Kind.DUTY: (Polarity.DUTY, Force.MUST),
    Kind.RIGHT: (Polarity.RIGHT, Force.MAY),
    Kind.DECLINES: (Polarity.ANY, Force.DISCLAIMS),
}
# A promise to try, or one that the bound party's own will can undo, softens these.
SOFTENED = (Kind.BAN, Kind.DUTY)
# Over more tokens than this no operator reaches another.
LONGEST_BETWEEN = 15
PARTS_OPERATORS, SERVING = words("parts_operators"), words("serving")
BAN_HEADINGS, LEADS_ON, UNSURE = stems("ban_headings"), words("leads_on"), stems("unsure")


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
    if operator is None:
        ended = _ended(sentence, part(sentence, hit)[1][0], hit)
        return Reading(Polarity.ANY, None, None, "an exception") if ended else _without_operator(sentence, hit, names)
    bound = bound_party(sentence, operator, hit, names)
    if operator.kind is Kind.BAN and _carved_out(sentence, operator, hit):
        return Reading(Polarity.ANY, bound, None, "an exception")
    left_open = _left_open(sentence, bound, names) if operator.kind in SOFTENED else ""
    if left_open:
        return Reading(Polarity.ANY, bound, None, left_open)
    polarity, force = SAYS[operator.kind]
    if operator.kind in SOFTENED and _stands("efforts", sentence):
        force = Force.EFFORTS
    return Reading(polarity, bound, force, sentence.doc[operator.start : operator.end].text)


def exceptions(sentence: Sentence) -> tuple[ExceptionKind, ...]:
    """Return the kinds of exception that the sentence names, in the order of ExceptionKind."""
    found = {kind.exception for kind in EXCEPTIONS if _stands(kind.name, sentence)}
    return tuple(kind for kind in ExceptionKind if kind in found)


def governing(sentence: Sentence, hit: Span) -> Operator | None:
    """Return the operator that governs a match: in its own part of the sentence, else in the sentence's head."""
    found = operators(sentence.doc, sentence.words)
    operator = _nearest(sentence, found, hit) if found else None
    return _composed(sentence, operator, found) if operator else None


def _composed(sentence: Sentence, inner: Operator, found: list[Operator]) -> Operator:
    """Return what an operator says under the one before it ("will not refrain from", "may refuse to")."""
    under = KINDS[inner.entry].under
    before = [op for op in found if op.end <= inner.start and not op.trailing]
    if not under or not before:
        return inner
    outer = _composed(sentence, before[-1], before[:-1])
    between = sentence.words.row[outer.end : inner.start]
    if len(between) > LONGEST_BETWEEN or PARTS_OPERATORS.intersection(between):
        return inner
    return Operator(outer.start, inner.end, Kind(under[outer.kind]), entry=inner.entry)


def _unsure(sentence: Sentence, op: Operator) -> bool:
    guarantee = op.kind is Kind.DECLINES and sentence.words.row[op.end - 1].startswith(UNSURE)
    return op.entry == "no_promise" or guarantee


def _nearest(sentence: Sentence, found: list[Operator], hit: Span) -> Operator | None:
    head, own = part(sentence, hit)
    inside = [op for op in found if own[0] <= op.start < own[1]]
    trailing = [op for op in inside if op.trailing and _reaches_back(sentence, op, hit)]
    before = [op for op in inside if op.start < hit[1] and _reaches(sentence, op, hit)]
    # "We cannot guarantee that nobody will ...": what follows is declined, not forbidden.
    unsure = [op for op in before if _unsure(sentence, op)]
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
    return (not op.trailing or _leads(sentence, op)) and not _ended(sentence, op.end, hit, KINDS[op.entry].ended_by)


def _leads(sentence: Sentence, op: Operator) -> bool:
    """Tell whether a ban goes on to what follows ("it is prohibited to", "prohibited:" and the rest)."""
    following = sentence.doc[op.end : op.end + 3]
    return (
        op.start < sentence.own
        or any(token.lower_ in LEADS_ON for token in following)
        or following.text.startswith("be ")
    )


def _reaches_back(sentence: Sentence, op: Operator, hit: Span) -> bool:
    kind = KINDS[op.entry]
    ends = [end for name in kind.ended_back_by for end in spans_of(name, sentence.doc, sentence.words)]
    broken = any(hit[1] <= start < op.start for start, _ in ends)
    return op.start >= hit[0] and op.start - hit[1] <= kind.reach_back and not broken


def _ended(sentence: Sentence, start: int, hit: Span, ends: tuple[str, ...] = ENDS) -> bool:
    """Tell whether what begins to govern at `start` is ended before the match, by an end that nothing closed."""
    no_turns = {begin for begin, _ in spans_of("no_turn", sentence.doc, sentence.words)}
    for name in ends:
        for end in spans_of(name, sentence.doc, sentence.words):
            if start <= end[0] < hit[0] and end[0] not in no_turns:
                closes = [at for by in KINDS[name].ended_by for at, _ in spans_of(by, sentence.doc, sentence.words)]
                # "except to: ..." is not closed by its own colon.
                if not any(end[1] < at < hit[0] for at in closes):
                    return True
    return False


def _carved_out(sentence: Sentence, op: Operator, hit: Span) -> bool:
    """Tell whether a match runs from the ban into its exception ("not use data other than to train").

    What every service does with data may stay there: the ban still forbids the rest.
    """
    last = (hit[1] - 1, hit[1])
    begins = op.end <= hit[0] < last[0] and not _ended(sentence, op.end, hit)
    return begins and sentence.words.row[last[0]] not in SERVING and _ended(sentence, op.end, last)


def _left_open(sentence: Sentence, bound: Party | None, names: Names) -> str:
    """Return the words that leave a ban or duty to the will of the one whom it binds, or ""."""
    for name in ("unless_refused", "own_will"):
        for start, end in spans_of(name, sentence.doc, sentence.words):
            parties = {names.party(word) for word in sentence.words.row[start:end]} - {None}
            if name == "unless_refused" or not parties or bound in parties:
                return sentence.doc[start:end].text
    return ""


def _without_operator(sentence: Sentence, hit: Span, names: Names) -> Reading:
    who = subject(sentence.doc, part(sentence, hit)[1][0], hit[0], names)
    heading = " / ".join(sentence.block.heading_path[-2:]).lower()
    loose = fragment(sentence)
    if (loose or (who is None and sentence.block.kind is BlockKind.ITEM)) and any(
        word in heading for word in BAN_HEADINGS
    ):
        return Reading(Polarity.BAN, None, Force.MUST_NOT, "the heading")
    if _stands("without_consent", sentence):
        return Reading(Polarity.BAN, None, Force.MUST_NOT, "without consent", assumed=True)
    if loose:
        return Reading(Polarity.BAN, None, Force.MUST_NOT, assumed=True)
    return Reading(Polarity.ANY, who, None)


def _stands(kind: str, sentence: Sentence) -> bool:
    return bool(spans_of(kind, sentence.doc, sentence.words))
