"""Choices and notes of a comparison are kept, and go into its files."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from clauses.model import Family
from store import preferences
from tests.workflow.builders import BAN, add_read
from workflow.comparing import CHOICES, Choices, choices, comparison_notes, keep_choices, keep_notes
from workflow.exports import export_comparison
from workflow.policies import list_policies
from workflow.portfolio import compare, scored_with
from workflow.problems import NotScored
from workflow.workspace import Workspace

ON = date(2026, 11, 25)
MADE = Choices(input_millions=10, output_millions=2, stress={Family.REMEDIES: 2.0})


def test_choices_are_kept_and_damaged_ones_are_the_usual_ones(ws: Workspace) -> None:
    assert choices(ws) == Choices()
    keep_choices(ws, MADE)
    assert choices(ws) == MADE
    with ws.store.write() as session:
        preferences.keep(session, CHOICES, '{"input_millions": -1}')
    assert choices(ws) == Choices()


def test_notes_belong_to_the_vendors_in_whatever_order_and_are_in_the_trail(ws: Workspace) -> None:
    keep_notes(ws, ["b", "a"], " Ask first. ", by="Dana")
    assert comparison_notes(ws, ["a", "b"]) == "Ask first."
    assert comparison_notes(ws, ["a", "c"]) == ""
    keep_notes(ws, ["a", "b"], "", by="Dana")
    assert comparison_notes(ws, ["a", "b"]) == ""


def test_volume_stress_notes_and_published_vendors_are_in_the_workbook(ws: Workspace) -> None:
    add_read(ws)
    add_read(ws, BAN, "Another text.", vendor="Tallowmere AI", name="other.txt")
    keep_choices(ws, MADE)
    found = compare(ws, ["northwind-models", "tallowmere-ai"], ["anthropic"], on=ON)
    keep_notes(ws, [side.id for side in found.sides], "For the board.", by="Dana")
    made = export_comparison(ws, found, "xlsx", by="Dana")
    book = load_workbook(BytesIO(made.content))
    assert made.name == "northwind-models-tallowmere-ai-anthropic_comparison_2026-11-25.xlsx"
    assert [row[0].value for row in book["Cost"].iter_rows(min_row=2)] == [
        "Northwind Models",
        "Tallowmere AI",
        "Anthropic",
    ]
    assert book["Cost"]["C4"].value == "720"  # 12 months of 10 million at $3 and 2 million at $15
    assert book["Notes"]["A2"].value == "For the board."
    assert {row[2].value for row in book["Controls"].iter_rows(min_row=2)} == {
        "Northwind Models",
        "Tallowmere AI",
        "Anthropic",
    }


def test_two_vendors_of_the_catalogue_are_a_comparison_and_one_is_not(ws: Workspace) -> None:
    found = compare(ws, [], ["anthropic", "openai"], on=ON)
    assert export_comparison(ws, found, "pdf", by="Dana").content.startswith(b"%PDF")
    with pytest.raises(NotScored, match="at least two"):
        compare(ws, [], ["anthropic"], on=ON)


def test_a_ranking_under_another_policy_stores_nothing(ws: Workspace) -> None:
    add_read(ws)
    other = next(choice.policy for choice in list_policies(ws) if not choice.in_use)
    (made,) = scored_with(ws, ["northwind-models"], other, on=ON)
    assert made.policy_id == other.id
    assert next(choice for choice in list_policies(ws) if choice.in_use).policy.id != other.id
