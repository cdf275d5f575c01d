"""Pairs in; sets of accounts that use alike fingerprints, as seeds of loose cohorts, out.

The two-sided matrix of accounts and fingerprints is divided by the roots of its degrees (Dhillon 2001), so that busy
accounts are not mistaken for coordinated ones. Its leading directions are cut into small groups, which are joined to a
tree: a large campaign falls into several groups, and only their union is exclusive.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage, to_tree
from scipy.sparse import csr_matrix
from sklearn.cluster import KMeans
from sklearn.utils.extmath import randomized_svd

from customer.usage.pairs import FEWEST_ACCOUNTS, Pairs

Mask = NDArray[np.bool_]
DIRECTIONS, GROUPS, SEED = 12, 16, 1
CALM = 5  # added to each account's degree: a few rows make no direction
COMMON = 0.5  # share of all accounts: a fingerprint that more of them use tells nothing
MOST_FITTED = 20_000  # accounts that the groups are fitted on; the others join the nearest


def candidate_sets(pairs: Pairs) -> Iterator[Mask]:
    """Yield sets of accounts, larger unions before their parts; the same pairs give the same sets."""
    size = len(pairs.own)
    users = np.bincount(pairs.fingerprint, minlength=pairs.fingerprints)
    keep = users[pairs.fingerprint] <= COMMON * size
    pairs = pairs.only(keep & pairs.pool[pairs.fingerprint])
    accounts, rows = np.unique(pairs.account, return_inverse=True)
    prints, columns = np.unique(pairs.fingerprint, return_inverse=True)
    if len(accounts) < 2 * FEWEST_ACCOUNTS or len(prints) <= DIRECTIONS:
        return
    left = np.bincount(rows) + CALM
    right = np.bincount(columns)
    weights = 1.0 / np.sqrt(left[rows] * right[columns])
    matrix = csr_matrix((weights, (rows, columns)), shape=(len(accounts), len(prints)))
    directions, values, _ = randomized_svd(matrix, n_components=DIRECTIONS, n_iter=4, random_state=SEED)
    points = directions * values
    length = np.linalg.norm(points, axis=1, keepdims=True)
    points = points / np.maximum(length, 1e-12)
    groups = min(GROUPS, len(np.unique(np.round(points, 6), axis=0)))
    model = KMeans(n_clusters=groups, n_init=2, random_state=SEED)
    model.fit(points[:: max(1, len(points) // MOST_FITTED)])
    nearest = model.predict(points)
    for leaves in _unions(model.cluster_centers_):
        inside = np.isin(nearest, leaves)
        if inside.sum() >= FEWEST_ACCOUNTS:
            mask = np.zeros(size, dtype=bool)
            mask[accounts[inside]] = True
            yield mask


def _unions(centres: NDArray[np.float64]) -> list[list[int]]:
    """Return the leaves of every node of the tree of centres but its root, larger ones first."""
    if len(centres) < 2:
        return []
    length = np.maximum(np.linalg.norm(centres, axis=1, keepdims=True), 1e-12)
    root, nodes = to_tree(linkage(centres / length, method="average", metric="cosine"), rd=True)
    leaves = [sorted(node.pre_order()) for node in nodes if node.id != root.id]
    return sorted(leaves, key=lambda each: (-len(each), each))
