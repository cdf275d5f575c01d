"""Files to hand out: scorecards and comparisons in every format, named by vendor and date."""

import logging
from collections.abc import Callable
from typing import Literal

from negotiation.asks import asks_of
from reports.csv import comparison_csv, scorecard_csv
from reports.html import comparison_html, scorecard_html
from reports.json_export import assessments_json
from reports.model import ScorecardPage
from reports.pdf import comparison_pdf, scorecard_pdf
from reports.scorecard import build_scorecard
from reports.xlsx import comparison_xlsx, scorecard_xlsx
from scoring.model import Assessment
from workflow.assess import keep_assessment, reopen_assessment
from workflow.audited import audit_reports_among
from workflow.case import load_texts
from workflow.comparing import Choices, choices, comparison_notes, with_sections
from workflow.model import Comparison, Download, StoredAssessment
from workflow.playbook import plays_in_use
from workflow.problems import ExportFailed
from workflow.trail import note
from workflow.vendors import slug_of
from workflow.workspace import Workspace

LOG = logging.getLogger(__name__)
Format = Literal["pdf", "html", "xlsx", "csv", "json"]
WITH_SECTIONS: tuple[Format, ...] = ("pdf", "html", "xlsx")  # these have controls, campaign, cost, ranking and notes
MIMES: dict[Format, str] = {
    "pdf": "application/pdf",
    "html": "text/html",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}


def scorecard_page(ws: Workspace, stored: StoredAssessment) -> ScorecardPage:
    """Return the page data of a stored assessment."""
    documents = load_texts(ws, [source.document_id for source in stored.assessment.sources])
    wanted = asks_of(stored.assessment, stored.policy, plays=plays_in_use(ws.settings)) if stored.policy else ()
    return build_scorecard(stored.assessment, documents, wanted=wanted, reports=audit_reports_among(documents.values()))


def export_scorecard(ws: Workspace, assessment_id: int, format_: Format, *, by: str) -> Download:
    """Return a stored assessment as a file and keep the assessment for good. Raises ExportFailed."""
    stored = reopen_assessment(ws, assessment_id)
    content = scorecard_file(scorecard_page(ws, stored), stored.assessment, format_)
    name = f"{slug_of(stored.assessment.vendor)}_scorecard_{stored.assessment.on.isoformat()}.{format_}"
    keep_assessment(ws, assessment_id, what=name, by=by)
    return Download(name=name, content=content, mime=MIMES[format_])


def scorecard_file(page: ScorecardPage, assessment: Assessment, format_: Format) -> bytes:
    """Return a scorecard in a format; raise ExportFailed when the program that makes it gives up."""
    makers: dict[Format, Callable[[], bytes]] = {
        "pdf": lambda: scorecard_pdf(page),
        "html": lambda: scorecard_html(page).encode(),
        "xlsx": lambda: scorecard_xlsx(page, assessment),
        "csv": lambda: scorecard_csv(page, assessment),
        "json": lambda: assessments_json([assessment]).encode(),
    }
    return _made(makers[format_], format_)


def export_comparison(ws: Workspace, comparison: Comparison, format_: Format, *, by: str = "") -> Download:
    """Return a comparison as a file and note it in the trail. Raises ExportFailed."""
    notes = comparison_notes(ws, [side.id for side in comparison.sides])
    content = comparison_file(comparison, format_, choices(ws), notes=notes)
    names = "-".join(slug_of(side.name) for side in comparison.sides)[:80]
    name = f"{names}_comparison_{comparison.page.on}.{format_}"
    with ws.store.write() as session:
        note(session, "export comparison", name, by=by or ws.settings.default_reviewer)
    return Download(name=name, content=content, mime=MIMES[format_])


def comparison_file(comparison: Comparison, format_: Format, made: Choices, *, notes: str = "") -> bytes:
    """Return a comparison in a format; raise ExportFailed when its maker gives up."""
    page, assessments = comparison.page, comparison.assessments
    if format_ in WITH_SECTIONS:
        page = with_sections(page, assessments, comparison.sides, made, notes=notes)
    makers: dict[Format, Callable[[], bytes]] = {
        "pdf": lambda: comparison_pdf(page),
        "html": lambda: comparison_html(page).encode(),
        "xlsx": lambda: comparison_xlsx(page),
        "csv": lambda: comparison_csv(page),
        "json": lambda: assessments_json(assessments).encode(),
    }
    return _made(makers[format_], format_)


def _made(make: Callable[[], bytes], format_: Format) -> bytes:
    try:
        return make()
    except (RuntimeError, OSError, ValueError) as error:
        other = "HTML" if format_ == "pdf" else "PDF"
        LOG.exception("An export as %s failed", format_)
        raise ExportFailed(
            f"The {format_.upper()} could not be made. The {other} version has the same content."
        ) from error
