"""Runs the checks over a document and returns findings whose quotes stand in it letter by letter."""

from collections.abc import Sequence

from clauses import context
from clauses.matcher import Span, any_of, phrase
from clauses.model import Analysis, ClauseCheck, Evidence, Finding, Outcome, Party, Pattern, Polarity, Reason
from clauses.parties import Names, names_of
from clauses.registry import CHECKS, RULES_VERSION
from clauses.scope import not_operative, part
from clauses.sentences import Sentence, sentences
from documents.model import BlockKind, Document

# What a match keeps of its confidence when only the shape of a list item says that it is a ban.
ASSUMED = 0.75
NOT_OPERATIVE = frozenset({BlockKind.HEADING})


def analyse(document: Document, checks: Sequence[ClauseCheck] = CHECKS) -> Analysis:
    """Return one finding per check. A check says "absent" only of a document that was read completely."""
    read = [s for block in document.blocks if block.kind not in NOT_OPERATIVE for s in sentences(block)]
    names = names_of(document.blocks)
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
    if hit[1] <= sentence.own or not_operative(sentence):
        return None
    head, own = part(sentence, hit)
    if any(_near(span, head, own) for span in any_of(pattern.without, doc, words)):
        return None
    if not all(any(_near(span, head, own) for span in any_of((need,), doc, words)) for need in pattern.needs):
        return None
    headings = " ".join(sentence.block.heading_path).lower()
    if pattern.headings and not any(word in headings for word in pattern.headings):
        return None
    reading = context.read(sentence, hit, names)
    if not _fits(pattern, reading):
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
        confidence=pattern.confidence * (ASSUMED if reading.assumed else 1.0),
        reasons=_reasons(pattern, doc[hit[0] : hit[1]].text, reading),
    )


def _reasons(pattern: Pattern, words: str, reading: context.Reading) -> tuple[Reason, ...]:
    reasons = [Reason(what=pattern.id, words=words, change=pattern.confidence)]
    if reading.words:
        reasons.append(Reason(what=f"read as {reading.polarity}", words=reading.words))
    if reading.assumed:
        change = pattern.confidence * (ASSUMED - 1.0)
        reasons.append(Reason(what="a list item without its lead-in", change=change))
    return tuple(reasons)


def _fits(pattern: Pattern, reading: context.Reading) -> bool:
    if pattern.only is not None and reading.bound not in (None, Party.BOTH, pattern.only):
        return False
    if pattern.named and reading.bound is None:
        return False
    if pattern.not_by is not None and reading.bound is pattern.not_by:
        return False
    if pattern.polarity is Polarity.NOT_BAN:
        return reading.polarity is not Polarity.BAN or (reading.assumed and pattern.assumed)
    if pattern.polarity is Polarity.RIGHT and reading.assumed:
        return pattern.assumed
    return pattern.polarity in (Polarity.ANY, reading.polarity) and (pattern.assumed or not reading.assumed)


def _near(span: Span, head: int, own: Span) -> bool:
    """Does a span lie in the head of the sentence or in the part of the match?"""
    return span[0] < head or (span[0] < own[1] and own[0] < span[1])


def _overlaps(hit: Span, spans: list[Span]) -> bool:
    return any(start < hit[1] and hit[0] < end for start, end in spans)
