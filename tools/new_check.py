"""Write the two files of a new check: `python -m tools.new_check FAMILY ID`."""

import re
import sys
from pathlib import Path

from clauses.model import Family

ROOT = Path(__file__).resolve().parent.parent

CHECK = """# Finds clauses that ...
title = "..."
question = "Does the contract ...?"
why = "..."
ask_for = "..."
applies_to = ["contract"]

[[frames]]
id = "..."
words = "..."
operator = "ban"
todo = true
"""
EXAMPLES = """# At least three that must match and three that must not; each "none" says why.
- {expect: match, party: customer, quote: "...", text: "..."}
- {expect: none, because: a permission, text: "..."}
"""


def write_check(family: str, check_id: str, *, root: Path = ROOT) -> tuple[Path, Path]:
    """Write both files and return their paths; raise ValueError for a name that cannot be one, or is taken."""
    if family not in set(Family):
        raise ValueError(f"There is no family {family}. Families: {', '.join(Family)}.")
    if not re.fullmatch(r"[a-z][a-z_]*[a-z]", check_id):
        raise ValueError("An id is written in lower case letters and underscores.")
    check, examples = (root / "clauses" / family / f"{check_id}{end}" for end in (".toml", ".examples.yaml"))
    if check.exists() or examples.exists():
        raise ValueError(f"{check_id} is there already.")
    check.write_text(CHECK, encoding="utf-8")
    examples.write_text(EXAMPLES, encoding="utf-8")
    return check, examples


def main() -> int:
    """Run the command; return its exit code."""
    if len(sys.argv) != 3:
        print("make new-check FAMILY=anti_distillation ID=some_ban")
        return 2
    try:
        for path in write_check(sys.argv[1], sys.argv[2]):
            print(path.relative_to(ROOT))
    except ValueError as error:
        print(error)
        return 2
    print(
        "Next: the examples, then frames until they pass; a criterion in scoring/policies if it is scored; make docs."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
