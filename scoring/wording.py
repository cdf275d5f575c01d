"""What a criterion is called beside its verdict, so that nobody reads it as its opposite.

A clause that is wanted gives its check's title: "Watermarking: Meets". Of one that is not wanted, the title could be
read as the contrary of its verdict, so a sentence stands there that says what was found: "No clause lets the vendor
train on your data: Meets", "A clause lets the vendor train on your data: Gap".
"""

from collections.abc import Sequence

from clauses.model import Outcome
from clauses.registry import BY_ID
from scoring.model import Criterion, CriterionResult, Factor, Verdict, Wanted

FOUND = frozenset({Outcome.PRESENT, Outcome.CONFLICTING})
TOLERANCE = "tolerance"


def title_beside(
    verdict: Verdict, criterion: Criterion, title: str, *, outcome: Outcome, factors: Sequence[Factor] = ()
) -> str:
    """Return what to call a criterion beside its verdict; `title` is its check's.

    What makes an unwanted clause tolerable is said too ("only with your consent"): without it "Meets" would read wrong.
    """
    if criterion.wanted is not Wanted.ABSENT or (outcome not in FOUND and verdict is not Verdict.MEETS):
        return title
    if outcome not in FOUND:
        return _not_found(criterion, title)
    because = [factor.because.removeprefix("found, ") for factor in factors if factor.name == TOLERANCE]
    return ", ".join([criterion.found or f"A clause was found on “{title}”", *because])


def title_of_row(result: CriterionResult) -> str:
    """Return what to call a criterion beside the verdicts of several vendors: what is wanted of each."""
    if result.criterion.wanted is not Wanted.ABSENT:
        return result.title
    wish = _not_found(result.criterion, check_title(result))
    return f"Wanted: {wish[0].lower()}{wish[1:]}"


def check_title(result: CriterionResult) -> str:
    """Return the title of a criterion's check, which says nothing of what was found."""
    check = BY_ID.get(result.criterion.check_id)
    return check.title if check else result.title


def _not_found(criterion: Criterion, title: str) -> str:
    return criterion.not_found or f"No clause was found on “{title}”"
