"""Reads which law governs a contract."""

import re

from clauses.facts.passages import fact, passages
from clauses.model import Fact
from clauses.vocabulary import word_set
from documents.model import Document

GOVERNED = re.compile(
    r"\b(?:govern(?:ed|s)?|construed|interpreted|enforced|controlled|applied|application|subject to)\b", re.IGNORECASE
)
OF_CONTRACT = re.compile(
    r"\b(?:agreement|contract|terms?|addendum|amendment|policy|letter|disputes?|order|hereunder)\b", re.IGNORECASE
)
OF_OTHERS = re.compile(
    r"\b(?:opinion|counsel|organi[sz]ed|incorporated under|(?<!governed by the )bankrupt\w*|liquidat\w*|"
    r"indemnify)\b",
    re.IGNORECASE,
)
# The sentence about this very contract goes before sentences about its parties, notes or other papers.
OF_THIS = re.compile(
    r"\b(?:this|the) (?:\w+ ){0,3}(?:agreement|contract|amendment|addendum|terms)\b[^.]{0,240}?"
    r"\b(?:governed|construed)\b",
    re.IGNORECASE,
)
_PLACE_WORD = r"(?:[A-Z][\w.’'-]*)"
_PLACE = rf"{_PLACE_WORD}(?:(?: (?:of|and|the|of the)| ?,)? ?{_PLACE_WORD}){{0,5}}"
_OF = (
    r"(?:the )?(?:(?:[Ss]tate|STATE|[Cc]ommonwealth|[Pp]rovince|Republic|Kingdom|Territory|"
    r"Government|country)(?: and \w+)? of (?:the )?)?"
)
LAWS_OF = re.compile(
    rf"\b[Ll]aws?(?:, (?i:other than) [^,]{{1,40}},|(?: \w+){{0,3}}?) (?:of|in|from)(?: and in)? "
    rf"(?P<place>{_OF}{_PLACE})"
)
PLACE_LAW = re.compile(
    rf"\b(?:by|under|with|to) (?:and \w+ (?:in accordance )?(?:with|under|"
    rf"by) )?(?:the )?(?:(?:internal|substantive|domestic) )?"
    rf"(?P<place>(?:State of )?{_PLACE}) (?:state |State )?[Ll]aws?\b"
)
LEADING = re.compile(
    r"^(?:the )?(?:federal republic|state|commonwealth|province|territory|country|government) of (?:the )?",
    re.IGNORECASE,
)
TRAILING = re.compile(
    r"[\s,]+(?:and|of|the|without|with|u\.?s\.?a?\.?|usa|united states(?: of america)?|applicable|"
    r"excluding|as|notwithstanding)$",
    re.IGNORECASE,
)
NO_PLACE = re.compile(
    r"^(?:the )?(?:other|section|article|agreement|this|such|any|state|company|court|jurisdiction|applicable|"
    r"federal|party|parties|law|country|conflict\w*|contract\w*|the$|general|incorporation|bankruptcy|copyright)\b",
    re.IGNORECASE,
)
FEDERAL = re.compile(
    r"\b[Ll]aws? of (?:the )?(?:U\.S\.|United States(?: of America)?),? and,?(?: [^.;]{0,60}?\b[Ll]aws?)?(?: of)?"
    r"(?= the )"
)
STATE = re.compile(rf"\b(?:State|Commonwealth|Province) of (?P<place>{_PLACE})")
OF_THAT_STATE = re.compile(r"\b[Ll]aws? (?:of (?:that|such|said) [Ss]tate|thereof)\b")
# Short and adjective forms -> the name that a reader looks for.
NAMES = {
    "PRC": "People's Republic of China",
    "P.R.C.": "People's Republic of China",
    "English": "England",
    "Scottish": "Scotland",
    "Italian": "Italy",
    "French": "France",
    "German": "Germany",
    "Dutch": "Netherlands",
    "Swiss": "Switzerland",
    "Israeli": "Israel",
    "Japanese": "Japan",
}
# Words of a governing clause that are no names, also when the clause stands in capitals.
NO_NAMES = word_set(
    "of and the law laws by in with to under without regard giving effect conflict conflicts principles rules any "
    "shall be governed construed interpreted enforced accordance agreement this that which applicable contracts made "
    "performed therein within as for or its other jurisdiction provisions choice entered into exclusive internal"
)


def governing_law(document: Document) -> Fact | None:
    """Return the state or country whose law governs, as "New York"; the quote is the sentence that says so."""
    other: Fact | None = None
    for block, start, end in passages(document, ("law",)):
        text = block.text[start:end]
        if not GOVERNED.search(text) or not OF_CONTRACT.search(text) or OF_OTHERS.search(text):
            continue
        place = _place(text)
        if place and OF_THIS.search(text):
            return fact("governing_law", place, block, start, end)
        other = other or (fact("governing_law", place, block, start, end) if place else None)
    return other


def _place(text: str) -> str:
    shown = _recased(text) if text.isupper() or _shouts(text) else text
    shown = FEDERAL.sub("laws of", shown)
    for pattern in (LAWS_OF, PLACE_LAW):
        for match in pattern.finditer(shown):
            place = _normal(match["place"])
            if place and not NO_PLACE.match(place):
                return NAMES.get(place, place)
    return _said_before(shown)


def _said_before(text: str) -> str:
    """Return the state that a sentence names before it speaks of "the laws of that state" or "the laws thereof"."""
    state = STATE.search(text)
    return _normal(state["place"]) if state and OF_THAT_STATE.search(text, state.end()) else ""


def _normal(place: str) -> str:
    place = LEADING.sub("", place.strip(" .,;")).removeprefix("the ")
    cut = re.split(
        r"[.,;]? (?:Without|Notwithstanding|Excluding|As|Applicable|Any|The|Each|Regardless|Exclusive)\b", place
    )[0]
    while (shorter := TRAILING.sub("", cut).strip(" ,;")) != cut:
        cut = shorter
    return cut.removesuffix(".") if not re.search(r"\b[A-Z]\.[A-Z]\.$", cut) else cut


def _shouts(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(letter.isupper() for letter in letters) > 0.7 * len(letters)


def _recased(text: str) -> str:
    """Return capitals as names and the words of a governing clause in lower case, so that places stand out."""
    return " ".join(word.lower() if word.strip(".,;()").lower() in NO_NAMES else word.title() for word in text.split())
