"""Text that nobody can see is set aside and told; text that only looks hidden counts."""

import io
import zipfile

import pytest

from documents.model import Document, ProblemCode, UnreadableDocument
from documents.normalise import letters
from documents.read import read_document
from tests.documents.files import paragraph, pdf, word, zipped
from tests.documents.hidden_files import FONT, SECOND, VISIBLE, grey_image, page, pdf_page, word_page

AT = f"BT {FONT} 60 600 Td"
BOX = "50 590 480 30 re f"
SCAN = "q 595 0 0 620 0 100 cm /Im1 Do Q"
IMAGE = "/XObject << /Im1 6 0 R >>"
FAINT = "/ExtGState << /G1 << /ca 0 >> >>"
HALF = "/ExtGState << /G1 << /ca 0.5 >> >>"
LAYER = "/Properties << /L1 6 0 R >>"
LAYER_OFF = "/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>"
LAYER_ON = "/OCProperties << /OCGs [6 0 R] /D << /ON [6 0 R] >> >>"

PDF_HIDDEN = {
    "white": (f"1 g {AT} {{text}} ET", {}),
    "nearly white": (f"0.97 g {AT} {{text}} ET", {}),
    "white in CMYK": (f"0 0 0 0 k {AT} {{text}} ET", {}),
    "black on black": (f"0 g {BOX} {AT} {{text}} ET", {}),
    "white on a white box on a dark one": (f"0 g {BOX} 1 g {BOX} {AT} {{text}} ET", {}),
    "a tenth of a point": ("BT /F1 0.1 Tf 60 600 Td {text} ET", {}),
    "scaled to a tenth of a point": ("q 0.01 0 0 0.01 60 600 cm BT /F1 10 Tf {text} ET Q", {}),
    "squeezed": ("BT /F1 11 Tf 1 Tz 60 600 Td {text} ET", {}),
    "left of the page": ("BT /F1 11 Tf -900 600 Td {text} ET", {}),
    "outside the crop box": ("BT /F1 11 Tf 60 30 Td {text} ET", {"page": "/CropBox [0 100 595 842]"}),
    "covered by a white box": (f"{AT} {{text}} ET 1 g {BOX}", {}),
    "blacked out": (f"{AT} {{text}} ET 0 g {BOX}", {}),
    "covered, with other words on the cover": (
        f"{AT} {{text}} ET 1 g {BOX} 0 g BT {FONT} 60 600 Td (The fees are due monthly in advance.) Tj ET",
        {},
    ),
    "covered by a white image": (f"{AT} {{text}} ET {SCAN}", {"extra": IMAGE, "image": grey_image()}),
    "covered by an annotation": (
        f"{AT} {{text}} ET",
        {
            "page": "/Annots [<< /Type /Annot /Subtype /Square /Rect [50 590 530 620] /IC [1 1 1] /C [1 1 1] /F 4 "
            "/AP << /N 6 0 R >> >>]",
            "image": b"<< /Type /XObject /Subtype /Form /BBox [50 590 530 620] /Length 23 >>\nstream\n"
            b"1 g 50 590 480 30 re f \nendstream",
        },
    ),
    "render mode 3": (f"3 Tr {AT} {{text}} ET", {}),
    "render mode 3 over a white image": (
        f"{SCAN} 3 Tr {AT} {{text}} ET",
        {"extra": IMAGE, "image": grey_image()},
    ),
    "no opacity": (f"/G1 gs {AT} {{text}} ET", {"extra": FAINT}),
    "cut away": (f"q 0 0 10 10 re W n {AT} {{text}} ET Q", {}),
    "a layer that is off": (f"/OC /L1 BDC {AT} {{text}} ET EMC", {"extra": LAYER, "catalogue": LAYER_OFF}),
}
PDF_SHOWN = {
    "white on a dark box": (f"0.1 0.2 0.5 rg {BOX} 1 g {AT} {{text}} ET", {}),
    "white on a dark image": (
        "q 480 0 0 30 50 590 cm /Im1 Do Q 1 g BT /F1 11 Tf 60 600 Td {text} ET",
        {
            "extra": IMAGE,
            "image": b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
            b"/BitsPerComponent 8 /Length 1 >>\nstream\n\x20\nendstream",
        },
    ),
    "a footnote of six points": ("BT /F1 6 Tf 60 600 Td {text} ET", {}),
    "light grey, six points": ("0.75 g BT /F1 6 Tf 60 600 Td {text} ET", {}),
    "red on green": (f"0 0.6 0 rg {BOX} 0.9 0 0 rg {AT} {{text}} ET", {}),
    "a font of size 1, scaled": ("q 11 0 0 11 60 600 cm BT /F1 1 Tf {text} ET Q", {}),
    "outlines of letters": (f"1 Tr {AT} {{text}} ET", {}),
    "marked with a highlighter": (
        f"{AT} {{text}} ET /G1 gs 1 1 0 rg {BOX}",
        {"extra": HALF},
    ),
    "half opaque": (f"/G1 gs {AT} {{text}} ET", {"extra": HALF}),
    "in a frame": (f"{AT} {{text}} ET 0 G {BOX[:-1]} S", {}),
    "cut to its column": (f"q 50 580 500 60 re W n {AT} {{text}} ET Q", {}),
    "a layer that is on": (f"/OC /L1 BDC {AT} {{text}} ET EMC", {"extra": LAYER, "catalogue": LAYER_ON}),
    "the recognised text of a scan": (
        f"{SCAN} 3 Tr {AT} {{text}} ET",
        {"extra": IMAGE, "image": grey_image(words=SECOND)},
    ),
    "recognised text under the scan": (
        f"{AT} {{text}} ET {SCAN}",
        {"extra": IMAGE, "image": grey_image(words=SECOND)},
    ),
}
DARK = '<td style="background:#1a2b4c">'
HTML_HIDDEN = {
    "display none": '<p style="display:none">{text}</p>',
    "display none by an escaped name": "<style>.x{d\\69splay:none}</style><p class=x>{text}</p>",
    "visibility hidden": '<div style="visibility: hidden"><p>{text}</p></div>',
    "the attribute hidden": "<p hidden>{text}</p>",
    "a font of no size": '<p style="font-size:0">{text}</p>',
    "a font of one pixel": '<p style="font-size:1px">{text}</p>',
    "no opacity": '<p style="opacity:0">{text}</p>',
    "white on white": '<p style="color:#fff">{text}</p>',
    "white by an old attribute": "<p><font color=white>{text}</font></p>",
    "transparent": '<p style="color:transparent">{text}</p>',
    "the colour of its own box": '<p style="color:#1a2b4c;background:#1a2b4c">{text}</p>',
    "left of the page": '<p style="position:absolute;left:-9999px">{text}</p>',
    "indented off the page": '<p style="text-indent:-9999px">{text}</p>',
    "cut to nothing": '<p style="position:absolute;clip:rect(0 0 0 0)">{text}</p>',
    "cut by a path": '<p style="clip-path:inset(100%)">{text}</p>',
    "a box without height": '<div style="height:0;overflow:hidden"><p>{text}</p></div>',
    "a rule for a class": "<style>p.extra{display:none}</style><p class=extra>{text}</p>",
    "a rule for an id": "<style>#extra{color:white}</style><p id=extra>{text}</p>",
    "a rule for a tag": "<style>aside{opacity:0}</style><aside>{text}</aside>",
    "a rule for the screen": "<style>@media screen{.x{display:none}}</style><p class=x>{text}</p>",
    "an important rule": '<style>.x{display:none!important}</style><p class=x style="display:block">{text}</p>',
    "a comment": "<!-- {text} -->",
    "a template": "<template><p>{text}</p></template>",
    "for browsers without scripts": "<noscript><p>{text}</p></noscript>",
}
UNTOLD = ("a comment", "a template", "for browsers without scripts")
HTML_SHOWN = {
    "white on a dark cell": f'<table><tr>{DARK}<span style="color:#fff">{{text}}</span></td></tr></table>',
    "white on a dark rule": "<style>th{background:navy;color:white}</style><table><tr><th>{text}</th></tr></table>",
    "white on a picture": '<div style="background:url(a.png)"><p style="color:#fff">{text}</p></div>',
    "a closed details": "<details><summary>More</summary><p>{text}</p></details>",
    "small print": '<p style="font-size:8px">{text}</p>',
    "light grey": '<p style="color:#bbb">{text}</p>',
    "a rule for print": "<style>@media print{p{display:none}}</style><p>{text}</p>",
    "a rule while the mouse is over it": "<style>p:hover{display:none}</style><p>{text}</p>",
    "a rule that a later one takes back": "<style>.x{display:none}.x.x{display:block}</style><p class=x>{text}</p>",
    "shown inside a hidden box": '<div style="visibility:hidden"><p style="visibility:visible">{text}</p></div>',
    "a size inside a box of no size": '<div style="font-size:0"><p style="font-size:14px">{text}</p></div>',
    "hidden from screen readers": "<p aria-hidden=true>{text}</p>",
}


