"""Passages become blocks with heading paths and lead-ins, whichever format they come from."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.blocks import LONGEST, cuts
from documents.model import Block, BlockKind, UnreadableDocument
from documents.normalise import join_broken_words, letters, normalise
from documents.read import read_document


def blocks(text: str, name: str = "a.md") -> tuple[Block, ...]:
    return read_document(text.encode(), name).blocks


def lead_in(text: str, item: str, name: str = "a.md") -> str:
    return next(block.lead_in for block in blocks(text, name) if item in block.text)


@pytest.mark.parametrize(
    ("text", "item", "expected"),
    [
        pytest.param("You must not:\n\n* share keys\n* copy output", "copy output", "You must not:", id="bullets"),
        pytest.param(
            "Be fair. You must not:\n\n* copy output",
            "copy",
            "You must not:",
            id="only the sentence that opens the list",
        ),
        pytest.param(
            "You must not:\n\n* use Output to:\n    * train models",
            "train",
            "You must not: use Output to:",
            id="nested",
        ),
        pytest.param(
            "You must not:\n\n* use Output to:\n    * train\n* copy output", "copy", "You must not:", id="back outside"
        ),
        pytest.param(
            "Customer shall not\n\n(a) copy output;\n\n(b) train models.", "train", "Customer shall not", id="(a)"
        ),
        pytest.param(
            "Customer shall not:\n\n(h) copy;\n\n(i) train.", "train", "Customer shall not:", id="(i) after (h)"
        ),
        pytest.param(
            "1. Customer shall:\n\n(a) keep logs, and not:\n\n(i) copy;\n\n(ii) train.",
            "train",
            "Customer shall: (a) keep logs, and not:",
            id="Roman numbers inside letters",
        ),
        pytest.param(
            "You agree not to:\n\nshare keys;\n\ncopy output.", "copy output", "You agree not to:", id="no labels"
        ),
        pytest.param("You must not:\n\n* copy\n\nWe may train models.", "We may", "", id="a paragraph ends the list"),
        pytest.param("You must not:\n\n# Our rights\n\n* train models", "train", "", id="a heading ends the list"),
        pytest.param("The parties agree as follows:\n\n1. Term. One year.", "Term", "", id="not the whole contract"),
        pytest.param("We keep logs.\n\n* train models", "train", "", id="a finished sentence opens no list"),
    ],
)
def test_an_item_has_the_sentence_that_it_continues(text: str, item: str, expected: str) -> None:
    assert lead_in(text, item) == expected


def test_the_heading_path_goes_from_the_outermost_to_the_nearest() -> None:
    found = blocks("# Terms\n\n## 2. Use\n\n### 2.1 Limits\n\nText one.\n\n## 3. Fees\n\nText two.")
    assert [block.heading_path for block in found if block.text.startswith("Text")] == [
        ("Terms", "2. Use", "2.1 Limits"),
        ("Terms", "3. Fees"),
    ]


def test_a_heading_that_is_a_whole_clause_is_a_paragraph_and_still_heads_what_follows() -> None:
    found = blocks("### Customer shall not use Output to train models.\n\nThis also covers distillation.")
    assert found[0].kind is BlockKind.PARAGRAPH
    assert found[1].heading_path == (found[0].text,)


def test_bullets_set_further_right_are_inside_and_come_out_again() -> None:
    text = "Customer shall:\n  • keep logs that show:\n      • names; and\n      • times.\n  • pay the fees."
    assert lead_in(text, "times", "a.txt") == "Customer shall: • keep logs that show:"
    assert lead_in(text, "pay the fees", "a.txt") == "Customer shall:"


def test_lists_that_nest_without_end_have_short_lead_ins() -> None:
    assert max(len(block.lead_in) for block in blocks("• a list:\n\n" * 3000)) < 200


def test_the_last_item_of_a_list_does_not_continue_the_one_before_it() -> None:
    text = "Customer shall:\n\n• report misuse; and\n\n• pay the fees."
    assert lead_in(text, "pay the fees") == "Customer shall:"


def test_bold_titles_are_headings_and_bold_sentences_are_not() -> None:
    found = blocks("**1\\. Use of Output**\n\n**You must not train models on Output.**")
    assert [block.kind for block in found] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_markdown_marks_are_gone_and_links_are_kept() -> None:
    document = read_document(
        b"See our **[Usage Policy](https://acme.example/aup)** and `limits`, snake_case too.", "a.md"
    )
    assert document.blocks[0].text == "See our Usage Policy and limits, snake_case too."
    assert [(link.text, link.target, link.block) for link in document.links] == [
        ("Usage Policy", "https://acme.example/aup", 0)
    ]


def test_addresses_written_out_are_links_too() -> None:
    document = read_document(b"1. See https://acme.example/aup, which applies.\n\n2. Fees.", "a.txt")
    assert [(link.target, link.block) for link in document.links] == [("https://acme.example/aup", 0)]


def test_clauses_in_one_giant_line_are_cut_at_their_numbers() -> None:
    sentence = "The Provider shall keep the Service available and secure at all times during the Term. "
    line = (
        "1. Service. " + sentence * 8 + "1.1 Limits. " + sentence * 8 + "2. Fees. Customer shall: (a) pay; (b) report."
    )
    starts = [block.text[:10] for block in blocks(line, "a.txt")]
    assert starts == ["1. Service", "1.1 Limits", "2. Fees. C", "(a) pay;", "(b) report"]
    assert lead_in(line, "(b) report", "a.txt") == "2. Fees. Customer shall:"[9:]


def test_hard_wrapped_lines_are_one_paragraph_and_a_page_number_does_not_cut_it() -> None:
    text = (
        "The Provider shall not use the data of the Customer to train any model or to\n"
        "improve a product, and shall delete the data on request of the Customer when the\n\n   12\n\n"
        "Agreement ends for any reason, unless a law that applies to the Provider demands\nthat it is kept.\n"
    )
    assert len(blocks(text, "a.txt")) == 1


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_normalising_keeps_letters_and_digits_in_order(text: str) -> None:
    assert letters(normalise(text)) == letters(text)


@given(
    st.lists(
        st.sampled_from(["third-", "\n", "party ", "sub\ufffe", "scription", "1-\n2", "AB-\nCD", " "]), max_size=12
    )
)
def test_joining_broken_words_keeps_letters_and_digits_in_order(parts: list[str]) -> None:
    assert letters(join_broken_words("".join(parts))) == letters("".join(parts))


LINES = """
# Use
1. Fees
2.1 Customer shall not:
(a) copy Output;
* train “models”
    - distil

