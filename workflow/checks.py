"""One page a check: what it looks for and why, examples both ways, known gaps, and its weight in a policy."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

import clauses
from clauses.model import ClauseCheck
from clauses.registry import BY_ID, CHECKS
from scoring.model import Policy
from workflow.model import CheckExample, CheckPage

EXAMPLES = Path(clauses.__file__).resolve().parent
MEASURED = EXAMPLES.parent / "docs" / "accuracy.json"


def list_check_pages(policy: Policy) -> tuple[CheckPage, ...]:
    """Return the pages of all checks in the order of the families."""
    return tuple(_page(check, policy) for check in CHECKS)


def check_page(policy: Policy, check_id: str) -> CheckPage | None:
    """Return the page of one check; None when there is no such check."""
    check = BY_ID.get(check_id)
    return None if check is None else _page(check, policy)


def _page(check: ClauseCheck, policy: Policy) -> CheckPage:
    criterion = next((c for c in policy.criteria if c.check_id == check.id), None)
    examples = _examples(check.family, check.id)
    figures = _figures().get(check.id, {})
    known = bool(measured_words(figures))
    return CheckPage(
        check=check,
        weight=criterion.weight if criterion else None,
        wanted=criterion.wanted.value if criterion else "",
        factors=criterion.factors if criterion else (),
        found=examples.get("match", ()),
        not_found=examples.get("none", ()),
        known_gaps=(*examples.get("todo", ()), *examples.get("false_alarm", ())),
        measured=measured_words(figures),
        recall=figures["recall"] if known else None,
        precision=figures["precision"] if known else None,
    )


def measured_words(figures: Mapping[str, float] | None) -> str:
    """Return what a check found of the labelled places, and how many of its findings were wrong; "" if not measured."""
    if not figures or not figures["places"] or not figures["findings"]:
        return ""
    found = round(figures["recall"] * figures["places"])
    wrong = round((1 - figures["precision"]) * figures["findings"])
    return (
        f"On public documents it finds {found} of {figures['places']:.0f} labelled places; "
        f"{wrong} of its {figures['findings']:.0f} findings there are false alarms."
    )


@cache
def _figures() -> dict[str, dict[str, float]]:
    """Return the measured figures by check id; the file is written by `make bench`."""
    if not MEASURED.exists():
        return {}
    figures: dict[str, dict[str, float]] = json.loads(MEASURED.read_text(encoding="utf-8"))["checks"]
    return figures


@cache
def _examples(family: str, check_id: str) -> dict[str, tuple[CheckExample, ...]]:
    path = EXAMPLES / family / f"{check_id}.examples.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else []
    found: dict[str, tuple[CheckExample, ...]] = {}
    for row in rows:
        if row.get("frames"):  # shows why a frame is there, not what the reader of the page asks
            continue
        words = " ".join(f"{row.get('lead_in', '')} {row['text']}".split())
        example = CheckExample(text=words, because=row.get("because", ""))
        found[row["expect"]] = (*found.get(row["expect"], ()), example)
    return found
