"""The sample portfolio is made by its script and shows what it promises."""

import zipfile
from pathlib import Path

import pytest

from documents.model import DocumentKind, ProblemCode
from documents.read import read_document
from samples.make import FILES, NAMES, VENDORS, Writer
from samples.source import changes, read_source
from samples.writers import write_scan


def read(path: Path) -> bytes:
    return path.read_bytes()


@pytest.mark.parametrize(
    ("vendor", "name", "ending", "write"),
    [pytest.param(*each, id=f"{each[0]}/{each[1]}") for each in FILES if each[3] is not write_scan],
)
def test_each_file_holds_the_text_of_its_source(vendor: str, name: str, ending: str, write: Writer) -> None:
    made = read_document(write(NAMES[vendor], read_source(vendor, name)), f"{name}.{ending}")
    committed = read_document(read(VENDORS / vendor / f"{name}.{ending}"), f"{name}.{ending}")
    assert [block.text for block in committed.blocks] == [block.text for block in made.blocks]
    assert committed.complete


@pytest.mark.parametrize("name", ["master-services-agreement", "soc2-type-ii-report"])
def test_the_same_source_gives_the_same_bytes(name: str) -> None:
    write = next(each[3] for each in FILES if each[1] == name)
    parts = read_source("northwind-models", name)
    assert write("Northwind Models", parts) == write("Northwind Models", parts)


@pytest.mark.parametrize("vendor", sorted(NAMES))
def test_each_vendor_has_a_contract_a_policy_a_dpa_and_a_report(vendor: str) -> None:
    files = [path for path in sorted((VENDORS / vendor).iterdir()) if path.name != "soc2-type-i-report.pdf"]
    kinds = {read_document(read(path), path.name).kind for path in files}
    wanted = {DocumentKind.CONTRACT, DocumentKind.POLICY, DocumentKind.DPA}
    assert wanted <= kinds
    assert len(list((VENDORS / vendor).iterdir())) == 4


def test_one_file_is_a_scan_and_one_has_tracked_changes() -> None:
    scan = read(VENDORS / "tallowmere-ai" / "soc2-type-i-report.pdf")
    assert b"/Font" not in scan
    policy = VENDORS / "tallowmere-ai" / "acceptable-use-policy.docx"
    assert ProblemCode.TRACKED_CHANGES in [
        problem.code for problem in read_document(read(policy), policy.name).problems
    ]
    with zipfile.ZipFile(policy) as archive:
        assert b"w:delText" in archive.read("word/document.xml")


def test_marked_changes_are_told_apart() -> None:
    assert changes("You may {-never-}{+not+} train.") == [
        ("", "You may "),
        ("-", "never"),
        ("+", "not"),
        ("", " train."),
    ]
