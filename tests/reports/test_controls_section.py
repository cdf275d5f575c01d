"""Controls in the files of a comparison."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from reports.comparison import build_comparison
from reports.controls import build_controls
from reports.html import comparison_html
from reports.model import ComparisonPage
from reports.pdf import comparison_pdf
from reports.xlsx import comparison_xlsx
from tests.reports import builders
from vendors.catalogue.model import CatalogueVendor
from vendors.catalogue.read import controls, make_fact
from vendors.comparison import Side, compare_controls

GIVEN = {"source": "=a page", "as_of": "2025-10-01", "confidence": "vendor statement"}


def page() -> ComparisonPage:
    """Two vendors, of which the first has one published fact."""
    made = [builders.small(), builders.small("Contoso Intelligence", shift=2)]
    fact = make_fact(GIVEN | {"control": "watermark", "value": "<b>all</b> outputs"})
    one = Side(id="a", name="A", facts=CatalogueVendor(id="a", name="A", facts=(fact,)))
    rows = compare_controls([one, Side(id="b", name="B")], controls(), on=date(2026, 11, 25))
    return replace(build_comparison(made, builders.documents()), controls=build_controls(rows))


def test_only_controls_that_something_is_known_of_are_listed() -> None:
    assert [row.name for row in page().controls] == ["Watermarks"]
    known, unknown = page().controls[0].cells
    assert (known.basis, known.remark) == ("stated, as of 1 October 2025", "Old: check whether it still holds.")
    assert (unknown.text, unknown.basis) == ("not published", "")


def test_the_html_shows_them_escaped() -> None:
    html = comparison_html(page())
    assert "Quotas, detection and other controls" in html
    assert "&lt;b&gt;all&lt;/b&gt; outputs" in html


def test_the_pdf_grows_by_the_section() -> None:
    assert len(comparison_pdf(page())) > len(comparison_pdf(replace(page(), controls=())))


def test_the_sheet_has_no_formula() -> None:
    sheet = load_workbook(BytesIO(comparison_xlsx(page())))["Controls"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
    assert any("all" in str(cell.value) for cell in cells)
