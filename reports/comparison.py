"""Two or more assessments under one policy version become the page data of a comparison."""

from collections.abc import Mapping, Sequence
from datetime import date

from clauses.model import Family
from documents.model import Document
from reports.answer import extent, gate_lines
from reports.criteria import outcome_words, points_words, quotes
from reports.model import (
    ComparedCell,
    ComparedFamily,
    ComparedProof,
    ComparedRow,
    ComparisonPage,
    VendorColumn,
    VersionLine,
)
from reports.printable import printable
from reports.quotes import Shelf
from reports.scorecard import versions
from reports.words import FAMILIES, MARKS, NOTHING, NOTICE, PROOFS, counted, listed, percent, whole, written_date
from scoring.model import Assessment, ControlProof, CriterionResult, Proof, Verdict
from scoring.wording import title_of_row


class MixedPolicies(ValueError):
    """Raised when assessments of different policies or policy versions would be compared; the text says what to do."""


def build_comparison(
    assessments: Sequence[Assessment],
    documents: Mapping[str, Document],
    *,
    published: Sequence[str] = (),
    on: date | None = None,
) -> ComparisonPage:
    """Return all that a comparison shows, the vendors in the order given.

    `documents` maps SHA-256 to the read document, for the clauses of quotes; `published` names vendors of which only
    published facts are known, and `on` is the day when there is no assessment. Raises ValueError for fewer than two
    vendors and MixedPolicies when the assessments were not made with the same version of the same policy.
    """
    sides = (*(assessment.vendor for assessment in assessments), *published)
    if len(sides) < 2:
        raise ValueError("Pick at least two vendors.")
    _same_policy(assessments)
    newest = max([*(assessment.on for assessment in assessments), *([on] if on else [])])
    names = listed(list(sides))
    page = ComparisonPage(
        language="en",
        title=f"IP-risk comparison: {names}",
        on=newest.isoformat(),
        date=written_date(newest),
        answer=_answer(assessments),
        columns=tuple(_column(assessment) for assessment in assessments),
        families=tuple(_family(family, assessments, documents) for family in _families(assessments)),
        proofs=_proofs(assessments),
        versions=_versions(assessments),
        sides=sides,
        notice=NOTICE,
    )
    return printable(page)


def _same_policy(assessments: Sequence[Assessment]) -> None:
    policies = {(a.policy_id, a.policy_version): f"{a.policy_title} {a.policy_version}" for a in assessments}
    if len(policies) > 1:
        used = listed(sorted(policies.values()))
        raise MixedPolicies(f"These vendors were scored with {used}. Score them again with one policy, then compare.")


def _answer(assessments: Sequence[Assessment]) -> str:
    """Return who leads in most families and where the vendors differ most; ties lead nowhere."""
    if len(assessments) < 2:
        return "Fewer than two of these vendors have documents here, so that no scores are compared."
    families = _families(assessments)
    shares = {family: [_share(assessment, family) for assessment in assessments] for family in families}
    leaders = [leader for family in families if (leader := _leader(shares[family])) is not None]
    most = [place for place in set(leaders) if leaders.count(place) == max(map(leaders.count, leaders))]
    if len(most) != 1:
        return "No vendor leads in more families than the others."
    widest = max(families, key=lambda family: _spread(shares[family]))
    count = f"{leaders.count(most[0])} of {counted(len(families), 'family', 'families')}"
    return f"{assessments[most[0]].vendor} leads in {count}; the widest difference is in {FAMILIES[widest]}."


def _leader(shares: Sequence[float | None]) -> int | None:
    """Return the place of the vendor with the highest share, None where nobody is alone in front of another."""
    known = sorted((share for share in shares if share is not None), reverse=True)
    return shares.index(known[0]) if len(known) > 1 and known[0] > known[1] else None


def _spread(shares: Sequence[float | None]) -> float:
    known = [share for share in shares if share is not None]
    return max(known) - min(known) if known else 0.0


def _families(assessments: Sequence[Assessment]) -> tuple[Family, ...]:
    used = {family.family for assessment in assessments for family in assessment.families}
    return tuple(family for family in Family if family in used)


def _share(assessment: Assessment, family: Family) -> float | None:
    found = next((f for f in assessment.families if f.family is family), None)
    return found.points / found.decided if found and found.decided else None


def _column(assessment: Assessment) -> VendorColumn:
    gaps = [r for r in assessment.results if r.criterion.critical and r.verdict is Verdict.GAP]
    return VendorColumn(
        vendor=assessment.vendor,
        date=written_date(assessment.on),
        score=NOTHING if assessment.score is None else f"{whole(assessment.score)} of 100",
        band=assessment.band or NOTHING,
        coverage=percent(assessment.coverage / 100),
        extent=extent(assessment) or NOTHING,
        gate=" ".join(f"{gate.effect}. {gate.why}" for gate in gate_lines(assessment)) or "No gate failed.",
        critical_gaps=str(len(gaps)),
    )


def _family(family: Family, assessments: Sequence[Assessment], documents: Mapping[str, Document]) -> ComparedFamily:
    shares = [_share(assessment, family) for assessment in assessments]
    by_check = [{r.criterion.check_id: r for r in a.results if r.family is family} for a in assessments]
    shelves = [Shelf(sources={s.document_id: s for s in a.sources}, documents=documents) for a in assessments]
    return ComparedFamily(
        heading=FAMILIES[family],
        shares=tuple(NOTHING if share is None else percent(share) for share in shares),
        rows=tuple(
            _row([results.get(check_id) for results in by_check], shelves)
            for check_id in dict.fromkeys(check_id for results in by_check for check_id in results)
        ),
    )


def _row(results: Sequence[CriterionResult | None], shelves: Sequence[Shelf]) -> ComparedRow:
    known = next(result for result in results if result is not None)
    cells = tuple(_cell(result, shelf) for result, shelf in zip(results, shelves, strict=True))
    return ComparedRow(
        check_id=known.criterion.check_id,
        name=title_of_row(known),
        critical=known.criterion.critical,
        differs=len({cell.mark for cell in cells}) > 1,
        cells=cells,
    )


def _cell(result: CriterionResult | None, shelf: Shelf) -> ComparedCell:
    if result is None:
        return ComparedCell(mark=MARKS[Verdict.UNDECIDED], outcome=NOTHING, points=NOTHING, quotes=())
    return ComparedCell(
        mark=MARKS[result.verdict],
        outcome=outcome_words(result),
        points=points_words(result),
        quotes=quotes(result, shelf)[:1],
    )


def _proofs(assessments: Sequence[Assessment]) -> tuple[ComparedProof, ...]:
    titles = {control.control: control.title for a in assessments for control in a.controls}
    by_control = [{control.control: control for control in a.controls} for a in assessments]
    return tuple(
        ComparedProof(name=title, proofs=tuple(_strongest(controls.get(control)) for controls in by_control))
        for control, title in titles.items()
    )


def _strongest(control: ControlProof | None) -> str:
    if control is None:
        return PROOFS[Proof.NONE]
    kinds = {Proof.AUDITED: control.audited, Proof.PROMISED: control.promised, Proof.STATED: control.stated}
    return PROOFS[next((proof for proof, evidence in kinds.items() if evidence), Proof.NONE)]


def _versions(assessments: Sequence[Assessment]) -> tuple[VersionLine, ...]:
    """Return the lines of all assessments, each once: rules may differ between vendors, the policy may not."""
    return tuple(dict.fromkeys(line for a in assessments for line in versions(a) if line.label != "Assessed on"))
