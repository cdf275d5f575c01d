"""An assessment becomes the page data of a scorecard, from which HTML, PDF, Excel and CSV are made."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from audits.model import AuditReport
from clauses.model import ClauseCheck, Evidence, Force, Outcome, Party
from clauses.registry import BY_ID
from documents.model import Document
from negotiation.asks import Ask
from reports.answer import BIGGEST, answer, asks, basis, biggest_heading, gap_lines, gate_lines, ruler
from reports.asks import ask_rows
from reports.audit_pages import audit_pages
from reports.criteria import criterion_row, second_look, sentence
from reports.model import (
    AuditPage,
    DocumentRow,
    DutyLine,
    FamilySection,
    ProofRow,
    Quote,
    ReviewLine,
    ScorecardPage,
    UndecidedLine,
    VerifiedLine,
    VersionLine,
)
from reports.printable import printable
from reports.quotes import Shelf, quoted_places
from reports.words import FAMILIES, KINDS, NOTHING, NOTICE, number, percent, written_date
from scoring.controls import tested
from scoring.model import Assessment, ControlProof, FamilyResult, Source, Verdict


def build_scorecard(
    assessment: Assessment,
    documents: Mapping[str, Document],
    *,
    checks: Mapping[str, ClauseCheck] = BY_ID,
    wanted: Sequence[Ask] = (),
    reports: Mapping[str, AuditReport | None] = MappingProxyType({}),
) -> ScorecardPage:
    """Return all that a scorecard shows; `wanted` are the asks under the assessment's policy, most points first.

    `documents` maps SHA-256 to the read document, for clauses and recognised pages; a document that is not kept any
    more is named by its source and its quotes keep their page. `checks` gives each question and what to ask for.
    `reports` are what the audit documents say, by id.
    """
    audits = audit_pages(assessment, reports)
    shelf = Shelf(sources={source.document_id: source for source in assessment.sources}, documents=documents)
    gaps = gap_lines(assessment, checks)
    page = ScorecardPage(
        language="en",
        title=f"IP-risk scorecard: {assessment.vendor}",
        vendor=assessment.vendor,
        on=assessment.on.isoformat(),
        date=written_date(assessment.on),
        answer=answer(assessment, basis(assessment, shelf)),
        ruler=ruler(assessment),
        gates=gate_lines(assessment),
        biggest_heading=biggest_heading(assessment, gaps),
        biggest=gaps[:BIGGEST],
        asks=asks(gaps[:BIGGEST]),
        families=tuple(_family(family, assessment, checks, shelf) for family in assessment.families),
        gaps=gaps,
        undecided=_undecided(assessment, shelf),
        duties=_duties(assessment, shelf),
        proofs=_proofs(assessment, shelf, audits),
        proof_gaps=_proof_gaps(assessment),
        audits=audits,
        wordings=ask_rows(wanted, assessment.vendor, documents.values()),
        verified=_verified(assessment),
        reviews=_reviews(assessment),
        documents=tuple(_document(source, shelf) for source in assessment.sources),
        versions=versions(assessment),
        notice=NOTICE,
    )
    return printable(page)


def versions(assessment: Assessment) -> tuple[VersionLine, ...]:
    """Return what a result was made with: policy, date, coverage asked for, tool and rules."""
    lines = {
        "Policy": f"{assessment.policy_title} (“{assessment.policy_id}”), version {assessment.policy_version}",
        "Assessed on": written_date(assessment.on),
        "Coverage needed for a band": percent(assessment.minimum_coverage / 100),
        "Clausemark": assessment.tool_version,
        "Rules": assessment.rules_version,
    }
    return tuple(VersionLine(label=label, value=value) for label, value in lines.items())


def _family(
    family: FamilyResult, assessment: Assessment, checks: Mapping[str, ClauseCheck], shelf: Shelf
) -> FamilySection:
    weight = family.weight or 1.0
    return FamilySection(
        heading=FAMILIES[family.family],
        label=family_label(family),
        earned=family.points / weight,
        lost=(family.decided - family.points) / weight,
        undecided=(family.weight - family.decided) / weight,
        rows=tuple(
            criterion_row(result, question_of(checks, result.criterion.check_id), shelf)
            for result in assessment.results
            if result.family is family.family
        ),
    )


def family_label(family: FamilyResult) -> str:
    """Return "24 of 30 points", with what could not be decided beside it."""
    if not family.decided:
        return "could not be decided"
    label = f"{number(family.points)} of {number(family.decided)} points"
    left = family.weight - family.decided
    return f"{label}; {number(left)} could not be decided" if left else label


def question_of(checks: Mapping[str, ClauseCheck], check_id: str) -> str:
    """Return a check's question; "" for a check that does not exist any more."""
    return checks[check_id].question if check_id in checks else ""


