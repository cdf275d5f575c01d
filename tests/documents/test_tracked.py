"""A Word file without its tracked changes."""

import io
import zipfile

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from documents.read import read_document
from documents.tracked import before_changes
from samples.source import Part
from samples.writers import write_word


def words(data: bytes) -> list[str]:
    return [block.text for block in read_document(data, "a.docx").blocks]


def written(text: str) -> bytes:
    return write_word("Vendor", [Part(kind="title", text="Terms"), Part(kind="text", text=text)])


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("You may {-never-}{+not+} train.", "You may never train.", "You may not train."),
        ("You may train{+ with consent+}.", "You may train.", "You may train with consent."),
        ("Notice within {-48-}{+72+} hours.", "Notice within 48 hours.", "Notice within 72 hours."),
        ("Nothing changed.", "Nothing changed.", "Nothing changed."),
    ],
)
def test_changes_are_rejected_in_the_one_and_accepted_in_the_other(text: str, before: str, after: str) -> None:
    data = written(text)
    assert words(before_changes(data, "a.docx"))[-1] == before
    assert words(data)[-1] == after


def test_an_inserted_paragraph_is_gone_and_its_words_do_not_stay() -> None:
    document = docx.Document()
    document.add_paragraph("First clause of the terms.")
    added = document.add_paragraph()
    run = added.add_run("A new clause.")
    change = OxmlElement("w:ins")
    change.set(qn("w:author"), "Ada")
    run._r.addprevious(change)
    change.append(run._r)
    properties = added._p.get_or_add_pPr()
    properties.append(parse_xml(f'<w:rPr {nsdecls("w")}><w:ins w:author="Ada"/></w:rPr>'))
    document.add_paragraph("Last clause of the terms.")
    out = io.BytesIO()
    document.save(out)
    assert words(before_changes(out.getvalue(), "a.docx")) == [
        "First clause of the terms.",
        "Last clause of the terms.",
    ]


def test_every_other_part_of_the_file_stays_byte_for_byte() -> None:
    data = written("You may {-never-}{+not+} train.")
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(before_changes(data, "a.docx"))) as new:
        assert old.namelist() == new.namelist()
        same = [name for name in old.namelist() if old.read(name) == new.read(name)]
        assert set(old.namelist()) - set(same) == {"word/document.xml"}
