"""A vendor's duties and key days, from the store or from a folder, and as a calendar or CSV file."""

from collections.abc import Sequence
from datetime import date

from clauses.model import Analysis
from customer.calendar import calendar_file
from customer.dates import UnknownCountry, countries, known_holidays
from customer.duties import Duty, KeyDay, duties_of, key_days, terms_of
from reports.csv import table_csv
from reports.words import FORCES, PARTIES, written_date
from workflow.case import load_case
from workflow.problems import WorkflowProblem
from workflow.workspace import Workspace

COLUMNS = ("Day", "What", "How it follows", "Words")


class NoSuchCountry(WorkflowProblem):
    """No public holidays are known for a country; the message names codes that work."""


def vendor_duties(ws: Workspace, slug: str) -> tuple[Duty, ...]:
    """Return the duties in a vendor's documents, yours first."""
    return duties_of(load_case(ws, slug).analyses)


def vendor_days(ws: Workspace, slug: str, *, country: str = "") -> tuple[KeyDay, ...]:
    """Return a vendor's key days, the earliest first; raise NoSuchCountry."""
    return days_of(load_case(ws, slug).analyses, country=country)


def contract_terms(ws: Workspace, slug: str) -> tuple[tuple[str, date, date], ...]:
    """Return (name, first day, last day) of each document of a vendor that states for how long it runs."""
    case = load_case(ws, slug)
    names = {document.id: document.name for document in case.documents}
    return tuple((names.get(key, ""), first, last) for key, first, last in terms_of(case.analyses))


def days_of(analyses: Sequence[Analysis], *, country: str = "") -> tuple[KeyDay, ...]:
    """Return the key days of documents that were read; raise NoSuchCountry."""
    try:
        known_holidays(country)
        return key_days(analyses, country=country)
    except UnknownCountry as error:
        raise NoSuchCountry(str(error)) from None


def known_countries() -> tuple[str, ...]:
    """Return the codes of the countries whose public holidays are known."""
    return countries()


def days_ics(vendor: str, days: Sequence[KeyDay], *, on: date) -> bytes:
    """Return key days as a calendar file."""
    return calendar_file(vendor, days, on=on)


def days_csv(days: Sequence[KeyDay]) -> bytes:
    """Return key days as CSV, safe to open in a spreadsheet."""
    rows = [(day.day.isoformat(), day.what, day.how, " / ".join(quote for quote, _ in day.rests_on)) for day in days]
    return table_csv(COLUMNS, rows)


def in_words(day: KeyDay, *, on: date) -> str:
    """Return when a day is, seen from another: "31 March 2027, in 126 days"."""
    left = (day.day - on).days
    ago = f"in {left} days" if left > 0 else "today" if left == 0 else f"{-left} days ago"
    return f"{written_date(day.day)}, {ago}"


def duty_words(duty: Duty) -> tuple[str, str]:
    """Return who has a duty and whether it is a must or a must not."""
    return PARTIES[duty.who], FORCES[duty.force]
