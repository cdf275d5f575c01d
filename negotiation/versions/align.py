"""The blocks of two versions in; which clause became which, out: same, moved, reworded, added or removed."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from documents.model import Block
from documents.numbering import label_of
from negotiation.versions.words import Piece, pieces

WORD = re.compile(r"\w+")
ALIKE = 0.5  # share of words in common from which two clauses are one, reworded
NEAR = 0.1  # a clause between the same neighbours is the likelier partner
FEWEST = 4  # words: a shorter block is the same or another, never reworded
COMMON, CANDIDATES = 60, 6  # blocks that may share a word that is looked up; partners that are compared


class ChangeKind(StrEnum):
    """What became of a clause."""

    SAME = "same"
    MOVED = "moved"
    REWORDED = "reworded"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One clause of either version; `pieces` is empty for one with the same words, reworded ones can be `moved` too."""

    kind: ChangeKind
    old: Block | None
    new: Block | None
    pieces: tuple[Piece, ...] = ()
    moved: bool = False


def align(old: Sequence[Block], new: Sequence[Block]) -> tuple[Change, ...]:
    """Return every clause of both versions in the order of the new one, removed ones where they stood.

    A clause with another number and the same words is the same. The result depends on nothing but the blocks.
    """
    left, right = [_key(block) for block in old], [_key(block) for block in new]
    partners, gaps = _in_order(left, right)
    moved = _elsewhere(left, right, partners)
    reworded = _reworded(old, new, partners | moved, gaps)
    return tuple(_listed(old, new, partners, moved, reworded))


def _key(block: Block) -> str:
    label = label_of(block.text)
    text = block.text[label.length :] if label is not None else block.text
    return " ".join(text.casefold().split())


def _in_order(left: Sequence[str], right: Sequence[str]) -> tuple[dict[int, int], dict[tuple[str, int], int]]:
    """Return new -> old of what stands in both in the same order; and the gap between such clauses of each block."""
    partners: dict[int, int] = {}
    gaps: dict[tuple[str, int], int] = {}
    i = j = 0
    for number, match in enumerate(SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()):
        gaps |= {("old", at): number for at in range(i, match.a)} | {("new", at): number for at in range(j, match.b)}
        partners |= {match.b + n: match.a + n for n in range(match.size)}
        i, j = match.a + match.size, match.b + match.size
    return partners, gaps


def _elsewhere(left: Sequence[str], right: Sequence[str], partners: Mapping[int, int]) -> dict[int, int]:
    """Return new -> old of clauses with the same words at another place."""
    taken = set(partners.values())
    free: dict[str, list[int]] = defaultdict(list)
    for i, key in enumerate(left):
        if i not in taken and key:
            free[key].append(i)
    return {j: free[key].pop(0) for j, key in enumerate(right) if j not in partners and free.get(key)}


def _reworded(
    old: Sequence[Block], new: Sequence[Block], known: Mapping[int, int], gaps: Mapping[tuple[str, int], int]
) -> dict[int, int]:
    """Return new -> old of clauses that share most of their words, the most alike first."""
    taken = set(known.values())
    before = {i: _words(block) for i, block in enumerate(old) if i not in taken}
    after = {j: _words(block) for j, block in enumerate(new) if j not in known}
    found: list[tuple[float, int, int, int]] = []
    for i, j in _candidates(before, after):
        shared = _share(before[i], after[j])
        near = gaps.get(("old", i)) == gaps.get(("new", j))
        if shared >= ALIKE - (NEAR if near else 0.0):
            found.append((-shared - (NEAR if near else 0.0), abs(i - j), i, j))
    partners: dict[int, int] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(found):
        if i not in used and j not in partners:
            partners[j] = i
            used.add(i)
    return partners


def _candidates(before: Mapping[int, Counter[str]], after: Mapping[int, Counter[str]]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share rarer words, a few for each old clause: comparing all with all would take minutes."""
    holders: dict[str, list[int]] = defaultdict(list)
    for j, words in after.items():
        for word in words:
            holders[word].append(j)
    for i, words in before.items():
        if words.total() < FEWEST:
            continue
        shared = Counter(j for word in words if len(holders.get(word, ())) <= COMMON for j in holders.get(word, ()))
        best = sorted(shared.items(), key=lambda each: (-each[1], abs(each[0] - i), each[0]))[:CANDIDATES]
        yield from ((i, j) for j, _ in best if after[j].total() >= FEWEST)


def _words(block: Block) -> Counter[str]:
    return Counter(WORD.findall(block.text.casefold()))


def _share(left: Counter[str], right: Counter[str]) -> float:
    return 2 * (left & right).total() / (left.total() + right.total())


def _listed(
    old: Sequence[Block],
    new: Sequence[Block],
    same: Mapping[int, int],
    moved: Mapping[int, int],
    reworded: Mapping[int, int],
) -> Iterator[Change]:
    kept = {*same.values(), *moved.values(), *reworded.values()}
    removed = [i for i in range(len(old)) if i not in kept]
    order = _rising(reworded, same)
    for j, block in enumerate(new):
        anchor = same.get(j, reworded[j] if j in order else None)
        while anchor is not None and removed and removed[0] < anchor:
            yield _removed(old[removed.pop(0)])
        if j in same:
            yield Change(kind=ChangeKind.SAME, old=old[same[j]], new=block)
        elif j in moved:
            yield Change(kind=ChangeKind.MOVED, old=old[moved[j]], new=block, moved=True)
        elif j in reworded:
            was = old[reworded[j]]
            words = pieces(was.text, block.text)
            yield Change(kind=ChangeKind.REWORDED, old=was, new=block, pieces=words, moved=j not in order)
        else:
            yield Change(kind=ChangeKind.ADDED, old=None, new=block, pieces=(Piece("+", block.text),))
    yield from (_removed(old[i]) for i in removed)


def _rising(reworded: Mapping[int, int], same: Mapping[int, int]) -> set[int]:
    """Return the reworded clauses that stand between the same neighbours as before; the others were moved too."""
    found: set[int] = set()
    for j, i in reworded.items():
        before = max((same[k] for k in same if k < j), default=-1)
        after = min((same[k] for k in same if k > j), default=i + 1)
        if before < i < after:
            found.add(j)
    return found


def _removed(block: Block) -> Change:
    return Change(kind=ChangeKind.REMOVED, old=block, new=None, pieces=(Piece("-", block.text),))
