"""Vendors beside one another, control by control: assessments and catalogue facts in, cells with their basis out.

A cell says where it comes from. Documents win over the catalogue; where both speak and differ, the cell says so.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from clauses.model import Evidence, Outcome, Unit, Value
from scoring.model import Assessment, CriterionResult, Proof
from vendors.catalogue.model import OLD_AFTER_DAYS, CatalogueVendor, Confidence, Control, Fact

MOST_SHOWN = 2  # facts named in one cell; the rest are in its details


class Basis(StrEnum):
    """What a cell rests on, the strongest first. SEARCHED: documents were read completely and do not say it."""

    AUDITED = "audited"
    PROMISED = "promised"
    STATED = "stated"
    ALLEGED = "alleged"
    SEARCHED = "not in the documents"
    UNKNOWN = "not published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A vendor that is compared: with an assessment of its documents, with catalogue facts, or with both."""

    id: str
    name: str
    assessment: Assessment | None = None
    facts: CatalogueVendor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlCell:
    """What is known of one control at one vendor.

    `rests_on` are lines with the quote or the sources; `as_of` and `old` are the newest fact's; `conflict` says in a
    sentence what does not agree, "" when nothing does not.
    """

    basis: Basis
    text: str
    rests_on: tuple[str, ...] = ()
    as_of: date | None = None
    old: bool = False
    conflict: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRow:
    """One control over all vendors, in their order. `differs`: not every cell says the same."""

    control: Control
    cells: tuple[ControlCell, ...]

    @property
    def differs(self) -> bool:
        """Whether the vendors differ in what is known."""
        return len({(cell.basis, cell.text) for cell in self.cells}) > 1


def compare_controls(
    sides: Sequence[Side], controls: Iterable[Control], *, on: date, old_after: int = OLD_AFTER_DAYS
) -> tuple[ControlRow, ...]:
    """Return a row for each control; facts older than `old_after` days on the day `on` are marked as old."""
    return tuple(
        ControlRow(control=control, cells=tuple(_cell(side, control, on=on, old_after=old_after) for side in sides))
        for control in controls
    )


def match(name: str, vendors: Iterable[CatalogueVendor]) -> CatalogueVendor | None:
    """Return the catalogue's vendor that an uploaded vendor's name means: its own name or an alias, whole words."""
    words = f" {name.casefold()} "
    for vendor in vendors:
        if any(f" {known.casefold()} " in words for known in (vendor.name, *vendor.aliases)):
            return vendor
    return None


def fact_words(fact: Fact) -> str:
    """Return a fact as it is read in a cell: "1,000 requests a minute (Start)"."""
    value = fact.value if fact.number is None else _number(fact.number)
    unit = fact.unit.replace("requests", "request", 1) if fact.number == 1 else fact.unit
    words = f"{value} {unit}".strip()
    conditions = [fact.tier, fact.model, f"after {fact.days:g} days" if fact.days else ""]
    more = ", ".join(filter(None, conditions))
    return f"{words} ({more})" if more else words


def source_line(fact: Fact) -> str:
    """Return where a fact comes from, as of when, and how surely it is known."""
    own = "added by you" if fact.own else ""
    tail = "; ".join(filter(None, [fact.confidence.value, own]))
    note = f" {fact.note.rstrip('.')}." if fact.note else ""
    return f"{fact_words(fact)}: {fact.source}, {_day(fact.as_of)}, {tail}.{note}"


def _cell(side: Side, control: Control, *, on: date, old_after: int) -> ControlCell:
    facts = side.facts.of(control.id) if side.facts else ()
    stated = _stated(facts, on=on, old_after=old_after)
    result = _result(side.assessment, control.check)
    if result is None or not _read(result):
        return stated
    if result.outcome is Outcome.ABSENT:
        if not facts:
            return ControlCell(basis=Basis.SEARCHED, text="Not found")
        return _with(stated, conflict="Your documents do not say so; this is the vendor's or another's word only.")
    evidence = _evidence(result, control.words)
    values = _values(evidence, control.numbers)
    if not evidence or (control.numbers and not values):
        return stated
    quoted = _quoted(result, evidence, values)
    against = _differs(values, facts)
    return _with(quoted, conflict=against, rests_on=(*quoted.rests_on, *(source_line(fact) for fact in facts)))


