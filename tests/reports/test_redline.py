"""Asks in the vendor's own Word file: tracked, commented, and nothing else touched."""

import io
import shutil
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import etree

from documents.read import read_document
from documents.tracked import before_changes
from negotiation.redline import Proposal
from reports.redline import CannotRedline, W, redline
from samples.source import Part
from samples.writers import write_word

ON = date(2026, 11, 25)
SCOPE = "1. The vendor provides the services that the order names."
TRAINS = "2. The vendor may train on customer data. It keeps logs for a year."
WITNESS = "In witness whereof the parties have signed."
LAST = "Signature: ______"
CHANGED = {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "word/comments.xml"}


def contract(*texts: str) -> bytes:
    return write_word("Vendor", [Part(kind="title", text="Terms"), *(Part(kind="text", text=text) for text in texts)])


def proposal(text: str = "The vendor shall ask first.", *, quote: str = "", replaces: bool = False) -> Proposal:
    return Proposal(check_id="x", text=text, reason="Training. It cannot be undone.", quote=quote, replaces=replaces)


def made(data: bytes, *proposed: Proposal) -> bytes:
    return redline(data, proposed, author="Ada", on=ON)


def words(data: bytes) -> list[str]:
    return [block.text for block in read_document(data, "a.docx").blocks]


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def test_a_clause_goes_in_after_the_words_that_it_belongs_to() -> None:
    data = contract(SCOPE, TRAINS, WITNESS)
    assert words(made(data, proposal(quote="The vendor provides the services"))) == [
        "Terms", SCOPE, "The vendor shall ask first.", TRAINS, WITNESS,
    ]  # fmt: skip


def test_an_unwanted_sentence_is_deleted_and_the_rest_of_its_paragraph_stays() -> None:
    data = contract(SCOPE, TRAINS, WITNESS)
    out = made(data, proposal(quote="The vendor may train on customer data.", replaces=True))
    assert words(out)[2:4] == ["2. It keeps logs for a year.", "The vendor shall ask first."]
    deleted = [text.text for text in body(out).iter(f"{W}delText")]
    assert deleted == ["The vendor may train on customer data."]


@pytest.mark.parametrize("texts", [(SCOPE, WITNESS, LAST), (SCOPE, LAST), (SCOPE,)])
def test_what_has_no_place_goes_before_the_signatures_or_to_the_end(texts: tuple[str, ...]) -> None:
    assert words(made(contract(*texts), proposal()))[2] == "The vendor shall ask first."


def test_several_clauses_at_one_place_keep_their_order() -> None:
    out = made(contract(SCOPE, TRAINS), proposal("First.", quote=SCOPE), proposal("Second.", quote=SCOPE))
    assert words(out)[1:4] == [SCOPE, "First.", "Second."]


def test_rejecting_the_changes_gives_the_contract_back() -> None:
    data = contract(SCOPE, TRAINS, WITNESS)
    out = made(data, proposal(quote=SCOPE), proposal(quote="The vendor may train on customer data.", replaces=True))
    assert words(before_changes(out, "a.docx")) == words(data)


def test_every_change_has_its_author_and_date_and_a_comment_with_the_reason() -> None:
    out = made(contract(SCOPE, TRAINS), proposal(quote=SCOPE))
    marks = list(body(out).iter(f"{W}ins"))
    assert {(m.get(f"{W}author"), m.get(f"{W}date")) for m in marks} == {("Ada", "2026-11-25T00:00:00Z")}
    assert len({m.get(f"{W}id") for m in marks}) == len(marks)
    (comment,) = docx.Document(io.BytesIO(out)).comments
    assert (comment.text, comment.author) == ("Training. It cannot be undone.", "Ada")
    (reference,) = body(out).iter(f"{W}commentReference")
    assert reference.get(f"{W}id") == str(comment.comment_id)


def test_every_other_part_stays_byte_for_byte_and_untouched_paragraphs_keep_every_sign() -> None:
    data = contract(SCOPE, TRAINS, WITNESS)
    out = made(data, proposal(quote=SCOPE))
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(io.BytesIO(out)) as new:
        assert set(new.namelist()) - set(old.namelist()) <= CHANGED
        differ = {name for name in old.namelist() if old.read(name) != new.read(name)}
        assert differ <= CHANGED
    paragraphs = {etree.tostring(p) for p in body(data).iter(f"{W}p")}
    assert {etree.tostring(p) for p in body(out).iter(f"{W}p") if p.find(f"{W}ins") is None} <= paragraphs


def test_comments_that_were_there_stay_and_new_ones_get_other_numbers() -> None:
    word = docx.Document()
    run = word.add_paragraph(SCOPE).add_run(" And more.")
    word.add_comment([run], text="Old remark.", author="Bo")
    file = io.BytesIO()
    word.save(file)
    out = docx.Document(io.BytesIO(made(file.getvalue(), proposal(quote=SCOPE))))
    found = {(comment.comment_id, comment.text) for comment in out.comments}
    assert {text for _, text in found} == {"Old remark.", "Training. It cannot be undone."}
    assert len({number for number, _ in found}) == 2


def test_words_can_never_become_markup() -> None:
    hostile = '</w:t></w:r></w:p><w:p><w:r><w:t>x &amp; \x07"'
    out = made(contract(SCOPE), Proposal(check_id="x", text=hostile, reason=hostile, quote="", replaces=False))
    assert words(out)[-1].startswith("</w:t></w:r></w:p><w:p>")
    (comment,) = docx.Document(io.BytesIO(out)).comments
    assert "<w:p>" in comment.text


def test_a_quote_is_found_whatever_its_spaces_and_cut_into_runs() -> None:
    word = docx.Document()
    paragraph = word.add_paragraph()
    for part in ("2. The vendor ", "may  train", " on customer data.", " It keeps logs."):
        paragraph.add_run(part)
    file = io.BytesIO()
    word.save(file)
    out = made(file.getvalue(), proposal(quote="The vendor may train on customer data.", replaces=True))
    assert words(out) == ["2. It keeps logs.", "The vendor shall ask first."]
    assert words(before_changes(out, "a.docx")) == words(file.getvalue())


def test_the_same_input_gives_the_same_bytes() -> None:
    data = contract(SCOPE, TRAINS)
    assert made(data, proposal(quote=SCOPE)) == made(data, proposal(quote=SCOPE))


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04 broken", b""])
def test_another_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(CannotRedline, match="Save it as"):
        made(data, proposal())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_libreoffice_opens_it_and_knows_the_changes(tmp_path: Path) -> None:
    path = tmp_path / "terms.docx"
    path.write_bytes(
        made(contract(SCOPE, TRAINS), proposal(quote="The vendor may train on customer data.", replaces=True))
    )
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to", "fodt",
         "--outdir", str(tmp_path), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = (tmp_path / "terms.fodt").read_text(encoding="utf-8")
    assert text.count("<text:insertion>") >= 1 and "<text:deletion>" in text
    assert "It cannot be undone." in text
