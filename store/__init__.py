"""Saves and loads everything that must outlast a page: SQLAlchemy over SQLite by default, PostgreSQL by URL."""
