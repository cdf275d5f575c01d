"""One criterion's result becomes one row of a report, with every point explained."""

from clauses.model import Outcome, Party
from reports.model import CriterionRow, FactorLine, Quote
from reports.quotes import Shelf
from reports.words import (
    ACTIONS,
    MARKS,
    NOTHING,
    OTHER_WAY_ROUND,
    OUTCOMES,
    PARTIES,
    PROOFS,
    REASONS,
    UNWANTED,
    number,
    short_date,
)
from scoring.model import CriterionResult, Decision, Factor, Verdict, Wanted

SHOWN = 3  # quotes of one criterion on paper; a check on security measures may have dozens


def outcome_words(result: CriterionResult) -> str:
    """Return "Found", "Not found" or "Could not read"; whether it is wanted, or the other way round, is said too."""
    party, best = result.criterion.party, result.best
    turned = best is not None and best.bound not in (None, Party.BOTH, party) and result.verdict is Verdict.GAP
    if result.outcome is Outcome.PRESENT and party is not None and turned:
        return OTHER_WAY_ROUND
    if result.criterion.wanted is Wanted.ABSENT and result.verdict is not Verdict.UNDECIDED:
        return UNWANTED.get(result.outcome, OUTCOMES[result.outcome])
    return OUTCOMES[result.outcome]


def points_words(result: CriterionResult) -> str:
    """Return "5.4 of 10 points", or "–" where nothing could be decided."""
    if result.points is None:
        return NOTHING
    return f"{number(result.points)} of {number(result.criterion.weight)} points"


def lost_points(result: CriterionResult) -> float:
    """Return the points that a criterion lost; nothing is lost where nothing could be decided."""
    return 0.0 if result.points is None else result.criterion.weight - result.points


def criterion_row(result: CriterionResult, question: str, shelf: Shelf) -> CriterionRow:
    """Return everything that a report says of one criterion. `question` is the check's question."""
    found = quotes(result, shelf)
    return CriterionRow(
        check_id=result.criterion.check_id,
        name=result.title,
        question=question,
        wanted=_wanted(result),
        critical=result.criterion.critical,
        mark=MARKS[result.verdict],
        outcome=outcome_words(result),
        points=points_words(result),
        proof=PROOFS[result.proof],
        product=_product(result),
        factors=tuple(_factor(factor, result) for factor in result.factors),
        quotes=found[:SHOWN],
        further=found[SHOWN:],
        searched=shelf.searched(result.searched, result.unread),
        message=_message(result),
        waits_for=sentence(result.waits_for),
        second_look=second_look(result),
        decisions=tuple(_decision(decision) for decision in result.decisions),
    )


def quotes(result: CriterionResult, shelf: Shelf) -> tuple[Quote, ...]:
    """Return the quotes of a criterion, the one that counts first, each once."""
    evidence = [result.best] if result.best else []
    evidence += [item for finding in result.findings for item in finding.evidence]
    return tuple(dict.fromkeys(shelf.quote(item) for item in evidence))


def second_look(result: CriterionResult) -> str:
    """Return why a criterion waits for a person, or "" when it does not."""
    if result.outcome is Outcome.CONFLICTING:
        return "Two clauses disagree; the weaker one counts until somebody decides."
    if result.verdict is Verdict.REVIEW:
        return "The tool is not sure that it read this passage right."
    if result.open_review:
        return "Critical, and seen by one layer of the tool only."
    return ""


def sentence(words: str) -> str:
    """Return words that begin small, as scoring writes them, as a sentence."""
    stripped = words.strip()
    if not stripped:
        return ""
    return stripped[0].upper() + stripped[1:] + ("" if stripped[-1] in ".!?" else ".")


def _factor(factor: Factor, result: CriterionResult) -> FactorLine:
    whole = result.best is not None and factor.words == result.best.quote
    rests_on = "the first quote" if whole else f"“{factor.words}”" if factor.words else ""
    return FactorLine(
        name=factor.name.capitalize(), value=number(factor.value), because=factor.because, rests_on=rests_on
    )


def _wanted(result: CriterionResult) -> str:
    criterion = result.criterion
    if criterion.wanted is Wanted.ABSENT:
        return "Wanted: no such clause"
    return f"Wanted: found, applying to {PARTIES[criterion.party]}" if criterion.party else "Wanted: found"


def _product(result: CriterionResult) -> str:
    if result.points is None or not result.factors:
        return ""
    numbers = [number(result.criterion.weight), *(number(factor.value) for factor in result.factors)]
    unit = "point" if result.points == 1 else "points"
    return f"{' × '.join(numbers)} = {number(result.points)} {unit}"


def _message(result: CriterionResult) -> str:
    # Scoring often gives the reason of its one factor as the message: said once is enough.
    known = {factor.because for factor in result.factors}
    return "" if result.message in known else sentence(result.message)


def _decision(decision: Decision) -> str:
    words = ACTIONS[decision.action]
    if decision.reason:
        words += f" ({REASONS[decision.reason]})"
    words += f" by {decision.by}" if decision.by else ""
    words += f", {short_date(decision.at.date())}" if decision.at else ""
    return f"{words}: {decision.note}" if decision.note else words
