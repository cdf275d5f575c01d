"""Any bytes become a Document or a sentence for the buyer."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.formats import format_of
from documents.limits import Limits
from documents.model import BlockKind, Document, DocumentFormat, DocumentKind, ProblemCode, UnreadableDocument
from documents.read import read_document
from tests.documents.files import paragraph, pdf, word, zipped


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        pytest.param(pdf("Customer shall pay."), "a.txt", DocumentFormat.PDF, id="a PDF named .txt"),
        pytest.param(word(paragraph("Customer shall pay.")), "a.zip", DocumentFormat.DOCX, id="a Word file named .zip"),
        pytest.param(b"<html><body><p>Customer shall pay.", "a", DocumentFormat.HTML, id="HTML without a name"),
        pytest.param(b"# Terms\n\nCustomer shall pay.", "a.md", DocumentFormat.MARKDOWN, id="Markdown by its name"),
        pytest.param(b"TERMS\n\nCustomer shall pay.", "a.txt", DocumentFormat.TEXT, id="plain text"),
    ],
)
def test_the_content_decides_the_format(data: bytes, name: str, expected: DocumentFormat) -> None:
    document = read_document(data, name)
    assert document.format is expected
    assert "Customer shall pay." in texts(document)


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        pytest.param(b"", "a.pdf", ProblemCode.EMPTY, id="no bytes"),
        pytest.param(b" \n\x00", "a.txt", ProblemCode.EMPTY, id="only spaces"),
        pytest.param(b"%PDF-1.7 nothing", "a.pdf", ProblemCode.DAMAGED, id="a PDF without content"),
        pytest.param(b"GIF89a", "a.pdf", ProblemCode.WRONG_TYPE, id="a picture named .pdf"),
        pytest.param(b"not a PDF", "a.pdf", ProblemCode.DAMAGED, id="text named .pdf"),
        pytest.param(b"PK\x03\x04 cut off", "a.docx", ProblemCode.DAMAGED, id="half a Word file"),
        pytest.param(zipped({"a.txt": b"x"}), "a.zip", ProblemCode.WRONG_TYPE, id="a zip archive of other things"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", ProblemCode.WRONG_TYPE, id="an old Word file"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "a.docx",
            ProblemCode.LOCKED,
            id="a Word file with a password",
        ),
        pytest.param(bytes(range(256)) * 9, "a.txt", ProblemCode.WRONG_TYPE, id="bytes that are no text"),
        pytest.param(b"x" * 2000, "a.txt", ProblemCode.TOO_LARGE, id="more bytes than allowed"),
    ],
)
def test_what_cannot_be_read_gets_its_sentence(data: bytes, name: str, code: ProblemCode) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(data, name, limits=Limits(file_bytes=100_000 if code is not ProblemCode.TOO_LARGE else 1000))
    problem = raised.value.problem
    assert problem.code is code
    assert problem.fatal
    assert name in problem.text
    assert problem.text.endswith((".", "fit."))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=str)
def test_text_is_read_in_any_common_encoding(encoding: str) -> None:
    text = "The “Provider” shall not – without Müller’s consent – train models on Customer Data.\n" * 3
    assert "“Provider” shall not – without Müller’s" in texts(read_document(text.encode(encoding), "a.txt"))[0]


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf("= Terms\nCustomer shall pay. Customer shall not copy.")
    assert read_document(data, "a.pdf") == read_document(data, "a.pdf")


def test_the_id_is_the_hash_and_the_name_has_no_folders() -> None:
    document = read_document(b"Customer shall pay.", "../../etc/passwd\x00.txt")
    assert document.id == hashlib.sha256(b"Customer shall pay.").hexdigest()
    assert "/" not in document.name
    assert "\x00" not in document.name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("The customer shall not use the service to train a model.", "en", id="English"),
        pytest.param("Acme GmbH, 12 Main Street, 1 May 2025", "en", id="too short to tell"),
        pytest.param(
            "Der Kunde darf die Ergebnisse nicht verwenden, um Modelle zu trainieren, die mit den Diensten des "
            "Anbieters im Wettbewerb stehen, es sei denn, der Anbieter hat dem vorher schriftlich zugestimmt.",
            "de",
            id="German",
        ),
        pytest.param("客户不得使用输出来训练与服务竞争的模型。服务提供商应保护客户数据。" * 3, "zh", id="Chinese"),
    ],
)
def test_the_language_is_found(text: str, language: str) -> None:
    document = read_document(text.encode(), "a.txt")
    assert document.language == language
    assert document.complete is (language == "en")
    assert bool(document.problems) is (language != "en")


@pytest.mark.parametrize(
    ("title", "name", "kind"),
    [
        pytest.param("Master Services Agreement", "a.md", DocumentKind.CONTRACT, id="contract"),
        pytest.param("Acceptable Use Policy", "a.md", DocumentKind.POLICY, id="policy"),
        pytest.param("Data Processing Agreement", "a.md", DocumentKind.DPA, id="a DPA is not just a contract"),
        pytest.param("Order Form", "a.md", DocumentKind.ORDER_FORM, id="order form"),
        pytest.param("SOC 2 Type II Report", "a.md", DocumentKind.AUDIT_REPORT, id="audit report"),
        pytest.param("Certificate of Registration", "a.md", DocumentKind.CERTIFICATE, id="certificate"),
        pytest.param("Model card", "a.md", DocumentKind.DOCUMENTATION, id="documentation"),
        pytest.param("Welcome", "acme_dpa_2025.md", DocumentKind.DPA, id="by the file name"),
    ],
)
def test_the_kind_is_guessed(title: str, name: str, kind: DocumentKind) -> None:
    assert read_document(f"# {title}\n\nSome words follow here.".encode(), name).kind is kind


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["", "a.pdf", "a.docx", "a.html", "a.md", "a.txt"]))
def test_no_bytes_make_reading_fail_in_another_way(data: bytes, name: str) -> None:
    for prefix in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>"):
        try:
            document = read_document(prefix + data, name, limits=Limits(recognise=False))
        except UnreadableDocument as unreadable:
            assert unreadable.problem.text
        else:
            assert document.blocks or document.unreadable_pages


def test_headings_tables_and_lists_have_their_kinds() -> None:
    document = read_document(
        b"# Terms\n\nText.\n\n* one\n\n| a cell | b cell |\n| --- | --- |\n| c cell | d cell |", "a.md"
    )
    assert [block.kind for block in document.blocks] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.ITEM,
        *[BlockKind.TABLE_CELL] * 4,
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        pytest.param("Поставщик хранит данные. ", "utf-8", id="Russian"),
        pytest.param("当社は記録を保存する。", "utf-8", id="Japanese"),
        pytest.param("当社は記録を保存する。", "utf-16", id="Japanese in UTF-16"),
    ],
)
def test_a_text_that_is_cut_inside_a_character_is_still_text(text: str, encoding: str) -> None:
    data = (text * 40).encode(encoding)
    for cut in range(1, 4):
        found, read = format_of(data[:-cut], "a.txt")
        assert found is DocumentFormat.TEXT
        assert (text * 40).startswith(read.rstrip("\ufffd"))


def test_a_paragraph_without_end_has_a_sentence_of_its_own() -> None:
    with pytest.raises(UnreadableDocument, match=r"a\.txt has a paragraph of more than 500,000 characters"):
        read_document(b"Terms. " + b"word " * 150_000, "a.txt")
