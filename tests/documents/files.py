"""Small files made for the tests of reading."""

import io
import zipfile

import typst
from docx import Document as WordDocument
from PIL import Image, ImageDraw

from documents.pdf import page_image


def pdf(source: str) -> bytes:
    """Return a PDF made from Typst source."""
    return bytes(typst.compile(source.encode()))


def scan(source: str) -> bytes:
    """Return a PDF whose only page is a picture of the page that the source makes."""
    image = Image.open(io.BytesIO(page_image(pdf(source), 1))).convert("L")
    out = io.BytesIO()
    image.save(out, "PDF", resolution=150)
    return out.getvalue()


def picture_without_words() -> bytes:
    """Return a PDF whose only page is a picture of shapes."""
    image = Image.new("L", (800, 1000), 255)
    draw = ImageDraw.Draw(image)
    for step in range(12):
        draw.ellipse((60 + step * 20, 60 + step * 40, 600, 200 + step * 60), fill=step * 20)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=100)
    return out.getvalue()


def word(body: str) -> bytes:
    """Return a Word file whose body is the given WordprocessingML; prefix `w` and `mc` are declared."""
    out = io.BytesIO()
    WordDocument().save(out)
    with zipfile.ZipFile(out) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    names = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    parts["word/document.xml"] = f"<w:document {names}><w:body>{body}</w:body></w:document>".encode()
    return zipped(parts)


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of the parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    """Return one Word paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
