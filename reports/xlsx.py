"""Tables become an Excel file in which no text is a formula, heads stay in view and columns have a readable width."""

import re
from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from reports.formulas import starts_formula
from reports.model import ComparisonPage, ScorecardPage
from reports.tables import comparison_tables, scorecard_tables
from scoring.model import Assessment

WIDEST, NARROWEST = 60, 8
_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
HEAD = PatternFill("solid", fgColor="F3F5F8")


def scorecard_xlsx(page: ScorecardPage, assessment: Assessment) -> bytes:
    """Return the scorecard as an Excel file; `page` was built from `assessment`."""
    return _workbook(scorecard_tables(page, assessment), title=page.title, on=page.on)


def comparison_xlsx(page: ComparisonPage) -> bytes:
    """Return the comparison as an Excel file."""
    return _workbook(comparison_tables(page), title=page.title, on=page.on)


def _workbook(tables: Mapping[str, pd.DataFrame], *, title: str, on: str) -> bytes:
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.title = title
    workbook.properties.creator = "Clausemark"
    for name, table in tables.items():
        if not table.empty:
            _fill(workbook.create_sheet(name), table)
    file = BytesIO()
    workbook.save(file)
    return _dated(file, on)


def _dated(file: BytesIO, on: str) -> bytes:
    """Return the file with the assessment's date for the clock's: openpyxl stamps the time of saving on all parts."""
    dated = BytesIO()
    with ZipFile(file) as saved, ZipFile(dated, "w", ZIP_DEFLATED) as copy:
        for name in saved.namelist():
            part = saved.read(name)
            if name == "docProps/core.xml":
                part = _STAMP.sub(f"{on}T00:00:00Z".encode(), part)
            copy.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return dated.getvalue()


def _fill(sheet: Worksheet, table: pd.DataFrame) -> None:
    for column, head in enumerate(table.columns, start=1):
        _head(sheet.cell(row=1, column=column), str(head))
        values = [None if pd.isna(value) else value for value in table[head]]
        for row, value in enumerate(values, start=2):
            _write(sheet.cell(row=row, column=column), value)
        longest = max(len(str(value)) for value in [head, *values])
        letter = sheet.cell(row=1, column=column).column_letter
        sheet.column_dimensions[letter].width = min(WIDEST, max(NARROWEST, longest + 2))
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _head(cell: Cell, head: str) -> None:
    _write(cell, head)
    cell.font = Font(bold=True)
    cell.fill = HEAD


def _write(cell: Cell, value: object) -> None:
    # Control characters cannot stand in the file; openpyxl refuses the whole sheet over one.
    cell.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    if starts_formula(value):
        # openpyxl takes "=..." for a formula; the mark keeps Excel from doing so when the cell is edited.
        cell.data_type = "s"
        cell.quotePrefix = True
