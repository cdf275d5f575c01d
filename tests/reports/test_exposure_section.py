from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from reports.comparison import build_comparison
from reports.exposure import build_exposure
from reports.html import comparison_html
from reports.model import ComparisonPage
from reports.pdf import comparison_pdf
from reports.xlsx import comparison_xlsx
from tests.reports import builders
from vendors.exposure.assumptions import central
from vendors.exposure.model import Controls, Level
from vendors.exposure.published import campaigns
from vendors.exposure.replay import replay
from vendors.exposure.sensitivity import levers

JUNE = campaigns()[0]
HOSTILE = "=1+1 <b>#{x}</b>"


def page() -> ComparisonPage:
    made = [builders.small(), builders.small("Contoso Intelligence", shift=2)]
    vendors = [Controls(id="a", vendor=HOSTILE), Controls(id="b", vendor="Open", permits_distillation=True)]
    vendors.append(Controls(id="c", vendor="Bare", group_detection=Level.STATED))
    section = build_exposure(
        [(replay(JUNE, one, central(), replicates=5), levers(JUNE, one, central())) for one in vendors]
    )
    return replace(build_comparison(made, builders.documents()), exposure=section)


def test_the_replay_stands_in_the_html_escaped_and_alleged() -> None:
    text = comparison_html(page())
    assert "Exposure: a reported campaign replayed" in text
    assert "Alleged by Anthropic, 10 June 2026" in text
    assert "=1+1 &lt;b&gt;#{x}&lt;/b&gt;" in text
    assert "permitted by its terms" in text


def test_the_replay_is_a_sheet_without_formulas() -> None:
    sheet = load_workbook(BytesIO(comparison_xlsx(page())))["Exposure"]
    assert sheet["A2"].value.endswith(HOSTILE)
    assert all(cell.data_type != "f" for row in sheet for cell in row)


def test_the_replay_is_in_the_pdf() -> None:
    assert len(comparison_pdf(page())) > len(comparison_pdf(replace(page(), exposure=None)))
