"""Reads when a contract was made, from when it applies and when it ends."""

import re
from datetime import date
from itertools import pairwise

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
    r"\b(?:filed|act of|amend(?:ed|s|ing)|prior|previous\w*|fiscal|original\w*|that certain|ended|expir\w*|"
    r"until|rev\.?|terminat\w*|previously|means|shall mean|on or before)\b"
    r"[^.]{0,40}$|\bsource: [^.]{0,66}$|\bentered into an? [^.;]{0,60}$",
    re.IGNORECASE,
)
# "This Agreement is made as of": the sentence that says when this very contract was made.
OF_THIS = re.compile(
    r"\bthis\b[^.;]{0,160}\b(?:made|entered|executed|dated|effective)\b[^.;]{0,45}$|\bmade this\s*$", re.IGNORECASE
)
ALONE = re.compile(rf"^\W*(?:dated:?(?: as of)?:?\s*)?(?:{DATE.pattern})\W*$", re.IGNORECASE)  # a line of its own
MADE_ON = re.compile(
    r"\b(?:is|was) (?:made|entered into|executed)(?: and \w+(?: \w+)?)?(?: (?:as of|on|this))?\s*$", re.IGNORECASE
)
STARTS = re.compile(r"\b(?:effective|commencement) date\W*$", re.IGNORECASE)
FILED = re.compile(r"^\s*Source: .+\d\s*$")  # the line that an electronic filing sets under each page
WITNESSED = re.compile(r"\b(?:in witness whereof|signed|executed)\b[^.]{0,160}$", re.IGNORECASE)
SIGNED = re.compile(r"\bdate[ds]?\s?:?\s*$", re.IGNORECASE)

DATE_IS_EFFECTIVE = re.compile(
    r"\b(?:effective(?: (?:as of|on|from|date))?|commenc\w+|beginning|begins?|takes? effect|in(?:to)? force|"
    r"into effect)\b[^.;]{0,45}$",
    re.IGNORECASE,
)
NAMES_EFFECTIVE = re.compile(r"^[^.;]{0,30}[(\[][^)]{0,30}\b(?:Effective|Commencement|Start)\s?Date", re.IGNORECASE)
DEFINES_EFFECTIVE = re.compile(
    r"(?:Effective|Commencement|Start)\s?Date[”\"']?(?: of this \w+)?\s*(?:\)|:|-|\bis\b|\bmeans\b|"
    r"\bshall (?:be|mean)\b|\bwill be\b)"
    r"(?:[^.;]|\.m\.?(?= )){0,50}$",
    re.IGNORECASE,
)

