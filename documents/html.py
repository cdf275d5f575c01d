"""HTML in, passages out: headings, nested lists, paragraphs, table cells and links, without the page's furniture."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from documents import problems
from documents.html_looks import Look, Looks, looks_of
from documents.model import BlockKind
from documents.normalise import normalise
from documents.passages import Passage, Reading

FURNITURE = (
    "script, style, noscript, template, svg, canvas, audio, video, datalist, nav, header, footer, form, iframe, "
    "object, embed, dialog, button, select"
)
# A page may use <header> and <footer> inside its text; only these have no text of the contract.
NEVER_TEXT = "script, style, noscript, template, svg, canvas, audio, video, datalist, iframe, object, embed, select"
# Words in an element's id, class or role that name a page's furniture, where pages build it from plain boxes.
FURNITURE_WORDS = frozenset((
    "nav", "navbar", "navigation", "menu", "menubar", "footer", "cookie", "cookies", "consent", "onetrust",
    "breadcrumb", "breadcrumbs", "banner", "sidebar", "skip", "modal", "popup",
))  # fmt: skip
SPOKEN_ONLY = re.compile(r"\b(?:sr-only|visually-?hidden|screen-?reader)", re.IGNORECASE)
NAME_PARTS = re.compile(r"[A-Za-z]+")
# What holds a larger share of the page's words than this is its text, whatever it is called.
MOST_FURNITURE = 0.3
# Hidden words of a page are told when there are so many: fewer are labels for programs.
FEWEST_TOLD = 3
# Words for screen readers that are so many are a sentence; fewer are labels.
FEWEST_SPOKEN = 8
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


def read_html(text: str, name: str = "", *, depth: int = 200) -> Reading:
    """Return the passages of an HTML page. Elements deeper than `depth` are read as part of what holds them.

    Raises UnreadableDocument when all its words are hidden.
    """
    tree = LexborHTMLParser(text)
    named = tree.css_first("title")
    title = normalise(named.text()) if named is not None else ""
    body = tree.body or tree.root
    if body is None:
        return Reading(passages=(), title=title)
    looks = looks_of(tree)
    body, looks, unseen = _without_furniture(body, looks, text)
    walk = PageWalk(depth, looks, hidden=unseen)
    passages = tuple(walk.walk(body))
    words = [line for line in map(normalise, walk.hidden) if any(map(str.isalnum, line))]
    if words and not passages:
        raise problems.only_hidden_text(name, words)
    told = sum(len(line.split()) for line in words) >= FEWEST_TOLD
    hidden = (problems.hidden_text(name, {1: words}, paged=False),) if told else ()
    return Reading(passages=passages, title=title, problems=hidden)


def _without_furniture(body: LexborNode, looks: Looks, text: str) -> tuple[LexborNode, Looks, list[str]]:
    """Return the page's body without what is no text of the document, its looks, and words for screen readers only.

    Some pages wrap everything in a <form> or <header>: then only what never is text is left out.
    """
    _remove(body, NEVER_TEXT)
    before = _size(body)
    _remove(body, FURNITURE)
    spoken = _remove_named(body, before)
    if _size(body) >= 0.2 * before:
        return body, looks, spoken
    tree = LexborHTMLParser(text)
    looks, whole = looks_of(tree), tree.body or body
    _remove(whole, NEVER_TEXT)
    return whole, looks, []


def _remove(body: LexborNode, selector: str) -> None:
    for node in body.css(selector):
        node.decompose()


def _remove_named(body: LexborNode, size: int) -> list[str]:
    """Remove what the names of elements call furniture; return what they call words for screen readers only."""
    spoken = []
    for node in body.css("[id], [class], [role]"):
        names = " ".join(node.attributes.get(key) or "" for key in ("id", "class", "role"))
        furniture = not FURNITURE_WORDS.isdisjoint(NAME_PARTS.findall(names.lower())) and node.tag != "body"
        aloud = not furniture and SPOKEN_ONLY.search(names) is not None
        if (furniture or aloud) and _size(node) < MOST_FURNITURE * size:
            if aloud and len(node.text().split()) >= FEWEST_SPOKEN:
                spoken.append(node.text())
            node.decompose()
    return spoken


def _size(node: LexborNode) -> int:
    return sum(not character.isspace() for character in node.text())


@dataclass(slots=True)
class PageWalk:
    """Walks an element tree without recursion and closes a passage at each block's edge."""

    depth: int
    looks: Looks
    passages: list[Passage] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _bold: list[bool] = field(default_factory=list)
    _links: list[tuple[str, str]] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)
    _item: bool = False
    _breaks: int = 0

    def walk(self, body: LexborNode) -> list[Passage]:
        """Return the passages below the element."""
        stack: list[tuple[LexborNode, Look, bool]] = [(body, self.looks.first(body), False)]
        while stack:
            node, look, left = stack.pop()
            if left:
                self._leave(node)
                self._open.pop()
            elif node.tag == "-text":
                self._text(node.text_content or "", look)
            elif node is body or self._enter(node):
                inner = look if node is body else self.looks.enter(node, look)
                self._open.append(node.tag or "")
                stack.append((node, look, True))
                if len(self._open) <= self.depth:
                    stack += [(child, inner, False) for child in reversed(list(node.iter(include_text=True)))]
                else:
                    self._text(node.text(), inner)
        self._close()
        return self.passages

    def _enter(self, node: LexborNode) -> bool:
        tag = node.tag or "-"
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

    def _text(self, text: str, look: Look) -> None:
        if look.hidden and text.strip():
            self.hidden.append(text)
            return
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
