"""Reads a check from its data file, `clauses/<family>/<id>.toml`, and refuses a file that says anything unknown.

A file says what the check asks (title, question, why, ask_for, applies_to), and holds its frames:

- `words`: act, object and purpose, in the phrase language of clauses/phrases.py; `{name}` stands for a list of
  `[words]`;
- `operator`: what the sentence must be at that place (ban, duty, right, not_ban; any without it);
- `agent`, `not_agent`: whom the sentence must bind, or must not; `named` asks that it says so itself;
- `needs`, `without`: phrases that must, or must not, stand in the same part of the sentence; a `without` of the file
  holds for all its frames;
- `support`: at how many companies the frame is right among the labelled documents for work, or `todo` where no labels
  tell.
"""

import tomllib
from hashlib import sha256
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from clauses.model import ClauseCheck, Family, Force, Frame, LookAlike, Party, Polarity, Unit
from documents.model import DocumentKind

Text = Annotated[str, Field(min_length=1)]
LEAST_SUPPORT = 2  # companies; a wording of one company alone is its style, no rule
DEPTH = 3  # lists of words may be made of lists, no deeper than this


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _FrameData(_Part):
    id: Text
    words: Text
    operator: Polarity = Polarity.ANY
    confidence: float = Field(0.9, gt=0, le=1)
    agent: Party | None = None
    not_agent: Party | None = None
    named: bool = False
    assumed: bool = True
    opens: bool = False
    needs: tuple[Text, ...] = ()
    without: tuple[Text, ...] = ()
    headings: tuple[Text, ...] = ()
    bound: Party | None = None
    force: Force | None = None
    support: int = 0
    todo: bool = False

    @model_validator(mode="after")
    def _earned(self) -> "_FrameData":
        if self.support < LEAST_SUPPORT and not self.todo:
            raise ValueError(f"The frame {self.id} is supported by {self.support} companies and not marked todo.")
        return self


class _LookAlikeData(_Part):
    id: Text
    words: Text


class _CheckData(_Part):
    title: Text
    question: Text
    why: Text
    ask_for: Text
    applies_to: tuple[DocumentKind, ...] = Field(min_length=1)
    bound_default: Party | None = None
    reads: tuple[Unit, ...] = ()
    references: tuple[Text, ...] = ()
    crosswalk: tuple[Text, ...] = ()
    without: tuple[Text, ...] = ()
    words: dict[str, Text] = {}
    frames: tuple[_FrameData, ...] = Field(min_length=1)
    look_alikes: tuple[_LookAlikeData, ...] = ()


def read_check(path: Path) -> ClauseCheck:
    """Return the check of a file; its folder is the family, its name the id. Raise ValueError naming what is wrong."""
    data = path.read_bytes()
    try:
        read = _CheckData.model_validate(tomllib.loads(data.decode("utf-8")))
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name} is no check: {error}") from error
    ids = [*(each.id for each in read.frames), *(each.id for each in read.look_alikes)]
    if len(set(ids)) != len(ids):
        raise ValueError(f"{path.name} gives two frames the same id.")
    lists = _Lists(read.words)
    return ClauseCheck(
        id=path.stem,
        version=sha256(data).hexdigest()[:8],
        family=Family(path.parent.name),
        **read.model_dump(include=_ABOUT),
        frames=tuple(_frame(each, read.without, lists) for each in read.frames),
        look_alikes=tuple(LookAlike(id=each.id, words=lists.spelt(each.words)) for each in read.look_alikes),
    )


_ABOUT = {"title", "question", "why", "ask_for", "applies_to", "bound_default", "reads", "references", "crosswalk"}


class _Lists:
    """The word lists of a file, by name."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words

    def spelt(self, phrase: str) -> str:
        """Return a phrase with its lists written out; raise ValueError for a list that is not there."""
        for _ in range(DEPTH):
            try:
                phrase = phrase.format_map(self._words)
            except (KeyError, IndexError) as error:
                raise ValueError(f"“{phrase}” names a list of words that is not there: {error}.") from error
        return phrase


def _frame(each: _FrameData, without: tuple[str, ...], lists: _Lists) -> Frame:
    said = each.model_dump(exclude={"words", "needs", "without", "todo"})
    return Frame(
        words=lists.spelt(each.words),
        needs=tuple(map(lists.spelt, each.needs)),
        without=tuple(map(lists.spelt, (*each.without, *without))),
        **said,
    )
