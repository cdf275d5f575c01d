"""Pairs of all channels in; groups of accounts that draw on prompts which hardly anybody else uses, out.

A fingerprint is exclusive to a set of accounts when they use it at eight times the rate of everyone else. Seeds of such
sets come from the pairs (tight cohorts) and, where the pool is a small share of each account, from the spectrum of the
pairs (loose ones). Sizes of groups play no part: many small accounts weigh as much as a few big ones.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from customer.usage.pairs import FEWEST_ACCOUNTS, Ints, Pairs
from customer.usage.spectral import candidate_sets

Mask = NDArray[np.bool_]
FEWEST_PRINTS, FEWEST_ROWS, TIMES = 6, 10, 8.0
TIGHT, TIGHT_AGAIN, LOOSE = 0.25, 0.10, 0.05  # share of an account's rows on the pool
ROUNDS = 4
PURE = 100.0  # times the rate of everyone else: used by nearly nobody else
PROVEN = 3  # exclusive fingerprints, and rows on them, of each member in the end
ENOUGH = 5.0  # rows of the others that are missing
LAST_PRINTS, LAST_ROWS = 2, 3  # of one channel, in the last round
WIDEST = 8  # fingerprints of each account that tie it to others
DEEPEST = 4  # times that a group is taken apart
MOST_OF = 0.95  # of a group: a part that is nearly all of it is the group itself
OVERLAP = 0.5  # of the smaller of two groups from different channels: then they are one


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Group:
    """Accounts that act as one; their exclusive fingerprints, pairs with them and rows on them, in the best channel."""

    accounts: Ints
    prints: int
    pairs: int
    rows: int


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Exclusive:
    """One channel: the member accounts and the pairs on fingerprints that are exclusive to them."""

    members: Mask
    pairs: Pairs


def find_groups(channels: Sequence[Pairs]) -> tuple[Group, ...]:
    """Return the groups, the largest first; each account is in one at most."""
    found: list[Exclusive] = []
    for pairs in channels:
        tight = exclusive(pairs, _tight(pairs), share=TIGHT_AGAIN)
        found.append(tight)
        left = pairs.only(~tight.members[pairs.account])
        best: Mask = np.zeros(len(pairs.own), dtype=bool)
        for seed in candidate_sets(left):
            loose = exclusive(left, seed, share=LOOSE)
            if loose.members.sum() >= FEWEST_ACCOUNTS and not (loose.members & best).any():
                best |= loose.members
                found.append(loose)
    members = _enough(found)
    groups = _merged([group for each in found for group in _connected(each, members)])
    parts = [_proved(part, channels) for group in groups for part in _split(group, channels)]
    return tuple(_disjoint(sorted(parts, key=_order)))


def _proved(group: Group, channels: Sequence[Pairs]) -> Group:
    """Return a group without the accounts that hardly use what, in the whole log, is used by the group alone.

    Cover traffic can make a campaign the main user of popular templates; the people who like them are no part of it.
    Where few members have enough that nobody else uses at all, what is exclusive to the group decides.
    """
    inside = np.zeros(len(channels[0].own), dtype=bool)
    inside[group.accounts] = True
    pure, kept = (_proven(inside, channels, times) for times in (PURE, TIMES))
    chosen = pure if len(pure) >= OVERLAP * len(kept) else kept
    return replace(group, accounts=chosen) if len(chosen) >= FEWEST_ACCOUNTS else group


def _proven(inside: Mask, channels: Sequence[Pairs], times: float) -> Ints:
    """Return the accounts with three fingerprints, and rows on them, that they use at so many times others' rate."""
    prints, rows = np.zeros(len(inside)), np.zeros(len(inside))
    for pairs in channels:
        mine = pairs.only(_exclusive_prints(pairs, inside, times=times)[pairs.fingerprint])
        prints += np.bincount(mine.account, minlength=len(inside))
        rows += np.bincount(mine.account, mine.rows, minlength=len(inside))
    return np.flatnonzero(inside & (prints >= PROVEN) & (rows >= PROVEN))


