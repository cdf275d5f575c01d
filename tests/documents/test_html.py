"""HTML pages: the text of the document without the page's furniture."""

import pytest

from documents.model import BlockKind, UnreadableDocument
from documents.read import read_document

LONG = "<p>" + "The Provider shall keep Customer Data confidential. " * 6 + "</p>"


def texts(body: str) -> list[str]:
    page = f"<!doctype html><html><head><title>Terms</title></head><body>{LONG}{body}</body></html>"
    return [block.text for block in read_document(page.encode(), "a.html").blocks][1:]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<script>alert(1)</script><style>p{}</style><p>Text one.</p>", ["Text one."], id="script and style"
        ),
        pytest.param("<nav><a href=/>Home</a></nav><p>Text one.</p>", ["Text one."], id="navigation"),
        pytest.param(
            '<div class="site-footer">Contact us</div><p>Text one.</p>', ["Text one."], id="a footer by its class"
        ),
        pytest.param('<div id="cookie-banner">We use cookies</div><p>Text one.</p>', ["Text one."], id="cookie banner"),
        pytest.param('<p style="display: none">Secret.</p><p>Text one.</p>', ["Text one."], id="hidden"),
        pytest.param("<p>Text<br>one.</p>", ["Text one."], id="a line break is a space"),
        pytest.param(
            "<p>Text one.<br><br>Text two.</p>", ["Text one.", "Text two."], id="two line breaks end a paragraph"
        ),
        pytest.param(
            "<div>Text <b>one</b>.<p>Text two.</p></div>", ["Text one.", "Text two."], id="text beside a paragraph"
        ),
        pytest.param("<table><tr><td>a cell</td><td>b cell</td></tr></table>", ["a cell", "b cell"], id="cells"),
        pytest.param("<p>dis&shy;till &amp; &ldquo;train&rdquo;</p>", ["distill & “train”"], id="entities"),
    ],
)
def test_only_the_text_of_the_document_is_read(body: str, expected: list[str]) -> None:
    assert texts(body) == expected


def test_nested_lists_have_lead_ins() -> None:
    page = (
        f"<html>{LONG}<p>You must not:</p><ul><li>use Output to:<ul><li>train models</li></ul></li><li>copy</li></ul>"
    )
    found = read_document(page.encode(), "a.html").blocks
    assert {block.text: block.lead_in for block in found if block.kind is BlockKind.ITEM} == {
        "use Output to:": "You must not:",
        "train models": "You must not: use Output to:",
        "copy": "You must not:",
    }


def test_headings_and_links_are_kept() -> None:
    link = '<a href="https://a.example/aup">our policy</a>'
    page = f"<html><h2>1. Use</h2>{LONG}<p><strong>Limits</strong></p><p>See {link}."
    document = read_document(page.encode(), "a.html")
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == ["1. Use", "Limits"]
    assert [(link.text, link.target) for link in document.links] == [("our policy", "https://a.example/aup")]


def test_a_page_that_wraps_everything_in_a_form_is_still_read() -> None:
    page = f"<html><body><form><header>{LONG}</header></form></body></html>"
    assert "confidential" in read_document(page.encode(), "a.html").blocks[0].text


def test_deep_nesting_is_read_and_nesting_without_end_gets_a_sentence() -> None:
    deep = "<html><body>" + "<div>" * 2_000 + "Text one."
    assert "Text one." in read_document(deep.encode(), "a.html").blocks[0].text
    with pytest.raises(UnreadableDocument) as raised:
        read_document(deep.replace("<div>", "<div>" * 20).encode(), "a.html")
    assert "Save it as PDF" in raised.value.problem.text
