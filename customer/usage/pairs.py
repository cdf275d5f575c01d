"""Who uses which shared fingerprint how often: rows of a log in, counts of (account, fingerprint) out.

Fingerprints that people favour are used again and again by some; a load balancer deals its pool out evenly. Only the
evenly used ones can be the pool of a cohort, however popular they are.
"""

from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.signedinteger[Any]]
Floats = NDArray[np.float64]
FEWEST_ACCOUNTS = 20  # on one fingerprint; below, nothing is called shared
UNEVEN = 0.6  # overdispersion from which a fingerprint is a favourite of some, not a pool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Pairs:
    """One channel: account, fingerprint (numbered from 0) and rows of each pair; `own` are all rows of each account."""

    account: Ints
    fingerprint: Ints
    rows: NDArray[np.floating[Any]]
    own: Floats
    pool: NDArray[np.bool_]

    @property
    def fingerprints(self) -> int:
        """Return how many fingerprints there are."""
        return len(self.pool)

    def only(self, keep: NDArray[np.bool_]) -> "Pairs":
        """Return the pairs that a mask keeps."""
        return Pairs(
            account=self.account[keep],
            fingerprint=self.fingerprint[keep],
            rows=self.rows[keep],
            own=self.own,
            pool=self.pool,
        )


def rows_of_accounts(con: duckdb.DuckDBPyConnection, accounts: int) -> Floats:
    """Return how many rows each account has, by its number."""
    found = con.execute("SELECT account, count(*) AS n FROM rows GROUP BY account").fetchnumpy()
    own = np.zeros(accounts)
    own[found["account"]] = found["n"]
    return own


def shared_pairs(con: duckdb.DuckDBPyConnection, channel: str, own: Floats, *, parts: int = 1) -> Pairs:
    """Return the pairs of a channel on fingerprints that at least twenty accounts share; no pair of accounts is made.

    `parts` splits the first step by hash where memory is short.
    """
    con.execute("CREATE OR REPLACE TEMP TABLE shared (fp UBIGINT)")
    for part in range(parts):
        where = f"AND {channel} % {parts} = {part}" if parts > 1 else ""
        con.execute(
            f"INSERT INTO shared SELECT {channel} FROM rows WHERE {channel} IS NOT NULL {where} GROUP BY {channel} "
            f"HAVING count(*) >= {FEWEST_ACCOUNTS} AND min(account) <> max(account)"
        )
    number = "(row_number() OVER (ORDER BY fp) - 1)::INTEGER AS number"
    con.execute(f"CREATE TEMP TABLE shared_numbers AS SELECT fp, {number} FROM shared")
    found: dict[str, Any] = con.execute(
        f"SELECT account, number AS fp, count(*)::FLOAT AS n FROM rows JOIN shared_numbers ON {channel} = fp "
        "GROUP BY account, number ORDER BY account, number"
    ).fetchnumpy()
    con.execute("DROP TABLE shared; DROP TABLE shared_numbers")
    numbers = np.asarray(found.pop("fp"))
    many = np.bincount(numbers) >= FEWEST_ACCOUNTS if len(numbers) else np.zeros(0, dtype=bool)
    keep = many[numbers]
    account, rows = np.asarray(found["account"])[keep], np.asarray(found["n"])[keep]
    numbers = (np.cumsum(many) - 1)[numbers[keep]].astype(np.int32)
    return Pairs(account=account, fingerprint=numbers, rows=rows, own=own, pool=_even(account, numbers, rows, own))


def _even(account: Ints, fingerprint: Ints, rows: NDArray[np.floating[Any]], own: Floats) -> NDArray[np.bool_]:
    """Tell which fingerprints are used evenly, each user as much as its own rows let one expect.

    The expected count of a user is that of a Poisson draw given that it is not zero; what varies more is a favourite.
    """
    if not len(rows):
        return np.zeros(0, dtype=bool)
    used = np.bincount(fingerprint, rows)
    volume = np.bincount(fingerprint, own[account])
    rate = np.maximum(own[account] * (used / volume)[fingerprint], 1e-12)
    mean = rate / -np.expm1(-rate)
    variance = mean * (1 + rate - mean)
    beyond = np.bincount(fingerprint, (rows - mean) ** 2 - variance)
    return np.asarray(np.maximum(beyond, 0) / np.bincount(fingerprint, mean**2) <= UNEVEN)
