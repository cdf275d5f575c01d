"""Blocks of an audit report in; out come the auditor's own letter and what it concludes, with its words.

Only the letter counts: management's assertion uses the same phrases and may give other dates. How such letters are
built follows the AICPA's attestation standards (AT-C 105 and 205), ISAE 3000 and the WebTrust illustrative reports.
"""

import re
from collections.abc import Iterator, Sequence

from audits.model import Fact, Opinion, Quote
from documents.model import Block, BlockKind

SHORT = 400
TITLE = 60  # a title that was read together with its paragraph is longer
OPENING = re.compile(r"\bin our opinion\b", re.IGNORECASE)
# Title of management's part; the auditor's sentence "we have examined the assertion by management" opens otherwise.
ASSERTION = re.compile(
    r"^(?:section\s+\w+\W+)?(?:.{0,80}\bmanagement.?s?.?s\s+(?:assertion|statement)\b|(?:\W|\w+\s){0,3}(?:assertion|statement)"
    r"\s+(?:of|by)\b|.{0,60}\bmanagement assertion\b)",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"^(?:we|our|in|an?|based|because|the)\b", re.IGNORECASE)
LETTER_START = re.compile(
    r"^(?:section\s+\w+\W+)?(?:report of (?:the )?independent\b|independent\b.{0,60}\breport\b"
    r"|to (?:the )?(?:management|board)\b)",
    re.IGNORECASE,
)
NO_OPINION = re.compile(
    r"\b(?:do|does|are|were)\s+(?:not|unable to)\s+(?:able to\s+)?express(?:,? and do not express,?)?\s+an opinion\b"
    r"|\bdisclaimer of opinion\b",
    re.IGNORECASE,
)
ADVERSE = re.compile(
    r"\badverse opinion\b|\bbecause of the\b[^.]*\bnot\b"
    r"|\b(?:is|are|was|were|does|do|did|has|have)\s+not\s+(?:been\s+)?(?:fairly|suitably|operat|effective|present|conform|maintain)",
    re.IGNORECASE,
)
QUALIFIED = re.compile(r"\bqualified opinion\b|\bexcept (?:for|that|as)\b", re.IGNORECASE)
UNMODIFIED = re.compile(
    r"\bin all material respects\b|\bfairly (?:stated|presented)\b|\bpresents fairly\b|\bsuitably designed\b"
    r"|\boperated effectively\b",
    re.IGNORECASE,
)
BASIS = re.compile(r"^basis for (?:the |our )?(?:qualified|adverse|disclaimer)", re.IGNORECASE)
MATTERS = re.compile(r"^(?:emphasis (?:of|on)\b.{0,20}\bmatters?|other matters?)\W*$", re.IGNORECASE)
MATTERS_END = re.compile(
    r"^this report (?:does not|is intended)|\b(?:use|seal)\b.{0,80}\bsymbolic representation\b"
    r"|\bcertified public accountants\b|\bchartered\b.{0,20}\baccountants\b|^(?:assertion|management.s assertion)\b",
    re.IGNORECASE,
)


def quote_of(block: Block, start: int = 0, end: int | None = None) -> Quote:
    """Return the words of a block from `start` to `end` as a quote."""
    end = len(block.text) if end is None else end
    return Quote(block=block.number, page=block.page_at(start), start=start, end=end, text=block.text[start:end])


def letter_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the auditor's letter: from its title before the opinion to management's assertion or the next part.

    Empty when no block gives or declines an opinion: then nothing may be said of the opinion.
    """
    place = next((n for n, b in enumerate(blocks) if OPENING.search(b.text)), None)
    if place is None:
        place = next((n for n, b in enumerate(blocks) if NO_OPINION.search(b.text)), None)
    if place is None:
        return ()
    starts = [n for n in range(place) if len(blocks[n].text) < SHORT and LETTER_START.search(blocks[n].text)]
    first = max((n for n in range(place) if opens_assertion(blocks[n])), default=-1)
    begin = next((n for n in starts if n > first), first + 1)
    end = next((n for n in range(place + 1, len(blocks)) if opens_assertion(blocks[n])), len(blocks))
    return tuple(blocks[begin:end])


def opinion_of(letter: Sequence[Block]) -> tuple[Opinion, Quote] | None:
    """Return the conclusion and its paragraph; None when the letter does not say one that can be told."""
    place = next((n for n, b in enumerate(letter) if OPENING.search(b.text)), None)
    if place is None:
        declined = next((b for b in letter if b.kind is not BlockKind.HEADING and NO_OPINION.search(b.text)), None)
        return (Opinion.DISCLAIMER, quote_of(declined)) if declined else None
    block = letter[place]
    match = OPENING.search(block.text)
    start = match.start() if match else 0
    heading = next((b.text for b in reversed(letter[:place]) if b.kind is BlockKind.HEADING), "")
    titled = heading if re.search(r"\bopinion\W*$", heading, re.IGNORECASE) else ""
    words = " ".join((titled, block.text[start:], *_items_after(letter, place)))
    for opinion, pattern in (
        (Opinion.DISCLAIMER, NO_OPINION),
        (Opinion.ADVERSE, ADVERSE),
        (Opinion.QUALIFIED, QUALIFIED),
        (Opinion.UNMODIFIED, UNMODIFIED),
    ):
        if pattern.search(words):
            return opinion, quote_of(block, start)
    return None


def basis_of(letter: Sequence[Block]) -> Fact | None:
    """Return the paragraph under "Basis for Qualified Opinion" (or adverse, or disclaimer)."""
    for n, block in enumerate(letter[:-1]):
        if len(block.text) < SHORT and BASIS.search(block.text):
            merged = block.kind is not BlockKind.HEADING and len(block.text) > TITLE
            return Fact(value=block.text, quote=quote_of(block if merged else letter[n + 1]))
    return None


def matters_of(letter: Sequence[Block]) -> tuple[Quote, ...]:
    """Return what stands under "Emphasis of Matter" and "Other Matters"; none of it modifies the opinion."""
    found: list[Quote] = []
    inside = False
    for block in letter:
        if MATTERS.search(block.text):
            inside = True
        elif block.kind is BlockKind.HEADING or MATTERS_END.search(block.text):
            inside = False
        elif inside:
            found.append(quote_of(block))
    return tuple(found)


def opens_assertion(block: Block) -> bool:
    """Tell whether a block is the title of management's assertion."""
    return not SENTENCE.search(block.text) and len(block.text) < SHORT and ASSERTION.search(block.text) is not None


def _items_after(letter: Sequence[Block], place: int) -> Iterator[str]:
    for block in letter[place + 1 :]:
        if block.kind is not BlockKind.ITEM and not re.match(r"^\(?[a-z0-9]{1,3}[.)]\s", block.text):
            return
        yield block.text
