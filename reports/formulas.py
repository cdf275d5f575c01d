"""Keeps text from outside a text in a spreadsheet program, where some first characters begin a formula."""

# The list of OWASP's page on CSV injection; carriage return and line feed count because programs skip them.
FIRST = ("=", "+", "-", "@", "\t", "\r", "\n")


def starts_formula(value: object) -> bool:
    """Say whether a spreadsheet program may read a cell's text as a formula."""
    return isinstance(value, str) and value.startswith(FIRST)
