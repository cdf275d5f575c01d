"""Finds the words by which a sentence forbids, allows, obliges or declines: the operators and what they govern."""

from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc

from clauses.matcher import Span, any_of
from clauses.vocabulary import Words, word_set


class Kind(StrEnum):
    """What an operator does to the words that it governs."""

    BAN = "ban"
    RIGHT = "right"
    DUTY = "duty"
    DECLINES = "declines"


@dataclass(frozen=True, slots=True, order=True)
class Operator:
    """An operator's tokens; `trailing` when it governs what stands before it ("scraping is prohibited")."""

    start: int
    end: int
    kind: Kind
    trailing: bool = False


NOT = "not|n't|n’t|never"
BANS = (
    f"may|might|must|shall|will|can|could|should|would|do|does|did|ca|wo|need {NOT}",
    "never",
    f"is|are|be|am {NOT} ..2 permitted|allowed|authorized|authorised|entitled|licensed|acceptable",
    f"agree*|undertake*|covenant*|promise*|commit*|required|obliged|responsible {NOT}",
    "not to",
    f"is|are|was|were {NOT} ..1 used|shared|sold|processed|stored|retained|disclosed|transferred",
    "no|without ..2 right|permission|authority to",
    f"license|licence|permission|right ..10 does|do {NOT} ..1 include|permit|extend|cover",
    f"license|licence|permission|right ..10 does|do {NOT} ..1 authorize|authorise|allow|grant",
    "refrain* from",
    "prohibited|forbidden|barred|precluded|banned|restricted|enjoined from",
    "no|neither|none|nobody|nor ..10 may|shall|will|can|is|are|be|does|do|has|have",
)
# These forbid what stands before them, and what follows after a colon or "to".
TRAILING_BANS = (
    "is|are|be ..3 prohibited|forbidden|disallowed|banned|unacceptable|impermissible|unauthorized|unauthorised",
    f"is|are|be {NOT} ..2 permitted|allowed|authorized|authorised|acceptable",
    f"may|must|shall|will|can|should {NOT} be|become",
    "constitut*|is|be ..3 violation|breach|misuse|abuse",
    "require* ..6 consent|permission|authorization|authorisation|approval|license|licence",
    "only ..4 with|upon|after ..6 consent|permission|authorization|approval",
)
FORBIDS = (
    "prohibit*|forbid*|forbidden|disallow*",
    "violation|breach to",
    "prohibited|unacceptable|impermissible|forbidden",
)
# A negation of a ban leaves things open: "nothing here prevents you".
DOUBLE_NEGATIONS = (
    f"{NOT}|nothing|no ..8 prohibit*|prevent*|preclude*|forbid*|disallow*",
    f"{NOT}|nothing|no ..8 restrict|restricts|restricted|restricting",
    f"{NOT} ..3 limit|limits to|your|customer|the",
    "no restriction*|prohibition* on|against",
)
RIGHTS = (
    "may|can|could",
    "reserve* ..3 right|rights",
    "right|rights|license|licence|permission|consent to",
    "entitled|permitted|allowed|authorized|authorised|free|welcome|able to",
    "grant|grants|granting|granted",
    "authoriz*|authoris*|allow|allows|permit|permits ..2 us|we|vendor|provider|company to|may",
    "consent|consents|instruct|instructs|direct|directs ..2 us|we|vendor|provider|company to|may",
    "authorizes|authorises|allows|permits|instructs|authorize|authorise|allow|permit ..4 to",
    "at ..3 discretion",
)
DUTIES = (
    "must|shall|will",
    "agree|agrees|undertake|undertakes|commit|commits|covenants",
    "is|are ..2 required|obliged|obligated|responsible|committed",
    "responsible for",
    "warrant|warrants|represent|represents",
    "ensure|ensures|maintain|maintains|maintained",
)
DECLINES = (
    "not ..2 responsible|liable|obligated|obliged|required|guarantee*|warrant*",
    "no|any obligation|duty|liability|responsibility|warranty|warranties",
    "disclaim*",
)
PHRASES = (*BANS, *TRAILING_BANS, *FORBIDS, *DOUBLE_NEGATIONS, *RIGHTS, *DUTIES, *DECLINES)
# "does not constitute", "not limited to", "if you do not agree": a "not" that forbids nothing.
NO_BAN_AFTER = word_set(
    "limited only necessarily responsible liable obligated obliged required guarantee guarantees warrant warrants "
    "constitute constitutes apply applies affect affects intended include includes agree want wish need relieve "
    "imply mean believe endorse"
)
# Before a "not" that opens an item ("You must: not copy ...").
OPENS_ITEM = frozenset({":", ")", ";", "."})
CONDITIONS = word_set("if when where whether unless until because while although though wherever whenever")
RELATIVES = frozenset({"that", "which", "who", "whom", "as", "what", "how", "than"})
# "sell, lease or grant rights": one verb of a list, which allows nothing by itself.
BARE_VERBS = frozenset(
    {"grant", "allow", "permit", "authorize", "authorise", "consent", "instruct", "direct", "permission"}
)
JOINS = frozenset({",", "or", "and", "to", "not", "written", "our", "prior", "express"})
LAW = word_set("law laws legislation regulation regulations statute applicable")


