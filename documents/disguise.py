"""Words written with letters of other scripts or styles that look Latin: read by their look, shown as written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from documents.look_alikes import LOOK_ALIKES
from documents.model import Block, Document

WORD = re.compile(r"\w+")
LATIN = re.compile(r"[A-Za-z]")
# Full-width letters, mathematical alphabets and circled letters are styles of a letter by Unicode's own rule.
STYLES = ("<wide>", "<font>", "<circle>", "<compat>")
# Formulas have words of a few such letters.
FEWEST_STYLED = 4
ALIKE = {ord(other): letter for letter, others in LOOK_ALIKES.items() for other in others}


def by_look(text: str) -> str:
    """Return a text of the same length in which disguised words are written with the Latin letters they look like.

    A word of which only some letters are Latin counts as disguised; one without any does unless the text has
    words that are really of its script.
    """
    if text.isascii():
        return text
    foreign = not _has_own_script(text)
    return WORD.sub(lambda match: _seen(match[0], whole=foreign), text)


def document_by_look(document: Document) -> Document:
    """Return the document with all its words by their look; every place in it stays the same."""
    blocks = tuple(map(block_by_look, document.blocks))
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def block_by_look(block: Block) -> Block:
    """Return a block with its words, headings and lead-in by their look."""
    if block.text.isascii() and block.lead_in.isascii() and all(map(str.isascii, block.heading_path)):
        return block
    path = tuple(map(by_look, block.heading_path))
    return replace(block, text=by_look(block.text), lead_in=by_look(block.lead_in), heading_path=path)


def disguised_words(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Return the words that are written with letters of another script or style, each once; no single letters."""
    found: dict[str, None] = {}
    for block in blocks:
        if not block.text.isascii():
            found.update(dict.fromkeys(_disguised(block.text)))
    return tuple(found)


def _disguised(text: str) -> Iterator[str]:
    seen = by_look(text)
    for match in WORD.finditer(text):
        word, letters = match[0], sum(map(str.isalpha, match[0]))
        other = any(ord(letter) in ALIKE for letter in word)
        if seen[match.start() : match.end()] != word and letters >= (2 if other else FEWEST_STYLED):
            yield word


def _seen(word: str, *, whole: bool) -> str:
    if word.isascii():
        return word
    seen = "".join(map(_letter, word))
    readable = all(letter.isascii() or _is_latin(letter) for letter in seen)
    return seen if readable and (whole or LATIN.search(word) or any(map(_style, word))) else word


def _has_own_script(text: str) -> bool:
    """Return whether a text has a word without a Latin letter that cannot be read as Latin: it is of another script."""
    words = (word for word in WORD.findall(text) if not word.isascii() and not LATIN.search(word))
    return any(
        sum(map(str.isalpha, word)) > 1 and not all(_letter(each).isascii() or _is_latin(each) for each in word)
        for word in words
    )


def _letter(character: str) -> str:
    return character if character.isascii() else ALIKE.get(ord(character)) or _style(character) or character


@lru_cache(maxsize=4096)
def _style(character: str) -> str:
    """Return the plain letter or digit of which a character is a style; empty when it is none."""
    kind, _, plain = unicodedata.decomposition(character).partition(" ")
    found = chr(int(plain, 16)) if kind in STYLES and plain and " " not in plain else ""
    return found if found.isascii() and found.isalnum() else ""


@lru_cache(maxsize=4096)
def _is_latin(character: str) -> bool:
    return not character.isalpha() or unicodedata.name(character, "").startswith("LATIN")
