"""Reads the public WebTrust reports and compares auditor, days, opinion and matters with the expected table."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from audits.model import AuditReport
from workflow.audits import audit_files
from workflow.settings import load_settings

EXPECTED = Path(__file__).with_name("expected") / "audits.yaml"
ANY_DAY = date(2026, 1, 1)  # what is compared does not depend on it


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditFigures:
    """How many facts of how many reports are right; `misses` name the others: report, fact, wanted, read."""

    reports: int
    facts: int
    right: int
    misses: tuple[str, ...]


def measure_audits(folder: Path) -> AuditFigures:
    """Compare every report of the expected table; one that is not in the folder misses all its facts."""
    expected = yaml.safe_load(EXPECTED.read_text(encoding="utf-8"))
    paths = [folder / f"{name}.pdf" for name in expected if (folder / f"{name}.pdf").exists()]
    settings = load_settings()
    views, _ = audit_files(paths, on=ANY_DAY, limits=settings.limits, workers=settings.workers)
    read = {Path(view.name).stem: view.report for view in views}
    pairs = [
        (f"{name}, {fact}: wanted {want}, read {got}", want == got)
        for name, wanted in expected.items()
        for fact, want, got in _compared(wanted, read.get(name))
    ]
    misses = tuple(text for text, right in pairs if not right)
    return AuditFigures(reports=len(expected), facts=len(pairs), right=len(pairs) - len(misses), misses=misses)


def _compared(wanted: dict[str, object], report: AuditReport | None) -> list[tuple[str, object, object]]:
    period = report.period if report else None
    opens = wanted["matters"] if isinstance(wanted["matters"], list) else []
    said = [quote.text for quote in report.matters] if report else []
    found = [start for start in opens if any(start in text for text in said)]
    return [
        ("auditor", wanted["auditor"], report.auditor.value if report and report.auditor else None),
        ("first day", wanted["start"], period.start if period else None),
        ("last day", wanted["end"], period.end if period else None),
        ("opinion", wanted["opinion"], report.opinion.value if report and report.opinion else None),
        ("matters", (opens, bool(opens)), (found, bool(said))),
    ]
