"""HTML in, passages out: headings, nested lists, paragraphs, table cells and links, without the page's furniture."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents.model import BlockKind
from documents.normalise import normalise
from documents.passages import Passage, Reading

FURNITURE = (
    "script, style, noscript, template, svg, nav, header, footer, form, iframe, object, embed, dialog, button, select"
)
# A page may use <header> and <footer> inside its text; only these have no text of the contract.
NEVER_TEXT = "script, style, noscript, template, svg, iframe, object, embed, select"
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BANNER = re.compile(r"cookie|consent-|onetrust|gdpr-|breadcrumb|skip-?link|site-?nav|navbar", re.IGNORECASE)
BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "aside",
        "body",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "caption",
        "blockquote",
        "pre",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "address",
        "figure",
        "figcaption",
        "header",
        "footer",
        "form",
        "fieldset",
        "details",
        "summary",
        "center",
    ]
)
CELLS = frozenset(("td", "th"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BOLD = frozenset(("b", "strong"))
TITLE = re.compile(r"^(?=.{2,120}$)(?:(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.)]\s.{1,80}|[^.;,:]+\w[)”\"]?)$")


def read_html(text: str, *, depth: int = 200) -> Reading:
    """Return the passages of an HTML page. Elements deeper than `depth` are read as part of what holds them."""
    tree = LexborHTMLParser(text)
    title = normalise(tree.css_first("title").text()) if tree.css_first("title") else ""
    body = tree.body or tree.root
    if body is None:
        return Reading(passages=(), title=title)
    before = len(letters_of(body))
    _strip(body)
    if len(letters_of(body)) < before * 0.2:
        # Some pages wrap everything in <form> or <header>: then only what never is text is left out.
        body = LexborHTMLParser(text).body
        for node in body.css(NEVER_TEXT):
            node.decompose()
    passages = tuple(PageWalk(depth).walk(body))
    first = next((each.text for each in passages if each.kind is BlockKind.HEADING), "")
    return Reading(passages=passages, title=first or title)


def letters_of(node: LexborNode) -> str:
    """Return an element's text without spaces."""
    for child in node.css("script, style"):
        child.decompose()
    return re.sub(r"\s+", "", node.text())


def _strip(body: LexborNode) -> None:
    for node in body.css(FURNITURE):
        node.decompose()
    for node in body.css("[hidden], [aria-hidden=true], [style], [id], [class], [role=navigation], [role=banner]"):
        marks = node.attributes
        hidden = "hidden" in marks or HIDDEN.search(marks.get("style") or "")
        named = f"{marks.get('id') or ''} {marks.get('class') or ''}"
        banner = BANNER.search(named) and node.tag in ("div", "section", "aside", "ul", "ol", "a")
        furniture = marks.get("role") in ("navigation", "banner")
        if hidden or furniture or (banner and len(node.text()) < 4000):
            node.decompose()


@dataclass(slots=True)
class PageWalk:
    """Walks an element tree without recursion and closes a passage at each block's edge."""

    depth: int
    passages: list[Passage] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _bold: list[bool] = field(default_factory=list)
    _links: list[tuple[str, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _item: bool = False
    _breaks: int = 0

    def walk(self, body: LexborNode) -> list[Passage]:
        """Return the passages below the element."""
        node, level = body.child, 0
        while node is not None:
            entered = self._enter(node) and node.child is not None and level < 4 * self.depth
            if entered:
                self._open.append(node.tag)
                node, level = node.child, level + 1
                continue
            self._leave(node)
            while node.next is None and level > 0:
                node, level = node.parent, level - 1
                self._open.pop()
                self._leave(node)
            node = node.next if level > 0 or node.next is not None else None
        self._close()
        return self.passages

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "")
            return False
        if tag == "br":
            self._words.append(" ")
            self._bold.append(True)
            self._breaks += 1
            if self._breaks > 1:
                self._close()
            return False
        if tag in BLOCKS:
            self._close()
            self._item = tag == "li" or (self._item and tag not in ("ul", "ol"))
        return not tag.startswith(("-", "_", "!"))

    def _text(self, text: str) -> None:
        self._words.append(text)
        if text.strip():
            self._breaks = 0
        self._bold.append(not text.strip() or any(tag in BOLD for tag in self._open))

    def _leave(self, node: LexborNode) -> None:
        if node.tag in BLOCKS:
            self._close()
        elif node.tag == "a":
            target, words = node.attributes.get("href") or "", normalise(node.text())
            if words and target and not target.startswith(("#", "javascript:", "data:")):
                self._links.append((words, target))

    def _close(self) -> None:
        text = normalise("".join(self._words))
        if text:
            kind, level = self._role(text)
            self.passages.append(Passage(kind=kind, text=text, level=level, links=tuple(self._links)))
            self._item = False
        bold_only = self._bold
        self._words, self._bold, self._links, self._breaks = [], [], [], 0
        del bold_only

    def _role(self, text: str) -> tuple[BlockKind, int]:
        heading = next((tag for tag in reversed(self._open) if tag in HEADINGS), None)
        if heading is not None:
            return BlockKind.HEADING, int(heading[1])
        if any(tag in CELLS for tag in self._open):
            return BlockKind.TABLE_CELL, 0
        lists = sum(tag in ("ul", "ol", "dl") for tag in self._open)
        if self._item:
            return BlockKind.ITEM, max(lists, 1)
        if not lists and all(self._bold) and TITLE.match(text):
            return BlockKind.HEADING, 0
        return BlockKind.PARAGRAPH, lists
