"""PDF files: paragraphs, running lines, columns, scans, boxes."""

import io
import random

import pypdf
import pytest

from documents.limits import Limits
from documents.model import Document, ProblemCode, UnreadableDocument
from documents.normalise import letters
from documents.ocr import as_printed
from documents.pdf import page_image, quote_boxes
from documents.pdf.engine import opened, page_text
from documents.pdf.layout import Piece, disordered, in_reading_order
from documents.read import read_document
from tests.documents.files import pdf, picture_without_words, scan

CLAUSE = "The Customer shall not use Output to train a model that competes with the Service of the Provider. "
BAN = "Customer shall not distil the model."


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_a_paragraph_goes_on_over_a_page_break_and_knows_both_pages() -> None:
    source = f'#set page(height: 6cm, header: [Acme AI confidential], numbering: "1")\n{CLAUSE * 14}'
    document = read_document(pdf(source), "a.pdf")
    body = document.blocks[0]
    assert [start.page for start in body.pages][:2] == [1, 2]
    assert letters(CLAUSE) * 2 in letters(body.text)
    assert "confidential" not in body.text
    assert texts(document)[-1] == "Acme AI confidential"


def test_each_page_start_points_at_the_first_word_of_the_page() -> None:
    source = f"#set page(height: 6cm)\n{' '.join(f'word{number}' for number in range(400))}"
    document = read_document(pdf(source), "a.pdf")
    data = pdf(source)
    for block in document.blocks:
        for start in block.pages:
            first = block.text[start.offset :].split()[0]
            assert quote_boxes(data, start.page, f"{first} {block.text[start.offset :].split()[1]}")


def test_two_columns_are_read_one_after_the_other() -> None:
    source = f"#set page(columns: 2, height: 12cm)\n= First\n{CLAUSE * 3}\n\n= Second\n{CLAUSE * 3}\n\n= Third\n{BAN}"
    document = read_document(pdf(source), "a.pdf")
    order = [text for text in texts(document) if text in ("First", "Second", "Third")]
    assert order == ["First", "Second", "Third"]
    assert BAN in texts(document)


def test_hyphenated_lines_are_joined() -> None:
    source = f'#set page(width: 6cm)\n#set text(hyphenate: true, lang: "en")\n#set par(justify: true)\n{CLAUSE * 4}'
    assert letters(CLAUSE * 4) == letters("".join(texts(read_document(pdf(source), "a.pdf"))))
    assert "Customer" in " ".join(texts(read_document(pdf(source), "a.pdf")))


def test_numbered_clauses_and_items_begin_blocks_with_lead_ins() -> None:
    source = f"2.1 {CLAUSE}\n\n2.2 Customer shall not:\n\n(a) copy Output;\n\n(b) train models."
    found = read_document(pdf(source), "a.pdf").blocks
    assert [block.text[:3] for block in found] == ["2.1", "2.2", "(a)", "(b)"]
    assert found[-1].lead_in == "2.2 Customer shall not:"


def test_a_scan_is_read_by_recognition_and_says_so() -> None:
    data = scan(f"#set page(width: 14cm, height: 6cm)\n#set text(size: 13pt)\n{BAN}")
    document = read_document(data, "scan.pdf")
    assert document.recognised_pages == (1,)
    assert letters(BAN) in letters("".join(texts(document)))
    assert [problem.code for problem in document.problems] == [ProblemCode.RECOGNISED]
    assert quote_boxes(data, 1, "shall not distil the model", document.recognised_lines)
    assert document.complete


def test_a_picture_without_words_is_unreadable_and_never_empty() -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(picture_without_words(), "photo.pdf")
    assert raised.value.problem.code is ProblemCode.UNREADABLE_PAGES


def test_a_scan_without_recognition_is_unreadable() -> None:
    with pytest.raises(UnreadableDocument):
        read_document(scan(BAN), "scan.pdf", limits=Limits(recognise=False))


def test_a_blank_page_is_nothing_to_complain_about() -> None:
    document = read_document(pdf(f"{BAN}\n#pagebreak()\n#pagebreak()\n{BAN}"), "a.pdf")
    assert document.page_count == 3
    assert document.unreadable_pages == ()


