"""Cost, ranking and notes in the files of a comparison."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from clauses.model import Family
from reports.comparison import build_comparison
from reports.html import comparison_html
from reports.model import ComparisonPage
from reports.offers import build_cost, build_ranking, volume_words
from reports.pdf import comparison_pdf
from reports.xlsx import comparison_xlsx
from tests.reports import builders
from vendors.cost import Cost, Protected, Volume
from vendors.ranking import rank

VOLUME = Volume(input_millions=500, output_millions=100)


def line(vendor: str, dollars: float | None, score: float | None, stopped: float | None = 20.0) -> Protected:
    cost = Cost(vendor=vendor, least=dollars, most=dollars, model="M", sources=("=3 dollars: a page",))
    return Protected(vendor=vendor, cost=cost, score=score, stopped=stopped)


def page(stress: dict[Family, float] | None = None) -> ComparisonPage:
    made = [builders.small(), builders.small("Contoso Intelligence", shift=2)]
    lines = [line(made[0].vendor, 36_000, 60), line(made[1].vendor, 20_000, 62)]
    return replace(
        build_comparison(made, builders.documents()),
        cost=build_cost(lines, VOLUME),
        ranking=build_ranking(rank(made, stress or {}), stress or {}, policy="Default 1"),
        notes=("<b>Ask</b> the board.",),
    )


def text_of(content: bytes) -> list[str]:
    return [sheet.extract_text().replace("\u200b", "") for sheet in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.0, "500 million input and 100 million output tokens a month"),
        (0.25, "500 million input and 100 million output tokens a month, 25 % of them as batch"),
    ],
)
def test_a_volume_is_said_in_words(share: float, words: str) -> None:
    assert volume_words(replace(VOLUME, batch_share=share)) == words


def test_what_is_not_known_is_a_dash_and_not_zero() -> None:
    offer = build_cost([line("A", None, None, None), line("B", 1, 2)], VOLUME).offers[0]
    assert (offer.dollars, offer.score, offer.stopped) == ("–", "–", "–")


def test_the_first_two_pages_of_the_pdf_hold_what_to_know_and_the_detail_follows() -> None:
    pages = text_of(comparison_pdf(page()))
    first = "\n".join(pages[:2])
    assert "Place" in first and "Cost beside protection" in first and "<b>Ask</b> the board." in first
    assert "costs 44 % less" in first.replace("\n", " ")
    assert not any("Detail" in each for each in pages[:1]) and any(each.count("Criteria") for each in pages[1:])


def test_with_own_stress_the_ranking_says_so_in_its_own_table() -> None:
    assert "Ranking" not in "".join(text_of(comparison_pdf(page())))
    stressed = "".join(text_of(comparison_pdf(page({Family.ANTI_DISTILLATION: 2.0}))))
    assert "with your own stress: Anti-distillation × 2" in stressed.replace("\n", " ")


def test_the_html_escapes_notes_and_sources() -> None:
    html = comparison_html(page())
    assert "&lt;b&gt;Ask&lt;/b&gt; the board." in html and "Cost beside protection" in html


def test_the_workbook_has_sheets_for_ranking_cost_and_notes_without_formulas() -> None:
    book = load_workbook(BytesIO(comparison_xlsx(page())))
    assert {"Ranking", "Cost", "Prices", "Notes"} <= set(book.sheetnames)
    assert book["Cost"]["C2"].value == "36,000"
    assert all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_vendors_with_published_facts_only_can_be_compared_on_paper() -> None:
    made = build_comparison([], {}, published=["Anthropic", "OpenAI"], on=date(2026, 11, 25))
    full = replace(made, cost=build_cost([line("Anthropic", 36_000, None), line("OpenAI", 27_300, None)], VOLUME))
    pages = "".join(text_of(comparison_pdf(full)))
    assert "no scores are compared" in pages.replace("\n", " ") and "27,300" in pages
    assert "Criteria" not in pages and "Criteria" not in comparison_html(full)
