"""Runs the checks over a document and returns findings whose quotes stand in it letter by letter."""

from collections.abc import Sequence

from clauses import context
from clauses.context import Names
from clauses.matcher import Span, any_of, phrase
from clauses.model import Analysis, ClauseCheck, Evidence, Finding, Outcome, Pattern, Polarity, Reason
from clauses.registry import CHECKS, RULES_VERSION
from clauses.sentences import Sentence, sentences
from documents.model import BlockKind, Document

NOT_OPERATIVE = frozenset({BlockKind.HEADING})


def analyse(document: Document, checks: Sequence[ClauseCheck] = CHECKS) -> Analysis:
    """Return one finding per check. A check says "absent" only of a document that was read completely."""
    read = [s for block in document.blocks if block.kind not in NOT_OPERATIVE for s in sentences(block)]
    names = Names()
    findings = tuple(_finding(check, document, read, names) for check in checks)
    return Analysis(document_id=document.id, findings=findings, rules_version=RULES_VERSION)


def _finding(check: ClauseCheck, document: Document, read: list[Sentence], names: Names) -> Finding:
    evidence: list[Evidence] = []
    if document.analysable:
        evidence = [e for sentence in read if (e := match(check, document.id, sentence, names)) is not None]
    outcome = Outcome.PRESENT if evidence else (Outcome.ABSENT if document.complete else Outcome.NOT_READABLE)
    return Finding(
        check_id=check.id,
        check_version=check.version,
        document_id=document.id,
        outcome=outcome,
        evidence=tuple(evidence),
    )


def match(check: ClauseCheck, document_id: str, sentence: Sentence, names: Names) -> Evidence | None:
    """Return the evidence that a sentence gives for a check, or None."""
    voids = [span for like in check.look_alikes for span in phrase(like.phrase).spans(sentence.doc, sentence.words)]
    best: Evidence | None = None
    for pattern in check.patterns:
        for hit in phrase(pattern.phrase).spans(sentence.doc, sentence.words):
            found = _evidence(check, pattern, document_id, sentence, hit, names)
            if found and not _overlaps(hit, voids) and (best is None or found.confidence > best.confidence):
                best = found
    return best


def _evidence(
    check: ClauseCheck, pattern: Pattern, document_id: str, sentence: Sentence, hit: Span, names: Names
) -> Evidence | None:
    doc, words = sentence.doc, sentence.words
    if hit[1] <= sentence.own or any_of(pattern.without, doc, words):
        return None
    if not all(any_of((need,), doc, words) for need in pattern.needs):
        return None
    headings = " ".join(sentence.block.heading_path).lower()
    if pattern.headings and not any(word in headings for word in pattern.headings):
        return None
    reading = context.read(sentence, hit, names)
    if pattern.polarity not in (Polarity.ANY, reading.polarity):
        return None
    return Evidence(
        document_id=document_id,
        block=sentence.block.number,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        page=sentence.block.page_at(sentence.start),
        bound=pattern.bound or reading.bound or check.bound_default,
        force=pattern.force or reading.force,
        exceptions=context.exceptions(sentence),
        confidence=pattern.confidence,
        reasons=(Reason(what=pattern.id, words=doc[hit[0] : hit[1]].text, change=pattern.confidence),),
    )


def _overlaps(hit: Span, spans: list[Span]) -> bool:
    return any(start < hit[1] and hit[0] < end for start, end in spans)
