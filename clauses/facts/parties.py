"""Reads between whom a contract is made."""

import re
from dataclasses import replace
from itertools import pairwise

from clauses.facts.passages import fact, opening
from clauses.model import Fact
from clauses.sentences import spans
from documents.model import Block, Document

BETWEEN = re.compile(r"\b(?:between|Between|Among|among|amongst|BETWEEN|AMONG)\b|\bParty [A-D]\s?:")
STOPS = re.compile(r"\b(?:WHEREAS|WITNESSETH|RECITALS|R E C I T A L S|NOW,? THEREFORE)\b|\bBackground\b")
_FORM = (
    r"(?:Inc|INC|inc|Incorporated|INCORPORATED|LLC|L\.L\.C|LLP|L\.P|LP|Ltd|LTD|Limited|LIMITED|Corp|CORP|"
    r"Corporation|CORPORATION|"
    r"Company|COMPANY|Co|CO|GmbH(?: & Co\.? KG)?|GMBH|AG|S\.A|SA|S\.A\.S|SAS|B\.V|BV|N\.V|NV|PLC|plc|Plc|PBC|Pty|AB|"
    r"S\.p\.A|S\.R\.L|S\.r\.l|S\.À R\.L|S\.à r\.l|Ltda|A/S|S/A|G\.I\.E|ASA|Oy|KG|Bank|BANK|N\.A|Trust|TRUST|"
    r"Fund|FUND|University|Partnership|L\.C|Association|PTE)"
)
_WORD = (
    r"(?:(?:[A-Z0-9]|[a-z]-?(?=[A-Z])|[a-z]-(?=[a-z])|[a-z]-?[a-z0-9]*(?=\.com|-on\b|\d))"
    r"[\w&.’'/-]*(?:\([A-Z]\w*\))?(?:,? \([A-Z][A-Za-z]+\)){0,2})"
)
_JOIN = r"(?: (?:of|and|&|the|for|de|-|/)|,)?"
FORMED = re.compile(rf"{_WORD}(?:{_JOIN} {_WORD}(?: ?\([A-Z]\w+\))?){{0,7}}?,? {_FORM}\b\.?(?:,? {_FORM}\b\.?)*")
_LEAD = (
    r"(?:between|(?:made|into) by|Between|Among|among|amongst|BETWEEN|AMONG|and|AND|And|;|:|\(\w{1,3}\)|,|&|parties)"
)
_END = (
    r"(?= \([A-Z][A-Z& ]{1,14}\)|,? ?\((?:the |hereinafter|hereafter|"
    r"herein|“|\"|'|collectively|together|referred|formerly|a |"
    r"an )|,? (?:an?|the) "
    r"[\w\s.,-]{0,60}?(?:corporation|company|limited|partnership|trust|organi[sz]ation|entity|"
    r"association|individual|person|bank|subsidiary|business|institution|institute|university|society|agency|authority|firm|foundation|"
    r"cooperative|city|municipality|citizen|resident)"
    r"|,? (?:having|with (?:its|an?|offices|principal|a place)|located|whose|hereinafter|hereafter|"
    r"organi[sz]ed|incorporated|existing|residing|acting)\b)"
)
DESCRIBED = re.compile(rf"{_LEAD}\s+(?:by and between |the )?(?P<name>[A-Z0-9][^;:()\"“”]{{1,70}}?){_END}")
# "between Alder and Fir": two names and nothing else that would show where they end.
PLAIN = re.compile(
    rf"\b[Bb]etween (?P<one>{_WORD}(?: (?:& |of )?{_WORD}){{0,5}}) and "
    rf"(?P<other>{_WORD}(?: (?:& |of )?{_WORD}){{0,5}})(?=[.,;( ]|$)"
)
ALIAS_AFTER = re.compile(r"[^();]{0,160}\([^()]{1,120}\)")
TITLES = re.compile(r"^(?:\d{1,2}[.)]|by and between|and|the|AND|between|BETWEEN|among|professional golfer,?)\s+")
NO_PARTY = re.compile(
    r"^(?:Effective|Agreement|Exhibit|State|Delaware|This|Party|Parties|Section|Schedule|Date|Suite|A|"
    r"An|Each|Whereas|LLC|Inc|"
    r"Limited|Company|Corporation|Trust|Fund|Co|Ltd|Avenue|Street|United States|Corp|[\d\W]+|"
    r"\d.*(?:Street|Road|Avenue|Drive).*)\b[.,]?$"
)
JURISDICTION_FORM = re.compile(
    r"^(?:a |an )?(?:State of )?(?:Delaware|Nevada|California|New York|Texas|Florida|Tennessee|"
    r"Maryland|Ohio|Colorado|Washington|"
    r"Virginia|Massachusetts|Pennsylvania|Minnesota|Illinois|Georgia|New Jersey|Canadian|British|"
    r"Ontario|Israeli?|Japanese|Dutch|German|"
    r"Swiss|English|Korean|Chinese)(?: \w+){0,3}$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\d{4,}|\bSuite\b|\b(?:Street|Avenue|Drive|Road)\b|, (?:USA|United \w+|[A-Z]{2})(?:,|$)|"
    r"^[A-Z]{0,3}\d|\b[A-Z]{2}\d \d[A-Z]{2}"
)
# "2205925 Ontario Limited" has figures and is a company all the same.
ENDS_IN_FORM = re.compile(rf"^[^,]*,? {_FORM}\b\.?$")
PREDICATE = re.compile(
    r" (?:are|is|shall|may|will|wish|hereby|agrees?)(?: |$)|^(?:of|including|conditions) ", re.IGNORECASE
)
GOES_ON = re.compile(r"(?:\band|&|,|;|-)\s*$", re.IGNORECASE)
# A paragraph that only goes on describing a party: "(hereinafter “Alder”)", "with an office at".
DESCRIBES_ON = re.compile(r"^\s*(?:[(—–-]|with\b|having\b|whose\b|[a-z])")
LABELLED = re.compile(r"^Party [A-D]\s?:")
YOU = re.compile(r"\b(?:and|between) (you|YOU|You)\b(?! (?:and|may|agree))")
SIGNS = re.compile(r"(?:\bBy\s?:|/s/)")
SIGNATURES = 600
LONGEST_TITLE = 160
MOST_BLOCKS = 10
AND_ANOTHER = re.compile(r"^\W*and\b", re.IGNORECASE)
IS_ALIASED = re.compile(r"[^()]{0,160}\((?:the |hereinafter |collectively, )?[“\"\']")
LAW_OF = re.compile(r"\b(?:of|in) (?:the )?$")
# What the contract calls all of them: "each a “Party” and together the “Parties”".
PARENTHESIS = re.compile(r"\(([^()]{8,300})\)")
CALLED_PARTY = re.compile(r"[“\"‘']\s?part(?:y|ies)\b", re.IGNORECASE)
ALL_OF_THEM = re.compile(r"\b(?:individually|collectively|each|together|separately|jointly|both)\b", re.IGNORECASE)
LONGEST_GROUP = 360
GROUP_MARK = " — "
MOST = 12
LONGEST_QUOTE = 1200


