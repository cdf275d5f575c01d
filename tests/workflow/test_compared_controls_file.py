"""The compared controls as files: a line a cell, the same words as on the page, safe in a spreadsheet."""

import csv
import io
import json
from datetime import date

from workflow.catalogue import all_controls, controls_file, sides
from workflow.workspace import Workspace

ON = date(2026, 11, 25)


def test_csv_has_a_line_for_each_control_and_vendor_with_what_it_rests_on(ws: Workspace) -> None:
    compared = sides(ws, (), ("anthropic", "openai"))
    rows = list(csv.DictReader(io.StringIO(controls_file(compared, on=ON, style="csv").decode("utf-8-sig"))))
    assert len({row["Control"] for row in rows}) * 2 == len(rows) <= 2 * len(all_controls())
    assert {row["Vendor"] for row in rows} == {side.name for side in compared}
    known = [row for row in rows if row["Rests on"]]
    assert known and all(row["What is known"] != "not published" for row in known)
    assert not any(row["What is known"].startswith(("=", "+", "@")) for row in rows)


def test_json_names_vendors_and_controls_in_their_order(ws: Workspace) -> None:
    compared = sides(ws, (), ("anthropic", "openai"))
    found = json.loads(controls_file(compared, on=ON, style="json"))
    assert found["vendors"] == [side.name for side in compared]
    titles = [control.title for control in all_controls()]
    assert [control["name"] for control in found["controls"]] == [
        title for title in titles if title in {control["name"] for control in found["controls"]}
    ]
    assert all(len(control["cells"]) == 2 for control in found["controls"])
