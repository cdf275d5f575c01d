"""Checks of the family `commercial_terms`, one a file."""
