"""Finds the operators of a sentence: the words by which it forbids, allows, obliges or declines.

The wordings stand in clauses/lexicon/context.toml; here is only which of them hold where they stand.
"""

from collections.abc import Iterable
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
OPERATORS = tuple(kind for kind in KINDS.values() if kind.reads_as)
NO_BAN_AFTER, CONDITIONS, RELATIVES = words("no_ban_after"), words("conditions"), words("relatives")
RELATIVE_AUXILIARIES, BARE_VERBS, JOINS = words("relative_auxiliaries"), words("bare_verbs"), words("joins")
LIST_MARKS, CLAUSE_ENDS, ITEM_MARKS = words("list_marks"), words("clause_ends"), words("item_marks")
LAW, FREED = words("law"), words("freed")
VERBS_OF_LAW, RIGHTS_OF_LAW, NOUNS_OF_RIGHT = stems("verbs_of_law"), stems("rights_of_law"), stems("nouns_of_right")


def spans_of(kind: str, doc: Doc, words: Words) -> list[Span]:
    """Return where the lexicon's wordings of a kind stand; kept with the sentence, since many ask."""
    kept: dict[str, list[Span]] = doc.user_data.setdefault("lexicon", {})
    if kind not in kept:
        kept[kind] = any_of(phrases(kind), doc, words)
    return kept[kind]


def operators(doc: Doc, words: Words) -> list[Operator]:
    """Return the sentence's operators in order; kept with the sentence, since many patterns ask."""
    kept: list[Operator] | None = doc.user_data.get("operators")
    if kept is None:
        kept = doc.user_data["operators"] = sorted(_operators(doc, words))
    return kept


def _operators(doc: Doc, words: Words) -> Iterable[Operator]:
    """Yield the operators: a kind claims its words unless one that it yields to has them."""
    claimed: dict[str, list[Span]] = {}
    for kind in OPERATORS:
        taken = [span for name in kind.yields_to for span in claimed[name]]
        free = _longest(kind.name, _free(spans_of(kind.name, doc, words), taken))
        claimed[kind.name] = [span for span in free if _holds(kind.name, words.row, span, claimed)]
        for span in claimed[kind.name]:
            both = kind.direction is Direction.BOTH
            trailing = _ends_clause(words.row, span) if both else kind.direction is Direction.BACKWARD
            yield Operator(*span, Kind(kind.reads_as), trailing, kind.name)


def _free(spans: list[Span], taken: list[Span]) -> list[Span]:
    return [span for span in spans if not any(start < span[1] and span[0] < end for start, end in taken)]


def _longest(kind: str, spans: list[Span]) -> list[Span]:
    """Return the spans of bans that lie in no longer one."""
    if kind != "ban":
        return spans
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def _holds(kind: str, row: Row, span: Span, claimed: dict[str, list[Span]]) -> bool:
    """Tell whether words of a kind mean what they mostly mean where they stand."""
    if kind in ("negated_ban", "declines"):
        return True
    if _by_law(row, span):
        return False
    if kind in ("ban", "opening_ban"):
        return _forbids(row, span) and (kind == "ban" or _opens(row, span))
    if kind in ("right", "duty"):
        bans = [each for name in ("ban", "opening_ban", "noun_ban") for each in claimed[name]]
        return _governs(row, span) and not _under(row, span, bans)
    return True


def _ends_clause(row: Row, span: Span) -> bool:
    """Tell "scraping is not prohibited" from "nothing prohibits you from scraping", which governs what follows."""
    return not set(row[span[1] : span[1] + 4]) & FREED


def _opens(row: Row, span: Span) -> bool:
    """Tell whether an item opens with "not", "never" or "no" and a gerund."""
    at = span[0]
    if at + 1 >= len(row) or (at and row[at - 1] not in ITEM_MARKS):
        return False
    return row[at] != "no" or row[at + 1].endswith("ing")


def _under(row: Row, span: Span, bans: list[Span]) -> bool:
    """Tell whether this verb is itself what is forbidden ("shall not represent", "nobody will, or will try to")."""
    between = [row[end : span[0]] for _, end in bans if 0 <= span[0] - end <= 3]
    return any(len(gap) <= 1 or LIST_MARKS.issuperset(gap) for gap in between)


def _forbids(row: Row, span: Span) -> bool:
    following = row[span[1]] if span[1] < len(row) else ""
    if following in ("be", "been") and span[1] + 1 < len(row):
        following = row[span[1] + 1]
    if span[0] and row[span[0] - 1] in RELATIVES and row[span[0]] in RELATIVE_AUXILIARIES:
        return False
    return following not in NO_BAN_AFTER and not _conditional(row, span[0])


def _governs(row: Row, span: Span) -> bool:
    """Return False for "content that may offend" and "if you can": they allow nothing."""
    word = row[span[0]]
    before = row[span[0] - 1] if span[0] else ""
    listed = before in JOINS and word in BARE_VERBS
    nothing = before in ("any", "no") and word.startswith(NOUNS_OF_RIGHT)
    return not (listed or nothing or before in RELATIVES or _conditional(row, span[0]))


def _conditional(row: Row, at: int) -> bool:
    """Tell whether the operator stands in a condition ("if you do not", "where we may")."""
    for back in range(at - 1, max(-1, at - 6), -1):
        word = row[back]
        if word in CONDITIONS:
            return True
        if word in CLAUSE_ENDS:
            return False
    return False


def _by_law(row: Row, span: Span) -> bool:
    """Tell whether this is what the law does ("to the extent such restriction is prohibited by law")."""
    after = row[span[1] : span[1] + 6]
    before = row[max(0, span[0] - 6) : span[0]]
    if after[:1] and after[0] in ("by", "under"):
        return bool(LAW & set(after))
    word, nearest = row[span[0]], set(before[-3:])
    if nearest & (RELATIVES | {"would"}) and word.startswith(RIGHTS_OF_LAW):
        return True
    if LAW & nearest and word.startswith(VERBS_OF_LAW):
        return True
    return "extent" in before and ("restriction" in before or "law" in before)
