"""Write the pages that follow from the code: docs/checks/*.md and docs/scoring.md; `--check` only compares.

A page is built from the same fields that the app and `clausemark checks` show, so no text is written twice.
"""

import argparse
import sys
from pathlib import Path

import yaml

from clauses.model import ClauseCheck, Family
from clauses.registry import CHECKS
from scoring.model import Criterion, Policy
from scoring.policy import shipped_policies

ROOT = Path(__file__).resolve().parent.parent
NOTE = "<!-- Written by `make docs`; do not edit. -->\n\n"


def family_name(family: Family) -> str:
    """Return a family's name as pages write it: "Anti-distillation", "Your data"."""
    return "Anti-distillation" if family is Family.ANTI_DISTILLATION else family.replace("_", " ").capitalize()


def check_page(check: ClauseCheck, policy: Policy) -> str:
    """Return the page of one check."""
    parts = [f"# {check.title}\n\n`{check.id}`, version {check.version}, {family_name(check.family)}\n\n"]
    parts += [f"**{check.question}**\n\n", f"Why: {check.why}\n\n", f"What to ask for: {check.ask_for}\n\n"]
    parts += [_weight(next((c for c in policy.criteria if c.check_id == check.id), None))]
    parts += [_examples(check)]
    if check.crosswalk:
        parts += ["## Crosswalk\n\n", ", ".join(check.crosswalk), "\n"]
    return NOTE + "".join(parts).rstrip() + "\n"


def _weight(criterion: Criterion | None) -> str:
    if criterion is None:
        return "Shown, and not scored by the default policy.\n\n"
    factors = f" times {', '.join(criterion.factors)}" if criterion.factors else ""
    return f"Default policy: wanted {criterion.wanted}, weight {criterion.weight:g}{factors}.\n\n"


def _examples(check: ClauseCheck) -> str:
    path = ROOT / "clauses" / check.family / f"{check.id}.examples.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    rows = [row for row in rows if not row.get("frames")]
    titles = {"match": "Found", "none": "Not found, and why", "todo": "Known gaps", "false_alarm": "Known false alarms"}
    text = ""
    for expect, title in titles.items():
        lines = [_example(row) for row in rows if row["expect"] == expect]
        text += f"## {title}\n\n" + "\n".join(lines) + "\n\n" if lines else ""
    return text


def _example(row: dict[str, str]) -> str:
    words = " ".join(f"{row.get('lead_in', '')} {row['text']}".split())
    because = f" ({row['because']})" if row.get("because") else ""
    return f"- “{words}”{because}"


def index_page(policy: Policy) -> str:
    """Return the list of all checks by family, with their weights."""
    weights = {criterion.check_id: f"{criterion.weight:g}" for criterion in policy.criteria}
    text = NOTE + "# Checks\n"
    for family in Family:
        rows = [
            f"| [{c.title}]({c.id}.md) | `{c.id}` | {weights.get(c.id, '–')} |" for c in CHECKS if c.family == family
        ]
        if rows:
            text += f"\n## {family_name(family)}\n\n| check | id | weight |\n|---|---|---|\n" + "\n".join(rows) + "\n"
    return text


def pages() -> dict[Path, str]:
    """Return every generated page by its path."""
    policy = shipped_policies()[0]
    folder = ROOT / "docs" / "checks"
    return {folder / "README.md": index_page(policy)} | {
        folder / f"{check.id}.md": check_page(check, policy) for check in CHECKS
    }


def main() -> int:
    """Write the pages, or compare them; return 1 when they differ."""
    asks = argparse.ArgumentParser(description=__doc__)
    asks.add_argument("--check", action="store_true", help="compare instead of writing")
    only_compare = asks.parse_args().check
    wanted = pages()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    stale += [path for path in (ROOT / "docs" / "checks").glob("*.md") if path not in wanted]
    for path in stale:
        print(("differs: " if only_compare else "written: ") + str(path.relative_to(ROOT)))
        if not only_compare:
            path.unlink() if path not in wanted else path.write_text(wanted[path], encoding="utf-8")
    return int(bool(stale) and only_compare)


if __name__ == "__main__":
    sys.exit(main())
