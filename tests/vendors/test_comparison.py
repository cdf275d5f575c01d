"""Controls side by side: which source wins, what is called old, and what does not agree."""

from datetime import date

import pytest

from tests.vendors.assessed import assessed
from vendors.catalogue.model import CatalogueVendor
from vendors.catalogue.read import controls, make_fact, shipped
from vendors.comparison import Basis, ControlCell, Side, compare_controls, match

ON = date(2026, 11, 25)


def _vendor(*facts: dict[str, object]) -> CatalogueVendor:
    given = {"source": "a page", "as_of": "2026-10-01", "confidence": "vendor statement"}
    return CatalogueVendor(
        id="acme", name="Acme", facts=tuple(make_fact(given | fact).model_copy(update={"own": False}) for fact in facts)
    )


def _cell(side: Side, control: str, *, on: date = ON) -> ControlCell:
    rows = compare_controls([side], [each for each in controls() if each.id == control], on=on)
    return rows[0].cells[0]


def test_what_nobody_says_is_not_published_and_not_zero() -> None:
    cell = _cell(Side(id="a", name="Acme", facts=_vendor()), "concurrency")
    assert (cell.basis, cell.text) == (Basis.UNKNOWN, "not published")


def test_a_published_fact_is_stated_with_its_source_and_date() -> None:
    facts = _vendor({"control": "request_limit", "value": "1000", "unit": "requests a minute", "tier": "Start"})
    cell = _cell(Side(id="a", name="Acme", facts=facts), "request_limit")
    assert (cell.basis, cell.text) == (Basis.STATED, "1,000 requests a minute (Start)")
    assert cell.rests_on == ("1,000 requests a minute (Start): a page, 1 October 2026, vendor statement.",)
    assert not cell.old and not cell.conflict


def test_a_fact_of_last_year_is_old() -> None:
    facts = _vendor({"control": "request_limit", "value": "some", "as_of": "2025-10-01"})
    assert _cell(Side(id="a", name="Acme", facts=facts), "request_limit").old


def test_an_allegation_alone_is_alleged() -> None:
    facts = _vendor({"control": "provenance", "value": "Alleged by B: copied", "confidence": "allegation"})
    assert _cell(Side(id="a", name="Acme", facts=facts), "provenance").basis is Basis.ALLEGED


def test_two_numbers_for_the_same_thing_are_both_shown_and_marked() -> None:
    price = {"control": "price_input", "unit": "dollars a million tokens"}
    cell = _cell(
        Side(id="a", name="Acme", facts=_vendor(price | {"value": "2"}, price | {"value": "4"})), "price_input"
    )
    assert "2 dollars" in cell.text and "4 dollars" in cell.text
    assert cell.conflict == "Sources differ; both are shown."


def test_documents_win_over_published_facts_and_a_difference_is_said() -> None:
    quote = "Each account may send 600 requests per minute."
    facts = _vendor({"control": "request_limit", "value": "1000", "unit": "requests a minute"})
    cell = _cell(Side(id="a", name="Acme", assessment=assessed(quote), facts=facts), "request_limit")
    assert cell.basis is Basis.PROMISED
    assert "600" in cell.text
    assert quote in cell.rests_on[0]
    assert cell.conflict == "The documents and the published figures differ; the documents count."


def test_a_limit_on_requests_says_nothing_about_tokens() -> None:
    cell = _cell(
        Side(id="a", name="Acme", assessment=assessed("Each account may send 600 requests per minute.")), "token_limit"
    )
    assert cell.basis is Basis.UNKNOWN


def test_documents_that_were_read_and_do_not_say_it_leave_the_vendors_word() -> None:
    contract = assessed("The parties agree to meet from time to time.")
    assert _cell(Side(id="a", name="Acme", assessment=contract), "watermark").basis is Basis.SEARCHED
    stated = _cell(
        Side(id="a", name="Acme", assessment=contract, facts=_vendor({"control": "watermark", "value": "all outputs"})),
        "watermark",
    )
    assert stated.basis is Basis.STATED
    assert "Your documents do not say so" in stated.conflict


def test_a_ban_on_several_accounts_is_no_identity_check() -> None:
    ban = assessed("Customer shall not create several accounts or share its account credentials with anybody.")
    assert _cell(Side(id="a", name="Acme", assessment=ban), "identity_verification").basis is Basis.UNKNOWN
    checked = assessed("Provider verifies the identity of each account holder before it opens an account.")
    assert _cell(Side(id="a", name="Acme", assessment=checked), "identity_verification").basis is Basis.PROMISED


@pytest.mark.parametrize(
    ("name", "found"),
    [("Anthropic", "anthropic"), ("OpenAI Ireland Ltd", "openai"), ("Mistral AI", "mistral"), ("Metadata Inc", None)],
)
def test_an_uploaded_vendor_is_matched_by_whole_words(name: str, found: str | None) -> None:
    vendor = match(name, shipped())
    assert (vendor.id if vendor else None) == found
