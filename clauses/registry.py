"""The registry of checks: every check file below the family folders, in the order of the reports.

A file `clauses/<family>/<id>.toml` holds one check (clauses/checks.py). A duplicate id or a broken file is an error at
import, never a silent overwrite.
"""

from pathlib import Path

from clauses.checks import read_check
from clauses.model import ClauseCheck, Family

HERE = Path(__file__).resolve().parent


def _load() -> tuple[ClauseCheck, ...]:
    checks: dict[str, ClauseCheck] = {}
    for family in Family:
        for path in sorted((HERE / family).glob("[a-z]*.toml")):
            check = read_check(path)
            if check.id in checks:
                raise ValueError(f"Two check files are called {check.id}.")
            checks[check.id] = check
    return tuple(checks.values())


CHECKS: tuple[ClauseCheck, ...] = _load()
BY_ID: dict[str, ClauseCheck] = {check.id: check for check in CHECKS}
