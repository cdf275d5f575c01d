"""Runs the checks over a document and returns findings whose quotes stand in it letter by letter."""

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from clauses.candidates import Matched
from clauses.classifier import Classifier
from clauses.decide import Decided, decide
from clauses.facts import facts_of
from clauses.matching import CompiledChecks, Match, evidence
from clauses.model import Analysis, ClauseCheck, Evidence
from clauses.outcomes import MOST_NEAREST, failed, finding, with_conflicts
from clauses.parties import Names, names_of
from clauses.registry import CHECKS
from clauses.scope import is_summary
from clauses.sentences import Sentence, sentences
from clauses.version import ANALYSIS_VERSION
from documents.model import BlockKind, Document

LOG = logging.getLogger(__name__)
SHORTEST = 3  # words of a sentence that can say who must do what
SUMMARIES_DO_NOT_BIND = re.compile(
    r"\bsummar(?:y|ies)\b[^.]{0,120}\b(?:not (?:legally )?binding|no legal (?:effect|force)|"
    r"not (?:a )?part of|convenience)"
    r"|\b(?:not (?:legally )?binding)\b[^.]{0,60}\bsummar(?:y|ies)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Read:
    """The sentences that may promise something, with the surest match of every check, and the checks that failed."""

    sentences: list[Matched] = field(default_factory=list)
    failed: set[int] = field(default_factory=set)


def analyse(
    document: Document, checks: Sequence[ClauseCheck] = CHECKS, *, classifiers: Sequence[Classifier] = ()
) -> Analysis:
    """Return one finding per check. A check says "absent" only of a document that was read completely.

    Passages in other languages are never read: neither by checks, nor by classifiers, nor for facts.

    Without classifiers the frames of the checks decide alone. A check that fails is an error of its own; the others
    keep their findings.
    """
    text = document.english_part()
    names = names_of(text.blocks)
    read = read_sentences(text, checks, names) if text.blocks else Read()
    decided = decide(document, checks, read.sentences, classifiers, names)
    missed = _missed(checks, read.sentences)
    findings = [
        failed(check, document)
        if number in read.failed
        else finding(
            check, document, decided[number].evidence, _nearest(check, document, decided[number], missed[number])
        )
        for number, check in enumerate(checks)
    ]
    return Analysis(
        document_id=document.id,
        findings=with_conflicts(findings),
        facts=facts_of(text) if text.blocks else (),
        rules_version=ANALYSIS_VERSION,
    )


def read_sentences(document: Document, checks: Sequence[ClauseCheck], names: Names) -> Read:
    """Match every check on every operative sentence; a check that raises is set aside and named in the log."""
    compiled = _compiled(tuple(checks))
    read = Read()
    for sentence in _operative(document):
        found, broken = compiled.matches(sentence, names)
        for number, error in broken:
            LOG.warning("The check %s failed in block %d: %r", checks[number].id, sentence.block.number, error)
            read.failed.add(number)
        read.sentences.append((sentence, found))
    return read


def matched(document: Document, checks: Sequence[ClauseCheck], names: Names) -> list[Matched]:
    """Return the sentences that may promise something, each with the surest match of every check on it."""
    return read_sentences(document, checks, names).sentences


def _missed(checks: Sequence[ClauseCheck], read: Sequence[Matched]) -> list[list[tuple[Match, Sentence]]]:
    missed: list[list[tuple[Match, Sentence]]] = [[] for _ in checks]
    for sentence, matches in read:
        for number, match in matches:
            if match.why_not:
                missed[number].append((match, sentence))
    return missed


def _operative(document: Document) -> Iterator[Sentence]:
    """Yield the sentences that may promise something: no headings, no summaries that the document calls not binding."""
    loose = any(SUMMARIES_DO_NOT_BIND.search(block.text) for block in document.blocks)
    for block in document.blocks:
        if block.kind is not BlockKind.HEADING:
            yield from (
                sentence
                for sentence in sentences(block)
                if not _is_title(sentence) and not (loose and is_summary(sentence))
            )


def _is_title(sentence: Sentence) -> bool:
    """Say whether a sentence is only the title of a clause ("9.2 Incident notice."), which promises nothing."""
    if sentence.block.lead_in:
        return False
    return sum(word.isalpha() for word in sentence.text.replace(".", " ").split()) < SHORTEST


def _nearest(
    check: ClauseCheck, document: Document, decided: Decided, missed: list[tuple[Match, Sentence]]
) -> Sequence[Evidence]:
    """Return what came nearest to a check without evidence: first what a frame found and the classifier doubted."""
    if decided.evidence:
        return ()
    surest = sorted(missed, key=lambda each: -each[0].frame.confidence)[:MOST_NEAREST]
    return [*decided.doubted, *(evidence(check, match, document.id, sentence) for match, sentence in surest)]


@lru_cache(maxsize=512)
def _compiled(checks: tuple[ClauseCheck, ...]) -> CompiledChecks:
    return CompiledChecks(checks)
