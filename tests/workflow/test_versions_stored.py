"""Versions of a stored document: the earlier one is found, and findings and score follow."""

from datetime import date

import pytest

from tests.workflow.builders import BAN, add_read
from workflow.versions import CannotCompare, compare_stored, compare_upload, earlier_version
from workflow.workspace import Workspace

ON = date(2026, 11, 25)
LAW = "The agreement is governed by the laws of Ireland."
SCOPE = "The vendor provides the services that the order names."


def test_the_earlier_version_of_a_document_is_found_by_what_they_share(ws: Workspace) -> None:
    old = add_read(ws, BAN, LAW, SCOPE, name="terms-2025.txt")
    add_read(ws, "Other words altogether stand in here.", name="other.txt")
    new = add_read(ws, LAW, SCOPE, name="terms-2026.txt")
    found = earlier_version(ws, new.vendor, new.id)
    assert found is not None and found.id == old.id
    assert earlier_version(ws, old.vendor, old.id) is None


def test_a_ban_that_was_taken_out_is_an_effect_with_its_points(ws: Workspace) -> None:
    old = add_read(ws, BAN, LAW, SCOPE, name="terms-2025.txt")
    new = add_read(ws, LAW, SCOPE, name="terms-2026.txt")
    found = compare_stored(ws, new.vendor, old.id, new.id, on=ON)
    assert found.summary == "1\N{NO-BREAK SPACE}clause removed and 2 the same."
    (effect,) = [each for each in found.effects if each.check_id == "output_training_ban"]
    assert "not found any more" in effect.sentence and effect.change < 0
    assert found.before.score is not None and found.after.score is not None
    assert found.after.score < found.before.score


def test_the_other_documents_count_on_both_sides(ws: Workspace) -> None:
    add_read(ws, BAN, name="policy.txt")
    old = add_read(ws, LAW, SCOPE, name="terms-2025.txt")
    new = add_read(ws, LAW, name="terms-2026.txt")
    assert compare_stored(ws, new.vendor, old.id, new.id, on=ON).effects == ()


def test_a_document_beside_itself_is_refused(ws: Workspace) -> None:
    old = add_read(ws, BAN)
    with pytest.raises(CannotCompare, match="Choose two documents"):
        compare_stored(ws, old.vendor, old.id, old.id, on=ON)


def test_an_upload_that_cannot_be_read_says_why_and_keeps_nothing(ws: Workspace) -> None:
    new = add_read(ws, BAN)
    with pytest.raises(CannotCompare, match="old"):
        compare_upload(ws, new.vendor, "old.pdf", b"%PDF-1.7 broken", new.id, on=ON)
