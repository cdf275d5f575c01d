"""Rows of all tables as lines of JSON and back, the same on every database: what a backup is made of.

Lines that come back are of unknown origin: each is held against the columns of its table.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, MetaData, delete, false, func, insert, select
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError
from sqlalchemy.orm import Session
from sqlalchemy.schema import Table

from store.tables import Base

AT_ONCE = 200  # rows read or written in one go
# Parents stand before the tables that refer to them.
TABLES: tuple[str, ...] = tuple(table.name for table in Base.metadata.sorted_tables)
MOST_INT = 2**63


class BadRow(Exception):
    """A line is no row of its table; `str(error)` says which."""


def dump(session: Session, table: str) -> Iterator[str]:
    """Yield the rows of a table as JSON, in the order of its primary key."""
    source = Base.metadata.tables[table]
    query = select(source).order_by(*source.primary_key.columns).execution_options(yield_per=AT_ONCE)
    for row in session.execute(query).mappings():
        yield json.dumps(dict(row), default=_plain, ensure_ascii=False)


def load(session: Session, table: str, lines: Iterable[str | bytes]) -> int:
    """Add rows that `dump` wrote to a table as it is in this database now, and return how many there were.

    Raises BadRow for anything else than such rows.
    """
    target = Table(table, MetaData(), autoload_with=session.connection(), resolve_fks=False)
    rows: list[dict[str, Any]] = []
    count = 0
    for line in lines:
        count += 1
        rows.append(_row(target, line, count))
        if len(rows) == AT_ONCE:
            _insert(session, target, rows)
            rows.clear()
    if rows:
        _insert(session, target, rows)
    _count_on(session, target)
    return count


def clear(session: Session, tables: Sequence[str]) -> None:
    """Take all rows away again, from tables in the order of TABLES."""
    for name in reversed(tables):
        session.execute(delete(Base.metadata.tables[name]))


def _insert(session: Session, target: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    try:
        session.execute(insert(target), rows)
    except OperationalError:  # the database's trouble, not the rows'
        raise
    except (DBAPIError, StatementError, OverflowError, ValueError) as error:
        raise BadRow(f"a row of “{target.name}” does not fit the others") from error


def _row(table: Table, line: str | bytes, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
        if set(row) != set(table.c.keys()):
            raise ValueError("The columns differ.")
        return {name: _typed(table.c[name], value) for name, value in row.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise BadRow(f"line {number} of “{table.name}” is no row of it") from error


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


def _typed(column: Column[Any], value: Any) -> Any:
    """Return a value as its column wants it; raise ValueError for one that does not belong there."""
    if value is None:
        if not column.nullable:
            raise ValueError("A value is missing.")
        return None
    if isinstance(column.type, JSON):
        return value
    kind = column.type.python_type
    if issubclass(kind, date):  # a datetime is one too
        return kind.fromisoformat(value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind or (kind is int and abs(value) >= MOST_INT):
        raise ValueError("The value is of another type.")
    if kind is str:
        value.encode()  # half of a pair of surrogates is no text
    return value
