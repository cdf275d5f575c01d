"""Runs the checks over a document and returns findings whose quotes stand in it letter by letter."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from clauses.facts import facts_of
from clauses.matching import CompiledChecks, Match, evidence
from clauses.model import Analysis, ClauseCheck, Evidence, Reach
from clauses.outcomes import MOST_NEAREST, finding, with_conflicts
from clauses.parties import Names, names_of
from clauses.registry import CHECKS, RULES_VERSION
from clauses.scope import is_summary
from clauses.second_layer import Scorer, combine, confirm
from clauses.sentences import Sentence, sentences
from clauses.word_layer import Matched, Settled, Weigher, settle
from documents.model import BlockKind, Document

SHORTEST = 3  # words of a sentence that can say who must do what
SUMMARIES_DO_NOT_BIND = re.compile(
    r"\bsummar(?:y|ies)\b[^.]{0,120}\b(?:not (?:legally )?binding|no legal (?:effect|force)|"
    r"not (?:a )?part of|convenience)"
    r"|\b(?:not (?:legally )?binding)\b[^.]{0,60}\bsummar(?:y|ies)\b",
    re.IGNORECASE,
)


def analyse(
    document: Document,
    checks: Sequence[ClauseCheck] = CHECKS,
    *,
    scorer: Scorer | None = None,
    reach: Reach = Reach.ALL,
    words: Weigher | None = None,
) -> Analysis:
    """Return one finding per check. A check says "absent" only of a document that was read completely.

    Passages in other languages are never read: neither by checks, nor by scorers, nor for facts.

    With a word scorer the commercial terms of contracts are weighed by it (word_layer.py); with a trained scorer what
    was found so far is looked over as far as `reach` says (second_layer.py).
    """
    text = document.english_part()
    names = names_of(text.blocks)
    read = matched(text, checks, names) if text.blocks else []
    settled = [Settled(list(each), []) for each in _found(document, checks, read)]
    if words is not None:
        settled = settle(document, checks, [each.evidence for each in settled], read, words, names)
    found = [each.evidence for each in settled]
    if scorer is not None and text.blocks and reach is not Reach.OFF:
        everywhere = reach is Reach.ALL
        found = combine(text, checks, found, scorer, names) if everywhere else confirm(document, checks, found, scorer)
    missed = _missed(checks, read)
    findings = [
        finding(
            check,
            document,
            found[number],
            () if found[number] else _nearest(check, document, settled[number].doubted, missed[number]),
        )
        for number, check in enumerate(checks)
    ]
    return Analysis(
        document_id=document.id,
        findings=with_conflicts(findings),
        facts=facts_of(text) if text.blocks else (),
        rules_version=RULES_VERSION,
    )


def matched(document: Document, checks: Sequence[ClauseCheck], names: Names) -> list[Matched]:
    """Return the sentences that may promise something, each with the surest match of every check on it."""
    compiled = _compiled(tuple(checks))
    return [(sentence, compiled.matches(sentence, names)) for sentence in _operative(document)]


def _found(document: Document, checks: Sequence[ClauseCheck], read: Sequence[Matched]) -> list[list[Evidence]]:
    found: list[list[Evidence]] = [[] for _ in checks]
    for sentence, matches in read:
        for number, match in matches:
            if not match.why_not:
                found[number].append(evidence(checks[number], match, document.id, sentence))
    return found


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
    check: ClauseCheck, document: Document, doubted: Sequence[Evidence], missed: list[tuple[Match, Sentence]]
) -> Sequence[Evidence]:
    """Return what came nearest to a check without evidence: first what a rule found and the word scorer doubted."""
    surest = sorted(missed, key=lambda each: -each[0].pattern.confidence)[:MOST_NEAREST]
    return [*doubted, *(evidence(check, match, document.id, sentence) for match, sentence in surest)]


@lru_cache(maxsize=512)
def _compiled(checks: tuple[ClauseCheck, ...]) -> CompiledChecks:
    return CompiledChecks(checks)
