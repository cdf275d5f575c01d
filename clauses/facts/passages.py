"""Where in a document facts are sought, and how a found one is written down."""

import re
from collections.abc import Iterator
from itertools import islice

from clauses.model import Fact
from clauses.sentences import spans
from documents.model import Block, Document

OPENING = 6000  # characters in which a contract names itself, its parties and its date
# A line of a table of contents: dots up to a page number, or section after section with its page.
CONTENTS = re.compile(r"\.{5,}|(?:\s\.){5,}|(?:\b\d+\.\d+\.?\s[A-Z][^.;\d]{2,60}\s\d+\s){3,}")
LONGEST_SENTENCE = 3000


def fact(name: str, value: str, block: Block, start: int, end: int) -> Fact:
    """Return a fact whose quote stands in the block from `start` to `end`."""
    return Fact(
        name=name,
        value=value,
        quote=block.text[start:end],
        block=block.number,
        start=start,
        end=end,
        page=block.page_at(start),
    )


def opening(document: Document) -> Iterator[tuple[Block, str]]:
    """Yield the first blocks without a table of contents, each with as much text as still belongs to the opening."""
    left = OPENING
    for block in document.blocks:
        if left <= 0:
            return
        if CONTENTS.search(block.text):
            continue
        yield block, block.text[:left]
        left -= len(block.text)


def passages(document: Document, words: tuple[str, ...]) -> Iterator[tuple[Block, int, int]]:
    """Yield the sentences, by block, start and end, of the blocks that hold one of the lower-case `words`."""
    for block in document.blocks:
        lower = block.text.lower()
        if not any(word in lower for word in words):
            continue
        for start, end in islice(spans(block.text), 400):
            if any(word in lower[start:end] for word in words):
                yield block, start, min(end, start + LONGEST_SENTENCE)
