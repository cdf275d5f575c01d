"""A read audit report and a reference date in; signals out: what was seen and what to ask. None accuses anybody."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from audits.auditor import known_network
from audits.kinds import REPORTS, TYPES
from audits.model import AuditKind, AuditReport, Fact, Opinion, Signal, SignalKind, TestResult

# Buyers take a report as current for twelve months after its period (facts AU-02).
STALE_DAYS = 365


def judge(report: AuditReport, *, on: date, bridges: Iterable[AuditReport] = ()) -> tuple[Signal, ...]:
    """Return the signals of a report as they stand on a day, in a fixed order; bridge letters extend its days."""
    bridges = tuple(bridges)
    return (
        *_age(report, on, covered_until(report, bridges)),
        *_letter(report),
        *_assertion(report),
        *_one_company(report),
        *_scope(report),
        *_tests(report),
        *_pentest(report),
        *_text(report),
    )


def covered_until(report: AuditReport, bridges: Iterable[AuditReport] = ()) -> date | None:
    """Return the last day that a report speaks for: a certificate's validity, or its period with bridge letters.

    A bridge letter counts when it begins no later than the day after what is covered before it.
    """
    valid = report.certificate.valid_until if report.certificate else None
    if valid is not None:
        return date.fromisoformat(valid.value)
    if report.period is None:
        return None
    until = report.period.end
    periods = [bridge.period for bridge in bridges if bridge.kind is AuditKind.BRIDGE_LETTER and bridge.period]
    for period in sorted(periods, key=lambda each: each.end):
        if period.start is not None and period.start <= until + timedelta(days=1):
            until = max(until, period.end)
    return until


def in_date(report: AuditReport, *, on: date, bridges: Iterable[AuditReport] = ()) -> bool:
    """Tell whether a report counts as current: its days ended at most twelve months before, a certificate is valid."""
    until = covered_until(report, bridges)
    if until is None:
        return False
    if report.certificate and report.certificate.valid_until:
        return on <= until
    return report.period is not None and report.period.end <= on and (on - until).days <= STALE_DAYS


def _age(report: AuditReport, on: date, until: date | None) -> Iterator[Signal]:
    if until is None:
        if report.kind in REPORTS:
            yield _check(
                "period", "No period or date of the auditor's conclusion was found.", "Which days are covered?"
            )
        return
    valid = report.certificate.valid_until if report.certificate else None
    if valid is not None:
        yield _validity(valid, on)
        return
    if report.period is None:
        return
    end, quote = report.period.end, report.period.quote
    if end > on:
        yield _check("age", f"The report covers days up to {_day(end)}, later than {_day(on)}.", "Is the date right?")
    elif (on - until).days <= STALE_DAYS:
        bridged = f", with a bridge letter up to {_day(until)}" if until != end else ""
        yield Signal(
            id="age", kind=SignalKind.OK, seen=f"The report covers days up to {_day(end)}{bridged}.", quote=quote
        )
    else:
        yield Signal(
            id="age",
            kind=SignalKind.CHECK_THIS,
            seen=f"The report ended {(on - end).days} days before {_day(on)}.",
            ask="Is there a newer report, or a bridge letter for the time since?",
            quote=quote,
        )


def _validity(valid: Fact, on: date) -> Signal:
    until = date.fromisoformat(valid.value)
    if on <= until:
        return Signal(
            id="validity", kind=SignalKind.OK, seen=f"The certificate is valid until {_day(until)}.", quote=valid.quote
        )
    seen, ask = (
        f"The certificate was valid until {_day(until)}.",
        "Was it renewed? Please send the current certificate.",
    )
    return Signal(id="validity", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=valid.quote)


def _scope(report: AuditReport) -> Iterator[Signal]:
    if report.kind not in TYPES and report.kind is not AuditKind.SOC3:
        return
    if report.report_type and report.report_type.value == "I":
        ask = "When does the first Type II report come, which tests over a period?"
        yield Signal(
            id="type",
            kind=SignalKind.CHECK_THIS,
            seen="A snapshot of one day (Type I): controls were not tested over time.",
            ask=ask,
            quote=report.report_type.quote,
        )
    if report.api is None:
        yield _check("api", "No sentence says whether the API service is in scope.", "Is the API that we buy in scope?")
    elif report.api.value == "no":
        seen, ask = "A sentence leaves the API service out.", "Which report covers the API that we buy?"
        yield Signal(id="api", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=report.api.quote)
    if report.method and report.method.value == "carve_out":
        seen = "Subservice organisations are carved out: their controls were not tested here."
        ask = "Please name them and send their reports."
        yield Signal(id="carve_out", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=report.method.quote)


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
    elif report.licence is None and not known_network(report.auditor.value):
        seen = f"Nothing in the letter says under which licence {report.auditor.value} signs."
        ask = "Under which licence does the firm sign, and where can its peer review be looked up?"
        yield Signal(id="licence", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=report.auditor.quote)


def _assertion(report: AuditReport) -> Iterator[Signal]:
    """Yield what is not there of the letter and of management's assertion, or does not agree between them."""
    if report.kind not in TYPES:
        return
    if report.missing_sections:
        yield _check(
            "sections",
            f"The auditor's letter has no words of: {', '.join(report.missing_sections)}.",
            "Is this the whole letter? Please send the signed one.",
        )
    if report.assertion is None:
        yield _check("assertion", "Management's assertion was not found.", "Please send the report with the assertion.")
        return
    if report.assertion.missing:
        yield _check(
            "assertion",
            f"Management does not assert: {', '.join(report.assertion.missing)}.",
            "Why does the assertion leave this out?",
        )
    days = report.assertion.period
    if days and report.period and (days.start, days.end) != (report.period.start, report.period.end):
        yield Signal(
            id="assertion_days",
            kind=SignalKind.CHECK_THIS,
            seen=f"Management's assertion covers days up to {_day(days.end)}, the auditor's letter up to "
            f"{_day(report.period.end)}.",
            ask="Which days did management assert and the auditor examine?",
            quote=days.quote,
        )


