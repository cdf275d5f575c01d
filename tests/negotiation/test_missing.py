"""Documents that a contract makes part of itself, and what hangs on those that are not here."""

from dataclasses import replace
from datetime import date

import pytest

from documents.model import Document, DocumentKind, Link
from negotiation.missing import Named, named_documents, precedence
from scoring.assess import assess
from scoring.policy import shipped_policies
from tests.builders import analysed, build_document, build_source

POLICY = shipped_policies()[0]
NAMES_AUP = "The Acceptable Use Policy, as updated from time to time, forms part of this Agreement."
NAMES_DPA = "The Data Processing Addendum is incorporated into this Agreement by reference."


def named(*documents: Document) -> tuple[Named, ...]:
    """What the first document, the contract, names, with the others beside it."""
    findings = [finding for document in documents for finding in analysed(document).findings]
    made = assess(
        "V", findings=findings, decisions=(), sources=[build_source(d.id, kind=d.kind) for d in documents],
        policy=POLICY, on=date(2026, 11, 25), tool_version="1", rules_version="1",
    )  # fmt: skip
    return named_documents(findings, {document.id: document for document in documents}, made, POLICY)


def contract(*texts: str) -> Document:
    return build_document(*texts)


def other(kind: DocumentKind, title: str, name: str) -> Document:
    return replace(build_document("Words.", kind=kind, document_id="d2"), title=title, name=name)


def test_a_named_policy_that_is_not_here_says_which_checks_hang_on_it() -> None:
    (found,) = named(contract(NAMES_AUP))
    assert (found.title, found.given, found.changing) == ("Acceptable-use or usage policy", "", True)
    assert found.evidence.quote == NAMES_AUP
    assert found.checks


def test_an_uploaded_policy_is_told_by_its_title_or_kind() -> None:
    policy = other(DocumentKind.POLICY, "Rules of use", "rules.html")
    assert [each.given for each in named(contract(NAMES_AUP), policy)] == ["rules.html"]
    titled = other(DocumentKind.DOCUMENTATION, "Acceptable Use Policy", "x.html")
    assert [each.given for each in named(contract(NAMES_AUP), titled)] == ["x.html"]


def test_missing_documents_stand_before_those_that_are_here() -> None:
    policy = other(DocumentKind.POLICY, "Acceptable Use Policy", "aup.html")
    found = named(contract(NAMES_AUP, NAMES_DPA), policy)
    assert [(each.title, bool(each.given)) for each in found] == [
        ("Data-processing agreement", False),
        ("Acceptable-use or usage policy", True),
    ]


def test_a_link_of_the_naming_clause_is_shown() -> None:
    linked = replace(
        contract(NAMES_AUP), links=(Link(text="Acceptable Use Policy", target="https://v.example/aup", block=0),)
    )
    assert named(linked)[0].links == ("https://v.example/aup",)


def test_a_contract_that_names_nothing_has_nothing_missing() -> None:
    assert named(contract("The laws of Ireland govern this agreement.")) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("If they conflict, the Order Form prevails over this Agreement.", True),
        ("In the event of any conflict, the DPA shall control.", True),
        ("The order of precedence is: order form, agreement, policies.", True),
        ("The vendor controls access to the premises.", False),
        ("Conflicts of interest are disclosed.", False),
    ],
)
def test_sentences_on_the_order_of_precedence_are_found(text: str, found: bool) -> None:
    document = build_document(text)
    assert [words for _, _, words in precedence({document.id: document})] == ([text] if found else [])
