"""The language of each passage of a document, offline; the checks understand English only.

Words that are few in number say nothing of a language, and neither do names, addresses, numbers, code or Latin terms:
such passages go with the text around them. What is said here of a passage therefore always matters: a foreign annex
is foreign, an address or a quotation in a contract is not.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import groupby
from types import SimpleNamespace

from py3langid import classify, modelio

from documents.function_words import ENGLISH_WORDS, FOREIGN_WORDS, OTHER_SCRIPTS, SCRIPTS_WITHOUT_SPACES
from documents.model import ENGLISH, UNKNOWN, Block, BlockKind

# A passage of fewer words is not judged on its own; stretches of such passages are, together. A document of fewer
# words still has its language, from four words on.
FEWEST_WORDS, FEWEST_ALONE = 10, 4
# The share of a passage's words that are small words of a language, from which on it is written in it; of English,
# from which on no other language is looked for.
SHARE, PLAINLY = 0.12, 0.2
# Passages in another language than the main one matter from so many words, or this share of the document, on.
MATTERS, MATTERING_SHARE = 60, 0.1
# What the classifier is asked about: so many words, mostly in small letters, mostly letters.
CLASSIFIABLE, PROSE, MOSTLY_LETTERS = 25, 0.5, 0.85
PARTS, PART = 12, 600
LETTERS_A_WORD = 2  # in scripts without spaces
LATIN = "la"  # lawyers' maxims: no annex is written in it
WORD = re.compile(r"[^\W\d_]+")
OTHER_SCRIPT = re.compile(f"[{OTHER_SCRIPTS}]")
SCRIPT_WITHOUT_SPACES = re.compile(f"[{SCRIPTS_WITHOUT_SPACES}]")
BY_SCRIPT = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\uac00-\ud7ff]"), "ko"),
    (re.compile(r"[\u4e00-\u9fff]"), "zh"),
)
# The library unpacks its model into a temporary file; a sealed worker has no place for one and does it in memory.
modelio.tempfile = SimpleNamespace(TemporaryFile=lambda **_: BytesIO())


@dataclass(frozen=True, slots=True)
class _Judged:
    """A passage: about how many words it has, and its language, "" where it shows none."""

    words: int
    language: str


def languages_of(blocks: Sequence[Block]) -> tuple[str, tuple[Block, ...]]:
    """Return the main language of a document as an ISO 639-1 code, and its blocks with theirs where it differs.

    The main language is that of most words, "und" where there is no word at all.
    """
    judged = [_judged(block.text) for block in blocks]
    if not any(each.words for each in judged):
        return UNKNOWN, tuple(blocks)
    told = _filled(_in_stretches(judged, blocks), blocks)
    amounts: Counter[str] = Counter()
    for language, each in zip(told, judged, strict=True):
        amounts[language] += each.words
    main = max(amounts, key=lambda language: (amounts[language], language == ENGLISH))
    enough = min(MATTERS, max(MATTERING_SHARE * amounts.total(), FEWEST_WORDS))
    apart = {language for language, words in amounts.items() if language not in (main, LATIN) and words >= enough}
    return main, tuple(
        replace(block, language=language) if language in apart else block
        for block, language in zip(blocks, told, strict=True)
    )


def _judged(text: str, fewest: int = FEWEST_WORDS) -> _Judged:
    """Return the language that the small words or the letters of a text show."""
    letters = 0 if text.isascii() else len(OTHER_SCRIPT.findall(text))
    rough = text.lower().split()  # nearly all passages are plainly English, and this tells it fastest
    if not letters and len(rough) >= fewest and _english(rough) >= PLAINLY * len(rough):
        return _Judged(len(rough), ENGLISH)
    words = WORD.findall(text)
    amount = len(words) + len(SCRIPT_WITHOUT_SPACES.findall(text)) // LETTERS_A_WORD if letters else len(words)
    if amount < fewest:
        return _Judged(amount, "")
    if letters and 2 * letters >= sum(map(len, words)):
        return _Judged(amount, _of_script(text))
    small = [word.lower() for word in words]
    english = _english(small)
    if english >= PLAINLY * len(small):
        return _Judged(amount, ENGLISH)
    counts = {code: sum(map(known.__contains__, small)) for code, known in FOREIGN_WORDS.items()}
    best = max(counts, key=counts.__getitem__)
    if counts[best] > english and counts[best] >= max(SHARE * len(small), 2) and _is_prose(words):
        return _Judged(amount, best)
    return _Judged(amount, ENGLISH if english >= SHARE * len(small) else "")


def _english(words: Sequence[str]) -> int:
    return sum(map(ENGLISH_WORDS.__contains__, words))


def _of_script(text: str) -> str:
    """Return the language of a text whose letters are not Latin."""
    guess = next((code for script, code in BY_SCRIPT if script.search(text)), "")
    return guess or str(classify(text[:PART])[0])


def _is_prose(words: Sequence[str]) -> bool:
    """Say whether words are running text: names, addresses and headings are written in capitals."""
    return sum(word.islower() for word in words) >= PROSE * len(words)


def _in_stretches(judged: Sequence[_Judged], blocks: Sequence[Block]) -> list[str]:
    """Return the language of each passage; neighbours that show none by themselves are judged together."""
    told: list[str] = []
    for silent, stretch in groupby(zip(judged, blocks, strict=True), key=lambda each: not each[0].language):
        passages = list(stretch)
        if silent:
            told += [_of_stretch(" ".join(block.text for _, block in passages))] * len(passages)
        else:
            told += [each.language for each, _ in passages]
    return told


def _of_stretch(text: str) -> str:
    """Return the language of text whose passages are short, or written in a language without a list of small words."""
    judged = _judged(text)
    words = WORD.findall(text)
    if judged.language or judged.words < CLASSIFIABLE or not _is_prose(words):
        return judged.language
    if sum(map(len, words)) < MOSTLY_LETTERS * len("".join(text.split())):
        return ""
    guesses = {classify(text[at : at + PART])[0] for at in range(0, len(text), max(len(text) // PARTS, PART))}
    return str(guesses.pop()) if len(guesses) == 1 else ""


def _filled(told: Sequence[str], blocks: Sequence[Block]) -> list[str]:
    """Return the languages with every silent passage given that of its neighbour: a heading goes with what follows."""
    text = " ".join(block.text for block in blocks)
    alone = "" if any(told) else _judged(text[:PART], FEWEST_ALONE).language
    before = _carried(told)
    after = _carried(told[::-1])[::-1]
    return [
        own or (ahead or behind if block.kind is BlockKind.HEADING else behind or ahead) or alone or ENGLISH
        for own, behind, ahead, block in zip(told, before, after, blocks, strict=True)
    ]


def _carried(told: Sequence[str]) -> list[str]:
    """Return the languages with every silent passage given that of the last one before it that shows one."""
    last, carried = "", []
    for own in told:
        last = own or last
        carried.append(last)
    return carried