def _undecided(assessment: Assessment, shelf: Shelf) -> tuple[UndecidedLine, ...]:
    return tuple(
        UndecidedLine(
            name=result.title,
            reason=shelf.searched(result.searched, result.unread) or "No document that may hold it was given.",
            waits_for=sentence(result.waits_for),
        )
        for result in assessment.results
        if result.verdict is Verdict.UNDECIDED
    )


def _duties(assessment: Assessment, shelf: Shelf) -> tuple[DutyLine, ...]:
    # Two checks may quote the same words; the first one names the duty.
    names: dict[Quote, str] = {}
    for result in assessment.results:
        for evidence in (item for finding in result.findings for item in finding.evidence):
            if _forbids_you(evidence):
                names.setdefault(shelf.quote(evidence), result.title)
    return tuple(DutyLine(name=name, quote=quote) for quote, name in names.items())


def _forbids_you(evidence: Evidence) -> bool:
    return evidence.force is Force.MUST_NOT and evidence.bound in (Party.CUSTOMER, Party.BOTH)


def _proofs(assessment: Assessment, shelf: Shelf, audits: Sequence[AuditPage]) -> tuple[ProofRow, ...]:
    """Return each protection with its proofs; what an auditor tested stands beside what a report says."""
    return tuple(
        ProofRow(
            name=control.title,
            promised=quoted_places(shelf, control.promised),
            audited=_audited(control, shelf, audits),
            stated=quoted_places(shelf, control.stated),
        )
        for control in assessment.controls
    )


def _audited(control: ControlProof, shelf: Shelf, audits: Sequence[AuditPage]) -> str:
    tests = [
        f"{row.tests}: {row.result}" for audit in audits for row in audit.tested if row.protection == control.title
    ]
    said = [quoted_places(shelf, control.audited)] if control.audited else []
    return "; ".join([*tests, *said]) or NOTHING


def _proof_gaps(assessment: Assessment) -> tuple[str, ...]:
    """Return what is promised and not proven, and what is proven and not promised, each as a sentence."""
    proven = {c.control for c in assessment.controls if c.audited or tested(assessment.sources, c.check_id)}
    unproven = [c.title for c in assessment.controls if c.promised and c.control not in proven]
    unpromised = [c.title for c in assessment.controls if not c.promised and c.control in proven]
    return (
        f"Promised, not proven: {', '.join(unproven) or 'nothing'}.",
        f"Proven, not promised: {', '.join(unpromised) or 'nothing'}.",
    )


def _verified(assessment: Assessment) -> tuple[VerifiedLine, ...]:
    """Return who verified each critical criterion that was found; a single layer of the tool is not enough."""
    found = (
        r for r in assessment.results if r.criterion.critical and r.outcome in (Outcome.PRESENT, Outcome.CONFLICTING)
    )
    return tuple(
        VerifiedLine(
            criterion=result.title,
            verified_by="a reviewer"
            if result.decisions
            else "two layers of the tool"
            if result.verified
            else "nobody yet",
        )
        for result in found
    )


def _reviews(assessment: Assessment) -> tuple[ReviewLine, ...]:
    return tuple(
        ReviewLine(
            name=result.title,
            reason=second_look(result),
            change=f"{number(result.low)} to {number(result.high)} points",
        )
        for result in assessment.results
        if result.open_review
    )


def _document(source: Source, shelf: Shelf) -> DocumentRow:
    return DocumentRow(
        name=source.name,
        kind=KINDS[source.kind],
        pages=shelf.length(source),
        reading=shelf.reading(source),
        sha256=source.document_id,
    )
