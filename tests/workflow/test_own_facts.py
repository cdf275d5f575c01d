"""The buyer's own facts in the store: kept apart, with a trail, all or none from a file."""

import pytest

from workflow.catalogue import (
    FactRefused,
    add_fact,
    catalogue,
    export_facts,
    import_facts,
    own_facts,
    remove_fact,
    shipped_facts,
)
from workflow.trail import audit_trail
from workflow.workspace import Workspace

GIVEN = {
    "control": "spend_cap",
    "value": "2500",
    "unit": "dollars a month",
    "source": "order form, page 2",
    "as_of": "2026-11-01",
    "confidence": "verified",
}


def test_an_added_fact_is_the_vendors_first_and_stands_in_the_trail(ws: Workspace) -> None:
    add_fact(ws, "openai", GIVEN, by="Dana")
    openai = next(vendor for vendor in catalogue(ws) if vendor.id == "openai")
    assert openai.of("spend_cap")[0].own
    (line,) = audit_trail(ws)
    assert (line.action, line.subject, line.by) == ("add fact", "openai: spend_cap", "Dana")
    assert "order form, page 2" in line.after


def test_the_shipped_catalogue_stays_as_it_is(ws: Workspace) -> None:
    before = catalogue()
    add_fact(ws, "openai", GIVEN, by="Dana")
    assert catalogue() == before


def test_a_removed_fact_is_gone_and_the_trail_keeps_what_it_said(ws: Workspace) -> None:
    add_fact(ws, "openai", GIVEN, by="Dana")
    remove_fact(ws, 0, by="Dana")
    assert own_facts(ws) == ()
    assert audit_trail(ws)[0].before == "2,500 dollars a month"


def test_a_fact_without_a_source_is_refused_and_nothing_is_kept(ws: Workspace) -> None:
    with pytest.raises(FactRefused, match="source"):
        add_fact(ws, "openai", {**GIVEN, "source": ""}, by="Dana")
    assert own_facts(ws) == ()


def test_a_file_is_imported_once_and_a_bad_line_imports_nothing(ws: Workspace) -> None:
    content = export_facts(shipped_facts()[:5], "csv")
    assert import_facts(ws, content, "facts.csv", by="Dana") == 5
    assert import_facts(ws, content, "facts.csv", by="Dana") == 0
    with pytest.raises(FactRefused, match=r"Nothing was imported\. Line 7"):
        import_facts(ws, content + b"x,spend_cap\n", "facts.csv", by="Dana")
    assert len(own_facts(ws)) == 5
