"""Vendors in the store."""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from store.records import VendorRecord
from store.tables import VendorRow


def all_vendors(session: Session) -> tuple[VendorRecord, ...]:
    """Return all vendors by name, without regard to capitals."""
    rows = session.scalars(select(VendorRow)).all()
    return tuple(_record(row) for row in sorted(rows, key=lambda row: (row.name.casefold(), row.slug)))


def vendor(session: Session, slug: str) -> VendorRecord | None:
    """Return the vendor of this slug."""
    row = session.get(VendorRow, slug)
    return None if row is None else _record(row)


def add(session: Session, record: VendorRecord) -> None:
    """Add a vendor whose slug and name are not taken."""
    session.add(VendorRow(slug=record.slug, name=record.name))
    session.flush()


def rename(session: Session, slug: str, name: str) -> None:
    """Give a vendor another name; its slug stays."""
    session.get_one(VendorRow, slug).name = name
    session.flush()


def remove(session: Session, slug: str) -> None:
    """Remove a vendor and its assessments; its documents must be gone or moved before."""
    session.execute(delete(VendorRow).where(VendorRow.slug == slug))


def _record(row: VendorRow) -> VendorRecord:
    return VendorRecord(slug=row.slug, name=row.name)
