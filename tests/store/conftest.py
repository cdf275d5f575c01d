"""A store with one vendor and one document."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store import documents, vendors
from store.database import Store, open_store
from store.records import DocumentRecord, VendorRecord

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}", tmp_path / "files")
    with opened.write() as session:
        vendors.add(session, VendorRecord(slug="northwind", name="Northwind"))
        record = DocumentRecord(id="d1", vendor="northwind", name="terms.pdf", size=3, added_at=NOON, added_by="Ada")
        documents.add(session, record)
    yield opened
    opened.close()