def _one_company(report: AuditReport) -> Iterator[Signal]:
    """Yield where parts of the report name different companies, categories or subservice organisations."""
    if report.company and report.companies:
        other = report.companies[0]
        seen = f"The letter is about {report.company.value}, management's assertion about {other.value}."
        ask = "Which company do we contract with, and was that one examined?"
        yield Signal(id="company", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=other.quote)
    asserted = report.assertion.categories if report.assertion else ()
    if asserted and report.categories and set(asserted) != set(report.categories):
        seen = f"The letter covers {', '.join(report.categories)}; management asserts {', '.join(asserted)}."
        yield _check("categories", seen, "Which categories were examined?")
    if report.named_once:
        names = ", ".join(quote.text for quote in report.named_once)
        seen = f"Subservice organisations that only one part of the report names: {names}."
        ask = "Which is the full list, and which of them hold our data?"
        yield Signal(id="subservice", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=report.named_once[0])


def _pentest(report: AuditReport) -> Iterator[Signal]:
    """Yield what is not there of a penetration test, what is open, and counts that do not agree."""
    test = report.pentest
    if test is None:
        return
    if test.tester is None:
        yield _check("tester", "No firm that tested was found.", "Who tested, and is it independent of the vendor?")
    if test.scope is None:
        yield _check("pentest_scope", "No scope of the test was found.", "Was the API that we buy tested?")
    grave = [each for each in test.findings if each.severity in ("critical", "high") and not each.fixed]
    if grave:
        seen = f"Critical or high findings that the report does not call fixed: {len(grave)}."
        ask = "What is their state now, and who checked it?"
        yield Signal(id="open_findings", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=grave[0].quote)
    if test.severities and test.retest is None:
        yield _check(
            "retest", "Nothing says that fixes were tested again.", "Was there a retest? Please send its result."
        )
    listed = {
        name: sum(each.severity == name for each in test.findings) for name in ("critical", "high", "medium", "low")
    }
    differs = [each for each in test.severities if test.findings and listed.get(each.name, each.count) != each.count]
    if differs:
        first = differs[0]
        seen = f"The report counts {first.count} {first.name} findings; {listed[first.name]} could be read one by one."
        ask = "Are all findings in this copy?"
        yield Signal(id="findings_counted", kind=SignalKind.CHECK_THIS, seen=seen, ask=ask, quote=first.quote)


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


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