def _with(cell: ControlCell, *, conflict: str, rests_on: tuple[str, ...] | None = None) -> ControlCell:
    joined = " ".join(filter(None, [cell.conflict, conflict]))
    lines = cell.rests_on if rests_on is None else rests_on
    return ControlCell(
        basis=cell.basis, text=cell.text, rests_on=lines, as_of=cell.as_of, old=cell.old, conflict=joined
    )


def _result(assessment: Assessment | None, check: str) -> CriterionResult | None:
    if assessment is None or not check:
        return None
    return next((result for result in assessment.results if result.criterion.check_id == check), None)


def _read(result: CriterionResult) -> bool:
    if result.outcome is Outcome.ABSENT:
        return not result.unread and not result.waits_for
    return result.outcome in (Outcome.PRESENT, Outcome.CONFLICTING)


def _evidence(result: CriterionResult, words: str) -> tuple[Evidence, ...]:
    """Return the quotes that hold the words, the strongest first; every quote where no words are asked for."""
    found = [each for finding in result.findings for each in finding.evidence]
    first = [result.best] if result.best else []
    return tuple(each for each in dict.fromkeys([*first, *found]) if re.search(words, each.quote, re.IGNORECASE))


def _values(evidence: Sequence[Evidence], counted: str) -> tuple[tuple[Evidence, Value], ...]:
    """Return the numbers of the quotes that count what is asked for; all of them where nothing is asked."""
    found = [(each, value) for each in evidence for value in each.values]
    if counted == "money":
        return tuple((each, value) for each, value in found if value.unit is Unit.MONEY)
    return tuple((each, value) for each, value in found if counted in value.words.lower())


def _quoted(
    result: CriterionResult, evidence: Sequence[Evidence], values: Sequence[tuple[Evidence, Value]]
) -> ControlCell:
    text = ", ".join(list(dict.fromkeys(value.words for _, value in values))[:MOST_SHOWN]) or "Found"
    best = values[0][0] if values else evidence[0]
    basis = {Proof.AUDITED: Basis.AUDITED, Proof.STATED: Basis.STATED}.get(result.proof, Basis.PROMISED)
    disagree = "Two clauses of the documents disagree." if result.outcome is Outcome.CONFLICTING else ""
    return ControlCell(basis=basis, text=text, rests_on=(f"“{best.quote}”, page {best.page}",), conflict=disagree)


def _stated(facts: Sequence[Fact], *, on: date, old_after: int) -> ControlCell:
    if not facts:
        return ControlCell(basis=Basis.UNKNOWN, text="not published")
    alleged = all(fact.confidence is Confidence.ALLEGATION for fact in facts)
    more = f"; {len(facts) - MOST_SHOWN} more" if len(facts) > MOST_SHOWN else ""
    text = "; ".join(fact_words(fact) for fact in facts[:MOST_SHOWN]) + more
    newest = max(facts, key=lambda fact: fact.as_of)
    return ControlCell(
        basis=Basis.ALLEGED if alleged else Basis.STATED,
        text=text,
        rests_on=tuple(source_line(fact) for fact in facts),
        as_of=newest.as_of,
        old=newest.old(on, after_days=old_after),
        conflict=_conflict(facts),
    )


def _conflict(facts: Sequence[Fact]) -> str:
    """Say which numbers with the same unit, tier and model family stand side by side."""
    by_what: dict[tuple[str, str], set[float]] = {}
    for fact in facts:
        if fact.number is not None:
            by_what.setdefault((fact.unit, fact.tier), set()).add(fact.number)
    split = [what for what, numbers in by_what.items() if len(numbers) > 1 and "input tokens" not in what[0]]
    return "Sources differ; both are shown." if split else ""


def _differs(values: Sequence[tuple[Evidence, Value]], facts: Sequence[Fact]) -> str:
    """Say whether a number of the documents is none of the catalogue's, where both give numbers."""
    promised = {value.number for _, value in values if value.number}
    published: Mapping[float, Fact] = {fact.number: fact for fact in facts if fact.number is not None}
    if not promised or not published or promised & published.keys():
        return ""
    return "The documents and the published figures differ; the documents count."


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
