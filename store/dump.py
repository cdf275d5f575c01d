"""Rows of all tables as lines of JSON and back, the same on every database: what a backup is made of."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from sqlalchemy import MetaData, false, func, insert, select
from sqlalchemy.orm import Session
from sqlalchemy.schema import Table

from store.tables import Base

AT_ONCE = 200  # rows read or written in one go
# Parents stand before the tables that refer to them.
TABLES: tuple[str, ...] = tuple(table.name for table in Base.metadata.sorted_tables)


def dump(session: Session, table: str) -> Iterator[str]:
    """Yield the rows of a table as JSON, in the order of its primary key."""
    source = Base.metadata.tables[table]
    query = select(source).order_by(*source.primary_key.columns).execution_options(yield_per=AT_ONCE)
    for row in session.execute(query).mappings():
        yield json.dumps(dict(row), default=_plain, ensure_ascii=False)


def load(session: Session, table: str, lines: Iterable[str]) -> int:
    """Add rows that `dump` wrote to a table as it is in this database now, and return how many there were."""
    target = Table(table, MetaData(), autoload_with=session.connection(), resolve_fks=False)
    rows: list[dict[str, Any]] = []
    count = 0
    for line in lines:
        rows.append({name: _typed(target, name, value) for name, value in json.loads(line).items()})
        count += 1
        if len(rows) == AT_ONCE:
            session.execute(insert(target), rows)
            rows.clear()
    if rows:
        session.execute(insert(target), rows)
    _count_on(session, target)
    return count


def _count_on(session: Session, table: Table) -> None:
    """Let PostgreSQL number new rows after those that came with their numbers; SQLite does so by itself."""
    key = tuple(table.primary_key.columns)
    if session.get_bind().dialect.name == "postgresql" and len(key) == 1 and key[0].type.python_type is int:
        sequence = func.pg_get_serial_sequence(table.name, key[0].name)
        following = select(func.coalesce(func.max(key[0]), 0) + 1).scalar_subquery()
        session.execute(select(func.setval(sequence, following, false())))


def is_empty(session: Session, tables: Iterable[str]) -> bool:
    """Tell whether none of the tables has a row."""
    found = (Base.metadata.tables[name] for name in tables)
    return not any(session.scalar(select(func.count()).select_from(table)) for table in found)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not expected in a table.")


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = table.c[name].type.python_type
    if value is None or not isinstance(value, str):
        return value
    if issubclass(kind, datetime):
        return datetime.fromisoformat(value)
    return date.fromisoformat(value) if issubclass(kind, date) else value
