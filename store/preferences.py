"""Small things kept for a person, or for everybody under the person ""."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from store.tables import PreferenceRow

EVERYBODY = ""


def preference(session: Session, name: str, *, person: str = EVERYBODY) -> str | None:
    """Return what is kept under a name."""
    row = session.get(PreferenceRow, (person, name))
    return None if row is None else row.value


def keep(session: Session, name: str, value: str, *, person: str = EVERYBODY) -> None:
    """Keep a value under a name."""
    session.merge(PreferenceRow(person=person, name=name, value=value))


def forget(session: Session, name: str, *, person: str = EVERYBODY) -> None:
    """Keep nothing under a name any more."""
    session.execute(delete(PreferenceRow).where(PreferenceRow.person == person, PreferenceRow.name == name))