def run(properties: str) -> str:
    return f"<w:p><w:r><w:rPr>{properties}</w:rPr><w:t>{{text}}</w:t></w:r></w:p>"


WHITE = '<w:color w:val="FFFFFF"/>'


def table(cell: str, *, row: str = "", text: str = WHITE, style: str = "") -> str:
    return (
        f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tr><w:trPr>{row}</w:trPr><w:tc><w:tcPr>{cell}</w:tcPr>{run(text)}"
        "</w:tc></w:tr></w:tbl>"
    )


def box(*, width: int, fill: str = "") -> str:
    return (
        f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="{width}" cy="900000"/><wps:wsp><wps:spPr>{fill}</wps:spPr>'
        f"<wps:txbx><w:txbxContent>{run(WHITE if fill else '')}</w:txbxContent></wps:txbx></wps:wsp></wp:inline>"
        "</w:drawing></w:r></w:p>"
    )


WORD_HIDDEN = {
    "vanish": run("<w:vanish/>"),
    "white": run(WHITE),
    "nearly white": run('<w:color w:val="FDFDFD"/>'),
    "white of the theme": run('<w:color w:themeColor="background1"/>'),
    "one point": run('<w:sz w:val="2"/>'),
    "squeezed": run('<w:w w:val="1"/>'),
    "black on black": run('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "white in a white cell": table('<w:shd w:val="clear" w:fill="FFFFFF"/>'),
    "a hidden row": table("", row="<w:hidden/>", text=""),
    "a row without height": table("", row='<w:trHeight w:val="5" w:hRule="exact"/>', text=""),
    "a box without width": box(width=0),
    "white in a box of white": box(width=900000, fill='<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'),
    "no fill of its letters": run("<w14:textFill><w14:noFill/></w14:textFill>"),
    "a line without height": (
        '<w:p><w:pPr><w:spacing w:line="1" w:lineRule="exact"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
    ),
}
WORD_SHOWN = {
    "vanish taken back": run('<w:vanish w:val="0"/>'),
    "white in a dark cell": table('<w:shd w:val="clear" w:fill="1F3864"/>'),
    "white in a cell of a pattern": table('<w:shd w:val="pct80" w:fill="FFFFFF" w:color="000000"/>'),
    "white with a dark highlight": run(WHITE + '<w:highlight w:val="darkBlue"/>'),
    "white in a dark box": box(width=900000, fill='<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'),
    "white in a box of the theme": box(width=900000, fill='<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'),
    "small print": run('<w:sz w:val="12"/>'),
    "a superscript": run('<w:vertAlign w:val="superscript"/>'),
    "light grey": run('<w:color w:val="BFBFBF"/>'),
    "hidden only on the web": run("<w:webHidden/>"),
}


def told(document: Document) -> list[ProblemCode]:
    return [each.code for each in document.problems if each.code is ProblemCode.HIDDEN_TEXT]


def counts(document: Document) -> bool:
    return letters(SECOND) in letters("".join(block.text for block in document.blocks))


def all_cases() -> list[object]:
    tables = (
        ("pdf", PDF_HIDDEN, PDF_SHOWN, lambda case: pdf_page(case[0], **case[1])),
        ("html", HTML_HIDDEN, HTML_SHOWN, page),
        ("docx", WORD_HIDDEN, WORD_SHOWN, word_page),
    )
    return [
        pytest.param(form, make(case), hidden, name not in UNTOLD, id=f"{form}: {name}")
        for form, unseen, seen, make in tables
        for hidden, cases in ((True, unseen), (False, seen))
        for name, case in cases.items()
    ]


@pytest.mark.parametrize(("form", "data", "hidden", "tells"), all_cases())
def test_only_what_can_be_seen_counts(form: str, data: bytes, hidden: bool, tells: bool) -> None:
    document = read_document(data, f"a.{form}")
    assert letters(VISIBLE) in letters("".join(block.text for block in document.blocks))
    assert counts(document) is not hidden
    assert bool(told(document)) is (hidden and tells)
    assert document.complete


def test_the_sentence_names_the_page_and_quotes_the_words() -> None:
    source = f"{VISIBLE}\n#pagebreak()\n{VISIBLE}\n\n#text(fill: white)[{SECOND}]"
    problem = read_document(pdf(source), "a.pdf").problems[0]
    assert problem.pages == (2,)
    assert problem.text == (
        f"a.pdf has hidden text on page 2, not counted: 8 words that cannot be seen, “{SECOND}”. "
        "Ask the other side why the text is there."
    )


def test_a_hidden_word_inside_a_sentence_leaves_the_rest_as_it_is_seen() -> None:
    source = f"{VISIBLE}\n\nThe Customer may #text(fill: white)[not] audit the Provider."
    document = read_document(pdf(source), "a.pdf")
    assert "The Customer may audit the Provider." in " ".join(block.text for block in document.blocks)
    assert "“not”" in document.problems[0].text


def test_letters_that_are_blacked_out_inside_a_line_are_told() -> None:
    line = f"BT {FONT} 60 600 Td (Fees shall not exceed 40,000 dollars in any year.) Tj ET"
    document = read_document(pdf_page(f"{line} 0 g 166 595 80 16 re f"), "a.pdf")
    assert "40,000" not in " ".join(block.text for block in document.blocks)
    assert "40,000" in document.problems[0].text


@pytest.mark.parametrize(
    "style",
    [
        pytest.param('<w:style w:type="paragraph" w:styleId="X"><w:rPr><w:vanish/></w:rPr></w:style>', id="a style"),
        pytest.param(
            '<w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="Y"/></w:style>'
            f'<w:style w:type="paragraph" w:styleId="Y"><w:rPr>{WHITE}</w:rPr></w:style>',
            id="a style that another is based on",
        ),
    ],
)
def test_a_word_style_hides_its_words(style: str) -> None:
    source = zipfile.ZipFile(io.BytesIO(word_page(paragraph(SECOND, '<w:pStyle w:val="X"/>'))))
    parts = {name: source.read(name) for name in source.namelist()}
    parts["word/styles.xml"] = parts["word/styles.xml"].replace(b"</w:styles>", f"{style}</w:styles>".encode())
    document = read_document(zipped(parts), "a.docx")
    assert not counts(document)
    assert told(document)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        pytest.param(f"<!doctype html><html><p style='display:none'>{SECOND}</p></html>".encode(), "a.html", id="page"),
        pytest.param(word(run("<w:vanish/>").format(text=SECOND)), "a.docx", id="Word"),
    ],
)
def test_a_file_that_shows_nothing_is_refused_with_a_way_out(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableDocument) as raised:
        read_document(data, name)
    assert raised.value.problem.code is ProblemCode.HIDDEN_TEXT
    assert "save that as PDF and add it" in raised.value.problem.text


def test_a_page_that_hides_itself_until_it_has_loaded_is_read() -> None:
    data = f"<!doctype html><html><body style='opacity:0'><p>{VISIBLE} {SECOND}</p></body></html>".encode()
    assert counts(read_document(data, "a.html"))
