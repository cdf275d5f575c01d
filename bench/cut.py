"""Numbers the blocks of a labelled Markdown document the way the label files count them.

A label names a block by its number, so that labels can be kept without the text. A block is a paragraph, list
item or heading; a block of more than 1,500 characters counts as several, cut at the ends of sentences.
"""

import re
from collections.abc import Iterator

LONGEST = 1500
SHORTEST = 3
BULLET = re.compile(r"\s*(?:[*+-]|\d+[.)]|\([a-z0-9]{1,4}\))\s+", re.IGNORECASE)
MARKUP = (
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"[*_`]{1,3}|\\(?=[.\-#*_\[\]()])|^#+\s*|^>\s*"), ""),
    (re.compile(r"\s+"), " "),
)
SENTENCE_END = re.compile(r"(?<=[.;:])\s+(?=[A-Z(“\"])")


def numbered_blocks(markdown: str) -> list[str]:
    """Return the plain text of each block; its place in the list is its number."""
    return [piece for lines in _groups(markdown) for piece in _pieces(_plain(" ".join(lines)))]


def _groups(markdown: str) -> Iterator[list[str]]:
    group: list[str] = []
    for line in markdown.splitlines():
        heading = line.lstrip().startswith("#")
        if heading or not line.strip() or BULLET.match(line):
            yield group
            group = []
        if heading:
            yield [line]
        elif line.strip():
            group.append(line)
    yield group


def _plain(text: str) -> str:
    for pattern, by in MARKUP:
        text = pattern.sub(by, text)
    return text.strip()


def _pieces(text: str) -> Iterator[str]:
    if len(text) < SHORTEST:
        return
    if len(text) <= LONGEST:
        yield text
        return
    piece = ""
    for sentence in SENTENCE_END.split(text):
        if piece and len(piece) + len(sentence) > LONGEST:
            yield piece
            piece = ""
        piece = f"{piece} {sentence}".strip()
    if piece:
        yield piece
