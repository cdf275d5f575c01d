"""Key days as a calendar file: the same days give the same bytes, and a new export updates the old entries."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from hashlib import sha256

from icalendar import Calendar, Event

from customer.duties import KeyDay


def calendar_file(vendor: str, days: Iterable[KeyDay], *, on: date) -> bytes:
    """Return an iCalendar file with one whole-day entry a key day; `on` is the day of the export.

    The id of an entry depends on the document, the kind of day and its words, not on the day: a changed date moves it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Clausemark//Key days//EN")
    calendar.add("version", "2.0")
    for key_day in days:
        event = Event()
        event.add("uid", _uid(key_day))
        event.add("dtstamp", datetime.combine(on, time(), UTC))
        event.add("dtstart", key_day.day)
        event.add("summary", f"{vendor}: {key_day.what}")
        quotes = "\n".join(f"“{quote}”, page {page}" for quote, page in key_day.rests_on)
        event.add("description", f"{key_day.how}\n{quotes}")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(key_day: KeyDay) -> str:
    words = "\n".join([key_day.document_id, key_day.id, *(quote for quote, _ in key_day.rests_on)])
    return f"{sha256(words.encode()).hexdigest()[:32]}@clausemark"