def test_when_time_is_up_the_pages_read_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 200.0, 200.0])
    monkeypatch.setattr("documents.pdf.reading.time.monotonic", lambda: next(clock))
    document = read_document(pdf(f"{BAN}\n#pagebreak()\nSecond.\n#pagebreak()\nThird."), "a.pdf")
    assert document.unreadable_pages == (2, 3)
    assert document.problems[0].code is ProblemCode.TIMED_OUT
    assert "1 of 3 pages were read" in document.problems[0].text
    assert not document.complete


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(pdf("a #pagebreak() b #pagebreak() c"), "a.pdf", limits=Limits(pages=2))
    assert raised.value.problem.code is ProblemCode.TOO_MANY_PAGES


def _changed(data: bytes, **marks: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    if "password" in marks:
        writer.encrypt(marks["password"], algorithm="AES-256")
    if "attachment" in marks:
        writer.add_attachment(marks["attachment"], b"#!/bin/sh")
    if "title" in marks:
        writer.add_metadata({"/Title": marks["title"]})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_locked_file_says_what_to_do() -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(_changed(pdf(BAN), password="secret"), "a.pdf")
    assert raised.value.problem.code is ProblemCode.LOCKED
    assert (
        raised.value.problem.text == "a.pdf is locked with a password. Save a copy without the password and add that."
    )


def test_attached_files_are_named_and_not_opened() -> None:
    document = read_document(_changed(pdf(BAN), attachment="payload.sh"), "a.pdf")
    assert [problem.code for problem in document.problems] == [ProblemCode.ATTACHMENTS]
    assert "payload.sh" in document.problems[0].text


def test_the_title_comes_from_the_file_unless_a_program_wrote_it() -> None:
    assert read_document(_changed(pdf(BAN), title="Model Access Terms"), "x.pdf").title == "Model Access Terms"
    assert read_document(_changed(pdf(BAN), title="Microsoft Word - draft7.docx"), "x.pdf").title == "x"


def test_the_letters_of_every_block_stand_in_order_in_its_pages() -> None:
    data = pdf("#set page(height: 9cm, columns: 2)\n#set par(justify: true)\n#set text(hyphenate: true)\n#lorem(500)")
    with opened(data, "a.pdf") as file:
        raw = {page + 1: letters(page_text(file, page).raw) for page in range(len(file))}
    for block in read_document(data, "a.pdf").blocks:
        starts = [*(start.offset for start in block.pages), len(block.text)]
        for start, end, page in zip(starts, starts[1:], block.pages, strict=False):
            assert letters(block.text[start:end]) in raw[page.page]


def test_quote_boxes_lie_on_the_words_one_a_line() -> None:
    data = pdf(f"#set page(width: 10cm, height: 10cm, margin: 1cm)\nIntro.\n\n{CLAUSE}")
    boxes = quote_boxes(data, 1, CLAUSE)
    assert len(boxes) >= 2
    assert [box[1] for box in boxes] == sorted(box[1] for box in boxes)
    assert all(left >= 0 and left + width <= 1.01 and 0 < height < 0.1 for left, _, width, height in boxes)
    assert quote_boxes(data, 1, "words that are not there at all") == ()


def test_a_page_image_is_a_small_png() -> None:
    image = page_image(pdf(CLAUSE * 10), 1)
    assert image.startswith(b"\x89PNG")
    assert len(image) < 200_000
    with pytest.raises(UnreadableDocument):
        page_image(pdf(BAN), 2)


def _page(lines: int, left: float) -> list[Piece]:
    return [Piece(text=f"{left} {n}", left=left, right=left + 200, base=100 + 12 * n, size=10) for n in range(lines)]


def test_shuffled_lines_are_noticed_and_sorted() -> None:
    ordered = _page(30, 50) + _page(30, 300)
    shuffled = random.Random(7).sample(ordered, len(ordered))
    assert not disordered(ordered)
    assert disordered(shuffled)
    assert [piece.text for piece in in_reading_order(shuffled)] == [piece.text for piece in ordered]


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Customer's data and the parties' duties", "Customer’s data and the parties’ duties"),
        ('the "Service" and ("Terms")', "the “Service” and (“Terms”)"),
        ("a 5 % cap", "a 5 % cap"),
    ],
)
def test_recognised_lines_have_the_quotation_marks_of_printed_pages(seen: str, printed: str) -> None:
    assert as_printed(seen) == printed
