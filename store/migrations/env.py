"""Runs the migrations on the connection that store/database.py hands over."""

from typing import Any, Literal

from alembic import context

from store.tables import Base, Moment


def render(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our time type as the plain one, so that a migration never depends on today's classes."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, Moment) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_item=render,
    render_as_batch=True,  # SQLite cannot alter most of a table in place
)
with context.begin_transaction():
    context.run_migrations()
