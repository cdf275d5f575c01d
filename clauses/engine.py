"""Runs the checks over a document and returns findings whose quotes stand in it letter by letter."""

import re
from collections.abc import Sequence
from functools import lru_cache

from clauses.matching import CompiledCheck, Match, evidence
from clauses.model import Analysis, ClauseCheck, Evidence, Finding
from clauses.outcomes import MOST_NEAREST, finding, with_conflicts
from clauses.parties import Names, names_of
from clauses.registry import CHECKS, RULES_VERSION
from clauses.scope import is_summary
from clauses.sentences import Sentence, sentences
from documents.model import BlockKind, Document

SUMMARIES_DO_NOT_BIND = re.compile(
    r"\bsummar(?:y|ies)\b[^.]{0,120}\b(?:not (?:legally )?binding|no legal (?:effect|force)|not (?:a )?part of|convenience)"
    r"|\b(?:not (?:legally )?binding)\b[^.]{0,60}\bsummar(?:y|ies)\b",
    re.IGNORECASE,
)


def analyse(document: Document, checks: Sequence[ClauseCheck] = CHECKS) -> Analysis:
    """Return one finding per check. A check says "absent" only of a document that was read completely."""
    read = _operative(document) if document.analysable else []
    names = names_of(document.blocks)
    findings = [_finding(check, document, read, names) for check in checks]
    return Analysis(document_id=document.id, findings=with_conflicts(findings), rules_version=RULES_VERSION)


def _operative(document: Document) -> list[Sentence]:
    """Return the sentences that may promise something: no headings, no summaries that the document calls not binding."""
    read = [s for block in document.blocks if block.kind is not BlockKind.HEADING for s in sentences(block)]
    if any(SUMMARIES_DO_NOT_BIND.search(block.text) for block in document.blocks):
        read = [sentence for sentence in read if not is_summary(sentence)]
    return read


def _finding(check: ClauseCheck, document: Document, read: list[Sentence], names: Names) -> Finding:
    compiled = _compiled(check)
    found: list[Evidence] = []
    missed: list[tuple[Match, Sentence]] = []
    for sentence in read:
        match = compiled.best(sentence, names)
        if match is not None and not match.why_not:
            found.append(evidence(check, match, document.id, sentence))
        elif match is not None:
            missed.append((match, sentence))
    missed.sort(key=lambda each: -each[0].pattern.confidence)
    nearest = [] if found else [evidence(check, m, document.id, s) for m, s in missed[:MOST_NEAREST]]
    return finding(check, document, found, nearest)


@lru_cache(maxsize=512)
def _compiled(check: ClauseCheck) -> CompiledCheck:
    return CompiledCheck(check)
