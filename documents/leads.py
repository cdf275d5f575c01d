"""Finds the sentence that a list item continues: "You must not:" before "share your key"."""

import re
from dataclasses import dataclass, field

from documents.model import BlockKind
from documents.numbering import Label, label_of
from documents.passages import Passage

SENTENCE_START = re.compile(r"(?<=[.!?])[”\"’')]*\s+(?=[“\"(]?[A-Z])")
OPENS = re.compile(
    r"(?::|\b(?:not|to|may|must|shall|will|should|by|that|if|the following|as follows|only|for|with|from|of|"
    r"when|where|because|including|either)\s*[-–—]?)"
    r"[”\"’')]*$",
    re.IGNORECASE,
)
# "The parties agree as follows:" introduces the whole contract, not a list.
WHOLE_CONTRACT = re.compile(r"\bagrees?\b[^.;]{0,60}\bas\s+follows\s*:$", re.IGNORECASE)
GOES_ON = re.compile(r"(?:[;,]|[;,]\s*(?:and|or|and/or))$", re.IGNORECASE)
LONGEST_LEAD = 600
# Lists nest this deep in contracts at most; more is made to exhaust the reader.
MOST_LEVELS = 8


@dataclass(slots=True)
class Frame:
    """An open list level: what kind of label it has, and the words with which it opens a deeper list."""

    style: str
    depth: int
    ordinal: int
    opening: str


@dataclass(slots=True)
class LeadIns:
    """Walks through passages in reading order and gives each item its lead-in."""

    frames: list[Frame] = field(default_factory=list)
    list_goes_on: bool = False

    def visit(self, passage: Passage) -> tuple[BlockKind, str]:
        """Return the kind of the passage, now that its surroundings are known, and its lead-in."""
        if passage.kind is BlockKind.TABLE_CELL:
            return passage.kind, ""
        if passage.kind is BlockKind.HEADING:
            self._restart(passage.text)
            return passage.kind, ""
        if passage.kind is BlockKind.ITEM and passage.level:
            return self._item(passage.text, Frame("level", passage.level, 0, ""))
        label = label_of(passage.text)
        if label is not None:
            return self._labelled(passage.text, label)
        if passage.level:
            return self._inside(passage)
        return self._plain(passage)

    def _restart(self, text: str) -> None:
        opening = opening_of(text)
        self.frames = [Frame("paragraph", 0, 0, opening)] if opening else []
        self.list_goes_on = False

    def _item(self, text: str, frame: Frame) -> tuple[BlockKind, str]:
        self._go_inside(frame)
        for index, open_frame in enumerate(self.frames):
            if open_frame.style == frame.style and open_frame.depth >= frame.depth:
                del self.frames[index:]
                break
        lead_in = " ".join(each.opening for each in self.frames if each.opening)
        frame.opening = opening_of(text)
        self.frames = [*self.frames[-MOST_LEVELS:], frame]
        self.list_goes_on = bool(GOES_ON.search(text))
        return BlockKind.ITEM, lead_in

    def _go_inside(self, frame: Frame) -> None:
        """Change the frame of an item whose label is that of the item around it: the list inside has no own style."""
        last = self.frames[-1] if self.frames else None
        if last is None or frame.style == "level":
            return
        again = frame.style.startswith("bullet") or frame.ordinal == 1
        if last.opening and last.style == frame.style and again:
            frame.style, frame.depth = f"{frame.style} inside", last.depth + 1
        elif last.style == f"{frame.style} inside" and frame.style.startswith("bullet") and self.list_goes_on:
            frame.style, frame.depth = last.style, last.depth

    def _labelled(self, text: str, label: Label) -> tuple[BlockKind, str]:
        style, ordinal = self._style_of(label)
        if label.style == "section" or (label.style == "number" and not self._continued_by(label)):
            self.frames = [each for each in self.frames if each.style == style and each.depth < label.depth]
        return self._item(text, Frame(style, label.depth, ordinal, ""))

    def _continued_by(self, label: Label) -> bool:
        """Return whether a clause number goes on with an open list; else it begins a clause of its own."""
        last = self.frames[-1] if self.frames else None
        sibling = any(each.style == "number" and each.depth == label.depth for each in self.frames)
        return sibling or (last is not None and bool(last.opening))

    def _style_of(self, label: Label) -> tuple[str, int]:
        """Tell "(i)" after "(h)" from the first Roman "(i)": the list that it continues decides."""
        for frame in reversed(self.frames):
            if frame.style.startswith(label.style) and label.follows(frame.ordinal):
                return frame.style, frame.ordinal + 1
        ordinal = label.ordinals[-1] if label.ordinals else 0
        roman = len(label.ordinals) > 1 and ordinal == 1
        return (f"{label.style} roman" if roman else label.style), ordinal

    def _inside(self, passage: Passage) -> tuple[BlockKind, str]:
        """A second paragraph of a list item: the list around it stays open."""
        self.frames = [each for each in self.frames if each.style != "level" or each.depth <= passage.level]
        opening = opening_of(passage.text)
        if self.frames and opening:
            self.frames[-1].opening = opening
        return BlockKind.PARAGRAPH, ""

    def _plain(self, passage: Passage) -> tuple[BlockKind, str]:
        opened = bool(self.frames and self.frames[-1].opening)
        if (opened and _looks_like_item(passage.text)) or (
            self.list_goes_on and any(each.opening for each in self.frames)
        ):
            return self._item(passage.text, Frame("plain", 0, 0, ""))
        self._restart(passage.text)
        return passage.kind, ""


def _looks_like_item(text: str) -> bool:
    return len(text) < LONGEST_LEAD and (text[0].islower() or bool(GOES_ON.search(text)))


def opening_of(text: str) -> str:
    """Return the last sentence of a text if a list may continue it, or an empty string."""
    if not OPENS.search(text[-40:]) or WHOLE_CONTRACT.search(text[-120:]):
        return ""
    start = 0
    for gap in SENTENCE_START.finditer(text):
        if len(text) - gap.end() > 3:
            start = gap.end()
    return text[start:][-LONGEST_LEAD:]
