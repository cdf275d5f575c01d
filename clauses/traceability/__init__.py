"""Checks of the family `traceability`, one a file."""
