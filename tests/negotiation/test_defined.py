"""The contract's own words are taken over where it defines them, and only there."""

import pytest

from documents.model import DocumentKind
from negotiation.defined import contract_terms, defined_terms
from tests.builders import build_document

PARTIES = "These terms apply between Quillmoor Labs LLC (“Quillmoor”) and the organisation (“Client”)."
THINGS = "“Platform” means the hosted models. “Client Data” means what Client puts in, “Outputs” what comes out."


def terms(*texts: str, kind: DocumentKind = DocumentKind.CONTRACT) -> dict[str, str]:
    return defined_terms("Quillmoor Labs", [build_document(*texts, kind=kind)])


def test_defined_words_and_the_vendors_short_name_are_taken_over() -> None:
    assert terms(PARTIES, THINGS) == {
        "vendor": "Quillmoor",
        "customer": "Client",
        "services": "Platform",
        "output": "Outputs",
        "customer_data": "Client Data",
    }


@pytest.mark.parametrize(
    "text",
    ["The Client uses the Platform.", "He said “hello” to the Customer.", "The word “customer” is not defined here."],
)
def test_a_word_that_is_only_used_is_not_taken_over(text: str) -> None:
    assert terms(text) == {}


def test_a_policy_or_report_defines_nothing_for_the_contract() -> None:
    assert terms(PARTIES, kind=DocumentKind.POLICY) == {}


def test_the_usual_word_counts_before_others_where_both_are_defined() -> None:
    assert terms("The buyer (“Subscriber”), also the “Customer”.")["customer"] == "Customer"


@pytest.mark.parametrize(
    ("text", "vendor"),
    [
        ("These terms apply between Quillmoor Labs LLC (“Quillmoor”) and organizations (“Customer”).", "Quillmoor"),
        ('Quillmoor Labs, Inc., a Delaware corporation (the "Seller"), and Client GmbH (the "Client").', "Seller"),
        ("Quillmoor Labs LLC (“Quillmoor”) and Harbour Ltd (“Harbour”) agree.", "Provider"),
        ("The service level is 99 % (“Uptime”) for Quillmoor.", "Provider"),
    ],
)
def test_without_a_known_name_the_only_company_but_the_customer_is_the_vendor(text: str, vendor: str) -> None:
    assert contract_terms("", [build_document(text)])["vendor"] == vendor
