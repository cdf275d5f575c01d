"""A document's words are shown as text: no link, icon, formula, colour or markup comes out of them on any page."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from clauses.model import Analysis, Reason
from documents.isolation import Result
from documents.model import DocumentKind
from scoring.model import Action, DecisionReason
from tests.builders import build_document, build_finding
from tests.views.conftest import Draw
from tests.workflow.builders import claimed, quote
from views import compare, negotiate, your_side
from views.messages import plain
from workflow.assess import current_assessment
from workflow.reading import keep
from workflow.review import decide, review_items
from workflow.tasks import Reading
from workflow.upload import add_file
from workflow.vendors import add_vendor
from workflow.workspace import Workspace

MARKS = (
    "[click](https://evil.example/a) ![picture](https://evil.example/b.png) <b>bold</b> &lt;i&gt; &#58; "
    ":material/delete: :smile: :streamlit: :red[colour] :small[small] $x^2$ $$y$$ `code` **strong** _em_ ~~struck~~ "
    "https://evil.example/c www.evil.example mail@evil.example -> <- <-> -- >= <= ~= [^1] | a | b |"
)
# What Streamlit makes of the text that Markdown leaves, and what Markdown makes of signs that are not escaped.
LIVE = re.compile(
    r"https?:(\\?/)|www\\?\.evil|mail@evil|:material/delete|(?<!\\):smile\\?:|:streamlit\\?:|(?<!\\):red\[|(?<!\\)&(lt|#58);"
    r"|(?<!\\)\$x|(?<!\\)\[click\]|(?<!\\)!\[|(?<!\\)<b>|(?<!\\)`code|(?<!\\)~~struck|(?<!\\)\*\*strong|(?<!\\)_em_"
)
PAGES = [
    ("portfolio", {}), ("upload", {}), ("evidence", {"show": "all"}), ("evidence", {"show": "review"}),
    ("scorecard", {}), *(("compare", {"view": view}) for view in compare.VIEWS),
    *(("negotiate", {"view": view}) for view in negotiate.VIEWS), ("audits", {}),
    *(("your_side", {"view": view}) for view in your_side.VIEWS), ("checks", {}), ("policy", {}), ("settings", {}),
]  # fmt: skip
BAN = f"Customer shall not use Output to train a competing model {MARKS}."
NOTICE = f"Provider shall notify Customer of an incident within 72 hours {MARKS}."


@pytest.mark.parametrize("text", [MARKS, "a\n\n    b", "# a\n===\n1. b\n- c\n> d", "  ** a **  ", "\0:x:"], ids=ascii)
def test_escaped_text_is_the_text_again_without_the_signs(text: str) -> None:
    shown = re.sub(r"\\(.)", r"\1", plain(text).replace(":small[]", ""))
    assert shown.split() == text.replace("\0", "\N{REPLACEMENT CHARACTER}").split()


@pytest.mark.parametrize("mark", MARKS.split())
def test_no_mark_comes_through_alive(mark: str) -> None:
    assert not LIVE.search(plain(mark))
    assert not re.search(r"(?<![\\\w])(->|<-|--|>=|<=|~=)(?!\S)", plain(f"a {mark} b"))


@pytest.mark.parametrize("mark", ["[click](x)", "https://x", "www.evil.example", "mail@evil.x", ":material/delete:"])
def test_the_search_finds_live_marks(mark: str) -> None:
    assert LIVE.search(mark)


def read_hostile(ws: Workspace, vendor: str, words: str, kind: DocumentKind = DocumentKind.CONTRACT) -> str:
    """A document whose name, headings, quotes and reasons are full of marks."""
    name = f"terms {words} {MARKS[:40]} :smile: www.evil.example.txt"
    texts = (f"{BAN} {words}", NOTICE, f"This Agreement renews on 1 March 2027 {MARKS}.")
    slug = add_vendor(ws, vendor, by="Ada").slug
    added = add_file(ws, vendor=slug, name=name, data=" ".join(texts).encode(), by="Ada")
    assert added.document is not None, added.message
    document = build_document(*texts, kind=kind, document_id=added.document.id)
    blocks = tuple(replace(block, heading_path=(MARKS,)) for block in document.blocks)
    document = replace(document, name=name, title=MARKS, blocks=blocks)
    evidence = [
        replace(quote(text, number, document.id), reasons=(Reason(what="A phrase", words=MARKS, change=0.4),))
        for number, text in enumerate(texts[:2], start=document.blocks[0].number)
    ]
    findings = (
        build_finding("output_training_ban", evidence[0], document_id=document.id),
        build_finding("incident_notice", evidence[1], document_id=document.id),
        build_finding("survival", document_id=document.id),
    )
    analysis = Analysis(document_id=document.id, findings=findings, rules_version="1.0")
    keep(ws.store, claimed(ws), added.document, Result(value=Reading(document=document, analysis=analysis)))
    return slug


def shown(page: AppTest) -> Iterator[tuple[str, str]]:
    """Every text of a page that Streamlit reads as Markdown: bodies, labels, tooltips, options."""
    stack: list[Any] = [page._tree]
    while stack:
        node = stack.pop()
        stack.extend(getattr(node, "children", {}).values())
        proto = getattr(node, "proto", None)
        kind = getattr(node, "type", "")
        if proto is None or kind in ("code", "arrow_data_frame", "dataframe", "html"):
            continue
        for field in ("body", "label", "help", "text"):
            text = getattr(proto, field, "")
            if isinstance(text, str) and text:
                yield f"{kind}.{field}", text


@pytest.fixture
def hostile(ws: Workspace) -> str:
    """Two vendors with such documents, an audit report among them, decided, scored, and one file that failed."""
    slug = read_hostile(ws, f"Evil {MARKS[:60]} www.evil.example", "one")
    read_hostile(ws, f"Other {MARKS[60:110]} :smile:", "two")
    read_hostile(ws, f"Evil {MARKS[:60]} www.evil.example", "three", kind=DocumentKind.AUDIT_REPORT)
    decide(ws, review_items(ws, slug)[0], Action.REJECT, reason=DecisionReason.OTHER, note=MARKS, by=MARKS[:70])
    current_assessment(ws, slug, on=date(2026, 11, 25))
    return slug


@pytest.mark.parametrize(("name", "address"), PAGES, ids=str)
def test_no_page_makes_anything_of_a_documents_words(
    draw: Draw, hostile: str, name: str, address: dict[str, str]
) -> None:
    page = draw(name, vendor=hostile, **address)
    assert not page.exception
    texts = list(shown(page))
    assert texts
    assert [(kind, text) for kind, text in texts if LIVE.search(text)] == []
    assert not [text for _, text in texts if "could not be shown" in text]
