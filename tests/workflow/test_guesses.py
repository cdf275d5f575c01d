import pytest

from clauses.model import Fact
from workflow.guesses import guess_vendor, vendor_among, vendor_in
from workflow.vendors import add_vendor
from workflow.workspace import Workspace


@pytest.mark.parametrize(
    ("name", "vendor"),
    [
        ("Northwind Models - Master Services Agreement v3.pdf", "Northwind Models"),
        ("northwind_models_dpa_2026-01-31.docx", "Northwind Models"),
        ("Terms of Service - Harbour AI.html", "Harbour"),
        ("folder/Übermut-privacy-policy.md", "Übermut"),
        ("SOC2_TypeII_Report.pdf", ""),
        ("contract.pdf", ""),
    ],
)
def test_the_vendor_is_what_a_file_name_says_beside_the_kind(name: str, vendor: str) -> None:
    assert vendor_in(name) == vendor


def test_a_vendor_that_is_here_is_preferred(ws: Workspace) -> None:
    add_vendor(ws, "Harbour AI", by="Ada")
    assert guess_vendor(ws, ["2026_harbour-ai_terms.pdf"]) == "Harbour AI"


def test_of_several_files_the_commonest_guess_wins(ws: Workspace) -> None:
    assert (
        guess_vendor(ws, ["Northwind terms.pdf", "contract.pdf", "Northwind DPA.pdf", "Harbour DPA.pdf"]) == "Northwind"
    )


def parties(value: str, quote: str) -> Fact:
    return Fact(name="parties", value=value, quote=quote, block=0, start=0, end=len(quote), page=1)


@pytest.mark.parametrize(
    ("value", "quote", "vendor"),
    [
        pytest.param(
            "Acme Ltd; Northwind Inc.", 'Acme Ltd ("Customer") and Northwind Inc. ("Provider")', "Northwind Inc.",
            id="named by its role",
        ),
        pytest.param(
            "Acme Ltd; Northwind Inc.", 'Acme Ltd (the "Client") and Northwind Inc.', "Northwind Inc.",
            id="the one that is not the customer",
        ),
        pytest.param("Northwind Inc.", "Northwind Inc.", "Northwind Inc.", id="the only one"),
        pytest.param("", "", "", id="nobody"),
    ],
)  # fmt: skip
def test_the_vendor_is_the_party_that_is_not_the_customer(value: str, quote: str, vendor: str) -> None:
    assert vendor_among(parties(value, quote)) == vendor
