"""Page data becomes a tagged PDF (PDF/UA-1); the only file that knows Typst.

The templates are fixed; data goes in as JSON and is never read as markup. Typst may read nothing but an empty folder.
"""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import typst

from reports.model import ComparisonPage, ScorecardPage
from reports.unprinted import named

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
PARTS = ("controls.typ", "exposure.typ", "offers.typ")  # sections with a file of their own
CJK_FONTS = str(files("noto_cjk_sans_otc"))
# Typst refuses a PDF/UA with a glyph that no font has, and names every such text.
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_ESCAPED = re.compile(r"\\u\{([0-9a-fA-F]+)\}")


def scorecard_pdf(page: ScorecardPage) -> bytes:
    """Return the scorecard as PDF; the same page always gives the same bytes on the same computer."""
    return page_pdf("scorecard.typ", page, on=page.on)


def comparison_pdf(page: ComparisonPage) -> bytes:
    """Return the comparison as PDF; the same page always gives the same bytes on the same computer."""
    return page_pdf("comparison.typ", page, on=page.on)


def page_pdf(template: str, page: "DataclassInstance", *, on: str) -> bytes:
    """Return a page of one of the templates as PDF, dated `on` (ISO date); the same page gives the same bytes."""
    # Typeset with the fonts that come with the program; then with the system's; then name what has no font.
    source = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in ("look.typ", *PARTS, template))
    data, unprinted, bundled = json.dumps(asdict(page), ensure_ascii=False), set[str](), True
    while True:
        try:
            return _compile(source, data, unprinted=sorted(unprinted), on=on, bundled=bundled)
        except typst.TypstError as error:
            lacking = _unescaped("".join(_NO_GLYPH.findall(error.diagnostic)))
            if not lacking:
                raise
            if not bundled:
                before = data
                data, names = named(data, lacking)
                if data == before:  # the template itself lacks a glyph
                    raise
                unprinted |= names
            bundled = False


def _compile(source: str, data: str, *, unprinted: list[str], on: str, bundled: bool) -> bytes:
    with TemporaryDirectory(prefix="clausemark-") as empty:
        return typst.compile(  # type: ignore[type-var]  # the stub wants the root in the type of the source
            source.encode(),
            root=empty,
            font_paths=_fonts(bundled=bundled),
            sys_inputs={"data": data, "unprinted": json.dumps(unprinted)},
            pdf_standards=["ua-1"],
            timestamp=datetime.fromisoformat(on).replace(tzinfo=UTC),
        )


@cache
def _fonts(*, bundled: bool) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=not bundled, include_embedded_fonts=True, font_paths=[CJK_FONTS])


def _unescaped(words: str) -> str:
    """Undo the escapes of Typst's message, which writes U+0E49 as a backslash, u and {e49}.

    What is left of other escapes is ASCII; every font has that, and the JSON that carries the texts is made of it.
    """
    letters = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), words)
    return "".join(letter for letter in letters if not letter.isascii())
