"""Checks of the family `remedies`, one a file."""
