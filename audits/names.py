"""Blocks in; out come the company that was examined, its system, and what does not agree between the report's parts.

One company, one scope and one list of subservice organisations should stand throughout; where the auditor's letter and
the other parts name different ones, that is something to ask about.
"""

import re
from collections.abc import Iterator, Sequence

from audits.letter import opens_assertion, quote_of
from audits.model import Fact, Quote
from audits.scope import SUBSERVICE
from documents.model import Block

_WORD = r"[A-Z][\w&'’.-]*"
_NAME = rf"(?:the )?{_WORD}(?:,? (?:{_WORD}|of|and|&|for|de)){{0,6}}"
ADDRESSED = re.compile(
    rf"^(?i:to:? (?:the )?(?:(?:management|board|directors|stakeholders)\b[^.]{{0,60}}? of )?)(?P<name>{_NAME})"
)
OF_COMPANY = re.compile(
    rf"\bdescription of (?P<name>{_NAME})(?:['’]s)? (?:of )?(?:its|their)\b"
    rf"|\bof (?P<other>{_NAME})['’]s? (?:description|system)\b"
)
ASSERTED_BY = re.compile(
    rf"\b[Mm]anagement of (?P<name>{_NAME})|\b[Aa]ssertion (?:of|by) (?:the )?(?:management of )?(?P<other>{_NAME})"
    rf"|^(?P<third>{_NAME})['’]s? management['’]?s? assertion"
)
CERTIFIED = re.compile(
    rf"\b(?i:certify that|certified organi[sz]ation|certificate holder|organi[sz]ation|client|company)\b\W{{0,3}}"
    rf"(?:the (?:information security |AI |privacy )?management system of:? ?)?(?P<name>{_NAME})"
)
SYSTEM = re.compile(
    r"\bdescription of (?:[A-Z][^\n]{0,80}? of )?(?:its|their|the) (?P<system>[^.,;()]{3,120}?)"
    r"(?= (?:system )?(?:throughout|as of|as at|for the period|found in|titled|for (?:processing|its|user))|,|\(|\.|$)"
    r"|\bcontrols (?:within|over|of) (?:the|its) (?P<controls>[A-Z][^.,;()]{3,120}?)"
    r"(?= (?:were|was|throughout|is|are)\b)"
    r"|\bfor (?:its|the) (?P<operations>[A-Z][^,;]{3,160}? operations\b[^,;]{0,120})"
)
CERTIFIED_SCOPE = re.compile(
    r"\b(?:scope(?: of (?:certification|registration|the certificate))?|for the following (?:scope|activities))"
    r"\s*[:–-]\s*"
    r"(?P<value>[^\n]{10,600}?)(?=\s+(?-i:[A-Z][\w]*(?: \w+){0,3}):|\s(?-i:For and on behalf)|$)",
    re.IGNORECASE,
)
USES = re.compile(
    rf"\b(?:uses?|engages?|relies on|outsources? to|provided by|organi[sz]ations?,?)(?: the services of)? "
    rf"(?P<name>{_NAME})"
)
FORMS = re.compile(
    r",? (?:inc|llc|ltd|limited|gmbh|ag|corp|corporation|company|co|plc|llp|pbc|as|b\.?v|s\.?a|oy|ab|se)\b\.?|['’]s?$",
    re.I,
)
FORMED = re.compile(r"^.*?\b(?:Inc|LLC|Ltd|Limited|GmbH|AG|Corp|Corporation|PLC|plc|LLP|PBC|B\.V|S\.A|Oy|AB)\b\.?")
DULL = frozenset(
    {"the", "of", "and", "group", "management", "report", "section", "company", "organization", "organisation"}
)
MOST, ASSERTION_BLOCKS = 30, 40


def company_of(letter: Sequence[Block], blocks: Sequence[Block]) -> Fact | None:
    """Return the company: whom the letter is addressed to, whose system is described, or who is certified."""
    for pattern, where in (
        (ADDRESSED, letter),
        (OF_COMPANY, letter),
        (CERTIFIED, blocks[:MOST]),
        (OF_COMPANY, blocks[:MOST]),
    ):
        found = next(_named(pattern, where), None)
        if found is not None:
            return found
    return None


def system_of(letter: Sequence[Block], blocks: Sequence[Block], *, certificate: bool) -> Fact | None:
    """Return what was examined in the letter's words, or the scope of a certificate."""
    pattern, where = (CERTIFIED_SCOPE, blocks) if certificate else (SYSTEM, letter or blocks[:MOST])
    for block in where:
        if match := pattern.search(block.text):
            group = match.lastgroup or "value"
            words = match[group].strip()
            start = match.start(group) + len(match[group]) - len(match[group].lstrip())
            return Fact(value=words, quote=quote_of(block, start, start + len(words)))
    return None


def other_companies(company: Fact | None, blocks: Sequence[Block]) -> tuple[Fact, ...]:
    """Return companies that management's assertion is made for and that share no word with the one examined."""
    if company is None:
        return ()
    start = next((n for n, block in enumerate(blocks) if opens_assertion(block)), None)
    if start is None:
        return ()
    found: dict[str, Fact] = {}
    for fact in _named(ASSERTED_BY, blocks[start : start + ASSERTION_BLOCKS]):
        own = plain_name(fact.value)
        if own and not own & plain_name(company.value):
            found.setdefault(" ".join(sorted(own)), fact)
    return tuple(found.values())


def named_once(letter: Sequence[Block], blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return subservice organisations that only the letter, or only the other parts name, where both name some."""
    inside = {block.number for block in letter}
    one = subservice_names(letter)
    other = subservice_names([block for block in blocks if block.number not in inside])
    if not one or not other:
        return ()
    lonely = [
        quote for own, rest in ((one, other), (other, one)) for key, quote in own.items() if not _known(key, rest)
    ]
    return tuple(lonely)


def _known(key: str, names: dict[str, Quote]) -> bool:
    words = set(key.split())
    return any(words <= set(name.split()) or words >= set(name.split()) for name in names)


def subservice_names(blocks: Sequence[Block]) -> dict[str, Quote]:
    """Return the names of subservice organisations that sentences give, by their plain words."""
    found: dict[str, Quote] = {}
    for block in blocks:
        if not SUBSERVICE.search(block.text):
            continue
        for match in USES.finditer(block.text):
            words = plain_name(match["name"])
            if words:
                found.setdefault(" ".join(sorted(words)), quote_of(block, match.start("name"), match.end("name")))
    return found


def plain_name(name: str) -> frozenset[str]:
    """Return the words of a company's name that tell it from others, in lower case."""
    return frozenset(re.findall(r"\w{2,}", FORMS.sub("", name).lower())) - DULL


def company_words(name: str) -> str:
    """Return a name up to its legal form: what follows is an address or the next line."""
    formed = FORMED.match(name)
    return (formed[0] if formed else name.rstrip(".")).strip(" ,:")


def _named(pattern: re.Pattern[str], blocks: Sequence[Block]) -> Iterator[Fact]:
    for block in blocks:
        for match in pattern.finditer(block.text):
            name = match.lastgroup or ""
            words = company_words(match[name]) if name else ""
            if plain_name(words):
                start = match.start(name)
                yield Fact(value=words, quote=quote_of(block, start, start + len(words)))
