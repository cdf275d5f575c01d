"""Word files by their own XML."""

import pytest

from documents.limits import Limits
from documents.model import BlockKind, ProblemCode, UnreadableDocument
from documents.read import read_document
from tests.documents.files import paragraph, word, zipped

BAN = "Customer shall not train models."


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            f"<w:p>{run('Customer shall ')}<w:ins>{run('not train.')}</w:ins></w:p>",
            "Customer shall not train.",
            id="inserted",
        ),
        pytest.param(
            f"<w:p>{run('Customer may train.')}<w:del><w:r><w:delText>Never.</w:delText></w:r></w:del></w:p>",
            "Customer may train.",
            id="deleted words are out",
        ),
        pytest.param(
            f"<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc>{paragraph(BAN)}</w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>",
            BAN,
            id="nested table",
        ),
        pytest.param(
            f"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph(BAN)}</w:txbxContent></mc:Choice>"
            f"<mc:Fallback><w:txbxContent>{paragraph(BAN)}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            BAN,
            id="text box once",
        ),
        pytest.param(f"<w:sdt><w:sdtContent>{paragraph(BAN)}</w:sdtContent></w:sdt>", BAN, id="content control"),
        pytest.param(
            f"<w:p>{run('third')}<w:r><w:noBreakHyphen/></w:r>{run('party')}</w:p>", "third-party", id="hard hyphen"
        ),
        pytest.param(f"<w:p><w:hyperlink>{run(BAN)}</w:hyperlink></w:p>", BAN, id="link"),
        pytest.param(
            f"<w:p><w:r><w:instrText>HYPERLINK evil</w:instrText></w:r>{run(BAN)}</w:p>", BAN, id="field codes are out"
        ),
        pytest.param(
            f"<w:p>{run(BAN)}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r></w:p>",
            BAN,
            id="hidden words are out",
        ),
    ],
)
def test_every_visible_word_is_read_once(body: str, expected: str) -> None:
    assert [block.text for block in read_document(word(body), "a.docx").blocks] == [expected]


def test_tracked_changes_are_reported() -> None:
    body = f"<w:p>{run('Customer shall ')}<w:ins>{run('not train.')}</w:ins></w:p>"
    problems = read_document(word(body), "a.docx").problems
    assert [problem.code for problem in problems] == [ProblemCode.TRACKED_CHANGES]
    assert "1 inserted and 0 deleted" in problems[0].text


def test_styles_and_numbering_give_headings_and_items() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        paragraph("Use", '<w:pStyle w:val="Heading1"/>')
        + paragraph("Customer shall not:")
        + paragraph("copy Output;", numbered)
        + paragraph("train models.", numbered)
    )
    found = read_document(word(body), "a.docx").blocks
    assert [block.kind for block in found] == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.ITEM]
    assert found[-1].lead_in == "Customer shall not:"
    assert found[-1].heading_path == ("Use",)


BOMB = b"<w:document>" + b" " * 3_000_000 + b"</w:document>"
ENTITIES = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


@pytest.mark.parametrize(
    ("document", "code"),
    [
        pytest.param(BOMB, ProblemCode.TOO_LARGE, id="a bomb"),
        pytest.param(b"<a>" * 5000, ProblemCode.DAMAGED, id="nesting without end"),
        pytest.param(b"<w:document", ProblemCode.DAMAGED, id="broken XML"),
        pytest.param(ENTITIES, ProblemCode.EMPTY, id="an external entity is not followed"),
    ],
)
def test_hostile_word_files_get_a_sentence(document: bytes, code: ProblemCode) -> None:
    data = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": document})
    with pytest.raises(UnreadableDocument) as raised:
        read_document(data, "a.docx", limits=Limits(unpacked_bytes=1_000_000))
    assert raised.value.problem.code is code
