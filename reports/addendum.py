"""An addendum as a Word file with real styles and automatic numbers, as PDF and as Markdown."""

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.shared import Pt

from negotiation.addendum import Addendum
from reports.pdf import page_pdf
from reports.printable import printable, printable_text

# Word stamps the time of saving; the same addendum gives the same bytes.
STAMP = "2000-01-01T00:00:00Z"
MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~-])")


def addendum_docx(addendum: Addendum) -> bytes:
    """Return the addendum as a Word file."""
    word = Document()
    word.styles["Normal"].font.name = "Calibri"
    word.styles["Normal"].font.size = Pt(11)
    word.core_properties.title, word.core_properties.author = addendum.title, "Clausemark"
    word.add_heading(printable_text(addendum.title), level=1)
    word.add_paragraph(printable_text(addendum.opening))
    for clause in addendum.clauses:
        head = word.add_paragraph(style="List Number")
        head.add_run(printable_text(clause.heading)).bold = True
        head.paragraph_format.keep_with_next = True
        word.add_paragraph(printable_text(clause.text), style="List Continue")
    word.add_paragraph(printable_text(addendum.closing))
    _signatures(word, addendum)
    word.add_paragraph(addendum.notice, style="Caption")
    return _steady(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClausePart:
    """A numbered clause with its heading."""

    number: int
    heading: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AddendumPage:
    """An addendum as its PDF template reads it."""

    title: str
    language: str
    date: str
    parties: tuple[str, ...]
    opening: str
    clauses: tuple[ClausePart, ...]
    closing: str
    notice: str


def addendum_pdf(addendum: Addendum, *, on: date) -> bytes:
    """Return the addendum as PDF, dated `on` in its properties; the same addendum gives the same bytes."""
    page = AddendumPage(
        title=addendum.title,
        language="en",
        date="",
        parties=addendum.parties,
        opening=addendum.opening,
        clauses=tuple(
            ClausePart(number=number, heading=clause.heading, text=clause.text)
            for number, clause in enumerate(addendum.clauses, start=1)
        ),
        closing=addendum.closing,
        notice=addendum.notice,
    )
    return page_pdf("addendum.typ", printable(page), on=on.isoformat())


def addendum_markdown(addendum: Addendum) -> str:
    """Return the addendum as Markdown in which no name or word is read as markup."""
    lines = [f"# {_plain(addendum.title)}", "", _plain(addendum.opening), ""]
    for number, clause in enumerate(addendum.clauses, start=1):
        lines += [f"{number}. **{_plain(clause.heading)}.** {_plain(clause.text)}", ""]
    lines += [_plain(addendum.closing), ""]
    lines += [f"{_plain(party)}: ______________________  Date: ____________\n" for party in addendum.parties]
    return "\n".join([*lines, f"*{_plain(addendum.notice)}*", ""])


def _signatures(word: Word, addendum: Addendum) -> None:
    table = word.add_table(rows=4, cols=2)
    for column, party in enumerate(addendum.parties):
        rows = (
            printable_text(party),
            "Signature: ____________________",
            "Name and title: ________________",
            "Date: ____",
        )
        for row, text in enumerate(rows):
            table.cell(row, column).text = text


def _steady(word: Word) -> bytes:
    saved, steady = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as read, ZipFile(steady, "w", ZIP_DEFLATED) as copy:
        for name in read.namelist():
            part = read.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", STAMP.encode(), part)
            copy.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return steady.getvalue()


def _plain(text: str) -> str:
    return MARKUP.sub(r"\\\1", printable_text(text)).replace("\n", " ")
