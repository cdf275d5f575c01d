"""Files with a visible sentence and a second one that is hidden, or only looks as if it were."""

import io

from PIL import Image, ImageDraw

from tests.documents.files import paragraph, word

VISIBLE = "The Provider shall keep the records of the Service for two years."
SECOND = "Customer may audit the Provider once a year."
FONT = "/F1 11 Tf"


def raw_pdf(content: str, *, extra: str = "", page: str = "", catalogue: str = "", image: bytes = b"") -> bytes:
    """Return a PDF of one A4 page with this content stream; `extra` are resources, objects 6 and on are `image`."""
    stream = content.encode("latin-1")
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page} "
        f"/Resources << /Font << /F1 5 0 R >> {extra} >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        image or b"<< /Type /OCG /Name (Layer) >>",
    ]
    out = io.BytesIO(b"%PDF-1.7\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, each in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, each))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))
    return out.getvalue()


def pdf_page(second: str, **parts: object) -> bytes:
    """Return a page with the visible sentence nine times, so that it is no scan, and the drawing of the second.

    `{text}` stands for its words.
    """
    lines = f"BT /F1 9 Tf 60 836 Td {f'({VISIBLE}) Tj 0 -12 Td ' * 9} ET\n"
    return raw_pdf(lines + second.replace("{text}", f"({SECOND}) Tj"), **parts)  # type: ignore[arg-type]


def grey_image(*, words: str = "") -> bytes:
    """Return an image of a page as a PDF object, white, with words where `pdf_page` draws the second sentence."""
    image = Image.new("L", (595, 620), 255)
    if words:
        ImageDraw.Draw(image).text((60, 110), words, fill=0)
    data = image.tobytes()
    head = "<< /Type /XObject /Subtype /Image /Width 595 /Height 620 /ColorSpace /DeviceGray /BitsPerComponent 8"
    return b"%s /Length %d >>\nstream\n%s\nendstream" % (head.encode(), len(data), data)


def page(second: str, head: str = "") -> bytes:
    """Return a web page with the visible sentence and the second part; `{text}` stands for its words."""
    body = f"<p>{VISIBLE}</p>{second.replace('{text}', SECOND)}<p>{VISIBLE}</p>"
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def word_page(second: str) -> bytes:
    """Return a Word file with the visible sentence and the second part; `{text}` stands for its words."""
    names = (
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    )
    body = paragraph(VISIBLE) + second.replace("{text}", SECOND) + paragraph(VISIBLE)
    return word(f"<w:customXml {names}>{body}</w:customXml>")
