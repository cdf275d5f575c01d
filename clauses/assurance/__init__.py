"""Checks of the family `assurance`, one a file."""