Page 3
   7
The Provider keeps Customer Data confidential and shall not dis-
close it.
| a cell | b cell |
-----
**Bold Title**
[policy](https://a.example/b_c)
ARTICLE II
any of the following:
ofﬁce\u00a0hours
""".splitlines()


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25), st.sampled_from(["a.txt", "a.md"]))
def test_the_letters_of_every_block_stand_in_order_in_the_file(lines: list[str], name: str) -> None:
    text = "\n".join(lines)
    try:
        found = blocks(text, name)
    except UnreadableDocument:
        return
    rest = iter(letters(text))
    for block in found:
        assert all(letter in rest for letter in letters(block.text)), block.text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param("dis-\ntillation", "distillation", id="a word broken at the line's end"),
        pytest.param("dis\ufffetillation", "distillation", id="as PDFium gives it"),
        pytest.param("third-\nparty", "third-party", id="a hyphen of its own"),
        pytest.param("ARBI-\nTRATION", "ARBITRATION", id="capitals"),
        pytest.param("2024-\n2025", "2024-2025", id="numbers"),
        pytest.param(
            "ofﬁce\u00a0of the “Pro\u00advider”", "office of the “Provider”", id="ligature, hard space, soft hyphen"
        ),
        pytest.param("either\u037e or", "either; or", id="a Greek question mark for a semicolon"),
        pytest.param("dis\u200btill", "distill", id="a character without width that hides a word"),
    ],
)
def test_broken_and_disguised_words_are_whole(raw: str, expected: str) -> None:
    assert normalise(join_broken_words(raw)) == expected


@given(st.lists(st.sampled_from(["Word ", "word; ", "end. Next ", "x" * 400 + ". ", "(a) b; "]), max_size=40))
def test_cutting_loses_no_letter(parts: list[str]) -> None:
    text = normalise("".join(parts))
    pieces = [text[start:end] for start, end in cuts(text)]
    assert letters("".join(pieces)) == letters(text)
    assert all(piece == piece.strip() for piece in pieces)


def test_a_long_paragraph_is_cut_at_sentence_ends() -> None:
    found = blocks("The Customer shall pay the fees on time. " * 100)
    assert all(len(block.text) <= LONGEST + 60 and block.text.endswith(".") for block in found)
    assert len(found) > 2