ENDS = re.compile(
    r"\b(?:until|through|thru|expir\w+|terminat\w+|conclud\w+|end(?:s|ing)?|up to and including|to|later than)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
OF_CONTRACT = re.compile(
    r"\b(?:term|agreement|contract|addendum|appointment|engagement|expir\w+|licen[cs]e|"
    r"initial period|(?:termination|expiration|end) date)\b",
    re.IGNORECASE,
)
LASTS = re.compile(
    r"\b(?:term|agreement|contract|period|appointment|force|effect)\b.{0,250}?"
    r"(?:\bfor\b|\bis\b|\bbe\b|\bof\b|\bend\b|\bcontinue\b|\buntil\b|\bexpires?\b|\bterminates?\b|"
    r"\bdate\b|\beffect\b|[:,])"
    rf".{{0,45}}?(?P<number>{NUMBER})\s?-?(?:\s?\([A-Za-z]\))?\s?(?:full |consecutive |calendar |contract )?"
    r"(?P<unit>years?|months?)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(
    rf"\b(?P<years>{NUMBER})[ -]years? anniversary\b|"
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
    r"termination)|warrant\w*|records?|renew\w*|during|inspect\w*|extended|extensions?|audit\w*|insurance|"
    r"non-?compet\w*|invoice\w*|interest)\b",
    re.IGNORECASE,
)
BEGINS = re.compile(
    r"\b(?:term|continu\w*|in (?:full )?(?:force|effect)|remain\w*|commenc\w*|begin\w*|expir\w*|"
    r"initial|terminat\w*|starts|ends|runs|lasts)\b",
    re.IGNORECASE,
)
OF_THE_WHOLE = re.compile(
    r"\b(?:this|the) (?:\w+ )?(?:agreement|contract)[^.;]{0,160}\binitial (?:term|period)\b|"
    r"\binitial (?:term|period)\b[”\"’)]*\s(?:shall|will|is|means|begins|commences)\b|"
    r"\b(?:shall|will) remain in (?:full )?(?:force|effect)\b|^\W*(?:termination|expiration|end) date\s*:|"
    r"\bthis [A-Z]\w+ (?:shall|will) (?:expire|continue|remain|terminate)\b|"
    r"\bterm of (?:this|the) \w+|\b(?:this|the) (?:\w+ )?(?:agreement|"
    r"contract)[^.;]{0,80}?"
    r"\b(?:shall|will|is|commences?|begins|starts|runs|lasts|becomes|remains?|continues?|expires)\b|"
    r"\b(?:the|this) [“\"]?term[”\"]? (?:shall|will|is|begins|commences)\b|"
    r"^\W*(?:\w{1,3}\W+)?(?:initial |contract |service )?(?:term|period)[”\"]? (?:shall mean|means)\b",
    re.IGNORECASE,
)
# What only says that the contract may end sooner; it says nothing of when it ends.
UNLESS = re.compile(
    r"\bunless\b[^,;.]{0,160},|,\s*(?:unless|subject to)\b[^,;.]{0,160}(?=,|\bshall\b|\bwill\b)", re.IGNORECASE
)
# A quarter or a phase of the term is not the term.
A_PART = re.compile(
    r"[“\"'](?:\w+ ){0,2}(?:quarter|year)s?[”\"'] (?:means|shall|refers)|"
    r"\b(?:phase-out|remaining term|agreement quarters?|price increase|each succeeding)\b|"
    r"^\W*(?:\w{1,3}[.)]\s+)?during the (?:initial )?term\b",
    re.IGNORECASE,
)
# "3. Term and Renewal": a heading that stands before its sentence.
HEADED = re.compile(r"^\W*(?:\d[\d.]*\W+)?Term(?:,? (?:and|&) [A-Z]\w+)+\.?\s")
OF_NOTICE = re.compile(r"^[^.;,]{0,40}\b(?:notice|grace)\b", re.IGNORECASE)
# "Hamburg, 19 November 2012" above the signatures.
PLACE_AND_DAY = re.compile(r"^[A-Z][\w/ -]{2,30}, ?$")
SHORT = 120
LONGEST_MONTHS = 1200


def agreement_date(document: Document) -> Fact | None:
    """Return the day on which the contract was made: the first date of its opening that is said to be that.

    Words about this very contract go before others. A blank to be filled in gives nothing. Without such words the
    first date alone counts, then the day on which it was signed.
    """
    alone: Fact | None = None
    this: Fact | None = None
    said: Fact | None = None
    bare: Fact | None = None
    above = ""
    for block, text in opening(document):
        blank = BLANK.search(text)
        for dated in dates_in("" if FILED.match(text) else text):
            before = text[max(0, dated.start - NEAR) : dated.start]
            if blank and blank.start() < dated.start:
                continue
            found = fact("agreement_date", dated.day.isoformat(), block, dated.start, dated.end)
            if MADE_ON.search(before):
                return found
            if NOT_MADE.search(before):
                continue
            if ALONE.match(text) and not STARTS.search(above):
                alone = alone or found
            if OF_THIS.search(text[max(0, dated.start - 240) : dated.start]):
                this = this or found
            elif MADE.search(before):
                said = said or found
            elif dated.start < 400:
                bare = bare or found
        if this or blank:
            return this or alone or said
        above = text
    return alone or said or bare or _signature_date(document)


def _signature_date(document: Document) -> Fact | None:
    """Return the day of "executed this 4th day of April", else the latest date that follows "Date:" at the end."""
    signed: list[tuple[date, Fact]] = []
    for block in reversed(document.blocks):
        for dated in dates_in("" if FILED.match(block.text) else block.text):
            found = fact("agreement_date", dated.day.isoformat(), block, dated.start, dated.end)
            if WITNESSED.search(block.text[max(0, dated.start - 200) : dated.start]):
                return found
            if PLACE_AND_DAY.search(block.text[: dated.start]) and len(block.text) < SHORT:
                return found
            if SIGNED.search(block.text[max(0, dated.start - 24) : dated.start]):
                signed.append((dated.day, found))
    return max(signed, key=lambda each: each[0])[1] if signed else None


def effective_date(document: Document, agreed: Fact | None) -> Fact | None:
    """Return the day from which the contract applies; it is the day it was made when nothing else is said."""
    for block, start, end in passages(document, ("effective", "commenc", "begin", "start date")):
        text = block.text[start:end]
        for dated in dates_in(text):
            before, after = text[max(0, dated.start - NEAR) : dated.start], text[dated.end : dated.end + NEAR]
            named = NAMES_EFFECTIVE.search(after) or DEFINES_EFFECTIVE.search(before)
            if named or (DATE_IS_EFFECTIVE.search(before) and _of_contract(text)):
                return fact("effective_date", dated.day.isoformat(), block, start + dated.start, start + dated.end)
    for above, block in pairwise(document.blocks):
        stands = next(iter(dates_in(block.text)), None)
        if stands and ALONE.match(block.text) and STARTS.search(above.text) and len(above.text) < SHORT:
            return fact("effective_date", stands.day.isoformat(), block, stands.start, stands.end)
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
        "into force",
        "period",
        "anniversary",
        "runs for",
        "lasts for",
        "ends on",
    )
    weak: Fact | None = None
    computed: Fact | None = None
    for block, start, end in passages(document, words):
        text = UNLESS.sub(lambda match: " " * len(match[0]), block.text[start:end])
        if not OF_CONTRACT.search(text) or A_PART.search(text):
            continue
        stated = _stated_end(block, start, text)
        whole = OF_THE_WHOLE.search(text) is not None
        if stated is not None and whole:
            return stated
        weak = weak or stated
        computed = computed or (_computed_end(block, start, text, begins) if whole else None)
    return computed or weak


