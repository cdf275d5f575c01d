"""How far the words of a sentence reach: its enumerated parts, and sentences that are not operative at all."""

import re

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from clauses.lexicon import words
from clauses.matcher import Span
from clauses.sentences import Sentence
from documents.model import BlockKind

DOTTED = re.compile(r"(?:[a-z]|[ivx]{1,5})[.)]$")
ENUMERATOR = re.compile(r"(?:[a-z]{1,2}|[ivx]{1,5}|\d{1,2})$")
DEFINES = re.compile(
    r"^[\s(a-z\d.)]{0,8}[“\"‘'][^”\"’']{1,80}[”\"’'](?:\s*\([^)]*\))?,?\s(?:or [“\"][^”\"]+[”\"] )?"
    r"(?:shall |will |also |as used herein )?(?:means?|refers? to|includes?|ha(?:s|ve) the meaning|is defined)\b"
)
# What another says of its own terms is no promise of this document.
REPORTS = re.compile(r"\b(?:says|states|reads|provides|announced|reported|according to|quoted?s?)\b[^“\"]{0,60}[“\"]")
VERB_OF_RULE = re.compile(
    r"\b(?:shall|will|may|must|can|cannot|is|are|be|was|were|do|does|not|no|never|agrees?|grants?|waives?|disclaims?)\b",
    re.I,
)
LONGEST_TITLE, SHORT_TITLE = 9, 5
WORD = re.compile(r"[^\W\d_]+")
SUMMARY = re.compile(
    r"\b(?:summary|in short|short version|plain english|at a glance|tl;dr|key points)\b", re.IGNORECASE
)


def part(sentence: Sentence, hit: Span) -> tuple[int, Span]:
    """Return where the head of the sentence ends and the enumerated part that holds the hit.

    "You may not (i) copy or (ii) scrape": the head governs each part. Without enumeration the head is empty
    and the part is the whole sentence.
    """
    marks = _marks(sentence.doc)
    if not marks:
        return 0, (0, len(sentence.doc))
    starts = [mark for mark in marks if mark <= hit[0]]
    if not starts:
        return 0, (0, marks[0])
    after = next((mark for mark in marks if mark > hit[0]), len(sentence.doc))
    return marks[0], (starts[-1], max(after, hit[1]))


def marks_within(sentence: Sentence, hit: Span) -> int:
    """Return how many enumerated parts begin inside a match."""
    return sum(hit[0] < mark < hit[1] for mark in _marks(sentence.doc))


def _marks(doc: Doc) -> list[int]:
    kept: list[int] | None = doc.user_data.get("marks")
    if kept is None:
        kept = doc.user_data["marks"] = [at for at in range(len(doc) - 2) if _is_mark(doc, at)]
    return kept


def _is_mark(doc: Doc, at: int) -> bool:
    """Tell whether an enumerator such as "(b)" or "(iv)" begins at this token, within the sentence."""
    if doc[at].text != "(" or doc[at + 2].text != ")" or not ENUMERATOR.match(doc[at + 1].lower_):
        return False
    # "thirty (30) days": a number set out in figures begins no part.
    return at > 2 and not (doc[at + 1].is_digit and doc[at - 1].like_num)


def not_operative(sentence: Sentence) -> str:
    """Return why the sentence promises nothing (a question, a definition, another's words), or ""."""
    text = sentence.text
    if text.endswith("?"):
        return "a question"
    if DEFINES.match(text):
        return "a definition"
    alone = sentence.end == len(sentence.block.text)
    if len(text) < 80 and _title(text) and (not alone or (not sentence.own and text[-1].isalpha())):
        return "a heading"
    if alone and not sentence.own and _bare(text, paragraph=sentence.block.kind is BlockKind.PARAGRAPH):
        return "a heading"
    if REPORTS.search(text):
        return "another party's words"
    return ""


def _title(text: str) -> bool:
    words = WORD.findall(text)
    long = [word for word in words if len(word) > 3]
    return len(words) > 1 and bool(long) and not text.isupper() and all(word[0].isupper() for word in long)


def _bare(text: str, *, paragraph: bool) -> bool:
    """Tell whether a whole block without a verb of duty or right is a heading: in capitals, or a few words."""
    words = WORD.findall(text)
    if not words or not text[-1].isalpha() or VERB_OF_RULE.search(text):
        return False
    named = words[0][0].isupper() and words[0].lower() not in VERBS
    return (text.isupper() and len(words) <= LONGEST_TITLE) or (paragraph and named and len(words) <= SHORT_TITLE)


def is_summary(sentence: Sentence) -> bool:
    """Tell whether the sentence stands under a heading that calls it a summary."""
    return any(SUMMARY.search(heading) for heading in sentence.block.heading_path[-1:])


# A list item that lost its lead-in begins with what is (mostly) forbidden.
VERBS, NO_VERBS, SKIPPED = words("item_verbs"), words("no_item_verbs"), words("skipped")


def fragment(sentence: Sentence) -> bool:
    """Tell whether the sentence begins with a bare verb, as the items of a list do."""
    own = sentence.doc[sentence.own :]
    at = 0
    while at < min(len(own), 40):
        word = own[at].lower_
        if word in ("except", "unless") or (word == "without" and at < 4):
            # "Except as we allow, use the service to ...": the verb follows the comma.
            at = next((n for n in range(at, len(own)) if own[n].text == ","), len(own))
        elif at < 6 and any(token.text == ":" for token in own[at : at + 5]) and word not in VERBS:
            # "Automated access: employ any robot": a title before the verb.
            at = next(n for n in range(at, at + 5) if own[n].text == ":")
        elif word not in SKIPPED and word != "," and not _numbering(own, at):
            return word in VERBS or (word.endswith("ing") and word not in NO_VERBS)
        at += 1
    return False


def _numbering(own: Tokens, at: int) -> bool:
    word = own[at].lower_
    following = own[at + 1].text if at + 1 < len(own) else ""
    return word[:1].isdigit() or bool(DOTTED.match(word)) or (following in (")", ".") and bool(ENUMERATOR.match(word)))