def parties(document: Document) -> Fact | None:
    """Return who makes the contract, joined by "; ", then GROUP_MARK and what it calls them all, where it says so.

    The quote runs from the first name to the last one's alias.
    """
    found = _of_the_opening(list(opening(document)))
    if found is None:
        return _signed(document)
    if ";" in found.value or GROUP_MARK in found.value:
        return found
    signed = _signed(document)
    others = [name for name in signed.value.split("; ") if not _same(name, found.value)] if signed else []
    return replace(found, value="; ".join([found.value, *others[: MOST - 1]]))


def _of_the_opening(blocks: list[tuple[Block, str]]) -> Fact | None:
    introduced = _introduced(blocks)
    for number, (block, text) in enumerate(blocks):
        between = BETWEEN.search(text)
        if between is None:
            continue
        if introduced and introduced.block < block.number and ";" in introduced.value:
            break
        names = _names_from(blocks[number:], between.start())
        if names:
            found = _fact(block, text, names) or _elsewhere(blocks[number + 1 :], names)
            return _with_group(found, [text[between.start() :], *(more for _, more in blocks[number + 1 :])])
    return _with_group(introduced, [text for _, text in blocks])


def _signed(document: Document) -> Fact | None:
    """Return the companies above the signatures at the end of a contract, where someone signs for them."""
    names: dict[str, Block] = {}
    last = document.blocks[len(document.blocks) // 2 :]
    for before, block in pairwise(last):
        signs = SIGNS.search(block.text)
        if signs is None:
            continue
        above = before.text if len(before.text) <= LONGEST_TITLE and signs.start() < LONGEST_TITLE else ""
        for text, of in ((above, before), (block.text[:SIGNATURES], block)):
            for name in _names(text, 0):
                if not any(_same(name, known) for known in names):
                    names[name] = of
    if not names:
        return None
    first = next(iter(names))
    block, start = names[first], names[first].text.find(first)
    return fact("parties", "; ".join(list(names)[:MOST]), block, start, start + len(first)) if start >= 0 else None


def _same(name: str, other: str) -> bool:
    """Tell whether a name stands in another text when marks and capitals do not count."""
    return "".join(filter(str.isalnum, name.casefold())) in "".join(filter(str.isalnum, other.casefold()))


def _names_from(blocks: list[tuple[Block, str]], start: int) -> list[str]:
    """Return the names of the first block after `start`, and of those after it while the list of parties goes on."""
    before = blocks[0][1]
    names = _names(before, start)
    for _, more in blocks[1:MOST_BLOCKS]:
        goes_on = GOES_ON.search(before) or AND_ANOTHER.match(more) or DESCRIBES_ON.match(more)
        if (len(names) >= 2 and not goes_on) or STOPS.search(more[:40]):
            break
        here = _names(more, 0)
        names += [name for name in (here[:1] if LABELLED.match(more) else here) if name not in names]
        before = more
    if not names and (plain := PLAIN.search(blocks[0][1], max(0, start - 1))):
        names = [name.rstrip(".") for name in (plain["one"], plain["other"]) if not NO_PARTY.match(name)]
    return names


def _with_group(found: Fact | None, texts: list[str]) -> Fact | None:
    group = next((said for text in texts if (said := _group(text))), "")
    return replace(found, value=f"{found.value}{GROUP_MARK}{group}") if found and group else found


def _group(text: str) -> str:
    """Return the parenthesis, else the sentence, that gives all parties one name; "" when there is none."""
    said = [match[1] for match in PARENTHESIS.finditer(text)]
    said += [text[start:end].strip("() ") for start, end in spans(text) if end - start <= LONGEST_GROUP]
    return next((each for each in said if CALLED_PARTY.search(each) and ALL_OF_THEM.search(each)), "")


def _introduced(blocks: list[tuple[Block, str]]) -> Fact | None:
    """Return the companies that an opening without "between" introduces with a short name, as letters do."""
    for block, text in blocks:
        names = [name for name in _names(text, 0) if IS_ALIASED.match(text, text.find(name) + len(name))]
        if names:
            return _fact(block, text, names)
    return None


def _names(text: str, start: int) -> list[str]:
    """Return the names after `start` up to the recitals, in the order of the text, each once."""
    stop = STOPS.search(text, start)
    part = text[start : stop.start() if stop else start + 2500]
    found = [(match.start("name"), match["name"]) for match in DESCRIBED.finditer(part)]
    found += [(match.start(1), match[1].capitalize()) for match in YOU.finditer(part)]
    for match in FORMED.finditer(part):
        after_law = LAW_OF.search(part[: match.start()][-10:]) is not None
        skipped = match[0].find(" and ") + 5 if after_law and " and " in match[0] else 0
        found.append((match.start() + skipped, match[0][skipped:]))
    names: list[str] = []
    for _, raw in sorted(found):
        name = _without_address(TITLES.sub("", raw.strip(" ,")))
        if NO_PARTY.match(name) or JURISDICTION_FORM.match(name) or len(name) < 3 or PREDICATE.search(name):
            continue
        if ADDRESS.search(name) and not ENDS_IN_FORM.search(name):
            continue
        names.append(name)
    kept = [name for name in names if not any(name != other and name in other for other in names)]
    return list(dict.fromkeys(kept))[:MOST]


def _without_address(name: str) -> str:
    """Return a name without the end of an address before it: "Austin, TX 70001, and Alder Bank"."""
    return name.rsplit(" and ", 1)[-1] if ADDRESS.search(name) else name


def _fact(block: Block, text: str, names: list[str]) -> Fact | None:
    here = [(text.find(name), name) for name in names if name in text]
    if not here:
        return None
    start = min(at for at, _ in here)
    last, name = max(here)
    alias = ALIAS_AFTER.match(text, last + len(name))
    end = min(alias.end() if alias else last + len(name), start + LONGEST_QUOTE)
    return fact("parties", "; ".join(names), block, start, end)


def _elsewhere(blocks: list[tuple[Block, str]], names: list[str]) -> Fact | None:
    return next((found for block, text in blocks if (found := _fact(block, text, names))), None)
