import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from reports.comparison import build_comparison
from reports.csv import comparison_csv, scorecard_csv, table_csv
from reports.formulas import starts_formula
from reports.json_export import assessments_json, read_assessments
from reports.scorecard import build_scorecard
from reports.xlsx import comparison_xlsx, scorecard_xlsx
from tests.reports import builders


def page_of(assessment, documents=None):
    return build_scorecard(assessment, documents or builders.documents(), checks=builders.CHECKS)


def workbook(assessment, documents=None):
    return load_workbook(BytesIO(scorecard_xlsx(page_of(assessment, documents), assessment)))


def lines(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.fixture(scope="module")
def typical():
    return workbook(builders.typical())


def test_sheets_follow_the_order_of_the_page(typical):
    assert typical.sheetnames == [
        "Answer",
        "Criteria",
        "Evidence",
        "Points",
        "Gaps",
        "Could not decide",
        "You must not",
        "Proof",
        "Second look",
        "Documents",
    ]


def test_points_are_numbers_and_undecided_is_empty(typical):
    heads = [cell.value for cell in typical["Criteria"][1]]
    column = heads.index("Points")
    values = [row[column].value for row in typical["Criteria"].iter_rows(min_row=2)]
    assert values[0] == 9.0
    assert None in values
    assert {type(value) for value in values} == {float, int, type(None)}


def test_heads_stay_in_view_and_columns_are_readable(typical):
    for sheet in typical:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(8 <= column.width <= 60 for column in sheet.column_dimensions.values())


def test_no_text_becomes_a_formula_in_excel():
    cells = [cell for sheet in workbook(*builders.hostile()) for row in sheet.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert '=HYPERLINK("http://example.com","click")' in [cell.value for cell in cells]
    assert all(cell.quotePrefix for cell in cells if starts_formula(cell.value))


def test_signs_that_excel_cannot_hold_do_not_cost_the_file():
    page = page_of(builders.typical())
    named = tuple(replace(document, name="North\x01wind\x0b.pdf") for document in page.documents)
    book = load_workbook(BytesIO(scorecard_xlsx(replace(page, documents=named), builders.typical())))
    values = {cell.value for row in book["Documents"].iter_rows() for cell in row}
    assert "North\N{REPLACEMENT CHARACTER}wind\N{REPLACEMENT CHARACTER}.pdf" in values


def test_excel_file_is_the_same_every_time():
    assessment = builders.small()
    assert scorecard_xlsx(page_of(assessment), assessment) == scorecard_xlsx(page_of(assessment), assessment)


def test_excel_file_carries_the_assessment_date(typical):
    assert typical.properties.modified.date() == builders.ON
    assert typical.properties.title == "IP-risk scorecard: Northwind Models"


def test_empty_assessment_still_makes_files():
    assert workbook(builders.empty()).sheetnames == ["Answer"]
    assert lines(scorecard_csv(page_of(builders.empty()), builders.empty())) == []


def test_csv_has_one_line_a_criterion():
    assessment = builders.typical()
    rows = lines(scorecard_csv(page_of(assessment), assessment))
    assert len(rows) == len(assessment.results)
    assert rows[0]["Verdict"] == "● Meets"
    assert rows[0]["Quote"] == builders.QUOTES[0]


def test_no_text_begins_a_formula_in_csv():
    assessment, documents = builders.hostile()
    rows = lines(scorecard_csv(page_of(assessment, documents), assessment))
    assert not [value for row in rows for value in row.values() if starts_formula(value)]
    assert '\'=HYPERLINK("http://example.com","click")' in [row["Criterion"] for row in rows]


FORMULAS = [
    "=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1",
    "＝1", "＋1", "－1", "＠x", "﹦1", "﹢1", "﹣1", "﹫x", "−1",
    "\tx", "\rx", "\nx", " =1", "   ＝1", "\t ＝1", "\u00a0=1", "\u3000＝1", "\u200b=1", "\ufeff=1", "\u202e＠x",
    "\x00=1", "\x0b=1", "\x1f＋1", "\u2028=1",
    '=HYPERLINK("http://example.com","click")', "＝cmd|' /C calc'!A0", "@SUM(1+1)*cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_formula_signs_are_known(text):
    assert starts_formula(text)


@pytest.mark.parametrize("text", FORMULAS, ids=ascii)
def test_a_formula_in_a_table_is_text_with_a_guard(text):
    (_, cell) = next(csv.reader(StringIO(table_csv(["x", "y"], [["", text]]).decode("utf-8-sig").split("\n", 1)[1])))
    assert cell.startswith("'")


@pytest.mark.parametrize(
    "value", ["1 = 1", "", " ", None, 3.0, -3.0, "– nothing", "— nothing", "a＝b", "’=1", "•=1", "(=1)"]
)
def test_other_values_are_left_alone(value):
    assert not starts_formula(value)


@pytest.mark.parametrize("name", ["typical", "minimal", "empty"])
def test_json_gives_the_assessment_back_unchanged(name):
    assessment = getattr(builders, name)()
    assert read_assessments(assessments_json([assessment])) == (assessment,)


def test_json_of_something_else_is_refused():
    with pytest.raises(ValueError, match="not a Clausemark assessment"):
        read_assessments(json.dumps({"format": "other"}))


def two():
    return build_comparison([builders.typical(), builders.typical("Contoso", shift=1)], builders.documents())


def test_comparison_sheets_cite_the_quotes():
    book = load_workbook(BytesIO(comparison_xlsx(two())))
    assert book.sheetnames == ["Vendors", "Families", "Criteria", "Proof", "Evidence", "Made with"]
    assert [cell.value for cell in book["Evidence"][1]] == [
        "Criterion",
        "Vendor",
        "Quote",
        "Document",
        "Place",
        "Says",
    ]


def test_comparison_csv_has_the_vendors_side_by_side():
    rows = lines(comparison_csv(two()))
    assert rows[0]["Northwind Models"] == "● Meets"
    assert rows[0]["Contoso"] == "○ Gap"
    assert rows[0]["Differs"] == "differs"


def test_vendors_of_the_same_name_keep_their_columns():
    page = build_comparison([builders.small(), builders.small(shift=1)], builders.documents())
    assert {"Northwind Models (1)", "Northwind Models (2)"} <= set(lines(comparison_csv(page))[0])
