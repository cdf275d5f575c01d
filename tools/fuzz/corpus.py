"""The files that the fuzzer starts from: small, made here, one of each thing that a reader looks at."""

import io
import json
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

import duckdb
import typst
from docx import Document as WordDocument

CONTRACT = (
    "1. Definitions. “Output” means what the Services return. 2. Restrictions. Customer shall not (a) use Output to "
    "train a competing model, or (b) exceed 1,000 requests a minute. Provider shall notify Customer within 72 hours."
)
TYPST = (
    f"= Terms of Service\n{CONTRACT}\n#pagebreak()\n#table(columns: 2, [Plan], [Requests], [Small], [1 000])",
    f'#set page(columns: 2)\n= Agreement\n{CONTRACT} #footnote[Except as agreed.] #link("https://example.com")[link]',
    '#set document(title: "Terms")\n#outline()\n= One\n- a\n- b\n  - c\n= Two\n#rect(width: 3cm)\n#lorem(60)',
)
HTML = (
    f"<!doctype html><html><head><title>Terms</title></head><body><h1>Terms</h1><p>{CONTRACT}</p></body></html>",
    "<html><body><ol><li>One<ul><li>Two</ul><li>Three</ol><table><tr><th>Plan<td>1<tr><td colspan=2>x</table></body>",
    "<p hidden>no</p><div style='display:none'>no</div><p>&lt;yes&gt; &#8220;quote&#8221; <b>bold <i>both</b></i> é",
    "<meta charset=windows-1252><body><section><h2>2. Fees</h2><p>Fees\xa0are due.<script>x()</script></section>",
)
LOG = [
    {"timestamp": f"2026-11-{day:02}T10:0{day % 6}:00Z", "user_id": f"u{day % 3}", "model": "m", "prompt": "one two",
     "usage": {"input_tokens": day * 10, "output_tokens": 5}, "request_id": f"r{day}"}
    for day in range(1, 25)
]  # fmt: skip


@lru_cache(maxsize=8)
def seeds(kind: str) -> tuple[bytes, ...]:
    """Return the files of a kind: "pdf", "docx", "html", "jsonl" or "parquet"."""
    return MAKERS[kind]()


def _pdf() -> tuple[bytes, ...]:
    undated = "#set document(date: none)\n"  # the same whenever it is made
    return tuple(bytes(typst.compile((undated + source).encode())) for source in TYPST)


def _docx() -> tuple[bytes, ...]:
    document = WordDocument()
    document.add_heading("Terms of Service", 1)
    document.add_paragraph(CONTRACT)
    document.add_paragraph("one", style="List Number")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "Plan"
    table.cell(0, 0).merge(table.cell(0, 1))
    document.sections[0].header.paragraphs[0].text = "Draft"
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as source:
        parts = {name: source.read(name) for name in source.namelist() if "thumbnail" not in name}
    small = {name: part for name, part in parts.items() if "theme" not in name}
    # The second is stored as it is, so that changes of its bytes reach the XML.
    return zipped(parts), zipped(small, zipfile.ZIP_STORED)


def zipped(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of the parts that is the same whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


def _html() -> tuple[bytes, ...]:
    return tuple(text.encode("utf-8" if number < 3 else "latin-1") for number, text in enumerate(HTML))


def _jsonl() -> tuple[bytes, ...]:
    lines = "\n".join(json.dumps(row) for row in LOG)
    flat = "\n".join(json.dumps({"ts": row["timestamp"], "account": row["user_id"]}) for row in LOG)
    return lines.encode(), flat.encode(), json.dumps(LOG).encode()


def _parquet() -> tuple[bytes, ...]:
    made = []
    with tempfile.TemporaryDirectory() as folder:
        log, out = Path(folder, "log.jsonl"), Path(folder, "log.parquet")
        log.write_bytes(_jsonl()[0])
        for options in ("CODEC 'uncompressed'", "CODEC 'zstd'", "ROW_GROUP_SIZE 8"):
            duckdb.connect().execute(
                f"COPY (SELECT * FROM read_json_auto('{log}')) TO '{out}' (FORMAT parquet, {options})"
            )
            made.append(out.read_bytes())
    return tuple(made)


MAKERS: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "pdf": _pdf, "docx": _docx, "html": _html, "jsonl": _jsonl, "parquet": _parquet,
}  # fmt: skip
