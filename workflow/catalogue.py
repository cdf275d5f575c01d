"""The catalogue with the buyer's own facts: kept apart from what is shipped, each change in the audit trail."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date

from reports.controls import build_controls
from reports.csv import table_csv
from reports.sections import ComparedControl
from scoring.model import Assessment
from store import preferences
from vendors.catalogue.model import CatalogueVendor, Control
from vendors.catalogue.read import (
    CatalogueError,
    OwnFact,
    controls,
    make_fact,
    read_facts,
    shipped,
    with_own,
    write_csv,
    write_yaml,
)
from vendors.comparison import ControlRow, Side, compare_controls, fact_words, match
from workflow.problems import WorkflowProblem
from workflow.trail import note
from workflow.workspace import Workspace

OWN = "own facts"
MOST_PROBLEMS = 5


class FactRefused(WorkflowProblem):
    """A fact or a file of facts cannot be used; the message says what is wrong."""


def catalogue(ws: Workspace | None = None) -> tuple[CatalogueVendor, ...]:
    """Return all vendors of the catalogue, with the buyer's own facts where there is a store."""
    return with_own(shipped(), own_facts(ws)) if ws else shipped()


def all_controls() -> tuple[Control, ...]:
    """Return what vendors are compared on."""
    return controls()


def own_facts(ws: Workspace) -> tuple[OwnFact, ...]:
    """Return the buyer's own facts in the order in which they were added."""
    with ws.store.read() as session:
        kept = preferences.preference(session, OWN)
    return read_facts(kept.encode(), "own.yaml") if kept else ()


def add_fact(ws: Workspace, vendor: str, given: Mapping[str, object], *, by: str) -> None:
    """Add one fact of the buyer's own; raise FactRefused."""
    try:
        fact = make_fact(given)
    except CatalogueError as error:
        raise FactRefused(str(error)) from None
    _keep(ws, [(vendor, fact)], by=by)


def remove_fact(ws: Workspace, number: int, *, by: str) -> None:
    """Remove the fact with this place in `own_facts`; the trail keeps what it said."""
    kept = list(own_facts(ws))
    if not 0 <= number < len(kept):
        raise FactRefused("This fact is no longer there.")
    vendor, fact = kept.pop(number)
    with ws.store.write() as session:
        preferences.keep(session, OWN, write_yaml(kept)) if kept else preferences.forget(session, OWN)
        note(session, "remove fact", f"{vendor}: {fact.control}", by=by, before=fact_words(fact))


def import_facts(ws: Workspace, content: bytes, name: str, *, by: str) -> int:
    """Add the facts of a CSV or YAML file, all or none, and return how many were new; raise FactRefused."""
    try:
        read = read_facts(content, name)
    except CatalogueError as error:
        shown = " ".join(error.problems[:5])
        more = f" {len(error.problems) - 5} more problems." if len(error.problems) > 5 else ""
        raise FactRefused(f"Nothing was imported. {shown}{more}") from None
    known = set(own_facts(ws))
    new = [each for each in dict.fromkeys(read) if each not in known]
    _keep(ws, new, by=by)
    return len(new)


def check_facts(content: bytes, name: str) -> int:
    """Return how many facts a file holds that could be imported; raise FactRefused."""
    return len(_read(content, name))


def export_facts(facts: Sequence[OwnFact], style: str) -> bytes:
    """Return facts as CSV or YAML; what was exported can be imported."""
    return (write_csv(facts) if style == "csv" else write_yaml(facts)).encode()


def shipped_facts() -> tuple[OwnFact, ...]:
    """Return the facts of the shipped catalogue as a flat list."""
    return tuple((vendor.id, fact) for vendor in shipped() for fact in vendor.facts)


def sides(ws: Workspace | None, assessments: Sequence[Assessment], published: Sequence[str]) -> tuple[Side, ...]:
    """Return the compared vendors: those with documents and the facts of the same name, then the catalogue's."""
    vendors = catalogue(ws)
    by_id = {vendor.id: vendor for vendor in vendors}
    return (
        *_uploaded(assessments, vendors),
        *(Side(id=key, name=by_id[key].name, facts=by_id[key]) for key in published if key in by_id),
    )


def controls_section(compared: Sequence[Side], *, on: str) -> tuple[ComparedControl, ...]:
    """Return the section of a comparison's files: controls as of a day (ISO)."""
    return build_controls(compare_controls(compared, controls(), on=date.fromisoformat(on)))


def controls_file(compared: Sequence[Side], *, on: date, style: str) -> bytes:
    """Return the controls of which something is known as CSV (a line a cell, safe in a spreadsheet) or JSON."""
    built = build_controls(compare_controls(compared, controls(), on=on))
    names = [side.name for side in compared]
    if style == "json":
        content = {"on": on.isoformat(), "vendors": names, "controls": [asdict(control) for control in built]}
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
    columns = ("Family", "Control", "Vendor", "What is known", "Basis", "Rests on", "Remark")
    rows = [
        (control.family, control.name, name, cell.text, cell.basis, " / ".join(cell.rests_on), cell.remark)
        for control in built
        for name, cell in zip(names, control.cells, strict=True)
    ]
    return table_csv(columns, rows)


def control_rows(compared: Sequence[Side], *, on: date) -> tuple[ControlRow, ...]:
    """Return all controls over the compared vendors as of a day."""
    return compare_controls(compared, controls(), on=on)


def _uploaded(assessments: Sequence[Assessment], vendors: Sequence[CatalogueVendor]) -> tuple[Side, ...]:
    return tuple(
        Side(id=f"documents:{made.vendor}", name=made.vendor, assessment=made, facts=match(made.vendor, vendors))
        for made in assessments
    )


def _read(content: bytes, name: str) -> tuple[OwnFact, ...]:
    try:
        return read_facts(content, name)
    except CatalogueError as error:
        shown, rest = error.problems[:MOST_PROBLEMS], len(error.problems) - MOST_PROBLEMS
        more = f" {rest} more problems." if rest > 0 else ""
        raise FactRefused(f"Nothing was imported. {' '.join(shown)}{more}") from None


def _keep(ws: Workspace, new: Sequence[OwnFact], *, by: str) -> None:
    if not new:
        return
    kept = (*own_facts(ws), *new)
    with ws.store.write() as session:
        preferences.keep(session, OWN, write_yaml(kept))
        for vendor, fact in new:
            note(session, "add fact", f"{vendor}: {fact.control}", by=by, after=f"{fact_words(fact)}; {fact.source}")
