"""Reads when a contract was made, from when it applies and when it ends."""

import re
from datetime import date

from clauses.facts.dates import DATE, dates_in, later
from clauses.facts.passages import fact, opening, passages
from clauses.model import Fact
from clauses.numbers import NUMBER, read_number
from documents.model import Block, Document

NEAR = 70  # characters between a date and the words that say what it is
MADE = re.compile(
    r"\b(?:dated|date|made|entered|as of|executed|effective|this|signed|on|by and|agreement)\b[^.]{0,60}$",
    re.IGNORECASE,
)
BLANK = re.compile(
    r"\bthis\s*(?:_{2,}|\[[^\]]{0,9}\]|,)?\s*(?:th\s)?day of\b|(?:as of|dated)\s*(?:_{2,}|,\s*(?:19|"
    r"20)\d\d|\[[\s_*]*\])",
    re.IGNORECASE,
)
NOT_MADE = re.compile(
    r"\b(?:filed|act of|amend\w*|prior|previous\w*|fiscal|original\w*|that certain|ended|expir\w*|"
    r"until|rev\.?|source)\b"
    r"[^.]{0,40}$",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\bdate[ds]?\s?:?\s*$", re.IGNORECASE)

DATE_IS_EFFECTIVE = re.compile(
    r"\b(?:effective(?: (?:as of|on|from|date))?|commenc\w+|beginning|begins?|takes? effect|in force)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
NAMES_EFFECTIVE = re.compile(r"^[^.;]{0,30}[(\[][^)]{0,30}\b(?:Effective|Commencement|Start)\s?Date", re.IGNORECASE)
DEFINES_EFFECTIVE = re.compile(
    r"(?:Effective|Commencement|Start)\s?Date[”\"']?(?: of this \w+)?\s*(?:\)|:|-|\bis\b|\bmeans\b|"
    r"\bshall (?:be|mean)\b|\bwill be\b)"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)

ENDS = re.compile(
    r"\b(?:until|through|thru|expir\w+|terminat\w+|end(?:s|ing)?|up to and including|to|later than)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
OF_CONTRACT = re.compile(
    r"\b(?:term|agreement|contract|addendum|appointment|engagement|expir\w+|licen[cs]e|"
    r"initial period)\b",
    re.IGNORECASE,
)
LASTS = re.compile(
    r"\b(?:term|agreement|contract|period|appointment)\b.{0,250}?"
    r"(?:\bfor\b|\bis\b|\bbe\b|\bof\b|\bend\b|\bcontinue\b|\buntil\b|\bexpires?\b|\bterminates?\b|"
    r"\bdate\b|\beffect\b|[:,])"
    rf".{{0,45}}?(?P<number>{NUMBER})\s?-?(?:\s?\(s\))?\s?(?:full |consecutive |calendar |contract )?"
    r"(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(
    r"\b(?P<nth>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|fifteenth|twentieth)\b"
    r"[^.;]{0,12}\banniversary\b",
    re.IGNORECASE,
)
NTH = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1
    )
} | {"fifteenth": 15, "twentieth": 20}
OTHER_PERIOD = re.compile(
    r"\b(?:notice|upon (?:a |any |the )?(?:expiration|termination)|surviv\w*|confidential\w*|"
    r"after (?:the )?(?:expiration|termination)|"
    r"following (?:the )?(?:expiration|"
    r"termination)|warrant\w*|records?|renew\w*|during|inspect\w*|extend\w*|audit\w*|insurance|"
    r"non-?compet\w*|invoice\w*|interest)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"\b(?:term|continu\w*|in (?:full )?(?:force|effect)|remain\w*|commenc\w*|begin\w*|expir\w*|"
    r"initial|terminat\w*|starts|ends|runs|lasts)\b",
    re.IGNORECASE,
)
OF_THE_WHOLE = re.compile(
    r"\binitial (?:term|period)\b|\bterm of (?:this|the) \w+|\b(?:this|the) (?:\w+ )?(?:agreement|"
    r"contract)[^.;]{0,80}?"
    r"\b(?:shall|will|is|commences?|begins|starts|runs|lasts|becomes|remains?|continues?|expires)\b|"
    r"\b(?:the|this) [“\"]?term[”\"]? (?:shall|will|is|begins|commences)\b",
    re.IGNORECASE,
)
LONGEST_MONTHS = 1200


def agreement_date(document: Document) -> Fact | None:
    """Return the day on which the contract was made: the first date of its opening that is said to be that.

    A blank to be filled in gives nothing. Without such words the first date alone, then a signature's, counts.
    """
    bare: Fact | None = None
    for block, text in opening(document):
        blank = BLANK.search(text)
        for dated in dates_in(text):
            before = text[max(0, dated.start - NEAR) : dated.start]
            if NOT_MADE.search(before) or (blank and blank.start() < dated.start):
                continue
            found = fact("agreement_date", dated.day.isoformat(), block, dated.start, dated.end)
            if MADE.search(before):
                return found
            if bare is None and dated.start < 400:
                bare = found
        if blank:
            return None
    return bare or _signature_date(document)


def _signature_date(document: Document) -> Fact | None:
    """Return the last date that follows "Date:" among the signatures."""
    for block in reversed(document.blocks):
        for dated in reversed(list(dates_in(block.text))):
            if SIGNED.search(block.text[: dated.start][-12:]):
                return fact("agreement_date", dated.day.isoformat(), block, dated.start, dated.end)
    return None


def effective_date(document: Document, agreed: Fact | None) -> Fact | None:
    """Return the day from which the contract applies; it is the day it was made when nothing else is said."""
    for block, start, end in passages(document, ("effective", "commence", "begin", "start date")):
        text = block.text[start:end]
        for dated in dates_in(text):
            before, after = text[max(0, dated.start - NEAR) : dated.start], text[dated.end : dated.end + NEAR]
            named = NAMES_EFFECTIVE.search(after) or DEFINES_EFFECTIVE.search(before)
            if named or (DATE_IS_EFFECTIVE.search(before) and _of_contract(text)):
                return fact("effective_date", dated.day.isoformat(), block, start + dated.start, start + dated.end)
    if agreed is None:
        return None
    block = document.blocks[[each.number for each in document.blocks].index(agreed.block)]
    return fact("effective_date", agreed.value, block, agreed.start, agreed.end)


def _of_contract(text: str) -> bool:
    return bool(re.search(r"\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|term|addendum)\b", text, re.IGNORECASE))


def expiration_date(document: Document, begins: Fact | None) -> Fact | None:
    """Return the day on which the contract ends: stated, or its first day and its initial term added up."""
    words = (
        "term",
        "expir",
        "continue",
        "in effect",
        "in force",
        "period",
        "anniversary",
        "runs for",
        "lasts for",
        "ends on",
    )
    computed: Fact | None = None
    for block, start, end in passages(document, words):
        text = block.text[start:end]
        if not OF_CONTRACT.search(text):
            continue
        stated = _stated_end(block, start, text)
        if stated is not None:
            return stated
        computed = computed or _computed_end(block, start, text, begins)
    return computed


def _stated_end(block: Block, start: int, text: str) -> Fact | None:
    if not BEGINS.search(text):
        return None
    for dated in dates_in(text):
        before = text[max(0, dated.start - NEAR) : dated.start]
        cut = max((each.end() for each in DATE.finditer(before)), default=0)
        if ENDS.search(before[cut:]) and not OTHER_PERIOD.search(before):
            return fact("expiration_date", dated.day.isoformat(), block, start, start + len(text))
    return None


def _computed_end(block: Block, start: int, text: str, begins: Fact | None) -> Fact | None:
    months, at = _length(text)
    if not months or not OF_THE_WHOLE.search(text) or not BEGINS.search(text) or OTHER_PERIOD.search(text[:at]):
        return None
    own = [
        dated.day
        for dated in dates_in(text)
        if DATE_IS_EFFECTIVE.search(text[max(0, dated.start - NEAR) : dated.start])
    ]
    first = own[0] if own else date.fromisoformat(begins.value) if begins else None
    if first is None:
        return None
    return fact("expiration_date", later(first, months=months).isoformat(), block, start, start + len(text))


def _length(text: str) -> tuple[int, int]:
    """Return the months that a sentence gives the contract, and where it says so; 0 months for none."""
    anniversary = ANNIVERSARY.search(text)
    if anniversary:
        return 12 * NTH[anniversary["nth"].lower()], anniversary.start()
    match = LASTS.search(text)
    if match is None:
        return 0, 0
    number = read_number(match["number"]) or 0
    months = number * (12 if match["unit"].lower().startswith("year") else 1)
    whole = months == int(months) and months <= LONGEST_MONTHS
    return (int(months) if whole else 0), match.start("number")
