"""Makes page data printable: takes out what no page can show and what could disguise other text."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

Page = TypeVar("Page")

# Control characters and lone surrogates break XML, Excel and UTF-8; the directional overrides (U+202A to U+202E,
# U+2066 to U+2069) of a hostile document could turn round the text beside a quote. None is a letter or a digit,
# so a quote stays the document's words.
_SPACE = re.compile("[\t-\r\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]"
)


def printable_text(text: str) -> str:
    """Return `text` on one line, without control characters, lone surrogates and directional overrides."""
    return _UNPRINTABLE.sub("", _SPACE.sub(" ", text))


def printable(page: Page) -> Page:
    """Return a copy of page data (dataclasses, tuples, texts, numbers) in which every text is printable."""
    return _printable(page)  # type: ignore[no-any-return]  # the recursion keeps each value's type


def _printable(value: Any) -> Any:
    if isinstance(value, str):
        return printable_text(value)
    if isinstance(value, tuple):
        return tuple(_printable(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _printable(getattr(value, field.name)) for field in fields(value)})
    return value
