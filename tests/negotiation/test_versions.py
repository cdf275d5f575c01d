"""Two versions side by side: every clause has one place, words join up again, and the score follows."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.model import Block, BlockKind
from negotiation.versions.align import Change, ChangeKind, align
from negotiation.versions.words import Piece, pieces

SCOPE = "1. The vendor provides the services that the order names, to the customer alone."
NOTICE = "2. The vendor shall notify the customer of an incident within 48 hours after it becomes aware of it."
BAN = "3. The customer shall not use output to train a model that competes with the services."
LAW = "4. The laws of Ireland govern this agreement."


def blocks(*texts: str) -> list[Block]:
    return [Block(number=n, kind=BlockKind.PARAGRAPH, text=text) for n, text in enumerate(texts)]


def kinds(*changes: Change) -> list[str]:
    return [change.kind.value for change in changes]


def test_a_version_beside_itself_is_the_same() -> None:
    assert kinds(*align(blocks(SCOPE, NOTICE, BAN), blocks(SCOPE, NOTICE, BAN))) == ["same"] * 3


def test_a_reworded_clause_shows_the_words_that_changed() -> None:
    changes = align(blocks(SCOPE, NOTICE, BAN), blocks(SCOPE, NOTICE.replace("48 hours", "72 hours"), BAN))
    assert kinds(*changes) == ["same", "reworded", "same"]
    assert [p for p in changes[1].pieces if p.mark] == [Piece("-", "48"), Piece("+", "72")]
    assert not changes[1].moved


def test_added_and_removed_clauses_stand_where_they_are_and_were() -> None:
    changes = align(blocks(SCOPE, NOTICE, LAW), blocks(SCOPE, BAN, LAW))
    assert kinds(*changes) == ["same", "removed", "added", "same"] or kinds(*changes) == [
        "same", "added", "removed", "same",
    ]  # fmt: skip
    assert {c.kind: (c.old or c.new).text for c in changes if c.kind is not ChangeKind.SAME} == {  # type: ignore[union-attr]
        ChangeKind.REMOVED: NOTICE,
        ChangeKind.ADDED: BAN,
    }


def test_a_clause_at_another_place_is_moved_and_not_removed_and_added() -> None:
    changes = align(blocks(SCOPE, NOTICE, BAN, LAW), blocks(BAN, SCOPE, NOTICE, LAW))
    assert sorted(kinds(*changes)) == ["moved", "same", "same", "same"]


def test_another_number_alone_is_no_change() -> None:
    assert kinds(*align(blocks(SCOPE, LAW), blocks(SCOPE, LAW.replace("4.", "17.")))) == ["same", "same"]


def test_a_clause_that_moved_and_was_reworded_says_both() -> None:
    other = NOTICE.replace("48 hours", "24 hours")
    changes = align(blocks(NOTICE, SCOPE, BAN, LAW), blocks(SCOPE, BAN, LAW, other))
    reworded = [change for change in changes if change.kind is ChangeKind.REWORDED]
    assert len(reworded) == 1 and reworded[0].moved


def test_short_blocks_are_never_taken_for_a_rewording() -> None:
    assert sorted(kinds(*align(blocks("Term", SCOPE), blocks("Law", SCOPE)))) == ["added", "removed", "same"]


def test_nothing_beside_something_is_all_added_or_removed() -> None:
    assert kinds(*align([], blocks(SCOPE, LAW))) == ["added", "added"]
    assert kinds(*align(blocks(SCOPE, LAW), [])) == ["removed", "removed"]


TEXTS = st.lists(
    st.sampled_from([SCOPE, NOTICE, BAN, LAW, SCOPE.replace("alone", "only"), NOTICE.replace("48", "72"), "Term", ""]),
    max_size=12,
)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_every_clause_of_both_versions_has_exactly_one_place(old: list[str], new: list[str]) -> None:
    changes = align(blocks(*old), blocks(*new))
    assert [c.new.number for c in changes if c.new is not None] == list(range(len(new)))
    assert sorted(c.old.number for c in changes if c.old is not None) == list(range(len(old)))


@settings(max_examples=200, deadline=None)
@given(st.text("ab c.,", max_size=60), st.text("ab c.,", max_size=60))
def test_without_one_mark_the_pieces_are_one_version(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(piece.words for piece in found if piece.mark != "+") == old
    assert "".join(piece.words for piece in found if piece.mark != "-") == new


def test_long_contracts_that_share_nothing_are_set_side_by_side_quickly_and_alike_each_time() -> None:
    draw = random.Random(1)
    vocabulary = [f"word{n}" for n in range(3000)]
    left, right = (blocks(*(" ".join(draw.choices(vocabulary, k=40)) for _ in range(1500))) for _ in range(2))
    first = align(left, right)
    assert len(first) >= 1500
    assert first == align(left, right)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a b c", "a x c", [("", "a "), ("-", "b"), ("+", "x"), ("", " c")]),
        ("one two", "three four", [("-", "one two"), ("+", "three four")]),
        ("", "new", [("+", "new")]),
        ("same", "same", [("", "same")]),
    ],
)
def test_words_are_shown_with_what_went_out_before_what_came_in(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert [(piece.mark, piece.words) for piece in pieces(old, new)] == expected
