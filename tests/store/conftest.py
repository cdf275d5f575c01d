"""A store with one vendor and one document: on SQLite, and on the database at CLAUSEMARK_TEST_DATABASE if that is set.

That database is emptied before each test.
"""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from store import documents, vendors
from store.database import Store, open_store
from store.records import DocumentRecord, VendorRecord
from store.tables import Base

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
OTHER = os.environ.get("CLAUSEMARK_TEST_DATABASE")


@pytest.fixture(params=["SQLite", *(["another database"] if OTHER else [])])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    if request.param != "SQLite" and OTHER:
        url = OTHER
        empty(url)
    opened = open_store(url, tmp_path / "files")
    with opened.write() as session:
        vendors.add(session, VendorRecord(slug="northwind", name="Northwind"))
        record = DocumentRecord(id="d1", vendor="northwind", name="terms.pdf", size=3, added_at=NOON, added_by="Ada")
        documents.add(session, record)
    yield opened
    opened.close()


def empty(url: str) -> None:
    """Drop all tables of a database."""
    engine = create_engine(url)
    with engine.begin() as connection:
        Base.metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    engine.dispose()
