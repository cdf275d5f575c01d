"""Changes files by chance, the same for the same number: bytes, pieces, words of the format, parts of an archive."""

import io
import random
import zipfile
import zlib
from collections.abc import Sequence

from tools.fuzz.corpus import seeds, zipped

MOST_BYTES = 200_000
WORDS: dict[str, Sequence[bytes]] = {
    "pdf": (
        b"<<", b">>", b"[", b"]", b"stream\n",
        b"endstream", b"endobj", b"1 0 obj", b"/Kids [1 0 R]", b"/Count 99999999",
        b"/Length -1", b"/Filter [/FlateDecode /FlateDecode]", b"/Parent 1 0 R", b"/Type /Page", b"startxref\n0",
        b"/Encrypt 1 0 R", b"%%EOF", b"0 65535 f", b"/MediaBox [0 0 1e38 -1]", b"Tj", b"BT", b"1e999", b"(" * 50,
    ),
    "docx": (
        b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"</w:tc>",
        b"<w:ins>", b"<w:del>", b"<w:instrText>", b"&#0;", b"&x;",
        b"<!DOCTYPE a [<!ENTITY x 'y'>]>", b"<![CDATA[",
        b"<w:numId w:val='99999999999'/>", b"w:val='-1'", b"<w:p " * 20,
        b"<w:gridSpan w:val='1000000'/>", b"xmlns:w='x'", b"..", b"<mc:AlternateContent>", b"<w:sdt>",
    ),
    "html": (
        b"<table><tr><td>", b"</table>", b"<li>" * 30, b"<div>" * 300,
        b"<!--", b"-->", b"<![CDATA[", b"&#x110000;", b"&#xd800;",
        b"<svg><title>", b"<template>", b"<p style='", b"colspan=99999999",
        b"\x00", b"<plaintext>", b"</body>", b"<base>",
        b"<ol start=-99999999999999999999>", b"<frameset>", b"\xff\xfe", b"<script>", b"<meta charset=utf-7>",
    ),
    "jsonl": (
        b"{", b"}", b"[" * 3000, b'"', b"\\ud800", b"\\u0000",
        b"1e999", b"-", b"null", b'{"a":' * 3000, b"\n", b"NaN", b"\xff",
        b'"timestamp": 1e308', b'"timestamp": [1]', b'"timestamp": "0000-00-00"',
        b"99999999999999999999", b'"": 1', b'".$[": 1',
        b'"resourceSpans": [1]', b'"resourceSpans": [{"scopeSpans": 5}]',
    ),
    "parquet": (b"PAR1", b"PARE", b"\x00" * 8, b"\xff" * 8, b"\x7f\xff\xff\xff", b"\x15\x00", b"user_id", b"\x80" * 10),
}  # fmt: skip


def changed(kind: str, number: int) -> bytes:
    """Return the file of this number: one of the kind's seeds with one to eight changes."""
    chance = random.Random(f"{kind} {number}")  # the same each time
    data = chance.choice(seeds(kind))
    if kind == "docx" and chance.random() < 0.7:
        return _archive(data, chance)
    if kind == "pdf" and chance.random() < 0.5:
        data = _unpacked(data)
    return _changed(data, kind, chance)


def _changed(data: bytes, kind: str, chance: random.Random) -> bytes:
    changes = (_flip, _set, _cut, _double, _word, _word, _number, _end, _splice)
    for _ in range(chance.randint(1, 8)):
        data = chance.choice(changes)(data, kind, chance)[:MOST_BYTES]
    return data


def _archive(data: bytes, chance: random.Random) -> bytes:
    """Change parts of a Word file inside its archive, so that the XML is reached and not only the zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    favoured = [name for name in parts if name.endswith(("document.xml", "numbering.xml", "styles.xml"))]
    for name in {chance.choice(favoured + list(parts)): None for _ in range(chance.randint(1, 2))}:
        parts[name] = _changed(parts[name], "docx", chance)
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    return zipped(parts)


def _unpacked(data: bytes) -> bytes:
    """Return a PDF with its compressed streams written out, so that changes reach what is drawn."""
    out, rest = [], data
    while (start := rest.find(b"stream\n")) >= 0 and (end := rest.find(b"endstream", start)) >= 0:
        packed = rest[start + 7 : end]
        try:
            packed = zlib.decompress(packed)
            head = rest[:start].replace(b"/Filter /FlateDecode", b"")
        except zlib.error:
            head = rest[:start]
        out += [head, b"stream\n", packed, b"\nendstream"]
        rest = rest[end + 9 :]
    return b"".join([*out, rest])


def _place(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + int(chance.paretovariate(0.7)))


def _flip(data: bytes, _kind: str, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _set(data: bytes, _kind: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + chance.randbytes(min(64, end - start)) + data[end:]


def _cut(data: bytes, _kind: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] + data[end:]


def _double(data: bytes, _kind: str, chance: random.Random) -> bytes:
    start, end = _place(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 2, 20)) + data[end:]


def _word(data: bytes, kind: str, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(WORDS[kind]) + data[at:]


def _number(data: bytes, _kind: str, chance: random.Random) -> bytes:
    """Put a number that breaks sums in the place of one that stands there."""
    digits = [at for at in range(len(data)) if data[at : at + 1].isdigit()]
    if not digits:
        return data
    at = chance.choice(digits)
    return data[:at] + chance.choice((b"0", b"-1", b"99999999999", b"4294967295", b"1e308")) + data[at + 1 :]


def _end(data: bytes, _kind: str, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def _splice(data: bytes, kind: str, chance: random.Random) -> bytes:
    other = chance.choice(seeds(kind))
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]
