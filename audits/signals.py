"""A read audit report and a reference date in; signals out: what was seen and what to ask. None accuses anybody."""

from collections.abc import Iterator
from datetime import date

from audits.model import AuditKind, AuditReport, Opinion, Signal, SignalKind, TestResult

# Buyers take a report as current for twelve months after its period (facts AU-02).
STALE_DAYS = 365
REPORTS = frozenset({AuditKind.SOC1, AuditKind.SOC2, AuditKind.SOC3, AuditKind.WEBTRUST})


def judge(report: AuditReport, *, on: date) -> tuple[Signal, ...]:
    """Return the signals of a report as they stand on a day, in a fixed order."""
    return (*_age(report, on), *_letter(report), *_tests(report), *_text(report))


def in_date(report: AuditReport, *, on: date) -> bool:
    """Tell whether the report's period ended no more than twelve months before the day, and not after it."""
    return report.period is not None and 0 <= (on - report.period.end).days <= STALE_DAYS


def _age(report: AuditReport, on: date) -> Iterator[Signal]:
    if report.period is None:
        if report.kind in REPORTS:
            yield _check(
                "period", "No period or date of the auditor's conclusion was found.", "Which days are covered?"
            )
        return
    end, quote = report.period.end, report.period.quote
    days = (on - end).days
    if in_date(report, on=on):
        yield Signal(id="age", kind=SignalKind.OK, seen=f"The report covers days up to {end}.", quote=quote)
    elif days < 0:
        yield _check("age", f"The report covers days up to {end}, later than {on}.", "Is the date right?")
    else:
        ask = "Is there a newer report, or a bridge letter for the time since?"
        yield Signal(
            id="age",
            kind=SignalKind.CHECK_THIS,
            seen=f"The report ended {days} days before {on}.",
            ask=ask,
            quote=quote,
        )


def _letter(report: AuditReport) -> Iterator[Signal]:
    if report.kind not in REPORTS:
        return
    if report.opinion is None:
        yield _check(
            "opinion", "No opinion of an auditor was found.", "Please send the report with the auditor's letter."
        )
    elif report.opinion is not Opinion.UNMODIFIED:
        seen = f"The auditor's opinion is: {report.opinion.value}."
        ask = "What was done about it since, and who checked that?"
        yield Signal(id="opinion", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=report.opinion_words)
    if report.auditor is None:
        yield _check("auditor", "No firm that signed the report was found.", "Which firm signed, under which licence?")


def _tests(report: AuditReport) -> Iterator[Signal]:
    results = {test.result for test in report.tests}
    tests = {test.test for test in report.tests if test.test}
    if len(report.tests) >= 5 and results == {TestResult.NO_EXCEPTION} and len(tests) * 2 <= len(report.tests):
        seen = f"All {len(report.tests)} tests had no exception, and their wording repeats."
        yield _check("generic_tests", seen, "Which samples were tested, from which populations, on which days?")


def _text(report: AuditReport) -> Iterator[Signal]:
    if report.placeholders:
        first = report.placeholders[0]
        seen = f"Words that look like an unfilled place of a template: {first.text}"
        ask = "Is this the final report?"
        yield Signal(id="placeholders", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=first)
    if report.unreadable_pages:
        pages = ", ".join(str(page) for page in report.unreadable_pages)
        yield _check("unreadable", f"Pages that could not be read: {pages}.", "Please send the report with its text.")


def _check(identity: str, seen: str, ask: str) -> Signal:
    return Signal(id=identity, kind=SignalKind.CHECK_THIS, seen=seen, ask=ask)
