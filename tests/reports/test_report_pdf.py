import json
import re
from dataclasses import asdict, replace
from io import BytesIO

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from reports import pdf
from reports.comparison import build_comparison
from reports.scorecard import build_scorecard
from reports.unprinted import named
from tests.reports import builders


def scorecard(name: str) -> bytes:
    found = getattr(builders, name)()
    assessment, documents = found if isinstance(found, tuple) else (found, builders.documents())
    return pdf.scorecard_pdf(build_scorecard(assessment, documents, checks=builders.CHECKS))


@pytest.fixture(scope="module")
def typical() -> PdfReader:
    return PdfReader(BytesIO(scorecard("typical")))


@pytest.fixture(scope="module")
def hostile() -> str:
    return text_of(scorecard("hostile"))


def text_of(content: bytes) -> str:
    pages = PdfReader(BytesIO(content)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u200b", "")


def test_scorecard_text_and_pages_are_as_agreed(golden):
    content = scorecard("small")
    pages = len(PdfReader(BytesIO(content)).pages)
    golden("scorecard.pdf.txt", f"{pages} pages\n{text_of(content)}\n")


def test_comparison_text_and_pages_are_as_agreed(golden):
    two = [builders.small(), builders.small("Contoso Intelligence", shift=2)]
    content = pdf.comparison_pdf(build_comparison(two, builders.documents()))
    pages = len(PdfReader(BytesIO(content)).pages)
    golden("comparison.pdf.txt", f"{pages} pages\n{text_of(content)}\n")


def test_pdf_is_tagged_and_says_pdf_ua_title_and_language(typical):
    root = typical.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert typical.metadata.title == "IP-risk scorecard: Northwind Models"


def test_pdf_date_is_the_assessment_date(typical):
    assert typical.metadata.creation_date.date() == builders.ON


def test_first_page_is_the_answer(typical):
    first = typical.pages[0].extract_text()
    for words in (
        "62 of 100, band D.",
        "82\xa0% of the weight could be decided.",
        "Between 53 and 69",
        "Held at D by a gate.",
        "The biggest gaps",
        "What to ask for",
        "Information for a lawyer’s review, not legal advice.",
    ):
        assert words in first


def test_pages_are_numbered_and_headed(typical):
    count = len(typical.pages)
    for number, page in enumerate(typical.pages, start=1):
        text = page.extract_text()
        assert f"{number} of {count}" in text
        assert number == 1 or text.startswith("IP-risk scorecard: Northwind Models 24 November 2026")


def test_table_head_is_repeated_on_the_next_page(typical):
    heads = [page for page in typical.pages if "Criterion Verdict What was found Points" in page.extract_text()]
    assert len(heads) > 1


def test_every_font_is_embedded(typical):
    fonts = [font.get_object() for page in typical.pages for font in page["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert descriptors
    assert all({"/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in descriptors)


def test_same_page_gives_the_same_bytes():
    assert scorecard("small") == scorecard("small")


@pytest.mark.parametrize("name", ["minimal", "empty"])
def test_little_to_say_still_makes_a_scorecard(name):
    assert "Made with" in text_of(scorecard(name))


def test_empty_scorecard_says_what_to_do():
    assert "Nothing could be decided yet: add a contract that can be read." in text_of(scorecard("empty"))


def test_markup_is_printed_and_not_obeyed(hostile):
    assert '#read("secret.txt") <img src=x' in hostile
    assert "{{ 7 * 7 }} {% raw %}" in hostile
    assert "*bold* _it_ @ref <label> `code` \\ // comment = head" in re.sub(r"\s+", " ", hostile)


def test_chinese_greek_and_cyrillic_are_printed(hostile):
    text = "".join(hostile.split())
    for words in ("中文条款：客户不得使用输出训练模型。", "日本語の条項。", "한국어조항", "ῥήτρα", "договора"):
        assert words in text


def test_what_no_font_has_is_named_with_a_note(monkeypatch):
    everywhere = typst.Fonts(include_system_fonts=False, font_paths=[pdf.CJK_FONTS])
    monkeypatch.setattr(pdf, "_fonts", lambda *, bundled: everywhere)
    page = build_scorecard(builders.assessment(builders.small().results, vendor="ไทย 😀"), {}, checks={})
    text = text_of(pdf.scorecard_pdf(page))
    assert "[Thai] [symbol]" in text
    assert "This computer has no font for some of the text (Thai, symbol)" in re.sub(r"\s+", " ", text)


def test_other_scripts_need_no_note_when_nothing_is_lacking(typical):
    assert "no font" not in typical.pages[0].extract_text()


def test_long_words_stay_on_the_page():
    content = scorecard("hostile")
    for page in PdfReader(BytesIO(content)).pages:
        right = float(page.mediabox.right)
        edges = []
        page.extract_text(
            visitor_text=lambda text, cm, tm, font, size, edges=edges: edges.append(tm[4] * cm[0] + cm[4])
        )
        assert max(edges) < right


def test_a_template_cannot_read_an_undocumented_field():
    page = asdict(build_scorecard(builders.small(), {}, checks={}))
    del page["notice"]
    source = "\n".join((pdf.TEMPLATES / name).read_text(encoding="utf-8") for name in ("look.typ", "scorecard.typ"))
    with pytest.raises(typst.TypstError, match="notice"):
        pdf._compile(source, json.dumps(page), unprinted=[], on="2026-11-24", bundled=True)


def test_a_template_cannot_read_a_file():
    with pytest.raises(typst.TypstError, match="escape the project root"):
        pdf._compile('#read("/../../../etc/hostname")', "{}", unprinted=[], on="2026-11-24", bundled=True)


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_any_text_at_all_makes_a_pdf(text):
    (result,) = builders.minimal().results
    said = replace(result, best=replace(result.best, quote=text), message=text)
    whole = replace(builders.assessment([said], vendor=text), sources=(replace(builders.SOURCES[0], name=text),))
    assert pdf.scorecard_pdf(build_scorecard(whole, {}, checks={})).startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "lacking", "said"),
    [
        ("ก ข and x", "ก", "[Thai] [Thai] and x"),
        ("กขค", "ก", "[Thai]"),
        ("a 😀🧠 b", "😀", "a [symbol] b"),
        ("● stays, 😀 goes", "😀", "● stays, [symbol] goes"),
        ("plain", "ก", "plain"),
    ],
    ids=["script", "run", "pictures", "template signs", "nothing to name"],
)
def test_lacking_letters_are_named(text, lacking, said):
    assert named(text, lacking)[0] == said


def test_replaced_vendor_name_does_not_change_the_structure():
    page = build_scorecard(replace(builders.small(), vendor=""), {}, checks={})
    assert "Made with" in text_of(pdf.scorecard_pdf(page))
