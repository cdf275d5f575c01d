"""The first page of a scorecard: score, band, coverage, range, gates, the biggest gaps and what to ask for."""

from collections.abc import Mapping

from clauses.model import ClauseCheck
from reports.criteria import lost_points, outcome_words
from reports.model import Answer, BandBox, GapLine, GateLine, Ruler
from reports.quotes import Shelf
from reports.words import MARKS, NOTHING, counted, number, percent, whole
from scoring.assess import gaps
from scoring.model import Assessment, CriterionResult

BIGGEST = 3


def answer(assessment: Assessment, read: str) -> Answer:
    """Return the score in words, with what could be decided and how firm it is beside it; `read` says what was read."""
    score = NOTHING if assessment.score is None else whole(assessment.score)
    return Answer(
        score=score,
        band=assessment.band,
        sentence=_sentence(assessment, score),
        coverage=f"{percent(assessment.coverage / 100)} of the weight could be decided.",
        extent=extent(assessment),
        basis=read,
        remark=assessment.message,
    )


def basis(assessment: Assessment, shelf: Shelf) -> str:
    """Return what the score rests on: the documents and pages that were read, and how many pages could not be."""
    analysed = [source for source in assessment.sources if source.analysable]
    if not analysed:
        return "No document was analysed."
    parts = [f"Based on {shelf.extent([source.document_id for source in analysed])}"]
    if unread := sum(len(source.unreadable_pages) for source in analysed):
        parts.append(f"{counted(unread, 'page')} could not be read")
    if passages := sum(bool(source.foreign_pages) for source in analysed):
        parts.append(f"{counted(passages, 'document')} with passages in a language that is not analysed")
    if foreign := len(assessment.sources) - len(analysed):
        parts.append(f"{counted(foreign, 'document')} in a language that is not analysed")
    return "; ".join(parts) + "."


def _sentence(assessment: Assessment, score: str) -> str:
    if assessment.score is None:
        return "No score."
    return f"{score} of 100, " + (f"band {assessment.band}." if assessment.band else "no band.")


def extent(assessment: Assessment) -> str:
    """Return between which scores the result stands until every open review is done."""
    if assessment.score is None:
        return ""
    if not assessment.to_review:
        return "No review is open."
    reviews = counted(assessment.to_review, "open review")
    if whole(assessment.low) == whole(assessment.high):
        return f"{reviews}; the score stays the same whichever way they go."
    return f"Between {whole(assessment.low)} and {whole(assessment.high)}, depending on {reviews}."


def ruler(assessment: Assessment) -> Ruler:
    """Return the bands from low to high as boxes on 0 to 100, with the score and its range."""
    bands = sorted(assessment.bands, key=lambda band: band.from_score)
    ends = [band.from_score for band in bands[1:]] + [100.0]
    boxes = tuple(
        BandBox(letter=band.letter, start=band.from_score, end=end) for band, end in zip(bands, ends, strict=False)
    )
    edges = ", ".join(f"{box.letter} from {number(box.start)}" for box in reversed(boxes))
    return Ruler(
        boxes=boxes, at=assessment.score, low=assessment.low, high=assessment.high, described=f"Bands: {edges}."
    )


def gate_lines(assessment: Assessment) -> tuple[GateLine, ...]:
    """Return the failed gates: what each does, why, and what lifts it."""
    return tuple(
        GateLine(
            effect=f"Held at {gate.cap} by a gate" if gate.cap else "No band, because of a gate",
            why=gate.text,
            lifts=gate.lifts,
        )
        for gate in assessment.gates
    )


def gap_lines(assessment: Assessment, checks: Mapping[str, ClauseCheck]) -> tuple[GapLine, ...]:
    """Return every criterion that lost points, critical gaps first, then by what they cost."""
    return tuple(_gap(result, checks.get(result.criterion.check_id)) for result in gaps(assessment))


def _gap(result: CriterionResult, check: ClauseCheck | None) -> GapLine:
    return GapLine(
        name=result.title,
        critical=result.criterion.critical,
        mark=MARKS[result.verdict],
        found=outcome_words(result),
        cost=f"{number(lost_points(result))} of {number(result.criterion.weight)} points lost",
        ask_for=check.ask_for if check else "",
    )


def biggest_heading(assessment: Assessment, lines: tuple[GapLine, ...]) -> str:
    """Return the heading over the biggest gaps; no gap is claimed to be absent where nothing could be decided."""
    if lines:
        return "The biggest gaps"
    return "Nothing could be decided" if assessment.score is None else "No gaps against this policy"


def asks(biggest: tuple[GapLine, ...]) -> tuple[str, ...]:
    """Return what to ask the vendor for first, each once."""
    return tuple(dict.fromkeys(gap.ask_for for gap in biggest if gap.ask_for))
