"""Keeps text from outside a text in a spreadsheet program, where some first characters begin a formula."""

import unicodedata

# The list of OWASP's page on CSV injection. Programs take their full-width and small forms (＝ ﹢) for the same, and
# some the minus sign of print (−).
SIGNS = frozenset("=+-@−")
BREAKS = ("\t", "\r", "\n")  # programs skip these at the beginning of a cell


def starts_formula(value: object) -> bool:
    """Say whether a spreadsheet program may read a cell's text as a formula.

    Spaces and signs that cannot be seen before the first character are passed over, as programs do.
    """
    if not isinstance(value, str):
        return False
    if value.startswith(BREAKS):
        return True
    first = next((sign for sign in value if not _unseen(sign)), "")
    return unicodedata.normalize("NFKC", first)[:1] in SIGNS


def _unseen(sign: str) -> bool:
    """Say whether a character is a space, a control or a format character."""
    return unicodedata.category(sign)[0] in "ZC"
