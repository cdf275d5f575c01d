"""Makes invented audit reports from a text, a table of controls and what is special: python -m samples.reports.

They are what the reader of audit reports is tested on: SOC 2 reports with each opinion, a carve-out that leaves the
interface out, a stale report with a bridge letter, and one that was filled in from a template; a penetration test, a
certificate and an AI-specific report.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from samples.source import FOLDER, Part, parts_of
from samples.writers import write_pdf

SOURCES = FOLDER / "reports"
REPORTS = Path(__file__).parent / "reports"
BRIDGE = "coldharbour-bridge-letter"
# Name, company and source of those that are no SOC 2 report.
OTHERS = (
    (BRIDGE, "Coldharbour Labs, Inc.", "bridge.md"),
    ("harbourline-pentest", "Fenwick Security Ltd", "pentest.md"),
    ("harbourline-iso42001", "Meridian Assurance Services Ltd", "iso42001.md"),
    ("harbourline-aiuc1", "Thornbury Assurance LLP", "aiuc1.md"),
)
PASSED = "No exceptions noted."
NOT_TESTED = "Not tested. No instance of this control occurred in the period."
LACKING = "Not tested. We were not given the evidence."
WIDTHS = (0.5, 1.6, 1.6, 1.2)  # of the columns of the tests


def reports() -> Iterator[tuple[str, str, tuple[Part, ...]]]:
    """Yield the name, the company and the parts of each report, the SOC 2 reports first."""
    controls = tomllib.loads((SOURCES / "controls.toml").read_text(encoding="utf-8"))["control"]
    template = Environment(undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True).from_string(
        (SOURCES / "report.md.j2").read_text(encoding="utf-8")
    )
    for report in tomllib.loads((SOURCES / "reports.toml").read_text(encoding="utf-8"))["report"]:
        special = {
            "assertion_end": "",
            "profession": "Certified Public Accountants",
            "basis": "",
            "exceptions": report.pop("exception", []),
        } | report
        rows = [_row(control, special) for control in controls if control["id"] not in report.get("leave_out", ())]
        yield report["name"], report["company"], parts_of(template.render(rows=rows, **special), widths=WIDTHS)
    for name, company, source in OTHERS:
        yield name, company, parts_of((SOURCES / source).read_text(encoding="utf-8"))


def _row(control: Mapping[str, str], report: Mapping[str, Any]) -> dict[str, str]:
    results = {one["id"]: one["result"] for one in report["exceptions"]}
    skipped = LACKING if report["opinion"] == "disclaimer" else NOT_TESTED
    plain = skipped if control["id"] in report.get("not_tested", ()) else PASSED
    return {
        "id": control["id"],
        "control": control["control"],
        "test": report.get("generic_test", control["test"]),
        "result": results.get(control["id"], plain),
    }


def main() -> None:
    """Write every report again."""
    REPORTS.mkdir(exist_ok=True)
    for name, company, parts in reports():
        (REPORTS / f"{name}.pdf").write_bytes(write_pdf(company, parts, sections_on_new_pages=True))
        print(f"reports/{name}.pdf")


if __name__ == "__main__":
    main()
