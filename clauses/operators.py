"""Finds the operators of a sentence: the words by which it forbids, allows, obliges or declines.

The wordings stand in clauses/lexicon/context.toml; here is only which of them hold where they stand.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from spacy.tokens import Doc

from clauses.lexicon import KINDS, Direction, phrases, stems, words
from clauses.matcher import Span, any_of
from clauses.vocabulary import Words


class Kind(StrEnum):
    """What an operator does to the words that it governs."""

    BAN = "ban"
    RIGHT = "right"
    DUTY = "duty"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True, order=True)
class Operator:
    """An operator's tokens; `trailing` when it governs what stands before it ("scraping is prohibited").

    `entry` is the kind of the lexicon that it comes from.
    """

    start: int
    end: int
    kind: Kind
    trailing: bool = False
    entry: str = field(default="", compare=False)


Row = tuple[str, ...]
PHRASES = phrases(*KINDS)
# Kinds of ban that stand before their words.
BANS = ("ban", "withholds", "opening_ban", "noun_ban")
OPERATORS = tuple(kind for kind in KINDS.values() if kind.reads_as)
NO_BAN_AFTER, CONDITIONS, RELATIVES = words("no_ban_after"), words("conditions"), words("relatives")
RELATIVE_AUXILIARIES, BARE_VERBS, JOINS = words("relative_auxiliaries"), words("bare_verbs"), words("joins")
LIST_MARKS, CLAUSE_ENDS, ITEM_MARKS = words("list_marks"), words("clause_ends"), words("item_marks")
LAW, ENDS_CLAUSE = words("law"), words("ends_clause")
VERBS_OF_LAW, RIGHTS_OF_LAW, NOUNS_OF_RIGHT = stems("verbs_of_law"), stems("rights_of_law"), stems("nouns_of_right")


def spans_of(kind: str, doc: Doc, words: Words) -> list[Span]:
    """Return where the lexicon's wordings of a kind stand; kept with the sentence, since many ask."""
    kept: dict[str, list[Span]] = doc.user_data.setdefault("lexicon", {})
    if kind not in kept:
        stronger = () if KINDS[kind].reads_as else KINDS[kind].yields_to
        taken = [span for name in stronger for span in spans_of(name, doc, words)]
        kept[kind] = _free(any_of(phrases(kind), doc, words), taken)
    return kept[kind]


def operators(doc: Doc, words: Words) -> list[Operator]:
    """Return the sentence's operators in order; kept with the sentence, since many patterns ask."""
    kept: list[Operator] | None = doc.user_data.get("operators")
    if kept is None:
        kept = doc.user_data["operators"] = sorted(_operators(doc, words))
    return kept


def _operators(doc: Doc, words: Words) -> Iterator[Operator]:
    """Yield the operators: a kind claims its words unless one that it yields to has them."""
    claimed: dict[str, list[Span]] = {}
    for kind in OPERATORS:
        taken = [span for name in kind.yields_to for span in claimed[name]]
        free = _free(spans_of(kind.name, doc, words), taken)
        bans = [span for name in BANS for span in claimed.get(name, ())]
        claimed[kind.name] = [
            span
            for span in (_longest(free) if kind.longest else free)
            if not any(VOIDS[name](words.row, span, bans) for name in kind.void_if)
        ]
        for span in claimed[kind.name]:
            both = kind.direction is Direction.BOTH
            trailing = _ends_clause(words.row, span) if both else kind.direction is Direction.BACKWARD
            yield Operator(*span, Kind(kind.reads_as), trailing, kind.name)


def _free(spans: list[Span], taken: list[Span]) -> list[Span]:
    return [span for span in spans if not any(start < span[1] and span[0] < end for start, end in taken)]


def _longest(spans: list[Span]) -> list[Span]:
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def _ends_clause(row: Row, span: Span) -> bool:
    """Tell "scraping is not prohibited" from "nothing prohibits you from scraping", which governs what follows."""
    following = row[span[1] : span[1] + 2]
    adjective = row[span[1] - 1].endswith("ed") and not ENDS_CLAUSE.isdisjoint(following)  # "not a prohibited use."
    return not following or following[0] in ENDS_CLAUSE or adjective


def by_law(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell whether this is what the law does ("to the extent such restriction is prohibited by law")."""
    after, before = row[span[1] : span[1] + 6], row[max(0, span[0] - 6) : span[0]]
    if after[:1] and after[0] in ("by", "under"):
        return bool(LAW.intersection(after))
    word, nearest = row[span[0]], set(before[-3:])
    if nearest & (RELATIVES | {"would"}) and word.startswith(RIGHTS_OF_LAW):
        return True
    if LAW & nearest and word.startswith(VERBS_OF_LAW):
        return True
    return "extent" in before and ("restriction" in before or "law" in before)


def conditional(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell whether the operator stands in a condition ("if you do not", "where we may")."""
    for word in reversed(row[max(0, span[0] - 5) : span[0]]):
        if word in CONDITIONS:
            return True
        if word in CLAUSE_ENDS:
            return False
    return False


def forbids_nothing(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell whether a negation forbids nothing ("does not constitute", "users who do not")."""
    following = row[span[1] : span[1] + 2]
    following = following[1:] if len(following) > 1 and following[0] in ("be", "been") else following[:1]
    described = span[0] and row[span[0] - 1] in RELATIVES and row[span[0]] in RELATIVE_AUXILIARIES
    return bool(described) or not NO_BAN_AFTER.isdisjoint(following)


def opens_no_item(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell whether an item opens with something else than "not", "never" or "no" and a gerund."""
    at = span[0]
    if at + 1 >= len(row) or (at and row[at - 1] not in ITEM_MARKS):
        return True
    return row[at] == "no" and not row[at + 1].endswith("ing")


def allows_nothing(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell whether this allows and obliges nothing by itself ("content that may offend", "sell or grant")."""
    word = row[span[0]]
    before = row[span[0] - 1] if span[0] else ""
    listed = before in JOINS and word in BARE_VERBS
    nothing = before in ("any", "no") and word.startswith(NOUNS_OF_RIGHT)
    return listed or nothing or before in RELATIVES


def under_ban(row: Row, span: Span, bans: list[Span]) -> bool:
    """Tell whether this verb is itself what is forbidden ("shall not represent", "nobody will, or will try to")."""
    between = [row[end : span[0]] for _, end in bans if 0 <= span[0] - end <= 3]
    return any(len(gap) <= 1 or LIST_MARKS.issuperset(gap) for gap in between)


def without_verb(row: Row, span: Span, _: list[Span]) -> bool:
    """Tell "stop abuse" from "stop using the model"."""
    following = row[span[1]] if span[1] < len(row) else ""
    return row[span[1] - 1] != "to" and following != "to" and not following.endswith("ing")


# What the column void_if of the lexicon names.
VOIDS: dict[str, Callable[[Row, Span, list[Span]], bool]] = {
    void.__name__: void
    for void in (by_law, conditional, forbids_nothing, opens_no_item, allows_nothing, under_ban, without_verb)
}
