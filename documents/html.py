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
# Words in an element's id, class or role that name a page's furniture, where pages build it from plain boxes.
FURNITURE_WORDS = frozenset((
    "nav", "navbar", "navigation", "menu", "menubar", "footer", "cookie", "cookies", "consent", "onetrust",
    "breadcrumb", "breadcrumbs", "banner", "sidebar", "skip", "modal", "popup",
))  # fmt: skip
SPOKEN_ONLY = re.compile(r"\b(?:sr-only|visually-?hidden|screen-?reader)", re.IGNORECASE)
NAME_PARTS = re.compile(r"[A-Za-z]+")
# What holds a larger share of the page's words than this is its text, whatever it is called.
MOST_FURNITURE = 0.3
BLOCKS = frozenset((
    "p", "div", "section", "article", "main", "aside", "body", "li", "ul", "ol", "dl", "dt", "dd", "table", "thead",
    "tbody", "tr", "td", "th", "caption", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "address",
    "figure", "figcaption", "header", "footer", "form", "fieldset", "details", "summary", "center",
))  # fmt: skip
CELLS = frozenset(("td", "th"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BOLD = frozenset(("b", "strong"))
TITLE = re.compile(r"^(?=.{2,120}$)(?:(?:\d+(?:\.\d+)*|[A-Z]|[IVX]+)[.)]\s.{1,80}|[^.;,:]+\w[)”\"]?)$")


TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})")
# Elements that need no end tag do not nest, however often they begin.
WITHOUT_END = frozenset(("p", "li", "td", "th", "tr", "dd", "dt", "br", "img", "hr", "input", "meta", "link", "option"))
DEEPEST = 3000


def nested_too_deeply(text: str) -> bool:
    """Return whether elements are nested so deeply that parsing would take forever: its time grows with the square."""
    depth = 0
    for tag in TAG.finditer(text):
        if tag[2].lower() not in WITHOUT_END:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            if depth > DEEPEST:
                return True
    return False


def read_html(text: str, *, depth: int = 200) -> Reading:
    """Return the passages of an HTML page. Elements deeper than `depth` are read as part of what holds them."""
    tree = LexborHTMLParser(text)
    named = tree.css_first("title")
    title = normalise(named.text()) if named is not None else ""
    body = tree.body or tree.root
    if body is None:
        return Reading(passages=(), title=title)
    body = _without_furniture(body, text)
    passages = tuple(PageWalk(depth).walk(body))
    return Reading(passages=passages, title=title)


def _without_furniture(body: LexborNode, text: str) -> LexborNode:
    """Return the page's body without what is no text of the document.

    Some pages wrap everything in a <form> or <header>: then only what never is text is left out.
    """
    _remove(body, NEVER_TEXT)
    before = _size(body)
    _remove(body, FURNITURE)
    _remove_named(body, before)
    if _size(body) >= 0.2 * before:
        return body
    whole = LexborHTMLParser(text).body or body
    _remove(whole, NEVER_TEXT)
    return whole


def _remove(body: LexborNode, selector: str) -> None:
    for node in body.css(selector):
        node.decompose()


def _remove_named(body: LexborNode, size: int) -> None:
    for node in body.css("[hidden], [aria-hidden=true], [style], [id], [class], [role]"):
        marks = node.attributes
        names = " ".join(marks.get(key) or "" for key in ("id", "class", "role"))
        hidden = "hidden" in marks or HIDDEN.search(marks.get("style") or "") or SPOKEN_ONLY.search(names)
        furniture = not FURNITURE_WORDS.isdisjoint(NAME_PARTS.findall(names.lower()))
        if (hidden or (furniture and node.tag != "body")) and _size(node) < MOST_FURNITURE * size:
            node.decompose()


def _size(node: LexborNode) -> int:
    return sum(not character.isspace() for character in node.text())


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
        stack: list[tuple[LexborNode, bool]] = [(body, False)]
        while stack:
            node, left = stack.pop()
            if left:
                self._leave(node)
                self._open.pop()
            elif node is body or self._enter(node):
                self._open.append(node.tag or "")
                stack.append((node, True))
                if len(self._open) <= self.depth:
                    stack += [(child, False) for child in reversed(list(node.iter(include_text=True)))]
                else:
                    self._text(node.text())
        self._close()
        return self.passages

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or "-"
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
        self._words, self._bold, self._links, self._breaks = [], [], [], 0

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
