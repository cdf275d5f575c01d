"""Writes a sample document as PDF, scanned PDF, Word file or HTML page; the same source gives the same bytes."""

import html
import io
import json
import time
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import docx
import typst
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from PIL import Image, ImageFilter
from pypdf import PdfReader

from documents.pdf import page_image
from samples.source import Part, changes

TEMPLATE = Path(__file__).parent / "document.typ"
MADE = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CHANGED_BY = "Counsel for the customer"
SCAN_DPI = 150
SKEW_DEGREES = 0.3


def write_pdf(vendor: str, parts: Sequence[Part], *, sections_on_new_pages: bool = False) -> bytes:
    """Return the document as a PDF with running header and page numbers."""
    data = {
        "vendor": vendor,
        "title": _title(parts),
        "parts": [asdict(part) for part in parts],
        "breaks": sections_on_new_pages,
    }
    return bytes(typst.compile(TEMPLATE, sys_inputs={"data": json.dumps(data)}, ignore_system_fonts=True))


def write_scan(vendor: str, parts: Sequence[Part]) -> bytes:
    """Return the document as pictures of its pages, a little crooked and soft, without any text."""
    source = write_pdf(vendor, parts)
    pages = [
        _scanned(page_image(source, number, SCAN_DPI))
        for number in range(1, len(PdfReader(io.BytesIO(source)).pages) + 1)
    ]
    out = io.BytesIO()
    made = time.gmtime(MADE.timestamp())
    dates = {"creationDate": made, "modDate": made}
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=SCAN_DPI, quality=60, **dates)
    return out.getvalue()


def _scanned(image: bytes) -> Image.Image:
    page = Image.open(io.BytesIO(image)).convert("L").filter(ImageFilter.GaussianBlur(0.6))
    return page.rotate(SKEW_DEGREES, fillcolor=255, resample=Image.Resampling.BICUBIC)


def write_word(vendor: str, parts: Sequence[Part]) -> bytes:
    """Return the document as a Word file; marked changes become tracked changes."""
    document = docx.Document()
    properties = document.core_properties
    properties.author, properties.title = vendor, _title(parts)
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    for part in parts:
        if part.kind == "table":
            table = document.add_table(rows=0, cols=len(part.rows[0]), style="Table Grid")
            for row in part.rows:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = text
        else:
            _fill(document.add_paragraph(style=_style(part)), part.text)
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _style(part: Part) -> str:
    if part.kind == "title":
        return "Title"
    if part.kind == "heading":
        return f"Heading {part.depth - 1}"
    return "List Bullet" if part.kind == "item" else "Normal"


def _fill(paragraph: Paragraph, text: str) -> None:
    for number, (mark, words) in enumerate(changes(text)):
        run = paragraph.add_run(words)
        if mark:
            change = OxmlElement("w:ins" if mark == "+" else "w:del")
            change.set(qn("w:id"), str(number))
            change.set(qn("w:author"), CHANGED_BY)
            change.set(qn("w:date"), MADE.strftime("%Y-%m-%dT%H:%M:%SZ"))
            run._r.addprevious(change)
            change.append(run._r)
            for shown in run._r.iterchildren(qn("w:t")) if mark == "-" else ():
                shown.tag = qn("w:delText")


def _without_times(data: bytes) -> bytes:
    """Return the archive with one date for all its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, MADE.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {vendor}</title>
<style>body {{ font-family: serif; max-width: 44em; margin: auto }}</style>
</head>
<body>
<header><nav><a href="/">{vendor}</a> <a href="/models">Models</a> <a href="/pricing">Pricing</a></nav></header>
<div class="cookie-banner">We use cookies to remember your choices. <button>Accept</button></div>
<main>
{body}
</main>
<footer><p>© 2026 {vendor}. <a href="/privacy">Privacy</a> <a href="/careers">Careers</a></p></footer>
</body>
</html>
"""


def write_html(vendor: str, parts: Sequence[Part]) -> bytes:
    """Return the document as a web page with navigation and footer around it."""
    body = "\n".join(_tags(parts))
    title, owner = html.escape(_title(parts)), html.escape(vendor)
    return PAGE.format(title=title, vendor=owner, body=body).encode()


def _tags(parts: Iterable[Part]) -> Iterable[str]:
    in_list = False
    for part in parts:
        if in_list != (part.kind == "item"):
            in_list = not in_list
            yield "<ul>" if in_list else "</ul>"
        text = html.escape(part.text)
        if part.kind == "table":
            rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in part.rows)
            yield "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        elif part.kind == "item":
            yield f"<li>{text}</li>"
        else:
            tag = "h1" if part.kind == "title" else f"h{part.depth}" if part.kind == "heading" else "p"
            yield f"<{tag}>{text}</{tag}>"
    if in_list:
        yield "</ul>"


def _title(parts: Iterable[Part]) -> str:
    return next(part.text for part in parts if part.kind == "title")
