"""Every entry of the lexicon stands in its own example, is what it says there, and is missed when it is gone."""

import re
from pathlib import Path
from typing import Any

import pytest

from clauses import context, lexicon
from clauses.lexicon import ENTRIES, KINDS, SETS, Entry, WordSet
from clauses.matcher import phrase
from clauses.model import ExceptionKind
from clauses.operators import VOIDS, Kind, spans_of
from clauses.sentences import Sentence, sentences
from documents.model import Block, BlockKind

CLAUSES = Path(lexicon.__file__).resolve().parents[1]
STARRED = re.compile(r"\*([^*]+)\*")
ITSELF = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.kind}-{entry.phrase[:40]}")


def build_sentence(text: str) -> Sentence:
    return sentences(Block(number=0, kind=BlockKind.PARAGRAPH, text=text.replace("*", "")))[-1]


def said(entry: Entry) -> Any:
    """Return what the sentence says by an entry's kind: who governs the starred words, or where the kind stands."""
    sentence = build_sentence(entry.example)
    if not KINDS[entry.kind].reads_as:
        return spans_of(entry.kind, sentence.doc, sentence.words)
    starred = STARRED.search(entry.example)
    assert starred, "An operator's example stars the words that it governs."
    hit = phrase(starred[1]).spans(sentence.doc, sentence.words)[-1]
    operator = context.governing(sentence, hit)
    return operator and (operator.start, operator.end, operator.entry)


@ITSELF
def test_entry_is_found_in_its_example_with_its_kind(entry: Entry) -> None:
    found = said(entry)
    assert found
    if KINDS[entry.kind].reads_as:
        assert found[2] == entry.kind


@ITSELF
def test_example_notices_that_its_entry_is_gone(entry: Entry, monkeypatch: pytest.MonkeyPatch) -> None:
    before = said(entry)
    monkeypatch.setattr(lexicon, "ENTRIES", tuple(each for each in ENTRIES if each is not entry))
    lexicon.phrases.cache_clear()
    after = said(entry)
    lexicon.phrases.cache_clear()
    assert after != before


@pytest.mark.parametrize("words", SETS.values(), ids=SETS)
def test_set_stands_in_its_example(words: WordSet) -> None:
    if any(" " in word.strip("* ") or "*" in word for word in words.wordings) and words.name in lexicon.WORDS:
        assert any(word.removesuffix("*") in words.example.lower() for word in words.wordings)
        return
    sentence = build_sentence(words.example)
    assert phrase(f"<{words.name}>").spans(sentence.doc, sentence.words)


def test_every_word_list_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in CLAUSES.rglob("*.py"))
    table = "\n".join(entry.phrase for entry in ENTRIES)
    assert [name for name in lexicon.WORDS if f'"{name}"' not in code and f"<{name}>" not in table] == []


def test_kinds_name_what_the_code_knows() -> None:
    for kind in KINDS.values():
        assert set(kind.void_if) <= set(VOIDS), kind.name
        assert {kind.reads_as, *kind.under, *kind.under.values()} <= {"", *Kind}, kind.name
        assert kind.exception in {"", *ExceptionKind}, kind.name
        assert not kind.reads_as or set(kind.yields_to) <= set(list(KINDS)[: list(KINDS).index(kind.name)]), kind.name


def test_wordings_of_a_set_differ() -> None:
    for words in SETS.values():
        assert len(set(words.wordings)) == len(words.wordings), words.name


@pytest.mark.parametrize(
    ("table", "says"),
    [
        ({"ban": [{"phrase": "never", "example": "x"}]}, "no \\[kinds.ban\\]"),
        (
            {"kinds": {"ban": {"means": "x", "direction": "forward"}}, "ban": [{"phrase": "never"}]},
            "ban: missing example",
        ),
        ({"kinds": {"ban": {"means": "x", "direction": "forward", "colour": "red"}}}, "kind ban: unknown colour"),
        ({"kinds": {"ban": {"means": "x", "direction": "sideways"}}}, "sideways"),
        ({"kinds": {"ban": {"means": "x", "direction": "forward", "ended_by": ["turn"]}}}, "no \\[kinds.turn\\]"),
    ],
)
def test_broken_table_is_refused_with_the_place(table: dict[str, Any], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        lexicon.read_context(table)