def _split(group: Group, channels: Sequence[Pairs], *, depth: int = DEEPEST) -> Iterator[Group]:
    """Yield a group, or those that it is made of: parts whose prompts are exclusive even within it, and the others.

    Cover traffic ties a campaign to the people whose templates it borrows; inside the group only they are compared.
    """
    best = _part(group, channels) if depth else None
    if best is None:
        yield group
        return
    yield from _split(best, channels, depth=depth - 1)
    rest = np.setdiff1d(group.accounts, best.accounts)
    if len(rest) >= FEWEST_ACCOUNTS:
        yield from _split(replace(group, accounts=rest), channels, depth=depth - 1)


def _part(group: Group, channels: Sequence[Pairs]) -> Group | None:
    """Return the largest part of a group that is not nearly all of it and has prompts of its own; None without one."""
    inside = np.zeros(len(channels[0].own), dtype=bool)
    inside[group.accounts] = True
    here = [replace(p.only(inside[p.account]), own=np.where(inside, p.own, 0.0)) for p in channels]
    best: Group | None = None
    for pairs in here:
        for seed in candidate_sets(pairs):
            found = _grown(exclusive(pairs, seed, share=LOOSE).members, here)
            fits = found is not None and len(found.accounts) <= MOST_OF * len(group.accounts)
            if found is not None and fits and (best is None or len(found.accounts) > len(best.accounts)):
                best = found
    return best


def _grown(members: Mask, channels: Sequence[Pairs]) -> Group | None:
    """Return the accounts to which what is exclusive to some leads in all channels together, after two rounds."""
    best: Exclusive | None = None
    for _ in range(2):
        if members.sum() < FEWEST_ACCOUNTS:
            return None
        prints, rows = np.zeros(len(members)), np.zeros(len(members))
        best = None
        for pairs in channels:
            mine = pairs.only(_exclusive_prints(pairs, members)[pairs.fingerprint])
            prints += np.bincount(mine.account, minlength=len(members))
            rows += np.bincount(mine.account, mine.rows, minlength=len(members))
            if best is None or mine.rows.sum() > best.pairs.rows.sum():
                best = Exclusive(members=members, pairs=mine)
        members = (prints >= FEWEST_PRINTS) & (rows >= FEWEST_ROWS) & (rows >= LOOSE * channels[0].own)
    if best is None or members.sum() < FEWEST_ACCOUNTS:
        return None
    pairs = best.pairs.only(members[best.pairs.account])
    return Group(
        accounts=np.flatnonzero(members),
        prints=len(np.unique(pairs.fingerprint)),
        pairs=len(pairs.rows),
        rows=int(pairs.rows.sum()),
    )


def _order(group: Group) -> tuple[int, int]:
    return -len(group.accounts), int(group.accounts[0])


def exclusive(pairs: Pairs, seed: Mask, *, share: float) -> Exclusive:
    """Return the accounts that a seed leads to, and the pairs on what is exclusive to them, after four rounds.

    The last round takes in accounts with few rows too; what all channels say of them together decides later.
    """
    members, chosen = seed, np.zeros(pairs.fingerprints, dtype=bool)
    for number in range(ROUNDS):
        if not members.any():
            break
        chosen = _exclusive_prints(pairs, members)
        last = number == ROUNDS - 1
        prints, rows = (LAST_PRINTS, LAST_ROWS) if last else (FEWEST_PRINTS, FEWEST_ROWS)
        members = _users(pairs, chosen[pairs.fingerprint], prints=prints, rows=rows, share=0.0 if last else share)
    return Exclusive(members=members, pairs=pairs.only(chosen[pairs.fingerprint] & members[pairs.account]))


def _tight(pairs: Pairs) -> Mask:
    on_pool = pairs.pool[pairs.fingerprint]
    return _users(pairs, on_pool, prints=FEWEST_PRINTS, rows=FEWEST_ROWS, share=TIGHT)


