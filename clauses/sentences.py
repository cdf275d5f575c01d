"""Cuts a block into sentences and sets each beside the lead-in that it continues."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from clauses.matcher import tokenise, words_of
from clauses.vocabulary import Words
from documents.model import Block

# A full stop after these is no end of sentence; neither is one after a single letter or a number alone.
ABBREVIATIONS = frozenset(
    [
        "art",
        "arts",
        "sec",
        "secs",
        "no",
        "nos",
        "inc",
        "ltd",
        "corp",
        "co",
        "llc",
        "dr",
        "mr",
        "mrs",
        "ms",
        "vs",
        "cf",
        "e.g",
        "i.e",
        "etc",
        "al",
        "approx",
        "dept",
        "est",
        "fig",
        "p",
        "pp",
        "para",
        "u.s",
        "u.k",
    ]
)
END = re.compile(r"(?<=[.?!])[”\"’')\]]*\s+(?=[“\"‘'(\[]?[A-Z0-9•])")
# What stands before the words of a list item in a PDF or scan; a quote begins with the words.
BULLET = re.compile(r"^\s*[•◦▪●○■□–—*·➢\uf0b7\uf0a7-]\s+(?=\S)")
LAST_WORD = re.compile(r"([\w.]+)\.[”\"’')\]]*$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block with its lead-in as one row of tokens.

    `start` and `end` are its place in the block's text; tokens before `own` belong to the lead-in.
    """

    block: Block
    start: int
    end: int
    doc: Doc
    own: int
    words: Words

    @property
    def text(self) -> str:
        """The sentence as it stands in the block."""
        return self.block.text[self.start : self.end]


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text start and end, without a bullet at its start and the spaces between them."""
    bullet = BULLET.match(text)
    found, start = [], bullet.end() if bullet else 0
    for gap in END.finditer(text):
        if _really_ends(text[start : gap.start() + len(gap[0].rstrip())]):
            end = gap.start() + len(gap[0].rstrip())
            found.append((start, end))
            start = gap.end()
    if text[start:].strip():
        found.append((start, len(text.rstrip())))
    return found


def _really_ends(text: str) -> bool:
    last = LAST_WORD.search(text)
    if last is None:
        return True
    word = last[1].lower()
    enumerator = len(text.strip()) <= 8
    return not (word in ABBREVIATIONS or len(word) == 1 or enumerator or (word.isdigit() and len(word) <= 2))


def sentences(block: Block) -> list[Sentence]:
    """Return the block's sentences; each is read with the lead-in of its list."""
    found = []
    lead = tokenise(block.lead_in + " ") if block.lead_in else None
    for start, end in spans(block.text):
        own = tokenise(block.text[start:end])
        doc = Doc.from_docs([lead, own], ensure_whitespace=False) if lead is not None else own
        found.append(
            Sentence(block, start, end, doc, len(lead) if lead is not None else 0, words_of(doc)),
        )
    return found
