from datetime import date

import pytest

from tests.workflow.builders import add_read
from workflow.assess import current_assessment, list_assessments
from workflow.problems import BadName, NameTaken, UnknownVendor
from workflow.upload import documents
from workflow.vendors import add_vendor, find_vendor, list_vendors, merge_vendors, rename_vendor, slug_of
from workflow.workspace import Workspace

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Northwind Models, Inc.", "northwind-models-inc"),
        ("  Übermut & Söhne  ", "übermut-söhne"),
        ("深度模型", "深度模型"),
        ("../..", "vendor"),
        ("A" * 200, "a" * 60),
    ],
    ids=["Latin", "accents", "Chinese", "signs only", "long"],
)
def test_a_slug_holds_letters_and_digits_only(name: str, slug: str) -> None:
    assert slug_of(name) == slug


def test_the_same_name_is_the_same_vendor_whatever_its_capitals(ws: Workspace) -> None:
    assert add_vendor(ws, "Northwind", by="Ada") == add_vendor(ws, " NORTHWIND ", by="Ada")


def test_names_with_the_same_slug_are_two_vendors(ws: Workspace) -> None:
    one, two = add_vendor(ws, "North-Wind", by="Ada"), add_vendor(ws, "North Wind", by="Ada")
    assert (one.slug, two.slug) == ("north-wind", "north-wind-2")


@pytest.mark.parametrize("name", ["", " \t", "---", "x" * 121], ids=["empty", "spaces", "signs", "long"])
def test_a_name_that_says_nothing_is_refused(ws: Workspace, name: str) -> None:
    with pytest.raises(BadName):
        add_vendor(ws, name, by="Ada")


def test_a_renamed_vendor_keeps_its_address(ws: Workspace) -> None:
    slug = add_vendor(ws, "Northwind", by="Ada").slug
    rename_vendor(ws, slug, "Northwind Models", by="Ada")
    found = find_vendor(ws, slug)
    assert found is not None
    assert found.name == "Northwind Models"


def test_a_name_that_another_vendor_has_is_refused(ws: Workspace) -> None:
    add_vendor(ws, "Harbour", by="Ada")
    slug = add_vendor(ws, "Northwind", by="Ada").slug
    with pytest.raises(NameTaken, match="merge"):
        rename_vendor(ws, slug, "harbour", by="Ada")


def test_merging_moves_documents_and_assessments(ws: Workspace) -> None:
    add_read(ws, vendor="Northwind Modles")
    current_assessment(ws, "northwind-modles", on=TODAY)
    target = add_vendor(ws, "Northwind Models", by="Ada")
    merge_vendors(ws, "northwind-modles", into=target.slug, by="Ada")
    assert [vendor.slug for vendor in list_vendors(ws)] == [target.slug]
    assert len(documents(ws, target.slug)) == 1
    assert len(list_assessments(ws, target.slug)) == 1


def test_a_vendor_that_is_not_there_is_named(ws: Workspace) -> None:
    with pytest.raises(UnknownVendor, match="nobody"):
        rename_vendor(ws, "nobody", "Somebody", by="Ada")