def _users(pairs: Pairs, chosen: Mask, *, prints: int, rows: int, share: float) -> Mask:
    """Return the accounts with at least so many chosen fingerprints, rows on them, and share of their own rows."""
    size = len(pairs.own)
    number = np.bincount(pairs.account[chosen], minlength=size)
    volume = np.bincount(pairs.account[chosen], pairs.rows[chosen], minlength=size)
    return np.asarray((number >= prints) & (volume >= rows) & (volume >= share * pairs.own))


def _exclusive_prints(pairs: Pairs, members: Mask, *, times: float = TIMES) -> Mask:
    """Return the fingerprints that members use at so many times the rate, rows per row, of everyone else."""
    inside = members[pairs.account]
    size = pairs.fingerprints
    theirs = np.bincount(pairs.fingerprint[inside], pairs.rows[inside], minlength=size)
    others = np.bincount(pairs.fingerprint[~inside], pairs.rows[~inside], minlength=size)
    users = np.bincount(pairs.fingerprint[inside], minlength=size)
    own, rest = pairs.own[members].sum(), max(float(pairs.own[~members].sum()), 1.0)
    # As many rows of the others as there would be, did they use it alike: too few of them to miss tell nothing.
    alike = theirs / max(own, 1.0) * rest
    return np.asarray((alike >= np.maximum(times * others, ENOUGH)) & (users >= FEWEST_ACCOUNTS))


def _enough(found: Sequence[Exclusive]) -> Mask:
    """Return the accounts with six exclusive fingerprints and ten rows on them over all channels together."""
    size = len(found[0].members) if found else 0
    prints, rows = np.zeros(size), np.zeros(size)
    for each in found:
        prints += np.bincount(each.pairs.account, minlength=size)
        rows += np.bincount(each.pairs.account, each.pairs.rows, minlength=size)
    return np.asarray((prints >= FEWEST_PRINTS) & (rows >= FEWEST_ROWS))


def _connected(each: Exclusive, members: Mask) -> Iterator[Group]:
    """Yield the connected pieces over each account's most widely shared exclusive fingerprints."""
    pairs = each.pairs.only(members[each.pairs.account])
    if not len(pairs.account):
        return
    widely = np.bincount(pairs.fingerprint)[pairs.fingerprint]
    order = np.lexsort((pairs.fingerprint, -widely, pairs.account))
    account = pairs.account[order]
    starts = np.flatnonzero(np.r_[True, account[1:] != account[:-1]])
    rank = np.arange(len(account)) - np.repeat(starts, np.diff(np.r_[starts, len(account)]))
    near = order[rank < WIDEST]
    size = len(pairs.own)
    links = coo_matrix(
        (np.ones(len(near)), (pairs.account[near], size + pairs.fingerprint[near])),
        shape=(size + pairs.fingerprints, size + pairs.fingerprints),
    )
    _, pieces = connected_components(links, directed=False)
    own = pieces[pairs.account]
    for piece in np.unique(own):
        inside = own == piece
        accounts = np.unique(pairs.account[inside])
        if len(accounts) >= FEWEST_ACCOUNTS:
            prints = len(np.unique(pairs.fingerprint[inside]))
            yield Group(accounts=accounts, prints=prints, pairs=int(inside.sum()), rows=int(pairs.rows[inside].sum()))


def _merged(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Join groups of different channels that share half of the smaller one; larger ones first, accounts once."""
    joined: list[Group] = []
    for group in sorted(groups, key=_order):
        for at, other in enumerate(joined):
            common = len(np.intersect1d(group.accounts, other.accounts, assume_unique=True))
            if common >= OVERLAP * min(len(group.accounts), len(other.accounts)):
                best = max((other, group), key=lambda g: g.rows)
                joined[at] = replace(best, accounts=np.union1d(group.accounts, other.accounts))
                break
        else:
            joined.append(group)
    return tuple(_disjoint(sorted(joined, key=_order)))


def _disjoint(groups: Sequence[Group]) -> Iterator[Group]:
    taken = np.zeros(0, dtype=np.int64)
    for group in groups:
        left = np.setdiff1d(group.accounts, taken)
        if len(left) >= FEWEST_ACCOUNTS:
            yield replace(group, accounts=left)
            taken = np.union1d(taken, left)
