"""Tables become CSV for spreadsheet programs: UTF-8 with its mark, no text that a program reads as a formula."""

from collections.abc import Iterable, Sequence

import pandas as pd

from reports.formulas import starts_formula
from reports.model import ComparisonPage, ScorecardPage
from reports.tables import compared_table, criteria_table
from scoring.model import Assessment


def scorecard_csv(page: ScorecardPage, assessment: Assessment) -> bytes:
    """Return one line a criterion; `page` was built from `assessment`."""
    return _csv(criteria_table(page, assessment))


def comparison_csv(page: ComparisonPage) -> bytes:
    """Return one line a criterion with the verdict and points of each vendor."""
    return _csv(compared_table(page))


def table_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a table of rows in the order of the columns."""
    return _csv(pd.DataFrame(list(rows), columns=list(columns)))


def _csv(table: pd.DataFrame) -> bytes:
    """Quote every text; an apostrophe before a formula sign is the usual guard, as CSV has no types."""
    safe = table.map(_safe).rename(columns=_safe)
    # The byte-order mark tells Excel that the file is UTF-8.
    return safe.to_csv(index=False, lineterminator="\r\n").encode("utf-8-sig")


def _safe(value: object) -> object:
    return f"'{value}" if starts_formula(value) else value