def _stated_end(block: Block, start: int, text: str) -> Fact | None:
    if not (BEGINS.search(text) or OF_THE_WHOLE.search(text)):
        return None
    for dated in dates_in(text):
        before = text[max(0, dated.start - NEAR) : dated.start]
        cut = max((each.end() for each in DATE.finditer(before)), default=0)
        if ENDS.search(before[cut:]) and not OTHER_PERIOD.search(before):
            return fact("expiration_date", dated.day.isoformat(), block, start, start + len(text))
    return None


def _computed_end(block: Block, start: int, text: str, begins: Fact | None) -> Fact | None:
    months, at = _length(text)
    if (
        not months
        or not BEGINS.search(text)
        or OTHER_PERIOD.search(HEADED.sub("", text[:at]))
        or OF_NOTICE.search(text[at:])
    ):
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
        nth = anniversary["nth"]
        return int(12 * (NTH[nth.lower()] if nth else read_number(anniversary["years"]) or 0)), anniversary.start()
    match = LASTS.search(text)
    if match is None:
        return 0, 0
    number = read_number(match["number"]) or 0
    months = number * (12 if match["unit"].lower().startswith("year") else 1)
    whole = months == int(months) and months <= LONGEST_MONTHS
    return (int(months) if whole else 0), match.start("number")
