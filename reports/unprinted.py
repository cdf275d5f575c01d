"""Letters for which no font is at hand: named in square brackets instead of printed as boxes."""

import re
import unicodedata

# From here on (CJK and beyond) no template has signs of its own, so a whole category may be named at once.
_BEYOND = 0x2E80


def named(text: str, lacking: str) -> tuple[str, set[str]]:
    """Return `text` with the scripts of `lacking` named, and those names ("Thai", "symbols").

    All letters of the script go at once, a run of them becoming "[Thai]": half a word would mislead.
    """
    groups = {_group(character) for character in lacking}
    members = _members(text, groups, lacking)
    runs = re.compile("|".join(f"[{re.escape(''.join(characters))}]+" for characters in members) or "(?!)")
    return runs.sub(lambda run: f"[{_group(run[0][0])}]", text), groups


def _members(text: str, groups: set[str], lacking: str) -> list[list[str]]:
    characters = sorted({c for c in text if c in lacking or (ord(c) >= 0x250 and _whole(c) and _group(c) in groups)})
    return [found for group in sorted(groups) if (found := [c for c in characters if _group(c) == group])]


def _whole(character: str) -> bool:
    """Say whether a character goes with its group: a letter with its script, a picture only outside common ranges."""
    category = unicodedata.category(character)
    return category[0] in "LM" or (category in ("So", "Sk", "Co", "Cn") and ord(character) >= _BEYOND)


def _group(character: str) -> str:
    if unicodedata.category(character)[0] in "LMN" and unicodedata.name(character, "") != "":
        return unicodedata.name(character).split(" ")[0].capitalize()
    return "symbol"
