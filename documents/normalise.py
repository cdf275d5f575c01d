"""Raw text in, plain text out: no ligatures, invisible characters or broken words; quotes and dashes stay."""

import re

# Soft hyphens and marks of writing direction; the latter can make a page show other words than a program reads.
INVISIBLE = dict.fromkeys([0x00AD, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2061, 0x206A)])
# Characters without width inside a word only hide it from a search; between words they stay as the document has them.
INSIDE_WORD = re.compile(
    r"(?<=\w)[\u200b-\u200d\u2060\ufeff\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0\ufe00-\ufe0f"
    r"\U000e0000-\U000e0fff]+(?=\w)"
)
# Between these marks a page shows letters from right to left, so that it says other words than are stored.
OVERRIDE = "\u202e"
TURNED = re.compile(OVERRIDE + r"([^\u202c\u202e\n]*)\u202c?")
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
}  # fmt: skip
# The Greek question mark is the semicolon by Unicode's own rule; some PDFs have it in English text.
SAME = {0x037E: ";"}
CONTROL = dict.fromkeys(code for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r\f\v\x85")
PLAIN = str.maketrans(INVISIBLE | CONTROL | LIGATURES | SAME)
SPACES = re.compile(r"\s+")
# PDFium gives U+FFFE for a hyphen at a line's end; other sources keep the hyphen and the line break.
BROKEN_WORD = re.compile(r"(\w)(?:\ufffe(?:\r?\n)?|[-\u2010\u00ad][ \t]*\r?\n[ \t]*)(?=(\w+))")
# A hyphen after these belongs to the word ("third-party"), wherever the line happens to end.
KEEP_HYPHEN = frozenset((
    "non", "self", "third", "co", "anti", "cross", "well", "high", "low", "long", "short", "stand", "write", "open",
    "sole", "real", "fee", "opt", "roll", "hold", "all", "good", "most", "first", "second", "arms", "bona", "year",
    "right", "data", "machine", "party", "service", "royalty", "company", "business", "wide", "joint", "inter",
))  # fmt: skip
PREFIX = re.compile(r"[A-Za-z]+$")


def normalise(text: str) -> str:
    """Return text with single spaces, no ligatures and no invisible characters; trimmed.

    Curly quotes and dashes stay as they are: a quote shown to the buyer looks like the document. Words between marks
    that turn their direction are put in the order in which they are seen.
    """
    if OVERRIDE in text:
        text = TURNED.sub(lambda match: match[1][::-1], text)
    return INSIDE_WORD.sub("", SPACES.sub(" ", text.translate(PLAIN)).strip())


def join_broken_words(text: str) -> str:
    """Return text in which words that were broken at a line's end are whole again.

    A hyphen that belongs to the word looks the same as one that was set by the line break, so it is kept only
    after a few prefixes and between capitals or digits; comparisons go by letters and digits alone (`letters`).
    """
    return BROKEN_WORD.sub(lambda match: _joined(text, match), text)


def _joined(text: str, match: re.Match[str]) -> str:
    before = PREFIX.search(text, max(0, match.start() - 24), match.end(1))
    prefix, rest = before[0] if before else "", match[2]
    one_case = rest.islower() or (prefix.isupper() and rest.isupper())
    keep = not prefix or prefix.lower() in KEEP_HYPHEN or not one_case
    return match[1] + ("-" if keep else "")


def letters(text: str) -> str:
    """Return only the letters and digits, in lower case and without ligatures: what two readings must agree on."""
    return "".join(character for character in text.translate(PLAIN).lower() if character.isalnum())
