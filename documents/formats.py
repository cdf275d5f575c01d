"""Decides what a file is by its first bytes and its content; the name is only a hint between text formats."""

import re
import zipfile
from codecs import getincrementaldecoder
from io import BytesIO

from documents import problems
from documents.model import DocumentFormat

PDF_HEAD = 1024
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
BINARY = (
    b"PK", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"{\\rtf", b"\x1f\x8b", b"\x7fELF", b"MZ",
    b"%!PS", b"BM", b"RIFF", b"Rar!", b"7z\xbc\xaf", b"SQLite format",
)  # fmt: skip
HTML_TAG = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|div|p|h[1-6]|table|section|article)\b[^>]*>", re.IGNORECASE
)
MARKDOWN_MARK = re.compile(
    r"^(?:#{1,6}\s+\S|={4,}\s*$|-{4,}\s*$|\s*[*+-]\s+\S|>\s)|\*\*[^*\n]{1,300}\*\*|\[[^\[\]\n]{1,300}\]\([^)\s]{1,300}\)",
    re.MULTILINE,
)
MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
HTML_NAMES = (".html", ".htm", ".xhtml")
BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
# More characters like these than this share, and the bytes are no text at all.
MOST_CONTROLS = 0.01


def format_of(data: bytes, name: str) -> tuple[DocumentFormat, str]:
    """Return the format of a file, and its text if it is a text format.

    Raises UnreadableDocument when it is none of them, or empty.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise problems.empty(name)
    if b"%PDF-" in data[:PDF_HEAD]:
        return DocumentFormat.PDF, ""
    if data.startswith(b"PK"):
        return _zip_format(data, name), ""
    if data.startswith(OLD_OFFICE):
        raise problems.locked(name) if ENCRYPTED_PACKAGE in data else problems.old_word(name)
    if data.startswith(BINARY):
        raise problems.wrong_type(name)
    if name.lower().endswith((".pdf", ".docx", ".docm")):
        raise problems.damaged(name)
    text = decoded(data, name)
    return _text_format(text, name.lower()), text


def _zip_format(data: bytes, name: str) -> DocumentFormat:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as broken:
        wanted = name.lower().endswith((".docx", ".docm"))
        raise (problems.damaged(name) if wanted else problems.wrong_type(name)) from broken
    if any(each.startswith("word/") for each in names):
        return DocumentFormat.DOCX
    raise problems.damaged(name) if name.lower().endswith(".docx") and not names else problems.wrong_type(name)


def decoded(data: bytes, name: str) -> str:
    """Return the text of bytes in UTF-8, UTF-16, the page's own charset or Windows-1252, whichever fits first.

    The bytes may be the beginning of a file: a character that is cut at their end says nothing.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"), name)
    if data[1:400:2].count(0) > 0.7 * len(data[1:400:2]) > 1:
        return _checked(data.decode("utf-16-le", errors="replace"), name)
    if data[:400:2].count(0) > 0.7 * len(data[:400:2]) > 1:
        return _checked(data.decode("utf-16-be", errors="replace"), name)
    named = CHARSET.search(data[:4096])
    for encoding in ("utf-8", named[1].decode("ascii") if named else "utf-8"):
        try:
            return _checked(getincrementaldecoder(encoding)().decode(data), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _checked(data.decode("cp1252", errors="replace"), name)


def _checked(text: str, name: str) -> str:
    sample = text[:100_000]
    odd = sum((character < " " and character not in "\t\n\r\f\v\x1b") or character == "\ufffd" for character in sample)
    if odd > MOST_CONTROLS * len(sample) + 2:
        raise problems.wrong_type(name)
    return text


def _text_format(text: str, name: str) -> DocumentFormat:
    tags = len(HTML_TAG.findall(text[:200_000]))
    start = text.lstrip()[:500].lower()
    if start.startswith(("<!doctype html", "<html")) or (tags and name.endswith(HTML_NAMES)) or tags > 20:
        return DocumentFormat.HTML
    if name.endswith(MARKDOWN_NAMES):
        return DocumentFormat.MARKDOWN
    marks = len(MARKDOWN_MARK.findall(text[:50_000]))
    strong = len(re.findall(r"^#{1,6}\s+\S|\[[^\[\]\n]{1,300}\]\(https?:", text[:50_000], re.MULTILINE))
    markdown = strong >= 1 and marks >= 5 and not name.endswith(".txt")
    return DocumentFormat.MARKDOWN if markdown else DocumentFormat.TEXT
