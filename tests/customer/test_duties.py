"""Duties and key days from findings and facts, and the calendar made of them."""

from datetime import date

import pytest
from icalendar import Calendar

from clauses.model import Analysis, Force, Party
from customer.calendar import calendar_file
from customer.duties import duties_of, key_days, terms_of
from tests.builders import analysed, build_document

ENDS = "This Agreement enters into force on 1 March 2026 and ends on 28 February 2027."
RENEWS = (
    "This Agreement renews for successive periods of 12 months unless either party gives notice of non-renewal at "
    "least 90 days before the end of the current period."
)
DELETES = "Upon termination of this Agreement, Provider shall delete all Customer Data within 30 days."
YEARLY = "Provider shall provide Customer with a current SOC 2 Type II report at least once per year."
AUDITS = "Customer may audit Provider's compliance with this Agreement once in any twelve-month period."
REPORTS = "Provider shall notify Customer of any security incident within 48 hours after becoming aware of it."
BAN = "Customer shall not use Output to train a model that competes with the Services."


def read(*texts: str, document_id: str = "d1") -> Analysis:
    return analysed(build_document(*texts, document_id=document_id))


def test_the_end_the_notice_and_the_deletion_follow_from_the_words() -> None:
    days = key_days([read(ENDS, RENEWS, DELETES)])
    assert [(day.id, day.day) for day in days] == [
        ("notice", date(2026, 11, 30)),
        ("end", date(2027, 2, 28)),
        ("deletion", date(2027, 3, 30)),
    ]
    assert days[0].how == "90 days before the end on 28 February 2027"
    assert [quote for quote, _ in days[0].rests_on] == [ENDS, RENEWS]


def test_the_renewal_period_is_not_taken_for_the_notice_period() -> None:
    assert all("12 months" not in day.how for day in key_days([read(ENDS, RENEWS)]))


def test_an_addendum_without_an_end_follows_the_contract() -> None:
    days = key_days([read(ENDS), read(DELETES, document_id="d2")])
    assert [(day.id, day.document_id) for day in days] == [("end", "d1"), ("deletion", "d2")]


def test_what_is_owed_once_a_year_has_a_day_at_the_end_of_each_contract_year() -> None:
    long = "This Agreement enters into force on 29 February 2028 and ends on 15 March 2030."
    days = key_days([read(long), read(YEARLY, AUDITS, document_id="d2")])
    assert [(day.id, day.day) for day in days] == [
        ("audit_report-1", date(2029, 2, 28)),
        ("audit_right-1", date(2029, 2, 28)),
        ("audit_report-2", date(2030, 2, 28)),
        ("audit_right-2", date(2030, 2, 28)),
        ("end", date(2030, 3, 15)),
    ]
    assert days[0].how == "1 year after the first day, 29 February 2028"
    assert [quote for quote, _ in days[0].rests_on] == ["29 February 2028", YEARLY]


def test_a_yearly_report_owed_in_two_documents_is_one_day() -> None:
    days = key_days(
        [
            read("This Agreement enters into force on 1 March 2026 and ends on 1 May 2027.", YEARLY),
            read(YEARLY, document_id="d2"),
        ]
    )
    assert [(day.id, day.document_id) for day in days] == [("audit_report-1", "d1"), ("end", "d1")]


def test_a_report_without_a_frequency_has_no_day() -> None:
    owed = "Provider shall provide Customer with its SOC 2 Type II report upon request."
    assert [day.id for day in key_days([read(ENDS, owed)])] == ["end"]


def test_two_contracts_with_different_ends_give_an_addendum_no_day() -> None:
    other = "This Agreement enters into force on 1 March 2026 and ends on 31 December 2028."
    days = key_days([read(ENDS), read(other, document_id="d2"), read(DELETES, document_id="d3")])
    assert [day.id for day in days] == ["end", "end"]


@pytest.mark.parametrize("texts", [(RENEWS, DELETES), (BAN,), ()])
def test_without_an_end_no_day_is_made_up(texts: tuple[str, ...]) -> None:
    assert key_days([read(*texts)]) == ()


def test_the_term_of_each_document_that_states_both_days() -> None:
    assert terms_of([read(DELETES), read(ENDS, document_id="d2")]) == (("d2", date(2026, 3, 1), date(2027, 2, 28)),)


def test_duties_name_who_what_and_within_and_yours_come_first() -> None:
    duties = duties_of([read(REPORTS, BAN)])
    assert [(duty.check_id, duty.who, duty.force, duty.within) for duty in duties] == [
        ("competing_product_ban", Party.CUSTOMER, Force.MUST_NOT, ()),
        ("output_training_ban", Party.CUSTOMER, Force.MUST_NOT, ()),
        ("incident_notice", Party.VENDOR, Force.MUST, ("48 hours",)),
    ]
    assert duties[-1].evidence.quote == REPORTS


def test_the_calendar_has_an_entry_a_day_and_the_same_input_gives_the_same_bytes() -> None:
    days = key_days([read(ENDS, RENEWS)])
    made = calendar_file("Northwind", days, on=date(2026, 6, 1))
    assert made == calendar_file("Northwind", days, on=date(2026, 6, 1))
    entries = list(Calendar.from_ical(made).walk("VEVENT"))
    assert [entry["dtstart"].dt for entry in entries] == [date(2026, 11, 30), date(2027, 2, 28)]
    assert str(entries[0]["summary"]) == "Northwind: Last day to give notice against renewal"


def test_a_later_export_keeps_the_ids_so_that_entries_are_updated() -> None:
    days = key_days([read(ENDS, RENEWS)])
    ids = [
        [str(entry["uid"]) for entry in Calendar.from_ical(calendar_file("N", days, on=on)).walk("VEVENT")]
        for on in (date(2026, 6, 1), date(2026, 7, 1))
    ]
    assert ids[0] == ids[1]
    assert len(set(ids[0])) == 2
