"""Reads what a contract calls itself."""

import re
from collections.abc import Iterator
from itertools import islice

from clauses.facts.passages import fact, opening
from clauses.model import Fact
from documents.model import Block, Document

KIND = re.compile(
    r"\b(?:agreement|contract|addendum|amendment|terms of service|terms of use|terms and conditions|licen[cs]e|"
    r"power of attorney|order form|statement of work|memorandum of understanding|policy|terms)\b",
    re.IGNORECASE,
)
JOINS = frozenset(["and", "of", "for", "to", "the", "or", "in", "on", "&", "-", "/", "no.", "number"])
NO_TITLE = frozenset(
    [
        "whereas",
        "exhibit",
        "annex",
        "agreed",
        "form",
        "article",
        "section",
        "appendix",
        "this",
        "parties",
        "table",
        "now",
        "term",
        "definitions",
        "ii.",
        "iii.",
        "iv.",
        "dba",
    ]
)
TRADE_WORDS = frozenset(
    [
        "inc.",
        "inc",
        "llc",
        "ltd",
        "ltd.",
        "limited",
        "corp",
        "corp.",
        "corporation",
        "company",
        "version",
        "copy",
        "confidential",
        "redacted",
    ]
)
# Labels, numbers, single clauses and footers are no titles: "Contract No. 7", "Agreement Term: 1 year", "Page 1/9".
NO_NAME = re.compile(
    r":\s*\S|\b(?:No|Number)\b\.?\s*:?\s*(?:$|\S*\d)|^[A-Z]\.\s|^(?:IS|Is) |\bPage \d|^Territory|^\W*Source"
)
LONGEST_TITLE = 110
MOST_WORDS = 10
WORDS_BEFORE = re.compile(r"\S+")


def document_name(document: Document) -> Fact | None:
    """Return the contract's own name: a title on a line, what "this ... Agreement" says, or capitals in the opening."""
    blocks = list(opening(document))
    for block, text in blocks:
        if _is_title(text):
            start = _after_company(text)
            return fact("document_name", text[start:].strip(" .:"), block, start, len(text))
    names = list(_names(blocks))
    for after_this, capitals in ((True, False), (False, True), (False, False)):
        for block, start, end, said_this in names:
            name = block.text[start:end]
            if said_this >= after_this and (name.isupper() or not capitals) and " " in name:
                return fact("document_name", name, block, start, end)
    return next(
        (fact("document_name", block.text[start:end], block, start, end) for block, start, end, _ in names), None
    )


def _is_title(text: str) -> bool:
    words = text.split()
    if NO_NAME.search(text) or len(words) < 2:
        return False
    if len(text) > LONGEST_TITLE or words[0].lower().strip(":.") in NO_TITLE or text[-1] in ";,":
        return False
    capital = all(word[0].isupper() or not word[0].isalpha() or word.lower() in JOINS for word in words)
    return capital and KIND.search(text) is not None and not words[0][0].isdigit()


def _after_company(text: str) -> int:
    """Return where a title starts after the companies' names that may stand before it in the same line."""
    start = 0
    for match in WORDS_BEFORE.finditer(text):
        if match[0].lower().strip(",") in TRADE_WORDS and KIND.search(text, match.end()):
            start = match.end() + 1
    return start


def _names(blocks: list[tuple[Block, str]]) -> Iterator[tuple[Block, int, int, bool]]:
    """Yield the capitalised names that end in a word such as "Agreement", and whether "this" stands before them."""
    for block, text in blocks:
        for kind in islice(KIND.finditer(text), 30):
            if kind[0][0].isupper():
                yield (block, *_whole_name(text, kind.start(), kind.end()))


def _whole_name(text: str, at: int, end: int) -> tuple[int, int, bool]:
    start = at
    for word in reversed(list(WORDS_BEFORE.finditer(text[max(0, at - 120) : at]))[-MOST_WORDS:]):
        place, plain = max(0, at - 120) + word.start(), word[0].lower()
        if plain == "this":
            return start, end, True
        if plain in NO_TITLE or plain.strip(",") in TRADE_WORDS or word[0][-1] in '.:;)"':
            break
        if word[0][0].isupper() and (text[at].isupper() and (word[0].isupper() or not text[at:end].isupper())):
            start = place
        elif plain not in JOINS:
            break
    return start, end, False
