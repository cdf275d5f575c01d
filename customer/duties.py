"""Who must do what by when: findings and facts of a vendor's documents in, duties and days out, each with its quote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from clauses.model import Analysis, Evidence, Fact, Finding, Force, Outcome, Party, Unit, Value
from clauses.registry import BY_ID
from customer.dates import DAYS_OF, MONTHS_OF, shifted

DUTIES = (Force.MUST, Force.MUST_NOT, Force.EFFORTS)
SPANS = (*DAYS_OF, *MONTHS_OF, Unit.BUSINESS_DAYS)
# Rights and statements bind nobody to do anything.
NO_DUTIES = frozenset({"distillation_permission", "incorporated_documents", "governing_law", "liability_limit"})

# Checks whose clauses name something that is done once a year, and what the day is called.
YEARLY = {
    "audit_report": "This year’s audit or test report is due",
    "audit_right": "Your yearly right to audit starts anew",
}

MOST_YEARS = 10

BESIDE = 60  # characters after a span in which the words stand that say what it is counted from
NOTICE = re.compile(r"\bnotice|\bnotif|\bunless\b|\bcancel", re.IGNORECASE)
BEFORE = re.compile(r"^[’')\s]*(?:\w+[’']? ){0,3}?(?:before|prior|in advance|notice|preceding)\b", re.IGNORECASE)
DELETED = re.compile(
    r"(?=.*\b(?:delet|eras|destr|return)\w*)(?=.*\b(?:terminat\w*|expir\w*|closure|end of|ends)\b)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something that a party has to do or must not do, in the document's words. `within` are its spans as written."""

    check_id: str
    title: str
    who: Party
    force: Force
    within: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDay:
    """A day that follows from a document. `rests_on` are the exact words with their page; `how` says how it follows."""

    id: str
    day: date
    what: str
    how: str
    document_id: str
    rests_on: tuple[tuple[str, int], ...]


def duties_of(analyses: Iterable[Analysis]) -> tuple[Duty, ...]:
    """Return the duties by who has them (you first), then in the order of the checks and documents."""
    found = [duty for analysis in analyses for finding in analysis.findings for duty in _duties(finding)]
    order = {check_id: number for number, check_id in enumerate(BY_ID)}
    who = [Party.CUSTOMER, Party.BOTH, Party.VENDOR, Party.THIRD_PARTY]
    return tuple(sorted(found, key=lambda duty: (who.index(duty.who), order[duty.check_id])))


def key_days(analyses: Iterable[Analysis], *, country: str = "") -> tuple[KeyDay, ...]:
    """Return the days that follow from the documents, the earliest first: end, last day for notice, deletion, audits.

    A document that states no first day or end of its own (a data processing addendum) follows those that the others
    agree on. `country` names whose public holidays count for business days. Raises UnknownCountry.
    """
    read = list(analyses)
    start, end = (_shared(read, name) for name in ("effective_date", "expiration_date"))
    found = [day for analysis in read for day in _days(analysis, _end(analysis) or end, country)]
    yearly: dict[str, KeyDay] = {}
    for analysis in read:
        for day in _anniversaries(analysis, _fact(analysis, "effective_date") or start, _end(analysis) or end):
            yearly.setdefault(day.id, day)
    found += yearly.values()
    own = {analysis.document_id for analysis in read if _end(analysis)}
    kept = [day for day in found if day.id != "end" or day.document_id in own]
    return tuple(sorted(kept, key=lambda each: (each.day, each.id, each.document_id)))


def terms_of(analyses: Iterable[Analysis]) -> tuple[tuple[str, date, date], ...]:
    """Return (document, first day, last day) of each document that states both, the earliest first."""
    found = []
    for analysis in analyses:
        start, end = _fact(analysis, "effective_date"), _end(analysis)
        if start and end and start.value <= end.value:
            found.append((analysis.document_id, date.fromisoformat(start.value), date.fromisoformat(end.value)))
    return tuple(sorted(found, key=lambda each: (each[1], each[0])))


