"""Lets a trained scorer look over what the rules found: it may agree, add what rules miss, or doubt a weak match.

The scorer judges whole blocks by probability. It is never the reason for an "absent": it only adds evidence where it
is surer than the threshold of the label, and only takes away matches whose own rule is weak.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from clauses import context
from clauses.model import ClauseCheck, Evidence, Layer, Reason
from clauses.operators import operators
from clauses.parties import Names
from clauses.sentences import Sentence, sentences
from clauses.values import read_values
from documents.model import Block, BlockKind, Document

# What the scorer confirms even where it does not read the whole document: the critical checks that it knows.
CRITICAL = frozenset({"output_training_ban", "customer_data_training_ban", "customer_data_training_right"})
# The scorer agrees with a match of the rules from this probability on.
AGREES = 0.5
# A match of a rule below WEAK is dropped where the scorer gives it less than DOUBTS.
WEAK = 0.7
DOUBTS = 0.02


@dataclass(frozen=True, slots=True)
class Passage:
    """What the scorer reads: a block's text, with its heading and lead-in as context."""

    context: str
    text: str


class Scorer(Protocol):
    """A trained scorer. `thresholds` says per check from which probability on it may add evidence alone."""

    @property
    def thresholds(self) -> Mapping[str, float]:
        """Check id -> the probability from which on the scorer adds evidence by itself."""

    def score(self, passages: Sequence[Passage]) -> Sequence[Mapping[str, float]]:
        """Return for each passage the calibrated probability of each check's clause, by check id."""


def combine(
    document: Document, checks: Sequence[ClauseCheck], found: Sequence[list[Evidence]], scorer: Scorer, names: Names
) -> list[list[Evidence]]:
    """Return the evidence per check after the scorer's view, in reading order."""
    blocks = [block for block in document.blocks if block.kind is not BlockKind.HEADING]
    scores = dict(
        zip((block.number for block in blocks), scorer.score([_passage(b, b.text) for b in blocks]), strict=True)
    )
    combined = []
    for check, evidence in zip(checks, found, strict=True):
        if check.id not in scorer.thresholds:
            combined.append(evidence)
            continue
        kept = [
            seen for each in evidence if (seen := _looked_at(each, scores[each.block].get(check.id, 0.0))) is not None
        ]
        quoted = {each.block for each in kept}
        surer = [
            b
            for b in blocks
            if b.number not in quoted and scores[b.number].get(check.id, 0.0) >= scorer.thresholds[check.id]
        ]
        for block in surer:
            sentence, probability = _surest(block, check.id, scorer), scores[block.number][check.id]
            kept.append(added(check, document.id, sentence, probability, names, Reason(what="the trained scorer")))
        combined.append(sorted(kept, key=lambda each: (each.block, each.start)))
    return combined


def confirm(
    document: Document, checks: Sequence[ClauseCheck], found: Sequence[list[Evidence]], scorer: Scorer
) -> list[list[Evidence]]:
    """Return the evidence with the scorer's agreement on matches of critical checks; nothing is added or dropped."""
    asked = [number for number, check in enumerate(checks) if check.id in CRITICAL & scorer.thresholds.keys()]
    numbers = sorted({each.block for number in asked for each in found[number]})
    if not numbers:
        return list(found)
    by_number = {block.number: block for block in document.blocks}
    passages = [_passage(by_number[number], by_number[number].text) for number in numbers]
    scores = dict(zip(numbers, scorer.score(passages), strict=True))
    confirmed = list(found)
    for number in asked:
        confirmed[number] = [
            _looked_at(each, probability) or each
            for each in found[number]
            for probability in (scores[each.block].get(checks[number].id, 0.0),)
        ]
    return confirmed


def _passage(block: Block, text: str) -> Passage:
    return Passage(" ".join([*block.heading_path[-1:], block.lead_in]).strip(), text)


def _looked_at(each: Evidence, probability: float) -> Evidence | None:
    if probability >= AGREES:
        return replace(
            each,
            confidence=max(each.confidence, probability),
            layers=(Layer.RULES, Layer.SCORER),
            reasons=(
                *each.reasons,
                Reason(what="the trained scorer agrees", change=max(0.0, probability - each.confidence)),
            ),
        )
    return None if each.confidence < WEAK and probability < DOUBTS else each


def added(
    check: ClauseCheck, document_id: str, sentence: Sentence, probability: float, names: Names, reason: Reason
) -> Evidence:
    """Return evidence that a scorer alone gives for a sentence."""
    found = operators(sentence.doc, sentence.words)
    at = found[0].end if found else sentence.own
    reading = context.read(sentence, (at, at + 1), names)
    return Evidence(
        document_id=document_id,
        block=sentence.block.number,
        start=sentence.start,
        end=sentence.end,
        quote=sentence.text,
        page=sentence.block.page_at(sentence.start),
        bound=reading.bound or check.bound_default,
        force=reading.force,
        exceptions=context.exceptions(sentence),
        values=read_values(sentence.text, check.reads, sentence.start) if check.reads else (),
        confidence=probability,
        layers=(Layer.SCORER,),
        reasons=(replace(reason, change=probability),),
    )


def _surest(block: Block, check_id: str, scorer: Scorer) -> Sentence:
    """Return the sentence of the block that the scorer finds likeliest; of equals the first."""
    choice = sentences(block)
    if len(choice) == 1:
        return choice[0]
    scores = scorer.score([_passage(block, sentence.text) for sentence in choice])
    best = max(range(len(choice)), key=lambda n: (scores[n].get(check_id, 0.0), -n))
    return choice[best]
