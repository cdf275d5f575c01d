"""The language of a document, offline; the checks understand English only."""

import re
from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from types import SimpleNamespace

from py3langid import classify, modelio

from documents.model import Block

# Below so many words a guess is worth nothing, and the document is taken as English if it is written in Latin letters.
FEWEST_WORDS = 25
PARTS, PART = 12, 600
COMMON = frozenset((
    "the", "of", "and", "to", "in", "a", "or", "any", "is", "for", "by", "be", "this", "shall", "with", "not", "as",
    "that", "on", "an", "from", "at", "under", "it", "will", "may", "which", "are",
))  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
# The library unpacks its model into a temporary file; a sealed worker has no place for one and does it in memory.
modelio.tempfile = SimpleNamespace(TemporaryFile=lambda **_: BytesIO())


def language_of(blocks: Sequence[Block]) -> str:
    """Return the ISO 639-1 code of the language that most of the text is written in, or "und" for no words."""
    text = " ".join(block.text for block in blocks)
    words = WORD.findall(text[:200_000])
    if not words:
        return "und"
    if _plainly_english(words):
        return "en"
    if len(words) < FEWEST_WORDS and sum(word.isascii() for word in words) >= 0.9 * len(words):
        return "en"
    step = max(len(text) // PARTS, PART)
    votes = Counter(classify(text[at : at + PART])[0] for at in range(0, len(text), step))
    return str(max(votes.items(), key=lambda vote: (vote[1], vote[0] == "en"))[0])


def _plainly_english(words: Sequence[str]) -> bool:
    """Every contract in English has a quarter or more of such words; no other language comes near."""
    return sum(word.lower() in COMMON for word in words) >= 0.2 * len(words)