def operators(doc: Doc, words: Words) -> list[Operator]:
    """Return the sentence's operators in order; kept with the sentence, since many patterns ask."""
    kept: list[Operator] | None = doc.user_data.get("operators")
    if kept is None:
        kept = doc.user_data["operators"] = _operators(doc, words)
    return kept


def _operators(doc: Doc, words: Words) -> list[Operator]:
    opened = any_of(DOUBLE_NEGATIONS, doc, words)
    declined = any_of(DECLINES, doc, words)
    found = [Operator(*span, Kind.RIGHT, trailing=_ends_clause(doc, span)) for span in opened] + [
        Operator(*span, Kind.DECLINES) for span in declined
    ]
    taken = opened + declined
    trailing = _free(any_of(TRAILING_BANS, doc, words), taken)
    found += [Operator(*span, Kind.BAN, trailing=True) for span in trailing if not _by_law(doc, span)]
    bans = [span for span in _longest(_free(any_of(BANS, doc, words), taken)) if _forbids(doc, span)]
    bans += [span for span in _free(_opening(doc), taken + bans) if _forbids(doc, span)]
    bans += [span for span in _free(any_of(FORBIDS, doc, words), taken + trailing) if not _by_law(doc, span)]
    found += [Operator(*span, Kind.BAN) for span in bans]
    taken = taken + bans + trailing
    for kind, phrases in ((Kind.RIGHT, RIGHTS), (Kind.DUTY, DUTIES)):
        free = _free(any_of(phrases, doc, words), taken)
        found += [Operator(*span, kind) for span in free if _governs(doc, span) and not _under(doc, span, bans)]
    return sorted(found)


def _ends_clause(doc: Doc, span: Span) -> bool:
    """Tell "scraping is not prohibited" from "nothing prohibits you from scraping", which governs what follows."""
    following = {token.lower_ for token in doc[span[1] : span[1] + 4]}
    return not following & {"you", "customer", "licensee", "users", "party", "us", "from", "to"}


def _opening(doc: Doc) -> list[Span]:
    """Return where an item opens with "not", "never" or "no" and a gerund."""
    found = []
    for at, token in enumerate(doc[:-1]):
        opens = at == 0 or doc[at - 1].text in OPENS_ITEM
        following = doc[at + 1].lower_
        if opens and (token.lower_ in ("not", "never") or (token.lower_ == "no" and following.endswith("ing"))):
            found.append((at, at + 1))
    return found


def _under(doc: Doc, span: Span, bans: list[Span]) -> bool:
    """Tell whether this verb is itself what is forbidden ("shall not represent", "nobody will, or will try to")."""
    between = [doc[end : span[0]] for _, end in bans if 0 <= span[0] - end <= 3]
    return any(len(words) <= 1 or all(token.text in (",", "or", "nor") for token in words) for words in between)


def _longest(spans: list[Span]) -> list[Span]:
    return [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]


def _free(spans: list[Span], taken: list[Span]) -> list[Span]:
    return [span for span in spans if not any(start < span[1] and span[0] < end for start, end in taken)]


def _forbids(doc: Doc, span: Span) -> bool:
    following = doc[span[1]].lower_ if span[1] < len(doc) else ""
    if following in ("be", "been") and span[1] + 1 < len(doc):
        following = doc[span[1] + 1].lower_
    if span[0] and doc[span[0] - 1].lower_ in RELATIVES and doc[span[0]].lower_ in ("do", "does", "is", "are", "can"):
        return False
    return following not in NO_BAN_AFTER and not _conditional(doc, span[0]) and not _by_law(doc, span)


def _governs(doc: Doc, span: Span) -> bool:
    """Return False for "content that may offend" and "if you can": they allow nothing."""
    before = doc[span[0] - 1].lower_ if span[0] else ""
    if before in JOINS and doc[span[0]].lower_ in BARE_VERBS:
        return False
    if (
        before in RELATIVES
        or (before in ("any", "no") and doc[span[0]].lower_.startswith(("right", "licen", "permission")))
        or _conditional(doc, span[0])
    ):
        return False
    return not _by_law(doc, span)


def _conditional(doc: Doc, at: int) -> bool:
    """Tell whether the operator stands in a condition ("if you do not", "where we may")."""
    for back in range(1, 6):
        if at - back < 0:
            return False
        word = doc[at - back].lower_
        if word in CONDITIONS:
            return True
        if word in (",", ";", ":", ")"):
            return False
    return False


def _by_law(doc: Doc, span: Span) -> bool:
    """Tell whether this is what the law does ("to the extent such restriction is prohibited by law")."""
    after = [token.lower_ for token in doc[span[1] : span[1] + 6]]
    before = [token.lower_ for token in doc[max(0, span[0] - 6) : span[0]]]
    if after[:1] and after[0] in ("by", "under"):
        return bool(LAW & set(after))
    if set(before[-3:]) & (RELATIVES | {"would"}) and doc[span[0]].lower_.startswith(("prohibit", "forbid")):
        return True
    if LAW & set(before[-3:]) and doc[span[0]].lower_.startswith(("prohibit", "forbid", "permit", "allow")):
        return True
    return "extent" in before and ("restriction" in before or "law" in before)
