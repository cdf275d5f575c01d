"""Blocks in; out come what a report covers and what it leaves to others: categories, carve-outs, your controls.

Wording follows the AICPA description criteria (DC 200) for SOC reports: subservice organisations are carved out or
included, and complementary user entity controls are what the customer has to do.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from audits.letter import quote_of
from audits.model import Fact, Quote
from documents.model import Block, BlockKind

CATEGORIES = ("security", "availability", "processing integrity", "confidentiality", "privacy")
CRITERIA = re.compile(r"\btrust services? (?:criteria|categor|principles)", re.IGNORECASE)
SUBSERVICE = re.compile(r"\bsub-?service (?:organi[sz]ation|provider)s?\b", re.IGNORECASE)
NAMES = re.compile(  # who it is or how it is treated, not what is assumed of it or reviewed
    r"\buses\b|\bengages?\b|\boutsourc\w+|\brel(?:y|ies) on\b|\bprovided by\b|\bhost(?:s|ed|ing)\b|\binclude"
    r"|\bcarve|\bcalled\b|\bnamely\b",
    re.IGNORECASE,
)
METHOD = re.compile(r"\b(?P<carve_out>carve[- ]?out)\b|\b(?P<inclusive>inclusive method)\b", re.IGNORECASE)
YOURS = re.compile(
    r"\bcomplementary (?:user|customer)\b|\buser[- ]entity controls\b|\bcustomer responsibilities\b", re.I
)
API = re.compile(r"\bAPIs?\b|\bapplication programming interfaces?\b|\bmodel (?:serving|inference)\b")
LEFT_OUT = re.compile(
    r"\b(?:exclud\w+|not (?:included|covered|in (?:the )?scope|within the scope|part of)|outside (?:the |of )"
    r"|out of scope|does not (?:cover|include|extend))\b",
    re.IGNORECASE,
)
TAKEN_IN = re.compile(
    r"\b(?:in scope|scope of|(?:engaged to|have) examined?|includ\w+|covers?|system description"
    r"|services (?:provided|covered)|description of)\b",
    re.IGNORECASE,
)
RESPONSE = re.compile(r"\bmanagement(?:['\u2019]s)? response\b", re.IGNORECASE)
SENTENCE = re.compile(r"[^.;]+[.;]?")
MOST = 40
SHORT = 160


def categories_of(blocks: Sequence[Block]) -> tuple[str, ...]:
    """Return the trust services categories that the first paragraphs about the criteria name, in their fixed order."""
    named: set[str] = set()
    for block in [block for block in blocks if CRITERIA.search(block.text)][:5]:
        named |= {each for each in CATEGORIES if re.search(rf"\b{each}\b", block.text, re.IGNORECASE)}
    return tuple(each for each in CATEGORIES if each in named)


def subservice_of(blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return the sentences about subservice organisations, each once, in reading order."""
    found: dict[str, Quote] = {}
    for block in blocks:
        for start, end in _sentences(block):
            words = block.text[start:end]
            if SUBSERVICE.search(words) and NAMES.search(words) and len(words) > SHORT // 4:
                found.setdefault(words, quote_of(block, start, end))
    return tuple(found.values())[:MOST]


def method_of(blocks: Sequence[Block]) -> Fact | None:
    """Return whether subservice organisations are carved out ("carve_out") or part of the report ("inclusive")."""
    for block in blocks:
        match = METHOD.search(block.text) if SUBSERVICE.search(block.text) else None
        if match and match.lastgroup:
            return Fact(value=match.lastgroup, quote=quote_of(block, match.start(), match.end()))
    return None


def customer_controls_of(blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return the items under the heading of the controls that the customer has to run."""
    found: list[Quote] = []
    inside = False
    for block in blocks:
        titled = len(block.text) < SHORT and YOURS.search(block.text) is not None
        if titled:
            inside = True
        elif block.kind is BlockKind.HEADING:
            inside = False
        elif inside and (block.kind is BlockKind.ITEM or re.match(r"^(?:\W|\(?\w{1,3}[.)]\s)", block.text)):
            found.append(quote_of(block))
    return tuple(found)[:MOST]


def api_of(blocks: Sequence[Block]) -> Fact | None:
    """Return "no" where a sentence leaves the API service out, "yes" where one takes it in, None where none says."""
    taken: Fact | None = None
    for block in blocks:
        for start, end in _sentences(block):
            words = block.text[start:end]
            if not API.search(words):
                continue
            if LEFT_OUT.search(words):
                return Fact(value="no", quote=quote_of(block, start, end))
            if taken is None and TAKEN_IN.search(words):
                taken = Fact(value="yes", quote=quote_of(block, start, end))
    return taken


def api_in(system: Fact | None) -> Fact | None:
    """Return "yes" where the words of what was examined, tested or certified name the API, else None."""
    return Fact(value="yes", quote=system.quote) if system and API.search(system.value) else None


def responses_of(blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return management's responses: what follows the words, in the same paragraph or in the next one."""
    found = []
    for block, after in zip_longest(blocks, blocks[1:]):
        if match := RESPONSE.search(block.text):
            own = len(block.text) - match.end() > SHORT // 4
            found.append(quote_of(block, match.start()) if own or after is None else quote_of(after))
    return tuple(found)[:MOST]


def _sentences(block: Block) -> Iterator[tuple[int, int]]:
    for match in SENTENCE.finditer(block.text):
        lead = len(match[0]) - len(match[0].lstrip())
        yield match.start() + lead, match.end()
