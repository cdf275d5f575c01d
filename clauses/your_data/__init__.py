"""Checks of the family `your_data`, one a file."""