def _duties(finding: Finding) -> Iterator[Duty]:
    check = BY_ID.get(finding.check_id)
    if check is None or finding.outcome is not Outcome.PRESENT or finding.check_id in NO_DUTIES:
        return
    for evidence in finding.evidence:
        if evidence.bound is not None and evidence.force in DUTIES:
            yield Duty(
                check_id=check.id,
                title=check.title,
                who=evidence.bound,
                force=evidence.force,
                within=tuple(value.words for value in evidence.values if value.unit in (*SPANS, Unit.HOURS)),
                evidence=evidence,
            )


def _fact(analysis: Analysis, name: str) -> Fact | None:
    return next((fact for fact in analysis.facts if fact.name == name), None)


def _end(analysis: Analysis) -> Fact | None:
    return _fact(analysis, "expiration_date")


def _shared(read: Sequence[Analysis], name: str) -> Fact | None:
    """Return the fact on which all documents that state it agree."""
    found = {fact.value: fact for analysis in read if (fact := _fact(analysis, name))}
    return next(iter(found.values())) if len(found) == 1 else None


def _anniversaries(analysis: Analysis, start: Fact | None, end: Fact | None) -> Iterator[KeyDay]:
    """Yield the end of each contract year for what a clause grants or owes once a year."""
    if start is None or end is None:
        return
    first, last = date.fromisoformat(start.value), date.fromisoformat(end.value)
    for check_id, what in YEARLY.items():
        evidence = _once_a_year(analysis.findings, check_id)
        for year in range(1, MOST_YEARS + 1) if evidence else ():
            day = shifted(first, year, Unit.YEARS)
            if day >= last:
                break
            how = f"{year} {'year' if year == 1 else 'years'} after the first day, {_words(first)}"
            yield _day(f"{check_id}-{year}", day, what, how, analysis, start, evidence)


def _once_a_year(findings: Sequence[Finding], check_id: str) -> Evidence | None:
    for finding in findings:
        for evidence in finding.evidence if finding.check_id == check_id else ():
            yearly = any(value.unit is Unit.PER_YEAR and value.number == 1 for value in evidence.values)
            if finding.outcome is Outcome.PRESENT and yearly:
                return evidence
    return None


def _days(analysis: Analysis, end: Fact | None, country: str) -> Iterator[KeyDay]:
    if end is None:
        return
    last = date.fromisoformat(end.value)
    yield _day("end", last, "The contract ends", "stated, or its first day and its term added up", analysis, end)
    for value, evidence in _spans(analysis.findings, "renewal_notice", NOTICE, BEFORE):
        day = shifted(last, -int(value.number or 0), value.unit, country=country)
        how = f"{value.words} before the end on {_words(last)}"
        yield _day("notice", day, "Last day to give notice against renewal", how, analysis, end, evidence)
    for value, evidence in _spans(analysis.findings, "data_retention", DELETED):
        day = shifted(last, int(value.number or 0), value.unit, country=country)
        how = f"{value.words} after the end on {_words(last)}"
        yield _day("deletion", day, "Your data have to be deleted", how, analysis, end, evidence)


def _spans(
    findings: Sequence[Finding], check_id: str, about: re.Pattern[str], beside: re.Pattern[str] | None = None
) -> Iterator[tuple[Value, Evidence]]:
    """Yield the first span in whole days or longer in a check's quotes that are `about` it, with the words `beside`."""
    for finding in findings:
        if finding.check_id != check_id or finding.outcome is not Outcome.PRESENT:
            continue
        for evidence in finding.evidence:
            for value in evidence.values if about.search(evidence.quote) else ():
                near = beside is None or beside.search(_after(evidence.quote, value.words))
                if near and value.unit in SPANS and value.number and value.number == int(value.number):
                    yield value, evidence
                    return


def _after(quote: str, words: str) -> str:
    """Return some words that stand after others in a quote."""
    return quote.partition(words)[2][:BESIDE]


def _day(
    name: str, day: date, what: str, how: str, analysis: Analysis, fact: Fact, evidence: Evidence | None = None
) -> KeyDay:
    quotes = [(fact.quote, fact.page)] + ([(evidence.quote, evidence.page)] if evidence else [])
    return KeyDay(id=name, day=day, what=what, how=how, document_id=analysis.document_id, rests_on=tuple(quotes))


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
