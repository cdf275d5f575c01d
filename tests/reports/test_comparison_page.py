from dataclasses import replace

import pytest

from reports.comparison import MixedPolicies, build_comparison
from tests.reports import builders

FIRST = builders.typical()
SECOND = builders.typical("Contoso", shift=1)


def compare(*assessments):
    return build_comparison(assessments, builders.documents())


def test_vendors_stay_in_the_order_given():
    assert [column.vendor for column in compare(SECOND, FIRST).columns] == ["Contoso", "Northwind Models"]


def test_answer_names_the_leader_and_the_widest_difference():
    words = "Northwind Models leads in 5 of 8\xa0families; the widest difference is in Traceability."
    assert compare(FIRST, SECOND).answer == words


def test_equal_vendors_have_no_leader():
    twin = replace(FIRST, vendor="Twin")
    assert compare(FIRST, twin).answer == "No vendor leads in more families than the others."


@pytest.mark.parametrize(
    "other",
    [replace(SECOND, policy_version=2), replace(SECOND, policy_id="strict", policy_title="Strict")],
    ids=["version", "policy"],
)
def test_different_policies_are_not_compared(other):
    with pytest.raises(MixedPolicies, match="Score them again with one policy"):
        compare(FIRST, other)


def test_one_vendor_is_not_a_comparison():
    with pytest.raises(ValueError, match="Pick at least two vendors"):
        compare(FIRST)


def test_rows_say_where_the_verdicts_differ():
    rows = [row for family in compare(FIRST, SECOND).families for row in family.rows]
    assert {row.differs for row in rows} == {True, False}
    assert all(row.differs == (row.cells[0].mark != row.cells[1].mark) for row in rows)


def test_criterion_that_one_vendor_lacks_is_undecided_there():
    page = compare(FIRST, builders.minimal())
    lacking = page.families[0].rows[0].cells[1]
    assert (lacking.mark.word, lacking.points, lacking.quotes) == ("Undecided", "–", ())


def test_strongest_proof_of_each_vendor_is_shown():
    rates, watermark = compare(FIRST, SECOND).proofs
    assert rates.proofs == ("Audited", "Audited")
    assert watermark.proofs == ("None", "None")


def test_vendor_without_score_shows_a_dash():
    column = compare(FIRST, builders.empty()).columns[1]
    assert (column.score, column.band, column.extent) == ("–", "–", "–")


def test_cells_quote_the_best_words_with_their_place():
    cell = compare(FIRST, SECOND).families[0].rows[0].cells[0]
    assert cell.quotes[0].words == builders.QUOTES[0]
    assert cell.quotes[0].place == "page\xa02, “4.2 Use of Output”"
