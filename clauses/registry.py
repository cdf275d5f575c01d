"""The registry of checks: every check file below the family folders, in the order of the reports.

A check file `clauses/<family>/<id>.py` defines CHECK; the file name is the check's id. A duplicate id, a
file without CHECK or a check in the wrong folder is an error at import, never a silent overwrite.
"""

from importlib import import_module
from pathlib import Path

from clauses.model import ClauseCheck, Family

HERE = Path(__file__).resolve().parent


def _load() -> tuple[ClauseCheck, ...]:
    checks: dict[str, ClauseCheck] = {}
    for family in Family:
        for path in sorted((HERE / family).glob("[a-z]*.py")):
            check = import_module(f"clauses.{family}.{path.stem}").CHECK
            if check.id != path.stem or check.family != family or check.id in checks:
                raise ValueError(f"The check in {family}/{path.name} has another id or family than its file.")
            checks[check.id] = check
    return tuple(checks.values())


CHECKS: tuple[ClauseCheck, ...] = _load()
BY_ID: dict[str, ClauseCheck] = {check.id: check for check in CHECKS}
RULES_VERSION: str = f"{len(CHECKS)}.{sum(check.version for check in CHECKS)}"
